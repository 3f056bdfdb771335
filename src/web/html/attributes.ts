import type { Language } from '#kernel/bilingual.ts'
import type { Aria } from './aria.ts'
import type { Child } from './jsx-runtime.ts'

/** Every property may be left out or given as undefined, which comes to the same in HTML. */
export type Optional<T> = { [K in keyof T]?: T[K] | undefined }

/** Languages a piece of text may be marked with. */
export type LanguageTag =
  | Language
  | 'ja-Hira'
  | 'zh-Hans'
  | 'zh-Hant'
  | 'ko'
  | 'vi'
  | 'pt'
  | 'es'
  | 'tl'
  | 'ne'
  | 'id'

type Role =
  | 'alert'
  | 'group'
  | 'img'
  | 'list'
  | 'log'
  | 'note'
  | 'presentation'
  | 'progressbar'
  | 'region'
  | 'search'
  | 'status'
  | 'timer'

interface Everywhere {
  /** Tells siblings of a list apart; not written into the page. */
  key: string | number
  id: string
  class: string
  lang: LanguageTag
  dir: 'ltr' | 'rtl' | 'auto'
  title: string
  hidden: boolean
  tabindex: 0 | -1
  translate: 'yes' | 'no'
  role: Role
  popover: 'auto' | 'manual'
  /** For what must be read first after the page has loaded, such as a summary of errors. */
  autofocus: boolean
}

/** `data-…` carries words and settings to behaviours; never a style or a script. */
interface Data {
  [name: `data-${string}`]: string | number | boolean | undefined
}

/** Attributes of every element. There is no `style` and no `on…`, so the content security policy needs no exception. */
export type Global = Optional<Everywhere> & Optional<Aria> & Data

/** An element with content: its own optional and its required attributes. */
export type Container<Own = unknown, Required = unknown> = Global &
  Optional<Own> &
  Required & { children?: Child | undefined }

/** An element that cannot have content. */
export type Void<Own = unknown, Required = unknown> = Global &
  Optional<Own> &
  Required & { children?: never }

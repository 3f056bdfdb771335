import type { Container, LanguageTag, Void } from './attributes.ts'

type Meta =
  | { charset: 'utf-8' }
  | {
      name: 'viewport' | 'description' | 'robots' | 'theme-color' | 'color-scheme' | 'referrer'
      content: string
    }
  | { property: `og:${string}`; content: string }

/** The frame of a page. Scripts and styles come from files only. */
export interface DocumentElements {
  html: Container<unknown, { lang: LanguageTag }>
  head: Container
  body: Container
  title: Container
  meta: Void<unknown, Meta>
  link: Void<
    {
      hreflang: LanguageTag | 'x-default'
      type: string
      sizes: string
      media: string
      title: string
    },
    {
      rel:
        | 'stylesheet'
        | 'icon'
        | 'canonical'
        | 'alternate'
        | 'next'
        | 'prev'
        | 'search'
        | 'license'
      href: string
    }
  >
  script: Void<unknown, { type: 'module'; src: string }>
}

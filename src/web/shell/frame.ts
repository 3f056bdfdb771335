import type { Person } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Site } from '../route.ts'

/** What every part of the frame around a page knows. `path` is the path with its query. */
export interface Frame {
  readonly lang: Language
  readonly site: Pick<Site, 'css' | 'js' | 'publicUrl'>
  readonly path: string
  /** None on the pages of the whole site. */
  readonly city?: City | undefined
  readonly person?: Person | undefined
  /** Id of the form that leads to the same page in the other language, where a link would lose something. */
  readonly languageForm?: string | undefined
}

/** Where the frame's own links begin: `/kamakura`, or `/` outside every city. */
export const homeOf = (city: City | undefined): string => (city ? `/${city.slug}` : '/')

import type { Language } from '#kernel/bilingual.ts'
import { say } from '#kernel/bilingual.ts'
import { type City, wordOf } from '#kernel/city.ts'

/** What the texts about the site say of a city. */
export type Facts = {
  readonly slug: string
  readonly city: string
  readonly office: string
  readonly centre: string
  /** The city's own words. */
  readonly group: string
  readonly programme: string
  readonly committee: string
  readonly phone: string | undefined
  /** Of the centre itself, where it is known. */
  readonly centrePhone?: string | undefined
  readonly email: string | undefined
  readonly licence: string
}

/** A piece of a text: a paragraph, points, steps in their order, questions with answers, or ways on. */
export type Block =
  | { readonly p: string }
  | { readonly points: readonly string[] }
  | { readonly steps: readonly string[] }
  | { readonly answers: readonly { readonly q: string; readonly a: string }[] }
  | { readonly ways: readonly { readonly label: string; readonly href: string }[] }

export type TextSection = {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** A section in easy Japanese, with the readings of its signs. */
  readonly easy?: true
}

/** A page of text. */
export type PageText = {
  readonly title: string
  readonly lead: string
  readonly sections: readonly TextSection[]
}

/** The same text in both languages. */
export type PageTexts = Readonly<Record<Language, (facts: Facts) => PageText>>

export const factsOf = (city: City, lang: Language): Facts => {
  const word = (term: string, ja: string, en: string) => say(wordOf(city, term, { ja, en }), lang)
  return {
    slug: city.slug,
    city: city.name[lang],
    office: say(city.contact.office, lang),
    centre: say(city.centre, lang),
    centrePhone: city.centreContact?.phone,
    group: word('group', '市民活動団体', 'civic groups'),
    programme: word('programme', '協働事業提案制度', 'joint project programme'),
    committee: word('committee', '審査委員会', 'committee'),
    phone: city.contact.phone,
    email: city.contact.email,
    licence: city.settings.openDataLicence,
  }
}

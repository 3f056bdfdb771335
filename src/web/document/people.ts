import type { Language } from '#kernel/bilingual.ts'
import { sentences } from './sentences.ts'

/** Whom a letter is for. Without a person's name it goes to the organisation (御中). */
export type Addressee = {
  readonly organisation?: string
  readonly position?: string
  readonly name?: string
  readonly address?: string
}

/** Who answers for the document: 鎌倉市長 and the name. */
export type Sender = {
  readonly position: string
  readonly name: string
  /** True prints （公印省略）: no seal is set on this document. */
  readonly sealOmitted: boolean
}

/** Where to ask. */
export type Enquiry = {
  readonly office: string
  readonly address?: string
  readonly phone?: string
  readonly fax?: string
  readonly email?: string
}

/** Addressee lines: 団体名, then 代表　氏名　様 one character in. */
export const composeAddressee = (to: Addressee, lang: Language) => {
  const address = to.address ?? ''
  const person = [to.position, to.name].filter(Boolean)
  if (lang === 'en')
    return { address, lines: [to.organisation, person.join(' ')].filter(Boolean).join('\n') }
  if (person.length === 0) return { address, lines: `${to.organisation ?? ''}　御中` }
  const named = [...person, '様'].join('　')
  return { address, lines: to.organisation ? `${to.organisation}\n　${named}` : named }
}

/** Sender lines: 市長名 and, where none is set, the word about the seal. */
export const composeSender = (from: Sender, lang: Language): string => {
  const named = [from.position, from.name].filter(Boolean).join(lang === 'ja' ? '　' : ', ')
  return from.sealOmitted ? `${named}\n${sentences[lang].sealOmitted}` : named
}

/** The enquiry box, or null when there is none. */
export const composeEnquiry = (enquiry: Enquiry | undefined, lang: Language) => {
  if (!enquiry) return null
  const words = sentences[lang]
  const gap = lang === 'ja' ? '　' : ' '
  const way = (word: string, value: string | undefined) => (value ? [`${word}${gap}${value}`] : [])
  const calls = [...way(words.phone, enquiry.phone), ...way(words.fax, enquiry.fax)].join(gap + gap)
  const lines = [enquiry.office, enquiry.address, calls, ...way(words.email, enquiry.email)]
    .filter(Boolean)
    .join('\n')
  return { title: words.enquiry, lines }
}

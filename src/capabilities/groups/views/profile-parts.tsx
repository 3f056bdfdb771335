import { type Language, say } from '#kernel/bilingual.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { type Description, Link } from '#web/ui/index.ts'
import type { Group } from '../group.ts'
import { entryOf, type ProfileEntry } from '../profile.ts'

/** Which answers stand in which part of the page; all others stand with the facts. */
export const parts = {
  whom: ['purpose'],
  what: ['activities'],
  when: ['days', 'area'],
  join: ['recruiting_conditions', 'fee'],
  contact: [
    'representative_title',
    'representative_name',
    'contact_name',
    'contact_phone',
    'contact_email',
    'contact_fax',
    'contact_hours',
    'representative_phone',
    'representative_email',
    'office_address',
    'website',
  ],
} as const

/** Said elsewhere on the page, or in the heading. */
export const saidElsewhere = ['name', 'name_kana', 'name_en', 'legal_form', 'fields', 'recruiting']

/** Answers by which the group can be reached at once. */
export const reachable = ['phone', 'email', 'url']

/** The number as a telephone takes it: without hyphens, extension and remarks. */
const dialled = (printed: string): string =>
  (/^[0-9+-]+/.exec(printed)?.[0] ?? '').replaceAll('-', '')

const EntryText = ({ entry, lang }: { entry: ProfileEntry; lang: Language }): View => {
  const text = entry.text[lang]
  if (entry.kind === 'url')
    return (
      <Link lang={lang} href={text}>
        {text}
      </Link>
    )
  if (entry.kind === 'email') return <a href={`mailto:${text}`}>{text}</a>
  if (entry.kind === 'phone') return <a href={`tel:${dialled(text)}`}>{text}</a>
  return <span class="prose">{text}</span>
}

/** Those public answers, in this order, with the words of the form. */
export const describeAnswers = (
  { group, lang }: { readonly group: Group; readonly lang: Language },
  codes: readonly string[],
): Description[] =>
  codes
    .map((code) => entryOf(group.profile, code))
    .filter((entry) => entry !== undefined)
    .map((entry) => ({
      term: say(entry.label, lang),
      description: <EntryText entry={entry} lang={lang} />,
    }))

/** Terms are keys of the list: a second 電話 is told apart by its number. */
export const withOwnTerms = (items: readonly Description[]): Description[] =>
  items.map((item, at) => {
    const before = items.slice(0, at).filter(({ term }) => term === item.term).length
    return before === 0 ? item : { ...item, term: `${item.term} ${before + 1}` }
  })

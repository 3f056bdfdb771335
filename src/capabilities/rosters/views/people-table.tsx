import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import { ChipLabel, type Column, Table, When } from '#web/ui/index.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterRules } from '../preset.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import { officesOn, type RosterPerson } from '../roster.ts'
import { sentences } from '../sentences.ts'
import { officeName } from '../words-of.ts'

type TableProps = {
  readonly lang: Language
  readonly city: City
  readonly head: RosterHead
  readonly rules: RosterRules
  readonly day: PlainDate
  readonly people: readonly RosterPerson[]
  readonly caption: string
  /** Needed where a page has two tables. */
  readonly id?: string
  readonly may: { readonly keep: boolean }
}

const Name = ({ person, lang, city, head, may }: TableProps & { person: RosterPerson }) => {
  const words = sentences[lang]
  const name = may.keep ? (
    <a href={paths.person(city.slug, head.id, person.id)}>{person.name}</a>
  ) : (
    person.name
  )
  return (
    <>
      {name}
      {person.nameKana && (
        <>
          <br />
          <small>{person.nameKana}</small>
        </>
      )}
      {person.accountId && (
        <>
          {' '}
          <ChipLabel tone="info">{words.hasAccount}</ChipLabel>
        </>
      )}
      {person.struck && (
        <>
          {' '}
          <ChipLabel tone="error">{words.struck}</ChipLabel>
        </>
      )}
    </>
  )
}

const citizenText = (person: RosterPerson, lang: Language): string => {
  const words = sentences[lang]
  return person.citizen === null ? words.none : person.citizen ? words.yes : words.no
}

const spanColumns = (lang: Language): Column<RosterPerson>[] => {
  const words = sentences[lang]
  return [
    {
      label: words.columns.since,
      cell: ({ since }) => <When time={dayText(since, lang)} />,
    },
    {
      label: words.columns.until,
      cell: ({ until }) => (until ? <When time={dayText(until, lang)} /> : words.none),
    },
  ]
}

/** The people of a roster, in the order of their reading. */
export const PeopleTable = (props: TableProps) => {
  const { lang, rules, day, people, caption, id = 'roster' } = props
  const words = sentences[lang]
  const officesOf = (person: RosterPerson): string =>
    officesOn(person, day)
      .map((office) => say(officeName(rules, office), lang))
      .join(lang === 'ja' ? '・' : ', ')
  const columns: readonly Column<RosterPerson>[] = [
    {
      label: words.columns.name,
      heading: true,
      cell: (person) => <Name {...props} person={person} />,
    },
    { label: words.columns.office, cell: (person) => officesOf(person) || words.none },
    { label: words.columns.district, cell: ({ district }) => district || words.none },
    {
      label: words.columns.age_band,
      cell: ({ ageBand }) =>
        ageBand ? say(nameOfCode(rules.ageBands, ageBand), lang) : words.none,
    },
    { label: words.columns.citizen, cell: (person) => citizenText(person, lang) },
    {
      label: words.columns.voting,
      cell: ({ voting }) => (voting ? words.votes : words.votesNot),
    },
    ...spanColumns(lang),
  ]
  return (
    <Table
      lang={lang}
      id={id}
      caption={caption}
      captionHidden
      dense
      stacks
      columns={columns}
      rows={people}
    />
  )
}

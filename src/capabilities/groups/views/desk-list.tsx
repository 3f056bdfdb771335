import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  type Column,
  EmptyState,
  Heading,
  Lead,
  Pagination,
  Section,
  Table,
  When,
} from '#web/ui/index.ts'
import { DueDay } from '../../procedures/index.ts'
import { type DeskEntry, pageSize } from '../directory.ts'
import { paths } from '../paths.ts'
import { type GroupState, registration } from '../registration.ts'
import { registrationSentences } from '../registration-sentences.ts'

export type DeskListProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly state: GroupState
  readonly page: number
  readonly entries: readonly DeskEntry[]
  readonly counts: ReadonlyMap<string, number>
}

/** The states in the order in which the desk works; where there is nothing, no way leads there. */
const deskStates: readonly GroupState[] = [
  'submitted',
  'provisional',
  'returned',
  'draft',
  'approved',
  'suspended',
  'lapsed',
  'rejected',
  'withdrawn',
  'revoked',
]

const States = ({ lang, city, state, counts }: DeskListProps) => {
  const words = registrationSentences[lang].list
  const nameOf = (one: GroupState): string =>
    words.state(say(registration.states[one].staff, lang), formatNumber(counts.get(one) ?? 0))
  const shown = deskStates.filter(
    (one) => one === state || one === 'submitted' || (counts.get(one) ?? 0) > 0,
  )
  return (
    <nav aria-label={words.states}>
      <ul class="chip-row">
        {shown.map((one) => (
          <li key={one}>
            {one === state ? (
              <strong aria-current="page">{nameOf(one)}</strong>
            ) : (
              <a href={paths.desk(city.slug, one)}>{nameOf(one)}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Registrations that have been given a last day. */
const holding: readonly GroupState[] = ['approved', 'suspended', 'lapsed', 'withdrawn', 'revoked']

/** Until when the registration holds. */
const validColumn = (lang: Language): Column<DeskEntry> => {
  const words = registrationSentences[lang].page
  return {
    label: words.validUntil,
    cell: ({ number, validUntil }) =>
      validUntil ? (
        <When time={dayText(validUntil, lang)} />
      ) : number ? (
        words.noEnd
      ) : (
        registrationSentences[lang].list.none
      ),
  }
}

/** By when somebody acts. */
const dueColumn = (lang: Language, now: Date): Column<DeskEntry> => {
  const words = registrationSentences[lang].list
  return {
    label: words.due,
    cell: ({ dueOn }) => <DueDay lang={lang} now={now} day={dueOn} none={words.none} />,
  }
}

const columnsOf = ({ lang, city, now, state }: DeskListProps): Column<DeskEntry>[] => {
  const words = registrationSentences[lang].list
  return [
    {
      label: words.name,
      heading: true,
      cell: ({ id, name }) => <a href={paths.registration(city.slug, id)}>{name}</a>,
    },
    { label: words.receiptNumber, cell: ({ receiptNumber }) => receiptNumber ?? words.none },
    { label: words.number, cell: ({ number }) => number ?? words.none },
    holding.includes(state) ? validColumn(lang) : dueColumn(lang, now),
    {
      label: words.updated,
      cell: ({ updatedAt }) => <When time={dayText(tokyoDayOf(updatedAt), lang)} />,
    },
  ]
}

/** All registrations the desk knows of, state by state, the most urgent first. */
export const DeskList = (props: DeskListProps) => {
  const { lang, city, state, page, entries, counts } = props
  const words = registrationSentences[lang].list
  const stateName = say(registration.states[state].staff, lang)
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <ButtonRow>
        <ButtonLink href={paths.paper(city.slug)} kind="secondary" icon="plus">
          {words.paper}
        </ButtonLink>
      </ButtonRow>
      <States {...props} />
      <Section id="list" title={words.caption(stateName)}>
        {entries.length === 0 ? (
          <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
        ) : (
          <Table
            lang={lang}
            id="registrations"
            caption={words.caption(stateName)}
            captionHidden
            columns={columnsOf(props)}
            rows={entries}
          />
        )}
        <Pagination
          lang={lang}
          page={page}
          pageSize={pageSize}
          total={counts.get(state) ?? 0}
          hrefOf={(to) => paths.desk(city.slug, state, to)}
        />
      </Section>
    </>
  )
}

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
import { paths } from '../paths.ts'
import { type DeskFilter, type DeskRevision, pageSize } from '../queries/desk.ts'
import { kindNames, type RevisionState, revisionKinds, revisionWorkflow } from '../revision.ts'
import { sentences } from '../sentences.ts'

export type DeskListProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly filter: DeskFilter
  readonly rows: readonly DeskRevision[]
  readonly counts: ReadonlyMap<string, number>
}

/** In the order in which the desk works. */
const states = Object.keys(revisionWorkflow.states) as RevisionState[]
const deskStates: readonly RevisionState[] = ['sent', ...states.filter((state) => state !== 'sent')]

const Choice = ({ name, href, here }: { name: string; href: string; here: boolean }) => (
  <li>{here ? <strong aria-current="page">{name}</strong> : <a href={href}>{name}</a>}</li>
)

const Filters = ({ lang, city, filter, counts }: DeskListProps) => {
  const words = sentences[lang].desk
  const shown = deskStates.filter(
    (state) => state === filter.state || state === 'sent' || (counts.get(state) ?? 0) > 0,
  )
  return (
    <>
      <nav aria-label={words.kinds}>
        <ul class="chip-row">
          <Choice
            name={words.anyKind}
            href={paths.desk(city.slug, { state: filter.state })}
            here={filter.kind === ''}
          />
          {revisionKinds.map((kind) => (
            <Choice
              key={kind}
              name={say(kindNames[kind], lang)}
              href={paths.desk(city.slug, { kind, state: filter.state })}
              here={filter.kind === kind}
            />
          ))}
        </ul>
      </nav>
      <nav aria-label={words.states}>
        <ul class="chip-row">
          {shown.map((state) => (
            <Choice
              key={state}
              name={words.count(
                say(revisionWorkflow.states[state].staff, lang),
                formatNumber(counts.get(state) ?? 0),
              )}
              href={paths.desk(city.slug, { kind: filter.kind, state })}
              here={filter.state === state}
            />
          ))}
        </ul>
      </nav>
    </>
  )
}

const columnsOf = ({ lang, city, now }: DeskListProps): Column<DeskRevision>[] => {
  const words = sentences[lang].desk
  return [
    {
      label: words.group,
      heading: true,
      cell: ({ id, groupName }) => <a href={paths.revision(city.slug, id)}>{groupName}</a>,
    },
    { label: words.kind, cell: ({ kind }) => say(kindNames[kind], lang) },
    { label: words.receiptNumber, cell: ({ receiptNumber }) => receiptNumber ?? words.none },
    {
      label: words.sentOn,
      cell: ({ sentAt }) =>
        sentAt ? <When time={dayText(tokyoDayOf(sentAt), lang)} /> : words.none,
    },
    {
      label: words.due,
      cell: ({ dueOn }) => <DueDay lang={lang} now={now} day={dueOn} none={words.none} />,
    },
  ]
}

/** All change notices and renewals the desk knows of, the most urgent first. */
export const DeskList = (props: DeskListProps) => {
  const { lang, city, filter, rows, counts } = props
  const words = sentences[lang].desk
  const caption = words.caption(say(revisionWorkflow.states[filter.state].staff, lang))
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <ButtonRow>
        <ButtonLink href={paths.renewals(city.slug)} kind="secondary" icon="calendar">
          {words.renewals}
        </ButtonLink>
      </ButtonRow>
      <Filters {...props} />
      <Section id="list" title={caption}>
        {rows.length === 0 ? (
          <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
        ) : (
          <Table
            lang={lang}
            id="revisions"
            caption={caption}
            captionHidden
            stacks
            columns={columnsOf(props)}
            rows={rows}
          />
        )}
        <Pagination
          lang={lang}
          page={filter.page}
          pageSize={pageSize}
          total={counts.get(filter.state) ?? 0}
          hrefOf={(page) => paths.desk(city.slug, { ...filter, page })}
        />
      </Section>
    </>
  )
}

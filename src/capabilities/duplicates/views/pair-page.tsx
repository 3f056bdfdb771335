import { colon, type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipLabel,
  type Column,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  NotificationBanner,
  Section,
  Table,
  Textarea,
} from '#web/ui/index.ts'
import { type Group, groupPaths, registration } from '../../groups/index.ts'
import type { TimelineEntry } from '../../procedures/index.ts'
import type { GroupFacts } from '../facts.ts'
import type { KeyKind } from '../folding.ts'
import { duplicatePaths as paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { Duplicate, VerdictOnPair } from '../suspicion.ts'
import { HandOn } from './hand-on.tsx'
import { kindsText, StrengthChip } from './list-page.tsx'

/** One of the two, with what is known of it. */
export type Compared = { readonly group: Group; readonly facts: GroupFacts | undefined }

export type PairPageProps = {
  readonly lang: Language
  readonly city: City
  readonly one: Compared
  readonly other: Compared
  readonly common: Duplicate | undefined
  readonly verdict: VerdictOnPair | undefined
  /** Who handed the pair on to the office, and why. */
  readonly handed: TimelineEntry | undefined
  readonly may: { readonly judge: boolean; readonly merge: boolean; readonly handOn: boolean }
  readonly typedReason: string
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

type Row = {
  readonly label: string
  readonly kind: KeyKind | undefined
  readonly one: string
  readonly other: string
}

const valuesOf = ({ group, facts }: Compared, lang: Language): Readonly<Record<string, string>> => {
  const join = (texts: readonly string[] | undefined): string =>
    [...new Set(texts ?? [])].join(lang === 'ja' ? '、' : ', ')
  const person = [facts?.representativeName, facts?.representativeKana].filter(Boolean)
  return {
    name: group.name,
    kana: group.nameKana,
    state: say(registration.states[group.state].staff, lang),
    number: [group.number, group.receiptNumber].filter(Boolean).join(' / '),
    registered: group.registeredOn ? formatDate(group.registeredOn, lang) : '',
    corporate: facts?.corporateNumber ?? '',
    representative: person.join('　'),
    address: join(facts?.addresses),
    phone: join(facts?.phones),
    email: join(facts?.emails),
  }
}

const rowNames = [
  'name',
  'kana',
  'state',
  'number',
  'registered',
  'corporate',
  'representative',
  'address',
  'phone',
  'email',
] as const
const kindsOfRows: Readonly<Record<string, KeyKind>> = {
  name: 'name',
  kana: 'kana',
  corporate: 'corporate',
  representative: 'representative',
  address: 'address',
  phone: 'phone',
  email: 'email',
}

const Comparison = ({ lang, city, one, other, common }: PairPageProps) => {
  const words = sentences[lang].pair
  const [left, right] = [valuesOf(one, lang), valuesOf(other, lang)]
  const rows: Row[] = rowNames.map((name) => ({
    label: words.rows[name],
    kind: kindsOfRows[name],
    one: left[name] ?? '',
    other: right[name] ?? '',
  }))
  const columns: readonly Column<Row>[] = [
    {
      label: words.row,
      heading: true,
      cell: ({ label, kind }) => (
        <>
          {label}{' '}
          {kind && common?.kinds.includes(kind) && (
            <ChipLabel tone="warning">{words.same}</ChipLabel>
          )}
        </>
      ),
    },
    { label: words.side.one, cell: (row) => row.one || '—' },
    { label: words.side.other, cell: (row) => row.other || '—' },
  ]
  return (
    <>
      <Table lang={lang} id="both" caption={words.caption} columns={columns} rows={rows} stacks />
      <ul>
        {[one, other].map(({ group }) => (
          <li key={group.id}>
            <a href={groupPaths.registration(city.slug, group.id)}>
              {sentences[lang].numbered(group.name, words.open)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const Verdict = ({ lang, city, one, other, typedReason, errors, newKey }: PairPageProps) => {
  const words = sentences[lang].pair
  return (
    <Section id="verdict" title={words.verdict}>
      <p>{words.verdictText}</p>
      <Form
        action={paths.verdict(city.slug, one.group.id, other.group.id)}
        idempotencyKey={newKey()}
      >
        <Textarea
          lang={lang}
          name="reason"
          label={words.verdictReason}
          hint={words.verdictHint}
          required
          rows={3}
          value={errors.some(({ id }) => id === 'hand-reason') ? '' : typedReason}
          error={errors.find(({ id }) => id === 'reason')?.message}
        />
        <Button kind="secondary">{words.verdictButton}</Button>
      </Form>
    </Section>
  )
}

const Choose = (props: PairPageProps) => {
  const { lang, city, one, other, may } = props
  const words = sentences[lang].pair
  const text = ({ group }: Compared): string =>
    sentences[lang].numbered(group.name, group.number ?? group.receiptNumber ?? '—')
  return (
    <Section id="merge" title={words.merge}>
      <p>{words.mergeText}</p>
      {may.merge ? (
        <ButtonRow>
          {[one, other].map((side) => (
            <ButtonLink
              key={side.group.id}
              href={paths.merge(city.slug, [one.group.id, other.group.id], side.group.id)}
              kind="secondary"
            >
              {words.keep(text(side))}
            </ButtonLink>
          ))}
        </ButtonRow>
      ) : (
        <HandOn {...props} />
      )}
    </Section>
  )
}

/** Two registrations side by side, and what can be decided about them. */
export const PairPage = (props: PairPageProps) => {
  const { lang, common, verdict, handed, one, other, may, errors } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={words.title}>
        {words.pair.title}
      </Heading>
      {verdict && (
        <NotificationBanner lang={lang} kind="info" heading={words.pair.judged}>
          <p class="prose">
            {words.quietBy(
              verdict.deciderName,
              formatDate(tokyoDayOf(verdict.decidedAt), lang),
              verdict.reason,
            )}
          </p>
        </NotificationBanner>
      )}
      {handed && !one.group.mergedInto && !other.group.mergedInto && (
        <NotificationBanner lang={lang} kind="info" heading={words.pair.handed}>
          <p class="prose">
            {words.quietBy(
              handed.actorName,
              formatDate(tokyoDayOf(handed.at), lang),
              handed.reason ?? '',
            )}
          </p>
        </NotificationBanner>
      )}
      {common ? (
        <p>
          <StrengthChip lang={lang} strength={common.strength} /> {words.pair.common}
          {colon[lang]}
          {kindsText(common.kinds, lang)}
        </p>
      ) : (
        <p>{words.pair.nothing}</p>
      )}
      <Comparison {...props} />
      {may.judge && <Verdict {...props} />}
      {may.judge && <Choose {...props} />}
    </>
  )
}

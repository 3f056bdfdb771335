import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import {
  Button,
  ButtonLink,
  ChipLabel,
  type Column,
  DescriptionList,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Table,
} from '#web/ui/index.ts'
import type { Intake } from '../actions/intake.ts'
import { changesAnything, countPlanned, type Planned } from '../intake-plan.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterRules } from '../preset.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import { sentences } from '../sentences.ts'
import { officeNames, people } from './intake-page.tsx'
import { traceWord } from './traces-page.tsx'

export type PreviewProps = {
  readonly lang: Language
  readonly city: City
  readonly head: RosterHead
  readonly rules: RosterRules
  readonly intake: Intake
  readonly unknown: readonly string[]
  /** What was given, to be sent again with the yes. */
  readonly given: { readonly table: string; readonly day: string; readonly complete: boolean }
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const tones = {
  add: 'success',
  change: 'info',
  end: 'warning',
  same: 'plain',
  refuse: 'error',
} as const
const order = ['add', 'change', 'end', 'refuse', 'same'] as const

const Lines = ({ lines }: { lines: readonly (View | string)[] }) => (
  <>
    {lines.map((line, at) => (
      <div key={at}>{line}</div>
    ))}
  </>
)

const refusalLines = (one: Extract<Planned, { kind: 'refuse' }>, lang: Language): string[] => {
  const words = sentences[lang].intake
  if (one.why !== 'faults') return [words[one.why]]
  return one.faults.map(
    ({ header, words: written, text }) =>
      `${header}${written ? `「${written}」` : ''}${colon[lang]}${say(text, lang)}`,
  )
}

const officeLines = (
  one: Exclude<Planned, { kind: 'refuse' }>,
  { lang, rules }: PreviewProps,
): string[] => {
  const words = sentences[lang].intake
  const { begin, end } = one.offices
  return [
    ...(end.length > 0 ? [words.end(officeNames(rules, end, lang))] : []),
    ...(begin.length > 0 ? [words.begin(officeNames(rules, begin, lang))] : []),
  ]
}

const linesOf = (one: Planned, props: PreviewProps): readonly string[] => {
  const { lang } = props
  const words = sentences[lang]
  if (one.kind === 'refuse') return refusalLines(one, lang)
  if (one.kind === 'add')
    return [words.intake.enters(formatDate(one.facts.since, lang)), ...officeLines(one, props)]
  const labels: Readonly<Record<string, string>> = words.columns
  const changed = Object.keys(one.after).map(
    (field) =>
      `${labels[field] ?? field}${colon[lang]}${words.intake.from(
        traceWord(field, one.before[field] ?? '', props),
        traceWord(field, one.after[field] ?? '', props),
      )}`,
  )
  return [
    ...(one.row === null ? [words.intake.missing] : []),
    ...changed,
    ...officeLines(one, props),
  ]
}

const columnsFor = (props: PreviewProps): readonly Column<Planned>[] => {
  const words = sentences[props.lang]
  return [
    {
      label: words.intake.row,
      numeric: true,
      cell: (one) => (one.row === null ? words.intake.notInTable : String(one.row)),
    },
    { label: words.columns.name, heading: true, cell: (one) => one.name || words.none },
    {
      label: words.intake.result,
      cell: (one) => <ChipLabel tone={tones[one.kind]}>{words.intake.change[one.kind]}</ChipLabel>,
    },
    { label: words.intake.why, cell: (one) => <Lines lines={linesOf(one, props)} /> },
  ]
}

const Yes = ({ lang, city, head, intake, given, newKey }: PreviewProps) => {
  const words = sentences[lang].intake
  return (
    <Form action={paths.intakeRun(city.slug, head.id)} idempotencyKey={newKey()}>
      <HiddenInput name="pasted" value={given.table} />
      <HiddenInput name="day" value={given.day} />
      {given.complete && <HiddenInput name="complete" value="yes" />}
      <HiddenInput name="sign" value={intake.sign} />
      <Button size="large">{words.run}</Button>
    </Form>
  )
}

/** What would be added, changed and ended, and why; then the yes. */
export const IntakePreview = (props: PreviewProps) => {
  const { lang, city, head, intake, unknown, errors } = props
  const words = sentences[lang].intake
  const counts = countPlanned(intake.planned)
  const rows = order.flatMap((kind) => intake.planned.filter((one) => one.kind === kind))
  const changes = changesAnything(intake.planned)
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={sentences[lang].titleOf(head.name)}>
        {words.previewTitle}
      </Heading>
      <Lead>{words.previewLead}</Lead>
      <DescriptionList
        items={order
          .filter((kind) => counts[kind] > 0)
          .map((kind) => ({ term: words.change[kind], description: people(counts[kind], lang) }))}
      />
      {unknown.length > 0 && <p>{words.unknown(unknown.join(lang === 'ja' ? '、' : ', '))}</p>}
      {counts.refuse > 0 && <p>{words.refusedText}</p>}
      <div id="result">
        {rows.length > 0 && (
          <Table
            lang={lang}
            id="plan"
            caption={words.caption}
            stacks
            dense
            columns={columnsFor(props)}
            rows={rows}
          />
        )}
      </div>
      {changes ? <Yes {...props} /> : <p>{words.noChange}</p>}
      <p>
        <ButtonLink href={paths.intake(city.slug, head.id)} kind="text">
          {words.again}
        </ButtonLink>
      </p>
    </>
  )
}

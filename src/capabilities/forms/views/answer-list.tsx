import { type Language, say } from '#kernel/bilingual.ts'
import { isPlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatYen } from '#kernel/money.ts'
import { formatNumber } from '#kernel/number.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { ChipLabel, ChipRow, DescriptionList, Section, Table } from '#web/ui/index.ts'
import { FileLinks, type StoredFile } from '../../procedures/index.ts'
import {
  type Answer,
  type Answers,
  listAnswer,
  optionsOf,
  type Row,
  rowsAnswer,
  sumColumn,
  visibilityOf,
} from '../answers.ts'
import { isByHand, isKept } from '../by-hand.ts'
import type { FormColumn, FormDefinition, FormField, Visibility } from '../definition.ts'
import { sentences } from '../sentences.ts'

/** Whose eyes the answers are for: everyone's, those of the parties, or those of staff who work on it. */
export type Reader = 'public' | 'parties' | 'staff'

const readable: Readonly<Record<Reader, readonly Visibility[]>> = {
  public: ['public'],
  parties: ['public', 'partial'],
  staff: ['public', 'partial', 'private'],
}

type AnswerListProps = {
  readonly lang: Language
  readonly city: City
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly visibility?: Readonly<Record<string, Visibility>>
  readonly files?: ReadonlyMap<string, readonly StoredFile[]>
  readonly reader: Reader
  readonly level?: 2 | 3
  /** Fields of which those concerned are told that everyone can read them. */
  readonly markedPublic?: ReadonlySet<string> | undefined
}

/** The fields of the form that such a reader may see. */
export const readableFields = (
  definition: FormDefinition,
  chosen: Readonly<Record<string, Visibility>>,
  reader: Reader,
): readonly FormField[] =>
  definition.sections
    .flatMap((section) => section.fields)
    .filter((field) => readable[reader].includes(visibilityOf(field, chosen)))

const cellText = (
  column: Pick<FormColumn, 'kind'>,
  value: string | number | undefined,
  lang: Language,
): string => {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number')
    return column.kind === 'money' ? formatYen(value, lang) : formatNumber(value)
  return isPlainDate(value) && column.kind === 'date' ? formatDate(value, lang) : value
}

/** A sum that nobody wrote is said to be missing; an empty remark is none. */
const cellIn = (column: FormColumn, row: Row, lang: Language): string => {
  const text = cellText(column, row[column.code], lang)
  return text === '' && column.kind === 'money' ? sentences[lang].notAnswered : text
}

/** What stands under a column: its sum, where it holds money that was written. */
const footIn = (column: FormColumn, rows: readonly Row[], lang: Language): string =>
  column.kind === 'money' && rows.some((row) => typeof row[column.code] === 'number')
    ? formatYen(sumColumn(rows, column.code), lang)
    : ''

/** Columns that no row says anything in take room from those that do; a sum that is missing is told. */
const columnsIn = (field: FormField, rows: readonly Row[]): readonly FormColumn[] =>
  (field.columns ?? []).filter(
    ({ code, kind }, at) =>
      at === 0 || kind === 'money' || rows.some((row) => (row[code] ?? '') !== ''),
  )

const TableAnswer = ({
  lang,
  field,
  rows,
}: {
  lang: Language
  field: FormField
  rows: readonly Row[]
}) => (
  <Table<Row>
    lang={lang}
    id={`answer-${field.code}`}
    caption={say(field.label, lang)}
    captionHidden
    columns={columnsIn(field, rows).map((column, at) => ({
      label: say(column.label, lang),
      numeric: column.kind === 'money' || column.kind === 'number',
      heading: at === 0,
      cell: (row) => cellIn(column, row, lang),
    }))}
    rows={rows}
    {...(field.sum
      ? {
          foot: columnsIn(field, rows).map((column, at) =>
            at === 0 ? sentences[lang].total : footIn(column, rows, lang),
          ),
        }
      : {})}
  />
)

/** 「12人」. English terms say what is counted (Number of members: 12), so the number stands alone. */
const withUnit = ({ unit }: FormField, answer: number, lang: Language): string =>
  lang === 'ja' && unit ? `${formatNumber(answer)}${unit.ja}` : formatNumber(answer)

/** One answer as people read it. */
export const answerText = (
  field: FormField,
  answer: Answer | undefined,
  around: { readonly lang: Language; readonly city: City },
): string => {
  const { lang, city } = around
  if (answer === undefined) return ''
  if (typeof answer === 'boolean')
    return field.kind === 'declaration'
      ? sentences[lang].agreed
      : answer
        ? sentences[lang].yes
        : sentences[lang].no
  if (typeof answer === 'number')
    return field.kind === 'money' ? formatYen(answer, lang) : withUnit(field, answer, lang)
  const labels = new Map(
    optionsOf(field, city).map((option) => [option.code, say(option.label, lang)]),
  )
  if (typeof answer === 'string')
    return (
      labels.get(answer) ??
      cellText({ kind: field.kind === 'date' ? 'date' : 'text' }, answer, lang)
    )
  return listAnswer({ answer }, 'answer')
    .map((code) => labels.get(code) ?? code)
    .join(lang === 'ja' ? '、' : ', ')
}

const AnswerView = (props: AnswerListProps & { readonly field: FormField }): Child => {
  const { lang, city, field, answers, files } = props
  const kept = files?.get(field.code)
  if (field.kind === 'file')
    return kept?.length ? (
      <FileLinks lang={lang} citySlug={city.slug} files={kept} />
    ) : isByHand(field, answers) ? (
      sentences[lang].byHand.chosen
    ) : isKept(field, answers) ? (
      sentences[lang].kept
    ) : (
      sentences[lang].notAnswered
    )
  const rows = rowsAnswer(answers, field.code)
  if (rows.length > 0) return <TableAnswer lang={lang} field={field} rows={rows} />
  const text = answerText(field, answers[field.code], { lang, city })
  return text === '' ? sentences[lang].notAnswered : <span class="prose">{text}</span>
}

/** 「4 お金」 as the second section that is shown is 「2 お金」: numbers that jump look as if something were missing. */
const renumbered = (title: string, place: number): string =>
  title.replace(/^\d+(?=[ 　])/, String(place))

/** A sheet's answers, section by section, as far as this reader may see them. Unanswered fields are left out for the public. */
export const AnswerList = (props: AnswerListProps) => {
  const { lang, definition, answers, reader, files, level = 2 } = props
  const readableCodes = new Set(
    readableFields(definition, props.visibility ?? {}, reader).map((field) => field.code),
  )
  const isAnswered = ({ code }: FormField): boolean =>
    answers[code] !== undefined || (files?.get(code)?.length ?? 0) > 0
  const isShown = (field: FormField): boolean =>
    readableCodes.has(field.code) && (reader !== 'public' || isAnswered(field))
  const shown = definition.sections.flatMap(({ title, fields }, at) =>
    fields.some(isShown) ? [{ title, fields: fields.filter(isShown), at }] : [],
  )
  return (
    <>
      {shown.map(({ title, fields, at }, place) => (
        <Section
          key={at}
          id={`answers-${definition.code}-${at + 1}`}
          level={level}
          title={renumbered(say(title, lang), place + 1)}
        >
          <DescriptionList
            items={fields.map((field) => ({
              term: say(field.label, lang),
              description: (
                <>
                  {AnswerView({ ...props, field })}
                  {props.markedPublic?.has(field.code) && isAnswered(field) && (
                    <ChipRow>
                      <ChipLabel tone="info">{sentences[lang].isPublic}</ChipLabel>
                    </ChipRow>
                  )}
                </>
              ),
            }))}
          />
        </Section>
      ))}
    </>
  )
}

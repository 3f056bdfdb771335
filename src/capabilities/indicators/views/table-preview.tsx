import { inBrackets, type Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Table,
  TextInput,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { changing, type PlannedRow, type TablePlan } from '../table.ts'
import { boundedText, yearText } from '../value-text.ts'

interface TablePreviewProps {
  lang: Language
  citySlug: string
  plan: TablePlan
  /** The rows as text that reads the same again. */
  text: string
  reason: string
  errors: readonly FieldError[]
  newKey: () => string
}

const saidOf = (lang: Language, row: PlannedRow): string => {
  const words = sentences[lang]
  if (!row.indicator || (row.what !== 'add' && row.what !== 'correct'))
    return row.faults.map((fault) => fault[lang]).join(' ')
  const { indicator, value } = row
  const said = `${yearText(indicator, value.year, lang)} ${boundedText(value, indicator.unit, lang)}`
  return row.what === 'correct'
    ? `${said}${inBrackets(words.was(boundedText(row.before, indicator.unit, lang)), lang)}`
    : said
}

function TakeIn(props: TablePreviewProps) {
  const { lang, citySlug, plan, text, reason, errors, newKey } = props
  const words = sentences[lang]
  const rows = changing(plan)
  if (rows.length === 0) return <p>{words.nothingToDo}</p>
  const corrects = rows.some(({ what }) => what === 'correct')
  return (
    <Form action={paths.takeIn(citySlug)} idempotencyKey={newKey()}>
      <HiddenInput name="pasted" value={text} />
      <HiddenInput name="sign" value={plan.sign} />
      {corrects && (
        <TextInput
          lang={lang}
          name="reason"
          label={words.tableReason}
          hint={words.tableReasonHint}
          required
          value={reason}
          error={errors.find(({ id }) => id === 'reason')?.message}
        />
      )}
      <Button>{words.run(formatNumber(rows.length))}</Button>
    </Form>
  )
}

/** What a table would do, row by row, before anything is written. */
export function TablePreview(props: TablePreviewProps) {
  const { lang, citySlug, plan, errors } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1}>{words.previewTitle}</Heading>
      {plan.unknown.length > 0 && (
        <p>{words.unknownColumns(plan.unknown.join(lang === 'ja' ? '、' : ', '))}</p>
      )}
      <div id="result">
        <Table
          lang={lang}
          id="preview-table"
          caption={words.previewCaption}
          stacks
          columns={[
            { label: words.row, heading: true, cell: ({ number }) => formatNumber(number) },
            {
              label: words.indicator,
              cell: ({ indicator, code }) => indicator?.title[lang] ?? code,
            },
            { label: words.what, cell: ({ what }) => words.whats[what] },
            { label: words.value, cell: (row) => saidOf(lang, row) },
          ]}
          rows={plan.rows}
        />
      </div>
      <TakeIn {...props} />
      <p>
        <a href={paths.table(citySlug)}>{words.backToTable}</a>
      </p>
    </>
  )
}

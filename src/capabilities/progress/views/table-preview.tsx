import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { Scale } from '#kernel/scale.ts'
import { Button, ChipLabel, type FieldError, Form, HiddenInput, Table } from '#web/ui/index.ts'
import { paths, type YearPlace } from '../paths.ts'
import type { Part, Round } from '../round.ts'
import { sentences } from '../sentences.ts'
import type { Change, PlannedRow, TablePlan } from '../table.ts'
import { gradeText } from '../words.ts'
import { YearFrame } from './year-frame.tsx'

type TablePreviewProps = {
  readonly lang: Language
  readonly round: Round
  readonly at: YearPlace
  readonly part: Part
  readonly plan: TablePlan
  readonly text: string
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const ChangeView = ({ lang, scale, change }: { lang: Language; scale: Scale; change: Change }) => {
  const words = sentences[lang]
  const shown = (text: string): string => {
    if (text === '') return words.empty
    return change.field === 'grade' ? gradeText(scale, text, lang) : text
  }
  return (
    <div>
      <strong>{words.fields[change.field]}</strong>
      <p class="prose">
        <del>{shown(change.before)}</del>
      </p>
      <p class="prose">
        <ins>{shown(change.after)}</ins>
      </p>
    </div>
  )
}

const Outcome = ({ lang, scale, row }: { lang: Language; scale: Scale; row: PlannedRow }) => {
  const words = sentences[lang]
  if (row.faults.length > 0)
    return (
      <>
        <ChipLabel tone="error">{words.rowRefused}</ChipLabel>
        <ul>
          {row.faults.map(({ heading, text }) => (
            <li key={heading + text.ja}>
              {heading}
              {colon[lang]}
              {say(text, lang)}
            </li>
          ))}
        </ul>
      </>
    )
  if (!row.typed) return <ChipLabel>{words.rowSame}</ChipLabel>
  return (
    <>
      <ChipLabel tone="success">{words.rowChanges}</ChipLabel>
      {row.changes.map((change) => (
        <ChangeView key={change.field} lang={lang} scale={scale} change={change} />
      ))}
    </>
  )
}

/** What a table would change, row by row, before anything is written. */
export const TablePreview = (props: TablePreviewProps) => {
  const { lang, round, at, part, plan, text, newKey } = props
  const words = sentences[lang]
  const changes = plan.rows.filter(({ typed }) => typed).length
  const refused = plan.rows.filter(({ faults }) => faults.length > 0).length
  return (
    <YearFrame
      {...props}
      title={words.previewTitle}
      lead={words.previewLead(changes, refused, plan.rows.length - changes - refused)}
    >
      {plan.unknown.length > 0 && (
        <p>{words.unknownColumns(plan.unknown.join(lang === 'ja' ? '、' : ', '))}</p>
      )}
      <Table
        lang={lang}
        id="result"
        caption={words.previewCaption}
        stacks
        columns={[
          { label: words.rowNumber, numeric: true, cell: ({ number }) => String(number) },
          {
            label: words.item,
            heading: true,
            cell: ({ no, title }) => `${no} ${title ? say(title, lang) : ''}`,
          },
          {
            label: words.outcome,
            cell: (row) => <Outcome lang={lang} scale={round.scale} row={row} />,
          },
        ]}
        rows={plan.rows}
      />
      {changes > 0 && (
        <Form action={paths.takeIn(at, part.department)} idempotencyKey={newKey()}>
          <HiddenInput name="pasted" value={text} />
          <HiddenInput name="sign" value={plan.sign} />
          <Button>{words.takeInRows(changes)}</Button>
        </Form>
      )}
      <p>
        <a href={paths.table(at, part.department)}>{words.tableBack}</a>
      </p>
    </YearFrame>
  )
}

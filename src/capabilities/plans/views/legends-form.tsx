import { say } from '#kernel/bilingual.ts'
import {
  addRowName,
  Button,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  RepeatedRows,
  Section,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { rowsOf } from '../draft-plan.ts'
import { draftSentences } from '../draft-sentences.ts'
import { type LegendName, legendColumns } from '../legends-form.ts'
import { ClashBanner, errorAt, Field, type Filled, Theirs } from './draft-fields.tsx'

export interface LegendsFormProps extends Filled {
  over: string
  action: string
  formKey: string
  seen: number
  /** The list for which one more row was asked. */
  grown: string
}

const legendNames = Object.keys(legendColumns) as LegendName[]

/** Problems of a whole list are mended in its first field. */
const anchored = (problems: LegendsFormProps['problems']): LegendsFormProps['problems'] =>
  problems.map((problem) =>
    (legendNames as readonly string[]).includes(problem.name)
      ? { ...problem, name: `${problem.name}.0.code` }
      : problem,
  )

function List({ name, ...props }: LegendsFormProps & { name: LegendName }) {
  const { lang, values, problems, grown } = props
  const words = draftSentences[lang].legends
  const columns = legendColumns[name].map((code) => ({
    code,
    label: words[code],
    kind: 'text' as const,
  }))
  const rows = rowsOf(values, name)
  const clashing = props.clash?.fields.filter((field) => field.startsWith(`${name}.`)) ?? []
  return (
    <>
      <RepeatedRows
        lang={lang}
        name={name}
        label={words[name]}
        hint={words[`${name}Hint`]}
        error={errorAt(props, name)}
        columns={columns}
        rows={rows}
        spare={grown === name ? (rows.length > 0 ? 2 : 3) : 1}
        grown={grown === name}
        errors={Object.fromEntries(
          problems.map((problem) => [problem.name, say(problem.text, lang)]),
        )}
      />
      {clashing.map((field) => (
        <Theirs key={field} {...props} name={field} />
      ))}
    </>
  )
}

/** The words of a plan: levels, classes, marks, grades, targets, figures, and its years. */
export function LegendsForm(props: LegendsFormProps) {
  const { lang, problems, over, action, formKey, seen } = props
  const words = draftSentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(anchored(problems), lang)} />
      <Heading level={1} over={over}>
        {words.legendsTitle}
      </Heading>
      <Lead>{words.legends.lead}</Lead>
      <ClashBanner {...props} />
      <Form action={action} idempotencyKey={formKey} keepsChanges>
        <HiddenInput name="seen" value={String(seen)} />
        <List {...props} name="levels" />
        <List {...props} name="classes" />
        <Section id="years" title={words.legends.years}>
          <Field {...props} name="years_from" label={words.legends.yearsFrom} required={false} />
          <Field {...props} name="years_to" label={words.legends.yearsTo} required={false} />
        </Section>
        <List {...props} name="marks" />
        <List {...props} name="targets" />
        <List {...props} name="figures" />
        <List {...props} name="grades" />
        <Button>{words.item.save}</Button>
      </Form>
    </>
  )
}

/** The list for which a form asks one more row; empty where it is to be saved. */
export const rowAskedIn = (sent: { text(name: string): string }): string => {
  const name = sent.text(addRowName)
  return (legendNames as readonly string[]).includes(name) ? name : ''
}

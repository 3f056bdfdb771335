import { type Language, say } from '#kernel/bilingual.ts'
import { Disclosure, Textarea, TextInput } from '#web/ui/index.ts'
import { wordInputs } from '../form.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'

/** What stands in a form, by the name of the input. */
export type Values = Readonly<Record<string, string>>

export type FormState = {
  readonly lang: Language
  readonly values: Values
  readonly problems: readonly FieldProblem[]
}

export const errorAt = ({ problems, lang }: FormState, name: string): string | undefined => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

export type WordsField = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly required: boolean
  /** Rows of the field; one line when left out. */
  readonly rows?: number
}

const Field = (props: FormState & WordsField & { readonly input: string }) => {
  const { lang, label, hint, required, rows, input, values } = props
  const field = { lang, name: input, label, hint, required, error: errorAt(props, input) }
  return rows ? (
    <Textarea {...field} rows={rows} value={values[input]} />
  ) : (
    <TextInput {...field} value={values[input]} />
  )
}

/** The Japanese of a text. */
export const JapaneseField = (props: FormState & WordsField) => (
  <Field {...props} input={wordInputs(props.name).ja} />
)

/** English and やさしい日本語 of several texts, folded away: nobody has to write them. */
export const OtherReadings = (
  props: FormState & { readonly fields: readonly WordsField[]; readonly hint?: string },
) => {
  const { lang, fields, values, hint } = props
  const words = sentences[lang].form
  const inputs = fields.flatMap(({ name }) => [wordInputs(name).en, wordInputs(name).easy])
  const open = inputs.some((input) => (values[input] ?? '') !== '' || errorAt(props, input))
  return (
    <Disclosure summary={words.others} open={open}>
      <p>{hint ?? words.othersHint}</p>
      {fields.map((field) => (
        <>
          <Field
            {...props}
            {...field}
            label={words.english(field.label)}
            hint={undefined}
            required={false}
            input={wordInputs(field.name).en}
          />
          <Field
            {...props}
            {...field}
            label={words.easy(field.label)}
            hint={undefined}
            required={false}
            input={wordInputs(field.name).easy}
          />
        </>
      ))}
    </Disclosure>
  )
}

import { type Language, say } from '#kernel/bilingual.ts'
import {
  Checkbox,
  CheckboxGroup,
  DateInput,
  FieldGroup,
  Heading,
  RadioGroup,
  Select,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import {
  numberOf,
  type Question,
  type Questionnaire,
  type Reading,
  read,
} from '../questionnaire.ts'
import { type FieldProblem, inputs, type Sent, unknownValue } from '../read-answers.ts'
import { sentences } from '../sentences.ts'

export type AnswerFieldsProps = {
  readonly lang: Language
  readonly reading: Reading
  readonly questionnaire: Questionnaire
  /** The questions that are shown here. */
  readonly questions: readonly Question[]
  /** What is filled in. */
  readonly typed: Sent
  readonly problems: readonly FieldProblem[]
  /** True where the branches are not followed by the page itself. */
  readonly showBranches: boolean
}

type OneProps = AnswerFieldsProps & { readonly question: Question }

const errorOf = ({ problems, lang }: OneProps, name: string): string | undefined => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

const mostInRadio = 12

const labelOf = ({ questionnaire, question, lang, reading }: OneProps): string =>
  `${sentences[lang].builder.number(numberOf(questionnaire, question.id))}${lang === 'ja' ? '　' : '. '}${read(question.text, reading)}`

/** 「「いいえ」と答えた方は、問6へ進んでください。」 */
const branchTexts = ({ questionnaire, question, lang, reading }: OneProps): readonly string[] => {
  const words = sentences[lang].answering
  return question.branches.map(({ when, to }) => {
    const choices = question.choices
      .filter(({ code }) => when.includes(code))
      .map(({ text }) =>
        lang === 'ja' ? `「${read(text, reading)}」` : `“${read(text, reading)}”`,
      )
    const target = to === 'end' ? words.toEnd : words.toQuestion(numberOf(questionnaire, to))
    return words.branch(choices.join(lang === 'ja' ? '' : ', '), target)
  })
}

const hintOf = (props: OneProps) => {
  const { question, lang, reading, showBranches } = props
  const words = sentences[lang].answering
  const count = question.most === null ? words.any : words.upTo(question.most)
  const lines = [
    read(question.help, reading),
    question.kind === 'multiple' ? count : '',
    ...(showBranches ? branchTexts(props) : []),
  ].filter((line) => line !== '')
  if (lines.length === 0) return undefined
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}

const optionsOf = ({ question, lang, reading }: OneProps) => [
  ...question.choices.map(({ code, text }) => ({
    value: String(code),
    label: read(text, reading),
  })),
  ...(question.dontKnow ? [{ value: unknownValue, label: sentences[lang].answering.unknown }] : []),
]

const fieldOf = (props: OneProps) => ({
  lang: props.lang,
  name: inputs.main(props.question.id),
  label: labelOf(props),
  required: props.question.required,
  hint: hintOf(props),
  error: errorOf(props, inputs.main(props.question.id)),
})

const Other = ({ question, typed, lang }: OneProps) =>
  question.choices.some(({ other }) => other) ? (
    <TextInput
      lang={lang}
      name={inputs.other(question.id)}
      label={sentences[lang].answering.other}
      autocomplete="off"
      value={typed.text(inputs.other(question.id))}
    />
  ) : null

const OfChoices = (props: OneProps) => {
  const { question, typed } = props
  const values = typed.all(inputs.main(question.id))
  const options = optionsOf(props)
  if (question.kind === 'multiple')
    return <CheckboxGroup {...fieldOf(props)} options={options} values={values} />
  return options.length > mostInRadio ? (
    <Select {...fieldOf(props)} options={options} value={values[0]} />
  ) : (
    <RadioGroup {...fieldOf(props)} options={options} value={values[0]} />
  )
}

const UnknownBox = ({ question, typed, lang }: OneProps) =>
  question.dontKnow ? (
    <Checkbox
      lang={lang}
      name={inputs.unknown(question.id)}
      label={sentences[lang].answering.unknown}
      checked={typed.text(inputs.unknown(question.id)) === 'yes'}
    />
  ) : null

const Matrix = (props: OneProps) => {
  const { question, typed, lang, reading } = props
  const first = question.rows[0]?.code ?? 0
  const name = inputs.row(question.id, first)
  return (
    <FieldGroup {...fieldOf(props)} name={name} id={`${name}-all`} error={errorOf(props, name)}>
      {question.rows.map(({ code, text }) => (
        <RadioGroup
          key={code}
          lang={lang}
          name={inputs.row(question.id, code)}
          label={read(text, reading)}
          inline
          options={optionsOf({ ...props, question: { ...question, dontKnow: false } })}
          value={typed.text(inputs.row(question.id, code))}
        />
      ))}
      <UnknownBox {...props} />
    </FieldGroup>
  )
}

const Typed = (props: OneProps) => {
  const { question, typed, reading } = props
  const value = typed.text(inputs.main(question.id))
  if (question.kind === 'text') return <Textarea {...fieldOf(props)} rows={4} value={value} />
  if (question.kind === 'date') return <DateInput {...fieldOf(props)} value={value} />
  return (
    <TextInput
      {...fieldOf(props)}
      width="short"
      inputmode="numeric"
      autocomplete="off"
      value={value}
      unit={read(question.unit, reading) || undefined}
    />
  )
}

const One = (props: OneProps) => {
  const { kind } = props.question
  if (kind === 'matrix') return <Matrix {...props} />
  if (kind === 'number' || kind === 'text' || kind === 'date')
    return (
      <>
        <Typed {...props} />
        <UnknownBox {...props} />
      </>
    )
  return (
    <>
      <OfChoices {...props} />
      <Other {...props} />
    </>
  )
}

/** Questions to be answered, under the headings of their sections. */
export const AnswerFields = (props: AnswerFieldsProps) => (
  <>
    {props.questions.map((question) => (
      <>
        {question.section && <Heading level={2}>{read(question.section, props.reading)}</Heading>}
        <One key={question.id} {...props} question={question} />
      </>
    ))}
  </>
)

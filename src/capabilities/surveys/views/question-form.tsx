import type { City } from '#kernel/city.ts'
import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  NotificationBanner,
  Section,
  Select,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { hasChoices, isOneChoice, numberOf, type Question, read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'
import {
  errorAt,
  type FormState,
  JapaneseField,
  OtherReadings,
  type WordsField,
} from './words-fields.tsx'

export type QuestionFormProps = FormState & {
  readonly city: City
  readonly survey: Survey
  readonly question: Question
  readonly isNew: boolean
  readonly action: string
  readonly formKey: string
  readonly meanwhile?: boolean
}

const fieldsFor = ({ lang, question, survey }: QuestionFormProps): readonly WordsField[] => {
  const words = sentences[lang].question
  const { kind } = question
  const scale = kind === 'scale' ? words.scaleHint : words.choicesHint
  const choices = { name: 'choices', label: words.choices, hint: scale, required: true, rows: 6 }
  const rows = { name: 'rows', label: words.rows, hint: words.rowsHint, required: true, rows: 5 }
  const section = {
    name: 'section',
    label: words.section,
    hint: words.sectionHint,
    required: false,
  }
  const mayHaveSection = !survey.frozen || question.section !== null
  return [
    { name: 'text', label: words.text, required: true, rows: 2 },
    { name: 'help', label: words.help, hint: words.helpHint, required: false, rows: 2 },
    ...(kind === 'matrix' ? [rows] : []),
    ...(hasChoices(kind) && kind !== 'area' ? [choices] : []),
    ...(kind === 'number' && !survey.frozen
      ? [{ name: 'unit', label: words.unit, required: false }]
      : []),
    ...(mayHaveSection ? [section] : []),
  ]
}

const Limits = (props: QuestionFormProps) => {
  const { lang, question, values } = props
  const words = sentences[lang].question
  const count = (name: string, label: string, hint: string) => (
    <TextInput
      lang={lang}
      name={name}
      label={label}
      hint={hint}
      required={false}
      width="short"
      inputmode="numeric"
      autocomplete="off"
      value={values[name]}
      error={errorAt(props, name)}
    />
  )
  return (
    <>
      {(question.kind === 'single' || question.kind === 'multiple') && (
        <Checkbox lang={lang} name="other" label={words.other} checked={values.other === 'yes'} />
      )}
      {question.kind === 'multiple' && count('most', words.most, words.mostHint)}
      {question.kind === 'number' && (
        <>
          {count('least', words.least, words.rangeHint)}
          {count('greatest', words.greatest, words.rangeHint)}
        </>
      )}
      {question.kind === 'area' && <p>{words.areas}</p>}
      <Checkbox
        lang={lang}
        name="required"
        label={sentences[lang].builder.required}
        checked={values.required === 'yes'}
      />
      <Checkbox
        lang={lang}
        name="dont_know"
        label={sentences[lang].builder.dontKnow}
        checked={values.dont_know === 'yes'}
      />
    </>
  )
}

const Branches = ({ lang, survey, question, isNew, values }: QuestionFormProps) => {
  const words = sentences[lang].question
  if (!isOneChoice(question.kind) || question.kind === 'area') return null
  if (isNew || question.choices.length === 0) return <p class="hint">{words.branchesLater}</p>
  const number = numberOf(survey.questionnaire, question.id)
  const later = survey.questionnaire.questions.slice(number)
  const options = [
    ...later.map(({ id, text }, at) => ({
      value: id,
      label: `${sentences[lang].builder.number(number + at + 1)} ${read(text, lang)}`,
    })),
    { value: 'end', label: words.end },
  ]
  return (
    <Section id="branches" title={words.branches}>
      <p>{words.branchesText}</p>
      {question.choices.map(({ code, text }) => (
        <Select
          key={code}
          lang={lang}
          name={`branch-${code}`}
          label={words.branch(read(text, lang))}
          emptyLabel={words.next}
          options={options}
          value={values[`branch-${code}`]}
        />
      ))}
    </Section>
  )
}

const titleOf = ({ lang, survey, question, isNew }: QuestionFormProps): string => {
  const words = sentences[lang]
  const number = numberOf(survey.questionnaire, question.id)
  if (isNew) return words.question.newTitle(words.builder.kinds[question.kind])
  return survey.frozen ? words.question.mendTitle(number) : words.question.editTitle(number)
}

/** The form of a question; once there are answers, of its words alone. */
export const QuestionFormPage = (props: QuestionFormProps) => {
  const { lang, survey, question, problems, action, formKey, values, meanwhile } = props
  const words = sentences[lang].question
  const fields = fieldsFor(props)
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1} over={read(survey.texts.title, lang)}>
        {titleOf(props)}
      </Heading>
      {meanwhile && (
        <NotificationBanner lang={lang} kind="error" heading={sentences[lang].form.meanwhile} />
      )}
      <Form action={action} idempotencyKey={formKey} keepsChanges>
        <HiddenInput name="kind" value={question.kind} />
        <HiddenInput name="revision" value={String(survey.revision)} />
        {fields.map((field) => (
          <JapaneseField key={field.name} {...props} {...field} />
        ))}
        <OtherReadings {...props} fields={fields} hint={words.sameOrder} />
        {survey.frozen ? (
          <Textarea
            lang={lang}
            name="reason"
            label={words.mendReason}
            required
            rows={2}
            value={values.reason}
            error={errorAt(props, 'reason')}
          />
        ) : (
          <>
            <Limits {...props} />
            <Branches {...props} />
          </>
        )}
        <Button>{survey.frozen ? words.mend : words.save}</Button>
      </Form>
    </>
  )
}

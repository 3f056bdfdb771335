import { say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  CheckboxGroup,
  DateInput,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  RadioGroup,
  Select,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { sentences } from '../sentences.ts'
import { layouts, surveyWays } from '../survey.ts'
import {
  errorAt,
  type FormState,
  JapaneseField,
  OtherReadings,
  type WordsField,
} from './words-fields.tsx'

type FactsFormProps = FormState & {
  readonly city: City
  readonly action: string
  readonly formKey: string
  readonly ways: readonly string[]
  /** Departments in whose name the writer may ask; `null` is the office or the centre. */
  readonly departments: readonly (string | null)[]
  readonly editing: boolean
  /** The title of the survey whose questions are copied. */
  readonly copyOf?: string | undefined
  readonly meanwhile?: boolean | undefined
}

const fieldsIn = (lang: FactsFormProps['lang']): readonly WordsField[] => {
  const { names } = sentences[lang].form
  return [
    { name: 'title', label: names.title, required: true },
    { name: 'purpose', label: names.purpose, required: true, rows: 3 },
    { name: 'asked', label: names.asked, required: true, rows: 2 },
    { name: 'use', label: names.use, required: true, rows: 3 },
    { name: 'contact', label: names.contact, required: true, rows: 2 },
  ]
}

const Department = (props: FactsFormProps) => {
  const { lang, city, departments, values } = props
  const words = sentences[lang].form
  const named = city.departments.filter(({ code }) => departments.includes(code))
  return (
    <Select
      lang={lang}
      name="department"
      label={words.department}
      required={!departments.includes(null)}
      emptyLabel={departments.includes(null) ? words.noDepartment : undefined}
      options={named.map(({ code, name }) => ({ value: code, label: say(name, lang) }))}
      value={values.department}
      error={errorAt(props, 'department')}
    />
  )
}

const Decisions = (props: FactsFormProps) => {
  const { lang, values, ways } = props
  const words = sentences[lang]
  return (
    <>
      <DateInput
        lang={lang}
        name="opens_on"
        label={words.form.opensOn}
        required
        value={values.opens_on}
        error={errorAt(props, 'opens_on')}
      />
      <DateInput
        lang={lang}
        name="closes_on"
        label={words.form.closesOn}
        required
        formatTold
        value={values.closes_on}
        error={errorAt(props, 'closes_on')}
      />
      <Department {...props} />
      <CheckboxGroup
        lang={lang}
        name="ways"
        label={words.form.ways}
        required
        options={surveyWays.map((way) => ({
          value: way,
          label: words.ways[way],
          hint: words.form.wayHints[way],
        }))}
        values={ways}
        error={errorAt(props, 'ways')}
      />
      <RadioGroup
        lang={lang}
        name="layout"
        label={words.form.layout}
        required
        options={layouts.map((layout) => ({ value: layout, label: words.layouts[layout] }))}
        value={values.layout || 'one'}
      />
    </>
  )
}

/** The form in which a survey is begun, or its facts are changed. */
export const FactsFormPage = (props: FactsFormProps) => {
  const { lang, problems, action, formKey, values, editing, copyOf, meanwhile } = props
  const words = sentences[lang].form
  const fields = fieldsIn(lang)
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1}>{editing ? words.editTitle : words.title}</Heading>
      <Lead>{copyOf ? words.copyOf(copyOf) : words.lead}</Lead>
      {meanwhile && <NotificationBanner lang={lang} kind="error" heading={words.meanwhile} />}
      <Form action={action} idempotencyKey={formKey} keepsChanges>
        {values.copy && <HiddenInput name="copy" value={values.copy} />}
        {values.revision && <HiddenInput name="revision" value={values.revision} />}
        {fields.map((field) => (
          <JapaneseField key={field.name} {...props} {...field} />
        ))}
        <OtherReadings {...props} fields={fields} />
        <Decisions {...props} />
        <Button>{words.save}</Button>
      </Form>
    </>
  )
}

import type { City } from '#kernel/city.ts'
import { nameOfCode } from '#kernel/city.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  RadioGroup,
  Select,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { draftSentences } from '../draft-sentences.ts'
import { planKinds, planStatuses } from '../facts-form.ts'
import { sentences } from '../sentences.ts'
import {
  ClashBanner,
  type DraftField,
  English,
  errorAt,
  Field,
  type Filled,
  Japanese,
  Theirs,
} from './draft-fields.tsx'

export interface PlanFactsFormProps extends Filled {
  city: City
  action: string
  formKey: string
  heading: string
  over?: string | undefined
  /** The version seen; a new plan has none. */
  seen?: number | undefined
  /** In whose name the writer may keep a plan; null stands for the office alone. */
  departments: readonly (string | null)[]
}

function Choices(props: PlanFactsFormProps) {
  const { lang, city, values, departments } = props
  const words = draftSentences[lang].facts
  return (
    <>
      <RadioGroup
        lang={lang}
        name="kind"
        label={words.kind}
        required
        inline
        options={planKinds.map((kind) => ({ value: kind, label: sentences[lang].kinds[kind] }))}
        value={values.kind}
        error={errorAt(props, 'kind')}
      />
      <Theirs {...props} name="kind" />
      <RadioGroup
        lang={lang}
        name="status"
        label={words.status}
        hint={words.statusHint}
        required
        inline
        options={planStatuses.map((status) => ({
          value: status,
          label: sentences[lang].status[status],
        }))}
        value={values.status}
        error={errorAt(props, 'status')}
      />
      <Theirs {...props} name="status" />
      <Select
        lang={lang}
        name="department"
        label={words.department}
        hint={words.departmentHint}
        required={!departments.includes(null)}
        emptyLabel={departments.includes(null) ? words.office : undefined}
        options={departments.flatMap((code) =>
          code === null ? [] : [{ value: code, label: nameOfCode(city.departments, code)[lang] }],
        )}
        value={values.department}
        error={errorAt(props, 'department')}
      />
      <Theirs {...props} name="department" />
    </>
  )
}

/** The form of what a plan says of itself. */
export function PlanFactsForm(props: PlanFactsFormProps) {
  const { lang, problems, action, formKey, heading, over, seen } = props
  const words = draftSentences[lang].facts
  const title: DraftField = { name: 'title', label: words.title, required: true }
  const about: DraftField = {
    name: 'about',
    label: words.about,
    hint: words.aboutHint,
    required: true,
    rows: 4,
  }
  const opinions: DraftField = {
    name: 'opinions',
    label: words.opinions,
    hint: words.opinionsHint,
    required: false,
    rows: 3,
  }
  const line = (name: string, label: string, hint: string) => (
    <Field {...props} name={name} label={label} hint={hint} required={false} />
  )
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1} over={over}>
        {heading}
      </Heading>
      <ClashBanner {...props} />
      <Form action={action} idempotencyKey={formKey} keepsChanges>
        {seen !== undefined && <HiddenInput name="seen" value={String(seen)} />}
        <Japanese {...props} {...title} />
        <Choices {...props} />
        {line('period_from', words.from, words.yearHint)}
        {line('period_to', words.to, words.yearHint)}
        {line('adopted', words.adopted, words.adoptedHint)}
        <Japanese {...props} {...about} />
        {line('source', words.source, words.sourceHint)}
        <Japanese {...props} {...opinions} />
        <English {...props} fields={[title, about, opinions]} />
        <Button>{draftSentences[lang].item.save}</Button>
      </Form>
    </>
  )
}

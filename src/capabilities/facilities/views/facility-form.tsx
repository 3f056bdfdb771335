import { type Language, say } from '#kernel/bilingual.ts'
import type { City, CodeEntry } from '#kernel/city.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Section,
  Select,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import type { FacilityKind } from '../facility.ts'
import type { FieldProblem } from '../form.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type Label = keyof (typeof sentences)['ja']['labels']

export type FacilityFormProps = {
  readonly lang: Language
  readonly city: City
  readonly kinds: readonly FacilityKind[]
  /** What stands in the inputs, by their names. */
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
  readonly formKey: string
  /** The facility that is being mended; none for a new one. */
  readonly editing?: { readonly id: string; readonly name: string } | undefined
}

const errorOf = ({ problems, lang }: FacilityFormProps, name: string): string | undefined => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

const fieldOf = (props: FacilityFormProps, name: Label) => {
  const { lang, values } = props
  const words = sentences[lang]
  return {
    lang,
    name,
    label: words.labels[name],
    required: name === 'name',
    hint: name in words.hints ? words.hints[name as keyof typeof words.hints] : undefined,
    value: values[name],
    error: errorOf(props, name),
  }
}

const Lines = ({
  form,
  names,
}: {
  readonly form: FacilityFormProps
  readonly names: readonly Label[]
}) => (
  <>
    {names.map((name) => (
      <TextInput key={name} {...fieldOf(form, name)} autocomplete="off" />
    ))}
  </>
)

const optionsOf = (entries: readonly CodeEntry[], lang: Language) =>
  entries.map(({ code, name }) => ({ value: code, label: say(name, lang) }))

/** The form with which staff enter or mend a facility. */
export const FacilityFormPage = (props: FacilityFormProps) => {
  const { lang, city, kinds, problems, formKey, editing } = props
  const words = sentences[lang]
  const action = editing ? paths.edit(city.slug, editing.id) : paths.begin(city.slug)
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1}>{editing ? words.editTitle(editing.name) : words.addTitle}</Heading>
      <Lead>{words.formLead}</Lead>
      <Form action={action} idempotencyKey={formKey} keepsChanges>
        <Section id="basic" title={words.basic}>
          <Lines form={props} names={['name', 'nameKana', 'nameEn', 'nickname']} />
          <Select {...fieldOf(props, 'kind')} options={optionsOf(kinds, lang)} />
        </Section>
        <Section id="where" title={words.where}>
          <Lines form={props} names={['postalCode', 'address', 'building', 'lot']} />
          <Lines form={props} names={['latitude', 'longitude']} />
        </Section>
        <Section id="contact" title={words.contact}>
          <Lines form={props} names={['phone', 'extension', 'url']} />
          <Lines form={props} names={['days', 'opensAt', 'closesAt']} />
          <Textarea {...fieldOf(props, 'hours')} rows={2} />
          <Select {...fieldOf(props, 'department')} options={optionsOf(city.departments, lang)} />
        </Section>
        <Section id="more" title={words.more}>
          <Textarea {...fieldOf(props, 'description')} rows={5} />
          <Lines form={props} names={['capacity', 'accessibility']} />
          <Textarea {...fieldOf(props, 'note')} rows={2} />
        </Section>
        <Button>{words.save}</Button>
      </Form>
    </>
  )
}

import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { cellName, Disclosure, type FieldError, RadioGroup, Section } from '#web/ui/index.ts'
import { type FieldProblem, findField } from '../answers.ts'
import { type FormDefinition, visibilities } from '../definition.ts'
import { sentences } from '../sentences.ts'
import { FieldControl, type FieldViewProps } from './field-control.tsx'
import type { Filled } from './filled.ts'

const VisibilityChoice = ({ lang, field, filled }: FieldViewProps) => {
  if (!field.visibilityChoosable) return null
  const words = sentences[lang]
  const options = visibilities.map((one) => ({
    value: one,
    label: words[one],
    ...(one === 'partial' ? { hint: words.partialHint } : {}),
  }))
  return (
    <RadioGroup
      lang={lang}
      name={`${field.code}.visibility`}
      label={`${say(field.label, lang)}${colon[lang]}${words.visibility}`}
      options={options}
      value={filled.visibility?.[field.code] ?? field.visibility}
    />
  )
}

type FormSection = FormDefinition['sections'][number]

type FieldsProps = {
  readonly lang: Language
  readonly city: City
  readonly definition: FormDefinition
  readonly filled: Filled
  /** Where a long form is filled in already: every part is folded, and those named here stand open. */
  readonly opened?: ((section: FormSection) => boolean) | undefined
}

const PartFields = ({
  lang,
  city,
  filled,
  section,
}: Omit<FieldsProps, 'definition'> & { readonly section: FormSection }) => (
  <>
    {section.intro && <p>{say(section.intro, lang)}</p>}
    {section.fields.map((field) => (
      <div key={field.code} class="field-with-visibility">
        <FieldControl lang={lang} city={city} field={field} filled={filled} />
        <VisibilityChoice lang={lang} city={city} field={field} filled={filled} />
      </div>
    ))}
  </>
)

/** The title of a folded part, with what is asked in it: that is how one finds what is to be changed. */
const PartName = ({ lang, section }: { lang: Language; section: FormSection }) => (
  <>
    {say(section.title, lang)}
    <br />
    <span class="note">
      {section.fields.map(({ label }) => say(label, lang)).join(lang === 'ja' ? '・' : ', ')}
    </span>
  </>
)

/** A configured form's sections and fields, filled in. Stands inside a `<Form>`. */
export const FormFields = (props: FieldsProps) => {
  const { lang, definition, opened } = props
  return (
    <>
      {definition.sections.map((section, at) => {
        const id = `section-${at + 1}`
        const fields = <PartFields {...props} section={section} />
        return opened ? (
          <Disclosure
            key={at}
            id={id}
            open={opened(section)}
            summary={<PartName lang={lang} section={section} />}
          >
            {fields}
          </Disclosure>
        ) : (
          <Section key={at} id={id} title={say(section.title, lang)}>
            {fields}
          </Section>
        )
      })}
    </>
  )
}

/** Where a problem's link leads: for a whole table to its first cell, since the table itself has no control. */
const anchorOf = (name: string, definition: FormDefinition | undefined): string => {
  const first = definition && findField(definition, name)?.columns?.[0]
  return first ? cellName(name, 0, first.code) : name
}

/** The title of a field's section where another field of the form has the same label: which one is meant. */
const sectionFor = (
  name: string,
  lang: Language,
  { sections }: FormDefinition,
): string | undefined => {
  const code = name.split('.')[0]
  const section = sections.find(({ fields }) => fields.some((field) => field.code === code))
  const label = section?.fields.find((field) => field.code === code)?.label.ja
  const alike = sections.filter(({ fields }) => fields.some((field) => field.label.ja === label))
  return section && alike.length > 1 ? say(section.title, lang) : undefined
}

/**
 * The form's problems for the error summary. With the form's definition also those of whole tables, and the section
 * is named where two fields of the form have the same label.
 */
export const summaryOf = (
  problems: readonly FieldProblem[],
  lang: Language,
  definition?: FormDefinition,
): FieldError[] =>
  problems.map(({ name, text }) => {
    const section = definition && sectionFor(name, lang, definition)
    const message = say(text, lang)
    return {
      id: anchorOf(name, definition),
      message: section ? `${section}${colon[lang]}${message}` : message,
    }
  })

/** True when the form was sent only to get one more row of a table. */
export const rowsAskedIn = (sent: { text(name: string): string }): string | undefined =>
  sent.text('add_row') || undefined

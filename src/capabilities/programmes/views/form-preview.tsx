import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ButtonLink, ButtonRow, DescriptionList, Heading, Lead, Section } from '#web/ui/index.ts'
import {
  type FormDefinition,
  type FormField,
  type FormVersion,
  optionsOf,
} from '../../forms/index.ts'
import type { Call } from '../call.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type FieldProps = { readonly lang: Language; readonly city: City; readonly field: FormField }

/** How the field is to be filled in: whether it must be, its hint, its length, its options or columns. */
const FieldText = ({ lang, city, field }: FieldProps) => {
  const words = sentences[lang]
  const isChoice = field.kind === 'choice' || field.kind === 'choices'
  const isText = field.kind === 'text' || field.kind === 'textarea'
  const parts = isChoice
    ? optionsOf(field, city).map(({ label }) => say(label, lang))
    : (field.columns ?? []).map(({ label }) => say(label, lang))
  return (
    <>
      <p>
        {field.required ? words.required : words.optional}
        {isText && field.max ? `${lang === 'ja' ? '、' : ', '}${words.upTo(field.max)}` : ''}
      </p>
      {field.hint && <p>{say(field.hint, lang)}</p>}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const Sections = ({
  lang,
  city,
  definition,
}: {
  lang: Language
  city: City
  definition: FormDefinition
}) => (
  <>
    {definition.sections.map((section, at) => (
      <Section key={at} id={`section-${at + 1}`} title={say(section.title, lang)}>
        {section.intro && <p>{say(section.intro, lang)}</p>}
        <DescriptionList
          items={section.fields.map((field) => ({
            term: say(field.label, lang),
            description: <FieldText lang={lang} city={city} field={field} />,
          }))}
        />
      </Section>
    ))}
  </>
)

/** What a proposal will ask, for groups that prepare it together. */
export const FormPreviewPage = ({
  lang,
  city,
  call,
  form,
}: {
  lang: Language
  city: City
  call: Call
  form: FormVersion
}) => {
  const words = sentences[lang]
  return (
    <>
      <Heading level={1} over={say(call.title, lang)}>
        {words.previewTitle}
      </Heading>
      <Lead>{words.previewLead}</Lead>
      <Sections lang={lang} city={city} definition={form.definition} />
      <ButtonRow>
        <ButtonLink href={paths.call(city.slug, call.id)}>{words.backToCall}</ButtonLink>
      </ButtonRow>
    </>
  )
}

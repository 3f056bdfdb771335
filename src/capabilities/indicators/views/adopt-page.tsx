import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Select,
  TextInput,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { sharedDefinitions } from '../shared-definitions.ts'

interface AdoptPageProps {
  lang: Language
  city: City
  typed: { readonly definition: string; readonly title: string; readonly department: string }
  errors: readonly FieldError[]
  newKey: () => string
}

/** Where the office begins to measure by a shared definition. */
export function AdoptPage({ lang, city, typed, errors, newKey }: AdoptPageProps) {
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1}>{words.adoptTitle}</Heading>
      <Lead>{words.adoptLead}</Lead>
      <Form action={paths.adopt(city.slug)} idempotencyKey={newKey()} keepsChanges>
        <RadioGroup
          lang={lang}
          name="definition"
          label={words.adoptChoice}
          required
          value={typed.definition}
          options={[
            ...sharedDefinitions.map(({ code, title, numerator, denominator }) => ({
              value: code,
              label: say(title, lang),
              hint: [numerator, denominator]
                .filter((part) => part !== undefined)
                .map((part) => say(part, lang))
                .join(' ／ '),
            })),
            { value: 'own', label: words.adoptOwn, hint: words.adoptOwnHint },
          ]}
          error={errors.find(({ id }) => id === 'definition')?.message}
        />
        <TextInput
          lang={lang}
          name="title"
          label={words.adoptOwnTitle}
          required={false}
          value={typed.title}
          error={errors.find(({ id }) => id === 'title')?.message}
        />
        <Select
          lang={lang}
          name="department"
          label={words.adoptDepartment}
          required={false}
          value={typed.department}
          options={[
            { value: '', label: words.adoptNobody },
            ...city.departments.map(({ code, name }) => ({ value: code, label: say(name, lang) })),
          ]}
        />
        <Button>{words.adoptSave}</Button>
      </Form>
    </>
  )
}

import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Textarea,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Project } from '../project.ts'
import { sentences } from '../sentences.ts'

/** The office records what became of a project, in the programme's own words. */
export const ContinuationPage = ({
  lang,
  city,
  project,
  choices,
  formKey,
  typed,
  errors = [],
}: {
  lang: Language
  city: City
  project: Project
  choices: readonly { readonly code: string; readonly label: Bilingual }[]
  formKey: string
  typed?: { text(name: string): string } | undefined
  errors?: readonly FieldError[] | undefined
}) => {
  const words = sentences[lang]
  const errorOf = (name: string) => errors.find(({ id }) => id === name)?.message
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={project.title}>
        {words.continuationTitle}
      </Heading>
      <Lead>{words.continuationLead}</Lead>
      <Form action={paths.continuation(city.slug, project.id)} idempotencyKey={formKey}>
        <RadioGroup
          lang={lang}
          name="outcome"
          label={words.outcome}
          required
          options={choices.map(({ code, label }) => ({ value: code, label: label[lang] }))}
          value={typed?.text('outcome') ?? project.continuation?.outcome}
          error={errorOf('outcome')}
        />
        <Textarea
          lang={lang}
          name="note"
          label={words.note}
          hint={words.noteHint}
          required={false}
          rows={4}
          max={1_000}
          value={typed?.text('note') ?? project.continuation?.note}
          error={errorOf('note')}
        />
        <Button>{words.record}</Button>
      </Form>
    </>
  )
}

import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  JumpLinks,
  Lead,
  NotificationBanner,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import type { Reader, Sheet } from '../../forms/index.ts'
import { paths } from '../paths.ts'
import type { Project } from '../project.ts'
import type { ProjectYear } from '../project-year.ts'
import { sentences } from '../sentences.ts'
import { InterimResult, type SheetFiles } from './year-results.tsx'

type InterimPageProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly year: ProjectYear
  readonly sheets: ReadonlyMap<string, Sheet>
  readonly files: SheetFiles
  readonly reader: Reader
  readonly mayAnswer: boolean
  readonly formKey: string
  readonly typed?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
}

const AnswerForm = ({ lang, city, project, formKey, typed, errors }: InterimPageProps) => {
  const words = sentences[lang]
  return (
    <Section id="answer-interim" title={words.answerTitle}>
      <Form action={paths.interimAnswer(city.slug, project.id)} idempotencyKey={formKey}>
        <Textarea
          lang={lang}
          name="answer"
          label={words.answerLabel}
          hint={words.answerHint}
          required
          max={5_000}
          value={typed}
          error={errors?.[0]?.message}
        />
        <Button>{words.answerSend}</Button>
      </Form>
    </Section>
  )
}

/** The interim review as it is read, and answered by the department. */
export const InterimPage = (props: InterimPageProps) => {
  const { lang, city, project, year, errors = [], refusal, mayAnswer } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <Heading level={1} over={project.title}>
        {words.interimTitle}
      </Heading>
      <Lead>{words.interimLead}</Lead>
      <JumpLinks
        lang={lang}
        jumps={mayAnswer ? [{ label: words.answerTitle, to: 'answer-interim' }] : []}
      />
      {year.interimAt ? <InterimResult {...props} /> : <p>{words.interimNotYet}</p>}
      {mayAnswer && <AnswerForm {...props} />}
      <p>
        <ButtonLink kind="text" href={paths.show(city.slug, project.id)}>
          {words.back}
        </ButtonLink>
      </p>
    </>
  )
}

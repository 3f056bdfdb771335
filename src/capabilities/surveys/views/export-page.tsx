import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  ProgressIndicator,
  Section,
  When,
} from '#web/ui/index.ts'
import type { ExportRefusal } from '../actions/export.ts'
import { keptDays } from '../actions/export.ts'
import { paths } from '../paths.ts'
import type { Export } from '../queries/exports.ts'
import { read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'

type ExportPageProps = {
  readonly lang: Language
  readonly city: City
  readonly survey: Survey
  readonly ended: boolean
  readonly answers: number
  readonly made: Export | undefined
  readonly refusal: ExportRefusal | undefined
  readonly formKey: string
}

const Made = ({ lang, city, survey, made }: ExportPageProps) => {
  const words = sentences[lang].export
  if (!made) return null
  return (
    <Section id="made" title={made.doneAt ? words.ready : words.writing}>
      {made.doneAt ? (
        <>
          <p>
            <When time={momentText(made.askedAt, lang)} />
            {words.rows(formatNumber(made.rows))}
          </p>
          <ButtonRow>
            <ButtonLink href={paths.exportFile(city.slug, survey.id)} icon="download">
              {words.fetch}
            </ButtonLink>
          </ButtonRow>
          <p class="hint">{words.kept(keptDays)}</p>
        </>
      ) : (
        <>
          <ProgressIndicator
            lang={lang}
            id="written"
            label={words.written(formatNumber(made.rows), formatNumber(made.answers))}
            done={made.rows}
            all={made.answers}
          />
          <p>{words.leave}</p>
          <ButtonRow>
            <ButtonLink href={paths.export(city.slug, survey.id)} kind="secondary">
              {words.again}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </Section>
  )
}

/** The file of all answers: asked for, written, fetched. */
export const ExportPage = (props: ExportPageProps) => {
  const { lang, city, survey, ended, answers, made, refusal, formKey } = props
  const words = sentences[lang].export
  return (
    <>
      <Heading level={1} over={read(survey.texts.title, lang)}>
        {words.title}
      </Heading>
      {refusal && (
        <NotificationBanner lang={lang} kind="error" heading={words.refused[refusal]} announced />
      )}
      <Lead>{words.lead}</Lead>
      <ul>
        {Object.values(words.holds).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Made {...props} />
      {ended ? (
        <Form action={paths.export(city.slug, survey.id)} idempotencyKey={formKey}>
          <p>{words.answers(formatNumber(answers))}</p>
          <Button kind={made ? 'secondary' : 'primary'}>{made ? words.anew : words.make}</Button>
        </Form>
      ) : (
        !refusal && <p class="note">{words.refused['still-open']}</p>
      )}
    </>
  )
}

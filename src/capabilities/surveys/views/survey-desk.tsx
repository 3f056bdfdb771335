import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateInput,
  DescriptionList,
  Disclosure,
  ErrorSummary,
  Form,
  NotificationBanner,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { type AnswerMode, answerModes } from '../answers.ts'
import { type Fault, findFaults } from '../branches.ts'
import { paths } from '../paths.ts'
import { faultTexts } from '../problem-texts.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey, SurveyStep } from '../survey.ts'

/** What was typed into a form of the desk that came back. */
export type DeskBack = {
  readonly form: 'closing' | 'extension' | 'publication'
  readonly problems: readonly FieldProblem[]
  readonly typed: { readonly reason: string; readonly closesOn: string }
}

export type DeskProps = {
  readonly lang: Language
  readonly city: City
  readonly survey: Survey
  readonly steps: readonly SurveyStep[]
  readonly answers: ReadonlyMap<AnswerMode, number>
  readonly waiting: number
  readonly formKey: () => string
  readonly back: DeskBack | undefined
}

const errorIn = ({ back, lang }: DeskProps, form: DeskBack['form'], name: string) => {
  const found = back?.form === form ? back.problems.find((one) => one.name === name) : undefined
  return found && say(found.text, lang)
}

const Ways = ({ lang, city, survey }: DeskProps) => {
  const words = sentences[lang].desk
  const { slug } = city
  const asks = survey.ways.some((way) => way !== 'open')
  const links = [
    { href: paths.questions(slug, survey.id), label: words.questions, shown: true },
    { href: paths.edit(slug, survey.id), label: words.edit, shown: true },
    { href: paths.preview(slug, survey.id), label: words.preview, shown: true },
    { href: paths.paper(slug, survey.id), label: words.paper, shown: true },
    { href: paths.asked(slug, survey.id), label: words.asked, shown: asks },
    { href: paths.sheets(slug, survey.id), label: words.sheets, shown: survey.state !== 'draft' },
    { href: paths.table(slug, survey.id), label: words.table, shown: survey.state !== 'draft' },
    { href: paths.export(slug, survey.id), label: words.export, shown: survey.state !== 'draft' },
    {
      href: paths.receipts(slug, survey.id),
      label: words.receipts,
      shown: survey.state !== 'draft',
    },
    { href: paths.begin(slug, survey.id), label: words.copy, shown: true },
  ]
  return (
    <ButtonRow>
      {links
        .filter(({ shown }) => shown)
        .map(({ href, label }) => (
          <ButtonLink key={href} href={href} kind="secondary" size="small">
            {label}
          </ButtonLink>
        ))}
    </ButtonRow>
  )
}

const Counts = ({ lang, survey, answers, waiting }: DeskProps) => {
  const words = sentences[lang].desk
  if (survey.state === 'draft') return null
  const total = [...answers.values()].reduce((sum, n) => sum + n, 0)
  const rows = answerModes.filter((mode) => answers.has(mode))
  return (
    <Section id="counts" title={words.counts} level={3}>
      {total === 0 ? (
        <p>{words.noAnswers}</p>
      ) : (
        <DescriptionList
          items={[
            ...rows.map((mode) => ({
              term: words.byMode[mode],
              description: formatNumber(answers.get(mode) ?? 0),
            })),
            { term: words.total, description: formatNumber(total) },
          ]}
        />
      )}
      {waiting > 0 && <p>{words.waiting(waiting)}</p>}
    </Section>
  )
}

const Faults = ({
  lang,
  faults,
}: {
  readonly lang: Language
  readonly faults: readonly Fault[]
}) => (
  <NotificationBanner
    lang={lang}
    kind="warning"
    heading={sentences[lang].desk.publishFaults}
    level={3}
  >
    <ul>
      {faults.map(({ kind, number }) => (
        <li key={`${kind}${number}`}>{say(faultTexts[kind](number), lang)}</li>
      ))}
    </ul>
  </NotificationBanner>
)

const Publication = (props: DeskProps) => {
  const { lang, city, survey, formKey } = props
  const words = sentences[lang].desk
  // Districts come with the publication.
  const faults = findFaults(survey.questionnaire).filter(
    ({ kind, questionId }) =>
      kind !== 'no-choices' ||
      survey.questionnaire.questions.find(({ id }) => id === questionId)?.kind !== 'area',
  )
  if (faults.length > 0) return <Faults lang={lang} faults={faults} />
  return (
    <Form action={paths.publication(city.slug, survey.id)} idempotencyKey={formKey()}>
      <p>{words.publishText}</p>
      <Button id="publish">{words.publish}</Button>
    </Form>
  )
}

const Reason = (props: DeskProps & { readonly form: 'closing' | 'extension' }) => {
  const { lang, back, form } = props
  return (
    <Textarea
      lang={lang}
      name="reason"
      id={`${form}-reason`}
      label={sentences[lang].desk.reason}
      required
      rows={2}
      value={back?.form === form ? back.typed.reason : undefined}
      error={errorIn(props, form, `${form}-reason`)}
    />
  )
}

const Closing = (props: DeskProps) => {
  const { lang, city, survey, formKey, back } = props
  const words = sentences[lang].desk
  return (
    <Disclosure summary={words.close} open={back?.form === 'closing'}>
      <Form action={paths.closing(city.slug, survey.id)} idempotencyKey={formKey()}>
        <Reason {...props} form="closing" />
        <Button kind="danger">{words.close}</Button>
      </Form>
    </Disclosure>
  )
}

const Extension = (props: DeskProps) => {
  const { lang, city, survey, formKey, back } = props
  const words = sentences[lang].desk
  return (
    <Disclosure summary={words.extend} open={back?.form === 'extension'}>
      <Form action={paths.extension(city.slug, survey.id)} idempotencyKey={formKey()}>
        <DateInput
          lang={lang}
          name="closes_on"
          id="extension-closes_on"
          label={words.newLastDay}
          required
          value={back?.form === 'extension' ? back.typed.closesOn : undefined}
          error={errorIn(props, 'extension', 'extension-closes_on')}
        />
        <Reason {...props} form="extension" />
        <Button kind="secondary">{words.extend}</Button>
      </Form>
    </Disclosure>
  )
}

const Backwards = ({ lang, city, survey, steps, formKey }: DeskProps) => {
  const words = sentences[lang].desk
  return (
    <>
      {steps.includes('take-back') && (
        <Disclosure summary={words.takeBack}>
          <Form action={paths.takingBack(city.slug, survey.id)} idempotencyKey={formKey()}>
            <p>{words.takeBackText}</p>
            <Button kind="secondary">{words.takeBack}</Button>
          </Form>
        </Disclosure>
      )}
      {survey.state === 'draft' && (
        <Disclosure summary={words.discard}>
          <Form action={paths.deletion(city.slug, survey.id)} idempotencyKey={formKey()}>
            <p>{words.discardText}</p>
            <Button kind="danger">{words.discard}</Button>
          </Form>
        </Disclosure>
      )}
    </>
  )
}

/** What those who work on a survey do with it. */
export const SurveyDesk = (props: DeskProps) => {
  const { lang, steps, back } = props
  return (
    <Section id="desk" title={sentences[lang].desk.title}>
      <ErrorSummary lang={lang} errors={summaryOf(back?.problems ?? [], lang)} />
      <Ways {...props} />
      <Counts {...props} />
      {steps.includes('publish') && <Publication {...props} />}
      {steps.includes('close') && <Closing {...props} />}
      {steps.includes('extend') && <Extension {...props} />}
      <Backwards {...props} />
    </Section>
  )
}

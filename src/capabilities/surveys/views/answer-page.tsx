import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  ProgressIndicator,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { paths } from '../paths.ts'
import { type Question, type Reading, read, readingOf } from '../questionnaire.ts'
import type { FieldProblem, Sent } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'
import { AnswerFields } from './answer-fields.tsx'

export type AnswerPageProps = {
  readonly lang: Language
  readonly city: City
  readonly survey: Survey
  readonly easy: boolean
  readonly questions: readonly Question[]
  readonly typed: Sent
  readonly problems: readonly FieldProblem[]
  /** The section, from 1, and how many there are; one of one where all stands on one page. */
  readonly part: number
  readonly parts: number
  /** Empty for the open link. */
  readonly code: string
  /** Empty before anything was put aside. */
  readonly draft: string
  /** The same when one page is sent twice. */
  readonly sheet: string
  /** Which wording of the questions is shown. */
  readonly shown?: string
  /** True where the questions have changed since the answers were written. */
  readonly renewed?: boolean
  /** A page to try: nothing can be sent. */
  readonly preview?: boolean
}

/** Name of the button that sends the form; its value says what is meant. */
export const goName = 'go'

/**
 * The form of the answers. It carries no idempotency key on purpose: what is remembered under such a key
 * stands beside the moment and a hash of all that was sent, by which answers could be known again.
 */
const Hidden = ({ shown, code, draft, sheet, part, easy }: AnswerPageProps) => (
  <>
    <HiddenInput name="code" value={code} />
    <HiddenInput name="draft" value={draft} />
    <HiddenInput name="sheet" value={sheet} />
    <HiddenInput name="part" value={String(part)} />
    <HiddenInput name="wording" value={shown ?? ''} />
    {easy && <HiddenInput name="easy" value="yes" />}
  </>
)

const Buttons = ({ lang, part, parts, preview }: AnswerPageProps) => {
  const words = sentences[lang].answering
  if (preview) return null
  return (
    <>
      <ButtonRow>
        {parts === 1 ? (
          <Button name={goName} value="send" size="large">
            {words.send}
          </Button>
        ) : (
          <Button name={goName} value="next" size="large">
            {words.next}
          </Button>
        )}
        {part > 1 && (
          <Button name={goName} value="back" kind="secondary">
            {words.back}
          </Button>
        )}
        <Button name={goName} value="aside" kind="text">
          {words.save}
        </Button>
      </ButtonRow>
      <p class="hint">{words.saveText}</p>
    </>
  )
}

/**
 * やさしい日本語 and back, with everything that is typed. Enter in a field presses the first button of a form, so that
 * one which only sends or goes on stands before this one, unseen.
 */
const EasyButton = ({ lang, easy, parts, preview }: AnswerPageProps) => {
  if (lang !== 'ja' || preview) return null
  const words = sentences[lang].answering
  return (
    <ButtonRow>
      <span class="hidden-text">
        <button type="submit" name={goName} value={parts === 1 ? 'send' : 'next'} tabindex={-1}>
          {parts === 1 ? words.send : words.next}
        </button>
      </span>
      <Button name={goName} value={easy ? 'usual' : 'easy'} kind="text">
        {easy ? words.normal : words.easy}
      </Button>
    </ButtonRow>
  )
}

/** In the preview nothing is typed that could get lost. */
const EasyPreview = ({ lang, city, survey, easy, preview }: AnswerPageProps) =>
  lang === 'ja' && preview ? (
    <p>
      <a href={`${paths.preview(city.slug, survey.id)}${easy ? '' : '?easy=yes'}`}>
        {easy ? sentences[lang].answering.normal : sentences[lang].answering.easy}
      </a>
    </p>
  ) : null

const Top = (props: AnswerPageProps) => {
  const { lang, survey, easy, part, parts, preview } = props
  const words = sentences[lang].answering
  const reading: Reading = readingOf(lang, easy)
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(props.problems, lang)} />
      <Heading level={1}>{read(survey.texts.title, reading)}</Heading>
      {props.renewed && (
        <NotificationBanner lang={lang} kind="warning" heading={words.renewed}>
          <p>{words.renewedText}</p>
        </NotificationBanner>
      )}
      {preview && <NotificationBanner lang={lang} kind="info" heading={words.preview} />}
      {parts > 1 && (
        <ProgressIndicator
          lang={lang}
          id="part"
          label={words.part(part, parts)}
          done={part - 1}
          all={parts}
        />
      )}
      {part === 1 && <Lead>{read(survey.texts.purpose, reading)}</Lead>}
      <p>{words.required}</p>
      <p>{sentences[lang].anonymousLimits}</p>
      <EasyPreview {...props} />
    </>
  )
}

/** Questions to be answered: all of them, or a section. */
export const AnswerPage = (props: AnswerPageProps) => {
  const { lang, city, survey, easy, questions, typed, problems, parts, preview } = props
  return (
    <>
      <Top {...props} />
      <form
        class="form"
        action={paths.answer(city.slug, survey.id)}
        method="post"
        novalidate
        autocomplete="off"
      >
        <Hidden {...props} />
        <EasyButton {...props} />
        <AnswerFields
          lang={lang}
          reading={readingOf(lang, easy)}
          questionnaire={survey.questionnaire}
          questions={questions}
          typed={typed}
          problems={problems}
          showBranches={parts === 1 || preview === true}
        />
        <Buttons {...props} />
      </form>
    </>
  )
}

/** After the last section: nothing more is asked, and everything can be sent. */
export const EndPage = (props: AnswerPageProps) => {
  const { lang, city, survey, easy, problems } = props
  const words = sentences[lang].answering
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1} over={read(survey.texts.title, readingOf(lang, easy))}>
        {words.endTitle}
      </Heading>
      <Lead>{words.endText}</Lead>
      <form class="form" action={paths.answer(city.slug, survey.id)} method="post" novalidate>
        <Hidden {...props} />
        <ButtonRow>
          <Button name={goName} value="send" size="large">
            {words.send}
          </Button>
          <Button name={goName} value="back" kind="secondary">
            {words.endBack}
          </Button>
          <Button name={goName} value="aside" kind="text">
            {words.save}
          </Button>
        </ButtonRow>
      </form>
    </>
  )
}

import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  EmptyState,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { type Fault, findFaults } from '../branches.ts'
import { paths } from '../paths.ts'
import { faultTexts } from '../problem-texts.ts'
import { numberOf, type Question, questionKinds, read, type Words } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'

export type QuestionsPageProps = {
  readonly lang: Language
  readonly city: City
  readonly survey: Survey
  readonly formKey: () => string
  /** True where somebody else was faster, and nothing was changed. */
  readonly meanwhile?: boolean
}

type OneProps = QuestionsPageProps & { readonly question: Question }

const marksOf = ({ lang, survey, question }: OneProps): string => {
  const words = sentences[lang].builder
  const parts = [
    words.kinds[question.kind],
    question.required ? words.required : '',
    question.kind === 'multiple' && question.most === null ? words.anyNumber : '',
    question.most === null ? '' : words.most(question.most),
    ...question.branches.map(({ when, to }) => {
      const choices = question.choices.filter(({ code }) => when.includes(code))
      const target = to === 'end' ? words.toEnd : words.number(numberOf(survey.questionnaire, to))
      return words.leads(choices.map(({ text }) => read(text, lang)).join('・'), target)
    }),
  ]
  return parts.filter((part) => part !== '').join(lang === 'ja' ? '　' : ' · ')
}

const Order = ({ lang, city, survey, question, formKey }: OneProps) => {
  const words = sentences[lang].builder
  const number = numberOf(survey.questionnaire, question.id)
  const last = number === survey.questionnaire.questions.length
  return (
    <Form action={paths.order(city.slug, survey.id)} idempotencyKey={formKey()}>
      <HiddenInput name="question" value={question.id} />
      <HiddenInput name="revision" value={String(survey.revision)} />
      <ButtonRow>
        <ButtonLink
          href={paths.question(city.slug, survey.id, question.id)}
          kind="secondary"
          size="small"
        >
          {words.edit}
        </ButtonLink>
        {number > 1 && (
          <Button kind="text" size="small" name="direction" value="up">
            {words.up}
          </Button>
        )}
        {!last && (
          <Button kind="text" size="small" name="direction" value="down">
            {words.down}
          </Button>
        )}
        <Button
          kind="text"
          size="small"
          formaction={paths.removal(city.slug, survey.id)}
          name="direction"
          value="out"
        >
          {words.remove}
        </Button>
      </ButtonRow>
    </Form>
  )
}

type ListedProps = OneProps & {
  readonly label: string
  readonly texts: readonly { readonly text: Words }[]
}

/** Choices, or the rows of a table; which of the two is said where there are both. */
const Listed = ({ lang, question, label, texts }: ListedProps) =>
  texts.length === 0 ? null : (
    <p>
      {question.rows.length > 0 && `${label}${colon[lang]}`}
      {texts.map(({ text }) => read(text, lang)).join(lang === 'ja' ? '／' : ' / ')}
    </p>
  )

const One = (props: OneProps) => {
  const { lang, city, survey, question } = props
  const words = sentences[lang].builder
  const number = words.number(numberOf(survey.questionnaire, question.id))
  return (
    <>
      {question.section && <p class="over">{words.section(read(question.section, lang))}</p>}
      <Heading level={2} id={`question-${question.id}`}>
        {`${number}${lang === 'ja' ? '　' : '. '}${read(question.text, lang)}`}
      </Heading>
      <p class="hint">{marksOf(props)}</p>
      <Listed {...props} label={words.rows} texts={question.rows} />
      <Listed {...props} label={words.choices} texts={question.choices} />
      {survey.frozen ? (
        <p>
          <a href={paths.question(city.slug, survey.id, question.id)}>{words.mend}</a>
        </p>
      ) : (
        <Order {...props} />
      )}
    </>
  )
}

const Faults = ({
  lang,
  faults,
}: {
  readonly lang: Language
  readonly faults: readonly Fault[]
}) =>
  faults.length === 0 ? null : (
    <NotificationBanner lang={lang} kind="warning" heading={sentences[lang].builder.faults}>
      <ul>
        {faults.map(({ kind, number }) => (
          <li key={`${kind}${number}`}>{say(faultTexts[kind](number), lang)}</li>
        ))}
      </ul>
    </NotificationBanner>
  )

const Add = ({ lang, city, survey }: QuestionsPageProps) => {
  const words = sentences[lang].builder
  return (
    <Section id="add" title={words.add}>
      <ul>
        {questionKinds.map((kind) => (
          <li key={kind}>
            <a href={paths.newQuestion(city.slug, survey.id, kind)}>{words.kinds[kind]}</a>
            {colon[lang]}
            {words.kindHints[kind]}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The questions in their order, for those who write them. */
export const QuestionsPage = (props: QuestionsPageProps) => {
  const { lang, city, survey } = props
  const words = sentences[lang].builder
  const { questions } = survey.questionnaire
  const faults = findFaults(survey.questionnaire).filter(
    ({ kind, questionId }) =>
      kind !== 'no-choices' || questions.find(({ id }) => id === questionId)?.kind !== 'area',
  )
  return (
    <>
      <Heading level={1} over={read(survey.texts.title, lang)}>
        {words.title}
      </Heading>
      {props.meanwhile && (
        <NotificationBanner
          lang={lang}
          kind="error"
          heading={sentences[lang].form.changedMeanwhile}
          announced
        />
      )}
      {survey.frozen ? (
        <NotificationBanner lang={lang} kind="info" heading={words.frozen}>
          <p>{words.frozenText}</p>
        </NotificationBanner>
      ) : (
        <Lead>{words.lead}</Lead>
      )}
      {questions.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <>
          <Faults lang={lang} faults={faults} />
          {questions.map((question) => (
            <One key={question.id} {...props} question={question} />
          ))}
        </>
      )}
      {!survey.frozen && <Add {...props} />}
      <ButtonRow>
        {questions.length > 0 && (
          <ButtonLink href={paths.preview(city.slug, survey.id)} kind="secondary">
            {sentences[lang].desk.preview}
          </ButtonLink>
        )}
        {survey.state === 'draft' && questions.length > 0 && faults.length === 0 && (
          <ButtonLink href={paths.desk(city.slug, survey.id)}>{words.publishNext}</ButtonLink>
        )}
      </ButtonRow>
    </>
  )
}

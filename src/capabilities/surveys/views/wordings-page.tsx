import type { Language } from '#kernel/bilingual.ts'
import { momentText } from '#web/moment.ts'
import { DescriptionList, Heading, Lead, Section, When } from '#web/ui/index.ts'
import type { Wording } from '../queries/surveys.ts'
import { type Question, type Questionnaire, read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'

const wordsOf = (question: Question, lang: Language): string =>
  [
    read(question.text, lang),
    ...question.choices.map(({ text }) => read(text, lang)),
    ...question.rows.map(({ text }) => read(text, lang)),
  ].join(lang === 'ja' ? '／' : ' / ')

/** Questions whose words are not those that came after. */
const changedIn = (before: Questionnaire, after: Questionnaire, lang: Language) =>
  before.questions.flatMap((question, at) => {
    const now = after.questions[at]
    const was = wordsOf(question, lang)
    return now && wordsOf(now, lang) !== was ? [{ number: at + 1, was }] : []
  })

/** What a questionnaire said before its words were mended, latest first. */
export const WordingsPage = (props: {
  readonly lang: Language
  readonly survey: Survey
  readonly wordings: readonly Wording[]
}) => {
  const { lang, survey, wordings } = props
  const words = sentences[lang].wordings
  return (
    <>
      <Heading level={1} over={read(survey.texts.title, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      {wordings.map((wording, at) => (
        <Section
          key={wording.version}
          id={`version-${wording.version}`}
          title={words.before(wording.version)}
        >
          <p>
            <When time={momentText(wording.replacedAt, lang)} />
          </p>
          <DescriptionList
            items={[
              { term: words.reason, description: wording.reason },
              ...changedIn(
                wording.questionnaire,
                wordings[at - 1]?.questionnaire ?? survey.questionnaire,
                lang,
              ).map(({ number, was }) => ({
                term: sentences[lang].builder.number(number),
                description: was,
              })),
            ]}
          />
        </Section>
      ))}
    </>
  )
}

import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { publishEntry, withdrawEntry } from '../publishing/index.ts'
import { paths } from './paths.ts'
import { read, type Words } from './questionnaire.ts'
import { type Survey, surveyKind } from './survey.ts'

const inBoth = (words: Words): Bilingual => ({ ja: words.ja, en: read(words, 'en') })

/** Lets everyone find a survey, with the days on which it can be answered; a draft is taken out. */
export const publishSurvey = async (scope: Scope, survey: Survey): Promise<void> => {
  if (survey.state === 'draft') return withdrawEntry(scope, surveyKind, survey.id)
  const { texts, questionnaire } = survey
  await publishEntry(scope, {
    kind: surveyKind,
    id: survey.id,
    title: inBoth(texts.title),
    summary: inBoth(texts.purpose),
    body: [
      texts.asked.ja,
      texts.asked.en,
      texts.title.easy,
      ...questionnaire.questions.flatMap(({ text }) => [text.ja, text.en]),
    ]
      .filter((line) => line !== '')
      .join('\n'),
    url: paths.survey(scope.city.slug, survey.id),
    happenedOn: tokyoDayOf(survey.publishedAt ?? scope.now),
    // Only what everyone may answer is shown among the things that can be done now.
    ...(survey.state === 'published' && survey.ways.includes('open')
      ? { opensOn: survey.opensOn, closesOn: survey.closesOn }
      : {}),
  })
}

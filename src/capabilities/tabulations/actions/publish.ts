import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { roleCodeOf, takeStep } from '../../procedures/index.ts'
import { publishEntry, withdrawEntry } from '../../publishing/index.ts'
import type { Survey } from '../../surveys/index.ts'
import { paths } from '../paths.ts'
import { findPublished, listShownAnswers, moveTabulation } from '../queries/tabulations.ts'
import { destroyOriginals } from '../queries/texts.ts'
import { sentences } from '../sentences.ts'
import { isSmall } from '../suppression.ts'
import {
  type Tabulation,
  type TabulationHead,
  type TabulationState,
  type TabulationStep,
  tabulationKind,
  tabulationWorkflow,
} from '../tabulation.ts'

/** The id under which the search knows the results of a survey, beside the survey itself. */
const entryId = (surveyId: string): string => `results-${surveyId}`

const tellSearch = (scope: Scope, { id, texts, questionnaire }: Survey): Promise<void> =>
  publishEntry(scope, {
    kind: 'survey',
    id: entryId(id),
    title: {
      ja: sentences.ja.resultsOf(texts.title.ja),
      en: sentences.en.resultsOf(texts.title.en || texts.title.ja),
    },
    summary: { ja: texts.purpose.ja, en: texts.purpose.en || texts.purpose.ja },
    body: questionnaire.questions
      .flatMap(({ text, choices }) => [
        text.ja,
        text.en,
        ...choices.map((choice) => choice.text.ja),
      ])
      .join('\n'),
    url: paths.results(scope.city.slug, id),
    happenedOn: tokyoDayOf(scope.now),
  })

/** What happened, with the number of the tabulation: the history of a survey's results is one. */
const titleOf = (number: number, name: TabulationStep): Bilingual => {
  const { label } = tabulationWorkflow.transitions.find((one) => one.name === name)!
  return both(
    `${label.ja}（${sentences.ja.versionOf(number)}）`,
    `${label.en} (${sentences.en.versionOf(number)})`,
  )
}

const step = async (
  scope: Scope,
  survey: Survey,
  given: {
    readonly head: TabulationHead
    readonly name: TabulationStep
    readonly reason?: string
  },
): Promise<Result<TabulationState, TransitionProblem>> => {
  const { head, name, reason } = given
  const taken = await takeStep<TabulationState, TabulationStep>(scope, tabulationWorkflow, {
    subject: {
      kind: tabulationKind,
      id: survey.id,
      title: sentences.ja.resultsOf(survey.texts.title.ja),
    },
    state: head.state,
    name,
    // Who may is the policy's; whoever comes here works on the survey.
    roles: ['owner'],
    role: roleCodeOf(scope.actor),
    reason,
    title: titleOf(head.number, name),
    public: name === 'publish',
    next: () => [],
  })
  if (!taken.ok) return taken
  return (await moveTabulation(scope, head, taken.value)) ? taken : refuse('not-from-here')
}

/**
 * True where another tabulation was public with almost the same answers: whoever has kept its tables would find those
 * of the few by which they differ, question by question.
 */
const tellsOfFew = async (
  scope: Scope,
  { surveyId, number, answers, settings }: Tabulation,
): Promise<boolean> =>
  (await listShownAnswers(scope, { surveyId, number })).some((before) =>
    isSmall(Math.abs(answers - before), settings.threshold),
  )

/** Tells later capabilities that other results are public now, or none. */
const announceResults = (scope: Scope, surveyId: string): Promise<void> =>
  scope.outside.announce(scope, {
    name: 'survey.results-changed',
    subjectKind: 'survey',
    subjectId: surveyId,
  })

/** Lets everyone read a tabulation, in place of the one before. */
export const publishTabulation = async (
  scope: Scope,
  survey: Survey,
  given: { readonly head: Tabulation; readonly keepsOriginals: boolean },
): Promise<Result<TabulationState, TransitionProblem | 'few-more'>> => {
  const before = await findPublished(scope, survey.id)
  if (before?.number === given.head.number) return refuse('not-from-here')
  if (await tellsOfFew(scope, given.head)) return refuse('few-more')
  if (before) await step(scope, survey, { head: before, name: 'replace' })
  const done = await step(scope, survey, { head: given.head, name: 'publish' })
  if (!done.ok) return done
  if (!given.keepsOriginals) {
    await destroyOriginals(scope, survey.id)
    await audit(scope, {
      action: 'tabulation.destroy-originals',
      subjectKind: tabulationKind,
      subjectId: survey.id,
      after: { number: given.head.number },
    })
  }
  await tellSearch(scope, survey)
  await announceResults(scope, survey.id)
  return ok(done.value)
}

/** Takes the results off; what they were stays with the office. */
export const withdrawTabulation = async (
  scope: Scope,
  survey: Survey,
  given: { readonly head: TabulationHead; readonly reason: string },
): Promise<Result<TabulationState, TransitionProblem>> => {
  const done = await step(scope, survey, { ...given, name: 'withdraw' })
  if (!done.ok) return done
  await withdrawEntry(scope, 'survey', entryId(survey.id))
  await announceResults(scope, survey.id)
  return done
}

import { randomBytes } from 'node:crypto'
import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEvent, recordBeginning, roleCodeOf } from '../../procedures/index.ts'
import { publishSurvey } from '../publish.ts'
import {
  deleteDraft,
  getSurvey,
  insertSurvey,
  replaceWording,
  updateFacts,
  updateQuestionnaire,
} from '../queries/surveys.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { placeOfReceipts } from '../sealing.ts'
import { type Survey, type SurveyFacts, subjectOf, surveyKind } from '../survey.ts'

/** Somebody else wrote meanwhile; or an answer came in, and the questions stand still. */
export type KeepRefusal = 'meanwhile' | 'frozen'

/** Begins a survey as a draft, from nothing or with the questions of another. @returns its id */
export const beginSurvey = async (
  scope: Scope,
  facts: SurveyFacts,
  given: { readonly questionnaire?: Questionnaire; readonly sample?: boolean } = {},
): Promise<string> => {
  const id = await insertSurvey(scope, facts, {
    questionnaire: given.questionnaire ?? { questions: [] },
    sample: given.sample ?? false,
    receiptKey: (id) =>
      scope.outside.secrets.lock(randomBytes(32).toString('base64url'), placeOfReceipts(id)),
  })
  await recordBeginning(scope, subjectOf({ id, texts: facts.texts }), {
    event: {
      step: 'begin',
      title: { ja: 'アンケートの下書きを作成', en: 'Draft begun' },
      role: roleCodeOf(scope.actor),
      to: 'draft',
    },
    next: [],
    audit: { action: 'survey.begin', after: facts },
  })
  return id
}

/** Changes what is said and decided besides the questions. */
export const changeFacts = async (
  scope: Scope,
  survey: Survey,
  facts: SurveyFacts,
): Promise<Result<'done', KeepRefusal>> => {
  if (!(await updateFacts(scope, survey, facts))) return refuse('meanwhile')
  const { texts, department, ways, layout, opensOn, closesOn } = survey
  await audit(scope, {
    action: 'survey.change',
    subjectKind: surveyKind,
    subjectId: survey.id,
    before: { texts, department, ways, layout, opensOn, closesOn },
    after: facts,
  })
  await publishSurvey(scope, await getSurvey(scope, survey.id))
  return ok('done')
}

/** Changes the questions while nobody has answered. */
export const changeQuestions = async (
  scope: Scope,
  survey: Survey,
  questionnaire: Questionnaire,
): Promise<Result<'done', KeepRefusal>> => {
  if (survey.frozen) return refuse('frozen')
  if (!(await updateQuestionnaire(scope, survey, questionnaire))) return refuse('meanwhile')
  await audit(scope, {
    action: 'survey.change-questions',
    subjectKind: surveyKind,
    subjectId: survey.id,
    after: { questions: questionnaire.questions.length },
  })
  if (survey.state !== 'draft') await publishSurvey(scope, await getSurvey(scope, survey.id))
  return ok('done')
}

/** Mends words after the first answer: what they were and why they changed stays readable. */
export const mendWording = async (
  scope: Scope,
  survey: Survey,
  mended: { readonly questionnaire: Questionnaire; readonly reason: string },
): Promise<Result<'done', KeepRefusal>> => {
  const by = nameOf(scope.actor)
  if (!(await replaceWording(scope, survey, { ...mended, by }))) return refuse('meanwhile')
  await insertEvent(scope, subjectOf(survey), {
    step: 'mend',
    title: { ja: '設問の文言を訂正', en: 'Wording mended' },
    role: roleCodeOf(scope.actor),
    reason: mended.reason,
    public: true,
  })
  await audit(scope, {
    action: 'survey.mend',
    subjectKind: surveyKind,
    subjectId: survey.id,
    after: { version: survey.version + 1, reason: mended.reason },
  })
  await publishSurvey(scope, await getSurvey(scope, survey.id))
  return ok('done')
}

/** Throws a draft away. */
export const discardDraft = async (
  scope: Scope,
  survey: Survey,
): Promise<Result<'done', 'not-now'>> => {
  if (!(await deleteDraft(scope, survey.id))) return refuse('not-now')
  await audit(scope, {
    action: 'survey.discard',
    subjectKind: surveyKind,
    subjectId: survey.id,
    before: { title: survey.texts.title.ja },
  })
  return ok('done')
}

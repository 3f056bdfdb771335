import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Layout, Survey, SurveyFacts, SurveyState, SurveyTexts, SurveyWay } from '../survey.ts'

const columns = [
  'id',
  'state',
  'department',
  'texts',
  'ways',
  'layout',
  'opens_on',
  'closes_on',
  'questionnaire',
  'revision',
  'version',
  'frozen',
  'counted',
  'closing_reason',
  'published_at',
  'sample',
  'updated_at',
] as const

const surveyRows = (scope: Scope) =>
  scope.db.selectFrom('surveys').select(columns).where('city_id', '=', scope.city.id)

type SurveyRow = Awaited<ReturnType<ReturnType<typeof surveyRows>['execute']>>[number]

const toSurvey = (row: SurveyRow): Survey => ({
  id: row.id,
  state: row.state as SurveyState,
  department: row.department,
  texts: row.texts as SurveyTexts,
  ways: row.ways as SurveyWay[],
  layout: row.layout as Layout,
  opensOn: row.opens_on as PlainDate,
  closesOn: row.closes_on as PlainDate,
  questionnaire: row.questionnaire as Questionnaire,
  revision: row.revision,
  version: row.version,
  frozen: row.frozen,
  counted: row.counted,
  closingReason: row.closing_reason,
  publishedAt: row.published_at,
  sample: row.sample,
  updatedAt: row.updated_at,
})

export const findSurvey = async (scope: Scope, id: string): Promise<Survey | undefined> => {
  if (!isId(id)) return undefined
  const row = await surveyRows(scope).where('id', '=', id).executeTakeFirst()
  return row && toSurvey(row)
}

export const getSurvey = async (scope: Scope, id: string): Promise<Survey> => {
  const survey = await findSurvey(scope, id)
  if (!survey) throw new NotFound('survey')
  return survey
}

/** The survey, held until the end of the transaction: nobody else changes it; answers, which refer to its key, still come. */
export const lockSurvey = async (scope: Scope, id: string): Promise<Survey> => {
  const row = isId(id)
    ? await surveyRows(scope).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('survey')
  return toSurvey(row)
}

const factColumns = (facts: SurveyFacts) => ({
  texts: JSON.stringify(facts.texts),
  department: facts.department,
  ways: [...facts.ways],
  layout: facts.layout,
  opens_on: facts.opensOn,
  closes_on: facts.closesOn,
})

/** Begins a draft. @returns its id */
export const insertSurvey = async (
  scope: Scope,
  facts: SurveyFacts,
  made: {
    readonly questionnaire: Questionnaire
    readonly sample: boolean
    readonly receiptKey: (id: string) => string
  },
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('surveys')
    .values({
      city_id: scope.city.id,
      id,
      state: 'draft',
      ...factColumns(facts),
      questionnaire: JSON.stringify(made.questionnaire),
      receipt_key: made.receiptKey(id),
      sample: made.sample,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

type Known = Pick<Survey, 'id' | 'revision'>

const changing = (scope: Scope, { id, revision }: Known) =>
  scope.db
    .updateTable('surveys')
    .set((row) => ({ revision: row('revision', '+', 1), updated_at: scope.now }))
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('revision', '=', revision)

const done = (result: { readonly numUpdatedRows?: bigint }): boolean =>
  Number(result.numUpdatedRows ?? 0) === 1

/** @returns false when somebody else has changed the survey meanwhile */
export const updateFacts = async (
  scope: Scope,
  survey: Known,
  facts: SurveyFacts,
): Promise<boolean> =>
  done(await changing(scope, survey).set(factColumns(facts)).executeTakeFirst())

/** Writes the questions anew. @returns false when somebody changed them meanwhile, or an answer came in */
export const updateQuestionnaire = async (
  scope: Scope,
  survey: Known,
  questionnaire: Questionnaire,
): Promise<boolean> =>
  done(
    await changing(scope, survey)
      .set({ questionnaire: JSON.stringify(questionnaire) })
      .where('frozen', '=', false)
      .executeTakeFirst(),
  )

/** Writes a mended wording and keeps the one before. @returns false when somebody was faster */
export const replaceWording = async (
  scope: Scope,
  survey: Survey,
  mended: {
    readonly questionnaire: Questionnaire
    readonly reason: string
    readonly by: string
  },
): Promise<boolean> => {
  const changed = await changing(scope, survey)
    .set({ questionnaire: JSON.stringify(mended.questionnaire), version: survey.version + 1 })
    .where('frozen', '=', true)
    .executeTakeFirst()
  if (!done(changed)) return false
  await scope.db
    .insertInto('survey_wordings')
    .values({
      city_id: scope.city.id,
      survey_id: survey.id,
      version: survey.version,
      questionnaire: JSON.stringify(survey.questionnaire),
      reason: mended.reason,
      replaced_by: mended.by,
      replaced_at: scope.now,
    })
    .execute()
  return true
}

/** An earlier wording, and why it was mended. */
export type Wording = {
  readonly version: number
  readonly questionnaire: Questionnaire
  readonly reason: string
  readonly replacedAt: Date
}

export const listWordings = async (scope: Scope, surveyId: string): Promise<Wording[]> => {
  const rows = await scope.db
    .selectFrom('survey_wordings')
    .select(['version', 'questionnaire', 'reason', 'replaced_at'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    questionnaire: row.questionnaire as Questionnaire,
    reason: row.reason,
    replacedAt: row.replaced_at,
  }))
}

/** Writes a state that was reached, guarded by the one before. @returns false when it had changed */
export const moveSurvey = async (
  scope: Scope,
  survey: Pick<Survey, 'id' | 'state' | 'revision'>,
  to: {
    readonly state: SurveyState
    readonly closesOn?: PlainDate | undefined
    readonly closingReason?: string | undefined
    readonly questionnaire?: Questionnaire | undefined
  },
): Promise<boolean> =>
  done(
    await scope.db
      .updateTable('surveys')
      .set((row) => ({
        state: to.state,
        revision: row('revision', '+', 1),
        updated_at: scope.now,
        counted: false,
        closing_reason: to.closingReason ?? '',
        closed_at: to.state === 'closed' ? scope.now : null,
        ...(to.state === 'published'
          ? { published_at: row.fn.coalesce('published_at', row.val(scope.now)) }
          : {}),
        ...(to.closesOn ? { closes_on: to.closesOn } : {}),
        ...(to.questionnaire ? { questionnaire: JSON.stringify(to.questionnaire) } : {}),
      }))
      .where('city_id', '=', scope.city.id)
      .where('id', '=', survey.id)
      .where('state', '=', survey.state)
      // An answer that came in meanwhile keeps it public.
      .$if(to.state === 'draft', (query) => query.where('frozen', '=', false))
      .$if(to.questionnaire !== undefined, (query) => query.where('revision', '=', survey.revision))
      .executeTakeFirst(),
  )

/** Takes out a draft that nobody has answered. @returns false when there is none */
export const deleteDraft = async (scope: Scope, id: string): Promise<boolean> => {
  const result = await scope.db
    .deleteFrom('surveys')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('frozen', '=', false)
    .executeTakeFirst()
  return Number(result.numDeletedRows) === 1
}

/** The key of receipt numbers, as it is locked. */
export const getReceiptKey = async (scope: Scope, id: string): Promise<string> => {
  const row = await scope.db
    .selectFrom('surveys')
    .select('receipt_key')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.receipt_key
}

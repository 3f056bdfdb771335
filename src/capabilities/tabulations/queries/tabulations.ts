import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Questionnaire } from '../../surveys/index.ts'
import type {
  ModeCount,
  Settings,
  StoredWave,
  Tabulation,
  TabulationHead,
  TabulationState,
} from '../tabulation.ts'

const heads = [
  'survey_id',
  'number',
  'state',
  'answers',
  'reason',
  'counted_on',
  'published_at',
] as const

type HeadRow = {
  survey_id: string
  number: number
  state: string
  answers: number
  reason: string
  counted_on: string
  published_at: Date | null
}

const toHead = (row: HeadRow): TabulationHead => ({
  surveyId: row.survey_id,
  number: row.number,
  state: row.state as TabulationState,
  answers: row.answers,
  reason: row.reason,
  countedOn: row.counted_on as PlainDate,
  publishedAt: row.published_at,
})

/** All tabulations of a survey, the newest first. 1 query. */
export const listTabulations = async (
  scope: Scope,
  surveyId: string,
): Promise<readonly TabulationHead[]> => {
  const rows = await scope.db
    .selectFrom('tabulations')
    .select(heads)
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toHead)
}

const whole = (scope: Scope, surveyId: string) =>
  scope.db
    .selectFrom('tabulations')
    .select([...heads, 'sent', 'modes', 'settings', 'questionnaire', 'waves'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)

type WholeRow = HeadRow & {
  sent: number | null
  modes: unknown
  settings: unknown
  questionnaire: unknown
  waves: unknown
}

const toTabulation = (row: WholeRow): Tabulation => ({
  ...toHead(row),
  sent: row.sent,
  modes: row.modes as ModeCount[],
  settings: row.settings as Settings,
  questionnaire: row.questionnaire as Questionnaire,
  waves: row.waves as StoredWave[],
})

/** The one that everybody may see, if there is one. */
export const findPublished = async (
  scope: Scope,
  surveyId: string,
): Promise<Tabulation | undefined> => {
  const row = await whole(scope, surveyId).where('state', '=', 'published').executeTakeFirst()
  return row && toTabulation(row)
}

export const getTabulation = async (
  scope: Scope,
  surveyId: string,
  number: number,
): Promise<Tabulation> => {
  const row = await whole(scope, surveyId).where('number', '=', number).executeTakeFirst()
  if (!row) throw new NotFound('tabulation')
  return toTabulation(row)
}

/** How many answers the other tabulations hold that are public, or once were. 1 query. */
export const listShownAnswers = async (
  scope: Scope,
  { surveyId, number }: Pick<TabulationHead, 'surveyId' | 'number'>,
): Promise<readonly number[]> => {
  const rows = await scope.db
    .selectFrom('tabulations')
    .select('answers')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('number', '<>', number)
    .where('published_at', 'is not', null)
    .execute()
  return rows.map(({ answers }) => answers)
}

/** The next number; the caller holds the survey. */
export const nextNumber = async (scope: Scope, surveyId: string): Promise<number> => {
  const row = await scope.db
    .selectFrom('tabulations')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export const insertTabulation = async (
  scope: Scope,
  tabulation: Omit<Tabulation, 'publishedAt' | 'state'>,
): Promise<void> => {
  await scope.db
    .insertInto('tabulations')
    .values({
      city_id: scope.city.id,
      survey_id: tabulation.surveyId,
      number: tabulation.number,
      state: 'draft',
      answers: tabulation.answers,
      sent: tabulation.sent,
      modes: JSON.stringify(tabulation.modes),
      settings: JSON.stringify(tabulation.settings),
      questionnaire: JSON.stringify(tabulation.questionnaire),
      waves: JSON.stringify(tabulation.waves),
      reason: tabulation.reason,
      counted_on: tabulation.countedOn,
      made_at: scope.now,
    })
    .execute()
}

/** @returns false when somebody else was faster */
export const moveTabulation = async (
  scope: Scope,
  head: Pick<TabulationHead, 'surveyId' | 'number' | 'state'>,
  to: TabulationState,
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('tabulations')
    .set({ state: to, ...(to === 'published' ? { published_at: scope.now } : {}) })
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', head.surveyId)
    .where('number', '=', head.number)
    .where('state', '=', head.state)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

import type { Scope } from '#data/scope.ts'
import { listTables } from '../statistics/index.ts'
import { findSurvey, type Survey } from '../surveys/index.ts'
import { buildResults } from './build.ts'
import { readPrinted } from './printed.ts'
import { type CrossesAsked, findShown, listCounts } from './queries/figures.ts'
import { findPrinted } from './queries/printed.ts'
import { findPublished } from './queries/tabulations.ts'
import { listGroups } from './queries/texts.ts'
import type { Results } from './results.ts'
import type { Tabulation } from './tabulation.ts'

/** The results of one tabulation, from what was kept of it: no answer is read. 3 queries. */
export const readTabulation = async (
  scope: Scope,
  survey: Survey,
  tabulation: Tabulation,
  asked: CrossesAsked = 'all',
): Promise<Results> => {
  const key = { surveyId: survey.id, number: tabulation.number }
  const counts = await listCounts(scope, key)
  const shown = await findShown(scope, key, asked)
  const groups = await listGroups(scope, survey.id)
  return buildResults(survey, { tabulation, counts, ...shown, groups })
}

/** Public results, and whether they were counted here. */
export type PublicResults = { readonly results: Results; readonly survey: Survey | undefined }

/** The results that everyone may read of a survey made here, or of one that the city has printed. */
export const findPublicResults = async (
  scope: Scope,
  id: string,
  asked: CrossesAsked = 'all',
): Promise<PublicResults | undefined> => {
  const survey = await findSurvey(scope, id)
  if (survey) {
    const tabulation = await findPublished(scope, id)
    return tabulation && { results: await readTabulation(scope, survey, tabulation, asked), survey }
  }
  const printed = await findPrinted(scope, id)
  return printed && { results: readPrinted(printed, await listTables(scope)), survey: undefined }
}

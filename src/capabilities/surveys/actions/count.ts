import { randomInt } from 'node:crypto'
import { holdPlace } from '#data/place.ts'
import type { Scope } from '#data/scope.ts'
import {
  closeCounting,
  insertAnswers,
  listUncounted,
  takeEnvelopes,
  type Uncounted,
} from '../queries/answers.ts'
import { purgeDrafts } from '../queries/drafts.ts'
import { batch, countToOpen, discloseSheet, placeOfEnvelope, shuffled } from '../sealing.ts'

const open = async (scope: Scope, { id, over, waiting }: Uncounted): Promise<number> => {
  const count = countToOpen(waiting, over)
  if (count === 0) return 0
  const sealed = await takeEnvelopes(scope, id, count)
  const { secrets } = scope.outside
  const sheets = sealed.map((one) => discloseSheet(secrets.unlock(one, placeOfEnvelope(id))))
  await insertAnswers(scope, id, shuffled(sheets, randomInt))
  return sheets.length
}

const countWaiting = async (scope: Scope, survey: Uncounted): Promise<void> => {
  let { waiting } = survey
  for (;;) {
    const opened = await open(scope, { ...survey, waiting })
    waiting -= opened
    // More than one batch at once only where all of it is free to go.
    if (opened < batch.most) break
  }
  if (survey.over && waiting <= 0) await closeCounting(scope, survey.id)
}

/** Opens the waiting answers of one survey, many at once and in no order; says when it has all of them. */
export const countSurvey = async (scope: Scope, surveyId: string): Promise<void> => {
  // Two that count at the same moment would open, between them, those that are to be kept back.
  await holdPlace(scope, `survey count ${scope.city.id} ${surveyId}`)
  const [survey] = await listUncounted(scope, surveyId)
  if (survey) await countWaiting(scope, survey)
}

/** The same for every survey that has something to count. */
export const countSurveys = async (scope: Scope): Promise<void> => {
  for (const { id } of await listUncounted(scope)) await countSurvey(scope, id)
  await purgeDrafts(scope)
}

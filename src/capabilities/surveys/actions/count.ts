import { randomInt } from 'node:crypto'
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

const countOne = async (scope: Scope, survey: Uncounted): Promise<void> => {
  let { waiting } = survey
  for (;;) {
    const opened = await open(scope, { ...survey, waiting })
    waiting -= opened
    // More than one batch at once only where all of it is free to go.
    if (opened < batch.most) break
  }
  if (survey.over && waiting <= 0) await closeCounting(scope, survey.id)
}

/**
 * Opens answers that wait, many at once and in no order, and says of closed surveys that they are counted.
 * Drafts that can be sent no more are forgotten.
 */
export const countSurveys = async (scope: Scope): Promise<void> => {
  for (const survey of await listUncounted(scope)) await countOne(scope, survey)
  await purgeDrafts(scope)
}

import { createHash } from 'node:crypto'
import type { Questionnaire } from './questionnaire.ts'

/**
 * Tells one wording of the questions from another. It goes with the form and with what is put aside: a choice that was
 * taken out may have left its number to another one since.
 */
export const fingerprintOf = (questionnaire: Questionnaire): string =>
  createHash('sha256').update(JSON.stringify(questionnaire)).digest('hex').slice(0, 16)

import type { Subject } from '#web/capability.ts'
import { noticePurpose } from '../procedures/index.ts'
import { evaluationKind } from './evaluation.ts'
import { paths } from './paths.ts'
import { findEvaluation } from './queries/evaluations.ts'

/** An evaluation has one kind of file: its published sheet, which everyone may read, and nothing before that. */
export const evaluationSubject: Subject = {
  kind: evaluationKind,
  canRead: async (scope, id, purpose) => {
    const evaluation = await findEvaluation(scope, id)
    return evaluation?.state === 'published' && purpose === noticePurpose
  },
  // No conversation of its own: what is said before both are in belongs to nobody's evaluation.
  pathOf: paths.show,
}

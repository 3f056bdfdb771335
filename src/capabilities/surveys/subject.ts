import type { Subject } from '#web/capability.ts'
import { paths } from './paths.ts'
import { canSee } from './policy.ts'
import { findSurvey } from './queries/surveys.ts'
import { surveyKind } from './survey.ts'

/** A survey as a thing that files and histories are about; it keeps no conversation. */
export const surveyAsSubject: Subject = {
  kind: surveyKind,
  canRead: async (scope, id) => {
    const survey = await findSurvey(scope, id)
    return survey !== undefined && canSee(scope.actor, survey)
  },
  pathOf: paths.survey,
}

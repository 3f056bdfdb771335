import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoInstant } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { writeMail } from '../../mails/index.ts'
import { invitationMail, type reminderMail } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { hasUninvited, listWithUninvited, takeUninvited } from '../queries/invited.ts'
import { findSurvey } from '../queries/surveys.ts'
import { placeOfCode } from '../sealing.ts'
import { isAnswerable, type Survey, surveyKind } from '../survey.ts'

/** The job that sends the first requests of one survey. */
export const inviteJob = 'surveys.invite-some'

/** Mails of one transaction; the next ones follow in a job of their own. */
const mailsAtOnce = 200

/** Writes to the holder of a code. The link ends with the survey's last day, and so does the mail. */
export const writeToAsked = async (
  scope: Scope,
  { survey, city, text }: { survey: Survey; city: City; text: typeof reminderMail },
  asked: { readonly email: string; readonly locked: string },
): Promise<void> => {
  const code = scope.outside.secrets.unlock(asked.locked, placeOfCode(survey.id))
  const link = `${scope.outside.publicUrl}${paths.answer(city.slug, survey.id, { code })}`
  await writeMail(scope, {
    to: asked.email,
    ...text({ survey, city, link }),
    expiresAt: tokyoInstant(addDays(survey.closesOn, 1), '00:00'),
  })
}

/** Sends for those who can be written to and were not, as soon as the survey can be answered. */
export const sendInvitations = async (scope: Scope, survey: Survey): Promise<void> => {
  // The sample world writes to nobody.
  if (survey.sample || !isAnswerable(survey, scope.now)) return
  if (await hasUninvited(scope, survey.id))
    await scope.outside.jobs.send(scope, inviteJob, { surveyId: survey.id })
}

/** The same for every survey that began today. */
export const sendDueInvitations = async (scope: Scope): Promise<void> => {
  for (const surveyId of await listWithUninvited(scope))
    await scope.outside.jobs.send(scope, inviteJob, { surveyId })
}

/**
 * Writes to some of those who were not written to yet, each once: of two jobs at the same moment neither takes
 * whom the other has.
 */
export const inviteSome = async (scope: Scope, city: City, surveyId: string): Promise<void> => {
  const survey = await findSurvey(scope, surveyId)
  if (!survey || survey.sample || !isAnswerable(survey, scope.now)) return
  const taken = await takeUninvited(scope, surveyId, mailsAtOnce)
  // Whoever has answered by another way is not asked to.
  const waiting = taken.filter(({ used }) => !used)
  for (const one of waiting) await writeToAsked(scope, { survey, city, text: invitationMail }, one)
  if (waiting.length > 0)
    await audit(scope, {
      action: 'survey.invite',
      subjectKind: surveyKind,
      subjectId: surveyId,
      after: { recipients: waiting.length },
    })
  if (taken.length === mailsAtOnce) await sendInvitations(scope, survey)
}

import type { Scope } from '#data/scope.ts'
import { type Bilingual, say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { signInLink } from '../../accounts/index.ts'
import { findSheet } from '../../forms/index.ts'
import {
  type Group,
  groupPaths,
  groupSubjectOf,
  listGroupRecipients,
  registrationSheetKey,
} from '../../groups/index.ts'
import { writeMail } from '../../mails/index.ts'
import {
  closeTasks,
  insertEvent,
  insertTask,
  listTasksOf,
  replaceTasks,
  roleCodeOf,
} from '../../procedures/index.ts'
import { lapseTexts, nextAfterLapse } from '../lapse-texts.ts'
import { titles } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { type Revision, subjectOf } from '../revision.ts'

/** The step under which the desk is asked to tell a group that nobody reads mails for. */
export const tellStep = 'tell-lapse'

/** How long a late renewal is taken, and where it is written; nothing where none is taken. */
export type LateWay = { readonly until: PlainDate; readonly revision: Revision } | undefined

/** Why the registration lapsed and what can be done, as the mail about it says. */
export const toldOfLapse = (validUntil: PlainDate, late: LateWay): Bilingual => ({
  ja: `${lapseTexts.ja.why(formatDate(validUntil, 'ja'))}\n\n${nextAfterLapse('ja', late?.until)}`,
  en: `${lapseTexts.en.why(formatDate(validUntil, 'en'))}\n\n${nextAfterLapse('en', late?.until)}`,
})

/** Whether the desk was asked to tell the group, and nobody has done so yet. */
export const isUntold = async (scope: Scope, group: Group): Promise<boolean> =>
  (await listTasksOf(scope, groupSubjectOf(group))).some(({ step }) => step === tellStep)

/** The desk tells those by telephone or by letter for whom nobody signs in. */
const askDesk = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly late: LateWay },
): Promise<void> => {
  const { group, late } = given
  if (group.hasRepresentative) return
  if (await isUntold(scope, group)) return
  await insertTask(scope, groupSubjectOf(group), {
    step: tellStep,
    title: lapseTexts.task,
    assignee: { role: 'centre' },
    url: `${groupPaths.registration(city.slug, group.id)}#revisions`,
    dueOn: late?.until,
  })
}

/** After a lapse: what is to be done next stands before those who can do it. */
export const showWayOn = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly late: LateWay },
): Promise<void> => {
  const { group, late } = given
  await askDesk(scope, city, given)
  if (!late || !group.hasRepresentative || late.revision.onPaper) return
  await replaceTasks(scope, subjectOf(late.revision, group), [
    {
      step: 'submit',
      title: titles.late,
      assignee: { groupId: group.id },
      url: paths.edit(city.slug, late.revision.id),
      dueOn: late.until,
    },
  ])
}

/** Mails about something that ran out, one for each person who acts for the group. */
export const writeOfEnd = async (
  scope: Scope,
  city: City,
  given: {
    readonly group: Group
    readonly subject: Bilingual
    readonly lines: Bilingual
    readonly path?: string
  },
): Promise<void> => {
  const { group, subject, lines, path = groupPaths.registration(city.slug, group.id) } = given
  const sheet = await findSheet(scope, registrationSheetKey(group.id))
  const recipients = await listGroupRecipients(scope, { group, answers: sheet?.answers ?? {} })
  for (const { name, email, language } of recipients)
    await writeMail(scope, {
      to: email,
      ...lapseTexts[language].letter({
        name,
        group: group.name,
        city: say(city.name, language),
        subject: say(subject, language),
        lines: say(lines, language),
        link: signInLink(scope, path),
      }),
    })
}

/**
 * Staff have told a group by telephone or letter: the line on the desk goes, the history keeps the day. Whoever comes
 * second finds it told.
 */
export const recordTold = async (scope: Scope, group: Group): Promise<void> => {
  if (!(await isUntold(scope, group))) return
  const subject = groupSubjectOf(group)
  await closeTasks(scope, subject, { step: tellStep })
  await insertEvent(scope, subject, {
    step: 'told',
    title: lapseTexts.told,
    role: roleCodeOf(scope.actor),
    to: tokyoDayOf(scope.now),
  })
}

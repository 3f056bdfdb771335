import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { addDays, type PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { insertEvent, replaceTasks, roleCodeOf, type TaskDraft } from '../../procedures/index.ts'
import type { MailOccasion } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { findGroupName, type Member } from '../queries/memberships.ts'
import { type Recovery, type RecoveryState, type RecoveryStep, recoveryKind } from '../recovery.ts'
import { writeTo } from './letters.ts'
import { sendInvitation } from './send-invitation.ts'

const titles = {
  open: { ja: '代表者の再設定の申出を受けました', en: 'Asked for a new representative' },
  object: { ja: '代表者の再設定に異議が出ました', en: 'The old representative objected' },
  invite: { ja: '新しい代表者に招待を送りました', en: 'The new representative was invited' },
  overrule: {
    ja: '異議を退け、新しい代表者に招待を送りました',
    en: 'The objection was overruled and the new representative invited',
  },
  withdraw: { ja: '代表者の再設定を取りやめました', en: 'The recovery was called off' },
  confirm: { ja: '代表者を再設定しました', en: 'The group has a new representative' },
} as const satisfies Record<RecoveryStep | 'open', Bilingual>

/** Writes the step into the group's history and the audit. */
export const record = async (
  scope: Scope,
  done: {
    readonly groupId: string
    readonly step: keyof typeof titles
    readonly reason?: string
    readonly after: unknown
  },
): Promise<void> => {
  const group = { kind: 'group', id: done.groupId }
  await insertEvent(scope, group, {
    step: `recovery-${done.step}`,
    title: titles[done.step],
    role: roleCodeOf(scope.actor),
    reason: done.reason,
  })
  await audit(scope, {
    action: `accounts.recovery-${done.step}`,
    subjectKind: group.kind,
    subjectId: group.id,
    after: done.after,
  })
}

/** Where a step is taken. */
export type Around = { readonly city: City; readonly groupId: string; readonly groupName: string }

/** Writes to those concerned, in their own language; whoever does it need not be told. */
export const tell = async (
  scope: Scope,
  { city, groupId, groupName }: Around,
  letter: {
    readonly to: readonly Member[]
    readonly occasion: MailOccasion
    readonly day?: PlainDate | null
  },
): Promise<void> => {
  const path = paths.recovery(city.slug, groupId)
  for (const to of letter.to) {
    if (!to.active || to.accountId === accountOf(scope.actor)) continue
    const day = letter.day ? formatDate(letter.day, to.language) : ''
    await writeTo(scope, city, { to, occasion: letter.occasion, path, what: groupName, day })
  }
}

/** Who acts next: the desk, with the day after which it can go on; and who may object. */
const tasksIn = (
  state: RecoveryState,
  recovery: Pick<Recovery, 'old' | 'objectionUntil'>,
  url: string,
): readonly TaskDraft[] => {
  const desk = { role: 'centre' } as const
  if (state === 'open')
    return [
      {
        step: 'invite',
        title: { ja: '代表者の再設定を進める', en: 'Go on with the new representative' },
        assignee: desk,
        url,
        dueOn: addDays(recovery.objectionUntil!, 1),
      },
      {
        step: 'object',
        title: { ja: '代表者の再設定を確かめる', en: 'Look at who is to represent your group' },
        assignee: { accountId: recovery.old!.accountId },
        url,
        dueOn: recovery.objectionUntil!,
      },
    ]
  return state === 'objected'
    ? [
        {
          step: 'overrule',
          title: { ja: '代表者の再設定への異議を調べる', en: 'Look into the objection' },
          assignee: desk,
          url,
        },
      ]
    : []
}

/** Closes what was to be done and opens what is next. */
export const setTasks = async (
  scope: Scope,
  { city, groupId, groupName }: Around,
  recovery: Pick<Recovery, 'id' | 'old' | 'objectionUntil'> & { readonly state: RecoveryState },
): Promise<void> => {
  const subject = { kind: recoveryKind, id: recovery.id, title: groupName }
  const url = paths.recovery(city.slug, groupId)
  await replaceTasks(scope, subject, tasksIn(recovery.state, recovery, url))
}

/** Sends the invitation by which the new representative confirms. */
export const invite = (
  scope: Scope,
  { city, groupId, groupName }: Around,
  asked: { readonly email: string; readonly language: Language },
): Promise<string> =>
  sendInvitation(scope, city, {
    ...asked,
    gift: { kind: 'group', groupId, groupRole: 'representative' },
    groupName,
  })

/** The group and its name, for mails and tasks. */
export const aroundOf = async (scope: Scope, city: City, groupId: string): Promise<Around> => ({
  city,
  groupId,
  groupName: (await findGroupName(scope, groupId)) ?? '',
})

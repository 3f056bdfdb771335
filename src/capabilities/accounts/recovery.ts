import type { PlainDate } from '#kernel/calendar.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'

/**
 * 代表者の再設定: a group lost its people. The desk makes sure who asks, tells the representative of then, who
 * can object for some days, and invites the new one, who confirms. Until then nothing changes.
 */
export const recoveryFlow = defineWorkflow({
  initial: 'open',
  states: {
    open: {
      staff: { ja: '異議を待っている', en: 'Waiting for objections' },
      applicant: { ja: '異議を待っています', en: 'Waiting for objections' },
      waitsFor: 'desk',
    },
    objected: {
      staff: { ja: '異議あり', en: 'Objected to' },
      applicant: { ja: '異議が出ています', en: 'Objected to' },
      waitsFor: 'desk',
    },
    invited: {
      staff: { ja: '新しい代表者の返事待ち', en: 'Waiting for the new representative' },
      applicant: { ja: '新しい代表者の返事待ち', en: 'Waiting for the new representative' },
      waitsFor: 'invited',
    },
    done: {
      staff: { ja: '再設定済み', en: 'Done' },
      applicant: { ja: '代表者が替わりました', en: 'Done' },
      final: true,
    },
    withdrawn: {
      staff: { ja: '取りやめ', en: 'Called off' },
      applicant: { ja: '取りやめになりました', en: 'Called off' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'object',
      from: ['open'],
      to: 'objected',
      by: ['representative'],
      label: { ja: '異議を出す', en: 'Object' },
      reasonRequired: true,
    },
    {
      name: 'invite',
      from: ['open', 'invited'],
      to: 'invited',
      by: ['desk'],
      label: { ja: '新しい代表者に招待を送る', en: 'Invite the new representative' },
    },
    {
      name: 'overrule',
      from: ['objected'],
      to: 'invited',
      by: ['desk'],
      label: { ja: '異議を退けて招待を送る', en: 'Overrule and invite' },
      reasonRequired: true,
    },
    {
      name: 'withdraw',
      from: ['open', 'objected', 'invited'],
      to: 'withdrawn',
      by: ['desk'],
      label: { ja: '再設定を取りやめる', en: 'Call off' },
      reasonRequired: true,
    },
    {
      name: 'confirm',
      from: ['invited'],
      to: 'done',
      by: ['invited'],
      label: { ja: '代表者を引き受ける', en: 'Take over' },
    },
  ],
})

export type RecoveryState = StateOf<typeof recoveryFlow>
export type RecoveryStep = TransitionNameOf<typeof recoveryFlow>

/** The kind under which tasks know a recovery. */
export const recoveryKind = 'recovery'

/** How the desk made sure that somebody may speak for the group. */
export const recoveryChecks = ['id', 'rules', 'roster', 'contact', 'other'] as const
export type RecoveryCheck = (typeof recoveryChecks)[number]

export type Recovery = {
  readonly id: string
  readonly groupId: string
  readonly state: RecoveryState
  readonly asker: { readonly name: string; readonly email: string }
  readonly askedOn: PlainDate
  readonly checks: readonly RecoveryCheck[]
  readonly evidence: string
  readonly openedBy: string
  readonly openedAt: Date
  /** Who represented the group then and can be reached; null where nobody did. */
  readonly old: { readonly accountId: string; readonly name: string } | null
  readonly objectionUntil: PlainDate | null
  readonly objection: string | null
}

/** Whether the representative of then can still object: the last day belongs to it. */
export const canStillObject = (
  recovery: Pick<Recovery, 'state' | 'objectionUntil'>,
  today: PlainDate,
): boolean =>
  recovery.state === 'open' && recovery.objectionUntil !== null && today <= recovery.objectionUntil

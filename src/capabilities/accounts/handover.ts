import { defineWorkflow } from '#kernel/workflow.ts'

/** 代表者の引継ぎ: the old representative names the new one, who confirms. Until then nothing changes. */
export const handoverFlow = defineWorkflow({
  initial: 'named',
  states: {
    named: {
      staff: { ja: '新しい代表者の確認待ち', en: 'Waiting for the new representative' },
      applicant: { ja: '新しい代表者の確認待ち', en: 'Waiting for the new representative' },
      waitsFor: 'successor',
    },
    confirmed: {
      staff: { ja: '引継ぎ済み', en: 'Handed over' },
      applicant: { ja: '引継ぎ済み', en: 'Handed over' },
      final: true,
    },
    withdrawn: {
      staff: { ja: '取りやめ', en: 'Called off' },
      applicant: { ja: '取りやめ', en: 'Called off' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'confirm',
      from: ['named'],
      to: 'confirmed',
      by: ['successor'],
      label: { ja: '代表者を引き受ける', en: 'Take over' },
    },
    {
      name: 'withdraw',
      from: ['named'],
      to: 'withdrawn',
      by: ['representative', 'desk'],
      label: { ja: '引継ぎを取りやめる', en: 'Call off' },
    },
    {
      name: 'decline',
      from: ['named'],
      to: 'withdrawn',
      by: ['successor'],
      label: { ja: '引き受けない', en: 'Decline' },
    },
  ],
})

/** The kind under which tasks know a hand-over. */
export const handoverKind = 'handover'

/** Days in which the new representative is asked to answer. */
export const handoverDays = 14

export type Handover = {
  readonly id: string
  readonly groupId: string
  readonly from: { readonly accountId: string; readonly name: string }
  readonly to: { readonly accountId: string; readonly name: string }
  readonly createdAt: Date
}

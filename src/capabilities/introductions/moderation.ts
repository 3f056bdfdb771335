import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'

/**
 * 掲載の見直し: nothing of a group's page is approved beforehand. The desk takes a part out of sight with a
 * reason; the group mends it and the desk shows it again.
 */
export const moderation = defineWorkflow({
  initial: 'shown',
  states: {
    shown: {
      staff: { ja: '掲載中', en: 'Shown' },
      applicant: { ja: '掲載中', en: 'Shown' },
    },
    hidden: {
      staff: { ja: '掲載を止めている', en: 'Out of sight' },
      applicant: { ja: '掲載が止まっています', en: 'Out of sight' },
      waitsFor: ['group'],
    },
    mended: {
      staff: { ja: '直したものの確認待ち', en: 'Mended, to be checked' },
      applicant: { ja: '直したものを確認中', en: 'Mended, being checked' },
      waitsFor: ['centre', 'office'],
    },
  },
  transitions: [
    {
      name: 'hide',
      from: ['shown', 'mended'],
      to: 'hidden',
      by: ['centre', 'office'],
      label: { ja: '掲載を止める', en: 'Take out of sight' },
      reasonRequired: true,
    },
    {
      name: 'mend',
      from: ['hidden'],
      to: 'mended',
      by: ['group'],
      label: { ja: '直したと知らせる', en: 'Say that it was mended' },
    },
    {
      name: 'show',
      from: ['hidden', 'mended'],
      to: 'shown',
      by: ['centre', 'office'],
      label: { ja: 'もう一度掲載する', en: 'Show again' },
    },
  ],
})
export type Moderation = StateOf<typeof moderation>
export type ModerationStep = TransitionNameOf<typeof moderation>

/** What of a page can be taken out of sight by itself. */
export const partKinds = ['introduction', 'photo', 'news', 'offer', 'paper'] as const
export type PartKind = (typeof partKinds)[number]

/** One part of a group's page as the desk sees it. */
export type Part = {
  readonly kind: PartKind
  /** The group's id for the introduction itself. */
  readonly id: string
  readonly title: string
  readonly state: Moderation
  readonly reason: string | null
}

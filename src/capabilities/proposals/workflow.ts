import type { Bilingual } from '#kernel/bilingual.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'

const both = (ja: string, en: string): Bilingual => ({ ja, en })
const same = (ja: string, en: string) => ({ staff: both(ja, en), applicant: both(ja, en) })

/** 提案 from the first line of a draft to the decision. What follows a selection is a project. */
export const proposalWorkflow = defineWorkflow({
  initial: 'draft',
  states: {
    draft: { ...same('下書き', 'Draft'), waitsFor: 'applicant' },
    submitted: {
      staff: both('書類の確認待ち', 'To be checked'),
      applicant: both('受付済み（書類の確認中）', 'Received, being checked'),
      waitsFor: 'office',
    },
    returned: {
      staff: both('補正の依頼中', 'Correction asked'),
      applicant: both('補正のお願い', 'Please correct'),
      waitsFor: 'applicant',
    },
    ineligible: { ...same('対象外', 'Not eligible'), final: true },
    negotiating: {
      ...same('担当課と協議中', 'In talks with the department'),
      waitsFor: ['applicant', 'department'],
    },
    ready: {
      staff: both('審査待ち', 'Ready for review'),
      applicant: both('協議済み（審査待ち）', 'Talks done, waiting for review'),
      waitsFor: 'office',
    },
    reviewing: { ...same('審査中', 'Under review'), waitsFor: 'office' },
    selected: { ...same('採択', 'Selected'), final: true },
    conditional: { ...same('条件付き採択', 'Selected on conditions'), final: true },
    reserve: { ...same('次点', 'In reserve'), waitsFor: 'office' },
    not_selected: { ...same('不採択', 'Not selected'), final: true },
    withdrawn: { ...same('取下げ', 'Withdrawn'), final: true },
  },
  transitions: [
    {
      name: 'submit',
      from: ['draft'],
      to: 'submitted',
      by: ['applicant'],
      label: both('提案を提出', 'Proposal sent'),
    },
    {
      name: 'resubmit',
      from: ['returned'],
      to: 'submitted',
      by: ['applicant'],
      label: both('補正して再提出', 'Corrected proposal sent'),
    },
    {
      name: 'return',
      from: ['submitted'],
      to: 'returned',
      by: ['office'],
      label: both('補正を依頼', 'Correction asked for'),
      reasonRequired: true,
    },
    {
      name: 'extend',
      from: ['returned'],
      to: 'returned',
      by: ['office'],
      label: both('補正の期限を変更', 'Correction date changed'),
      reasonRequired: true,
    },
    {
      name: 'pass',
      from: ['submitted'],
      to: 'negotiating',
      by: ['office'],
      label: both('書類を確認し、担当課との協議を開始', 'Papers in order, talks begun'),
    },
    {
      name: 'rule-out',
      from: ['submitted', 'returned'],
      to: 'ineligible',
      by: ['office'],
      label: both('対象外と判断', 'Found not eligible'),
      reasonRequired: true,
    },
    {
      name: 'reassign',
      from: ['negotiating'],
      to: 'negotiating',
      by: ['office'],
      label: both('担当課を変更', 'Department changed'),
      reasonRequired: true,
    },
    {
      name: 'agree',
      from: ['negotiating'],
      to: 'ready',
      by: ['applicant', 'department'],
      label: both('協議シートを双方が確認', 'Both sides confirmed the sheet'),
    },
    {
      name: 'go-on',
      from: ['negotiating'],
      to: 'ready',
      by: ['office'],
      label: both('協議がまとまらないまま審査へ', 'Sent to review without agreement'),
      reasonRequired: true,
    },
    {
      name: 'open-review',
      from: ['ready'],
      to: 'reviewing',
      by: ['office'],
      label: both('審査を開始', 'Review begun'),
    },
    {
      name: 'select',
      from: ['reviewing', 'reserve'],
      to: 'selected',
      by: ['office'],
      label: both('採択', 'Selected'),
    },
    {
      name: 'select-on-conditions',
      from: ['reviewing', 'reserve'],
      to: 'conditional',
      by: ['office'],
      label: both('条件付きで採択', 'Selected on conditions'),
    },
    {
      name: 'put-in-reserve',
      from: ['reviewing'],
      to: 'reserve',
      by: ['office'],
      label: both('次点', 'Put in reserve'),
    },
    {
      name: 'decline',
      from: ['reviewing', 'reserve'],
      to: 'not_selected',
      by: ['office'],
      label: both('不採択', 'Not selected'),
    },
    {
      name: 'accept-offer',
      from: ['reserve'],
      to: 'selected',
      by: ['applicant'],
      label: both('次点の申出を受諾', 'Offer accepted'),
    },
    {
      name: 'decline-offer',
      from: ['reserve'],
      to: 'not_selected',
      by: ['applicant'],
      label: both('次点の申出を辞退', 'Offer declined'),
    },
    {
      name: 'withdraw',
      from: ['draft', 'submitted', 'returned', 'negotiating', 'ready', 'reviewing'],
      to: 'withdrawn',
      by: ['applicant', 'office'],
      label: both('取下げ', 'Withdrawn'),
      reasonRequired: true,
    },
  ],
})

export type ProposalState = StateOf<typeof proposalWorkflow>
export type ProposalStep = TransitionNameOf<typeof proposalWorkflow>

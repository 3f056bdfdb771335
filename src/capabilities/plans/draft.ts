import { type Bilingual, both } from '#kernel/bilingual.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import type { Values } from './merge.ts'

/** 計画の下書き: a new plan, or the next version of one. What was published is never a draft again. */
export const draftWorkflow = defineWorkflow({
  initial: 'writing',
  states: {
    writing: {
      staff: both('書いている', 'Being written'),
      applicant: both('書いている', 'Being written'),
      waitsFor: 'keeper',
    },
    published: {
      staff: both('公開した', 'Published'),
      applicant: both('公開した', 'Published'),
      final: true,
    },
  },
  transitions: [
    {
      name: 'publish',
      from: ['writing'],
      to: 'published',
      by: ['keeper'],
      label: both('計画の版として公開', 'Published as a version of the plan'),
    },
  ],
})

export type DraftState = StateOf<typeof draftWorkflow>
export type DraftStep = TransitionNameOf<typeof draftWorkflow>

/** The noun under which histories and the audit know a draft. */
export const draftKind = 'plan-draft'

export type PlanDraft = {
  readonly id: string
  readonly state: DraftState
  /** The plan of which it becomes a version. */
  readonly series: string
  /** The version that it revises; null for a new plan. */
  readonly baseId: string | null
  readonly department: string | null
  readonly title: Bilingual
  readonly publishedAs: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What is written and saved by itself, with the fields of its form. */
export type DraftPart = {
  readonly id: string
  readonly version: number
  readonly values: Values
  readonly writtenBy: string
  readonly writtenAt: Date
}

/** An item of a draft. Its id is its key: the same in every version of the plan that comes after. */
export type DraftItem = DraftPart & {
  readonly parentId: string | null
  readonly position: number
  /** When it was added to the draft: with the draft itself, or later. */
  readonly madeAt: Date
}

/** The two parts of every draft that are no items. */
export const factsId = 'facts'
export const legendsId = 'legends'

/** Everything of a draft. */
export type WholeDraft = {
  readonly facts: DraftPart
  readonly legends: DraftPart
  /** In no order; tree.ts of the draft puts them into one. */
  readonly items: readonly DraftItem[]
}

/** A draft as the histories name it. */
export const subjectOfDraft = ({ id, title }: Pick<PlanDraft, 'id' | 'title'>) => ({
  kind: draftKind,
  id,
  title: title.ja,
  titleEn: title.en,
})

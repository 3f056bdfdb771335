import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'
import {
  mergeHandovers,
  mergeInvitations,
  mergeMemberships,
  mergeRecoveries,
} from './queries/merge.ts'

const column = 'group_id'

/** People of groups go over when two registrations become one. */
export const holdings: readonly GroupHolding[] = [
  {
    table: 'memberships',
    column,
    label: both('つなぐを使う人（代表者・担当者・会員）', 'People who use the site'),
    move: mergeMemberships,
  },
  { table: 'invitations', column, label: both('招待', 'Invitations'), move: mergeInvitations },
  { table: 'handovers', column, label: both('代表者の引継ぎ', 'Hand-overs'), move: mergeHandovers },
  {
    table: 'recoveries',
    column,
    label: both('代表者の再設定', 'Recoveries'),
    move: mergeRecoveries,
  },
]

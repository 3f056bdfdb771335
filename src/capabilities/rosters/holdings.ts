import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'
import { closeOpening, mergePeople } from './queries/merge.ts'

const column = 'group_id'
const along = both('会員といっしょに移ります', 'They go over with the people')

/** Rosters of two registrations of one group become one. */
export const holdings: readonly GroupHolding[] = [
  {
    table: 'roster_people',
    column,
    label: both('名簿の会員', 'People of the roster'),
    move: mergePeople,
  },
  {
    table: 'roster_terms',
    column,
    label: both('名簿の役職', 'Offices of the roster'),
    stays: along,
  },
  {
    table: 'roster_changes',
    column,
    label: both('名簿の変更の記録', 'Changes of the roster'),
    stays: along,
  },
  {
    table: 'roster_viewings',
    column,
    label: both('職員が名簿を見た記録', 'Staff who looked at the roster'),
  },
  {
    table: 'roster_openings',
    column,
    label: both('役員の名前の公開', 'Officers shown to everyone'),
    move: closeOpening,
  },
]

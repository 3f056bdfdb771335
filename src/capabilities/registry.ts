import type { Capability } from '#web/capability.ts'
import { accounts } from './accounts/index.ts'
import { cities } from './cities/index.ts'
import { duplicates } from './duplicates/index.ts'
import { evaluations } from './evaluations/index.ts'
import { facilities } from './facilities/index.ts'
import { forms } from './forms/index.ts'
import { groups } from './groups/index.ts'
import { home } from './home/index.ts'
import { imports } from './imports/index.ts'
import { indicators } from './indicators/index.ts'
import { introductions } from './introductions/index.ts'
import { issues } from './issues/index.ts'
import { mails } from './mails/index.ts'
import { npos } from './npos/index.ts'
import { openData } from './open-data/index.ts'
import { plans } from './plans/index.ts'
import { procedures } from './procedures/index.ts'
import { programmes } from './programmes/index.ts'
import { progress } from './progress/index.ts'
import { projects } from './projects/index.ts'
import { proposals } from './proposals/index.ts'
import { publishing } from './publishing/index.ts'
import { reviews } from './reviews/index.ts'
import { revisions } from './revisions/index.ts'
import { rosters } from './rosters/index.ts'
import { statistics } from './statistics/index.ts'
import { surveys } from './surveys/index.ts'
import { tabulations } from './tabulations/index.ts'

/**
 * The table of contents of the product. A capability may use those above it, through their doors; what
 * happens below reaches those above only as events.
 */
export const capabilities: readonly Capability[] = [
  cities,
  mails,
  procedures,
  accounts,
  forms,
  publishing,
  facilities,
  groups,
  revisions,
  introductions,
  rosters,
  duplicates,
  npos,
  plans,
  statistics,
  programmes,
  issues,
  proposals,
  reviews,
  projects,
  evaluations,
  progress,
  surveys,
  tabulations,
  indicators,
  imports,
  openData,
  home,
]

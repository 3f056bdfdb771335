import type { City } from '#kernel/city.ts'
import type { Plan } from '../plans/index.ts'
import { commonScale } from './common-scale.ts'
import type { PlanProgress } from './preset.ts'

/** How a plan is reported; `revision` tells two writers of the page of settings apart. */
export type ProgressSettings = Omit<PlanProgress, 'plan'> & { readonly revision: number }

/** What holds for a plan of which nothing has been set: its lowest level, by the common scale. */
export const usualSettings = (plan: Pick<Plan, 'levels'>, city: City): ProgressSettings => ({
  levels: [plan.levels.at(-1)?.code ?? ''],
  scale: commonScale,
  fallback: city.departments[0]?.code ?? '',
  figures: [],
  source: { ja: '製品の設定', en: 'Set by this site' },
  revision: 0,
})

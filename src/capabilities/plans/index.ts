import { type Capability, presetPart } from '#web/capability.ts'
import { importPlan } from './actions.ts'
import { indicatorsDataset, planItemsDataset, planMarksDataset } from './datasets.ts'
import { planPreset } from './preset.ts'
import { planRoutes } from './routes.tsx'

export { importPlan } from './actions.ts'
export { readMarks, type YearMark } from './marks.ts'
export { paths as planPaths } from './paths.ts'
export {
  ancestorsOf,
  type Indicator,
  isOver,
  legendOf,
  type Plan,
  type PlanItem,
} from './plan.ts'
export { levelCountsText, periodText } from './plan-text.ts'
export { type PlanPreset, planPreset } from './preset.ts'
export { findPlanProblems } from './problems.ts'
export { listIndicators } from './queries/indicators.ts'
export { listItems } from './queries/items.ts'
export { findPlan, type ListedPlan, listPlanSources, listPlans } from './queries/plans.ts'
export { PlanChips } from './views/plan-chips.tsx'

/** 計画: guidelines and plans as trees, their year marks, grades and indicators, as printed. */
export const plans: Capability = {
  name: 'plans',
  datasets: [planItemsDataset, planMarksDataset, indicatorsDataset],
  routesWith: ({ panels }) => planRoutes(panels),
  presets: [
    presetPart({
      path: 'plans/*.json',
      schema: planPreset,
      load: importPlan,
      warnings: (plan) => plan.warnings,
    }),
  ],
}

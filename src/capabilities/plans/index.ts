import { type Capability, presetPart } from '#web/capability.ts'
import { importPlan } from './actions/import.ts'
import { planItemsDataset, planLinksDataset, planMarksDataset } from './datasets.ts'
import { servedPanels } from './panels.tsx'
import { planPreset } from './preset.ts'
import { planRoutes } from './routes/index.ts'

export { beginPlan, beginRevision, discardDraft } from './actions/begin.ts'
export { importPlan } from './actions/import.ts'
export { addItem, moveItem, savePart } from './actions/keep.ts'
export { linkToItem } from './actions/links.ts'
export { publishDraft } from './actions/publish.ts'
export { readMarks, type YearMark } from './marks.ts'
export { paths as planPaths } from './paths.ts'
export {
  ancestorsOf,
  currentOf,
  isOver,
  keyOf,
  legendOf,
  type Plan,
  type PlanItem,
  seriesOf,
  versionsOf,
} from './plan.ts'
export { levelCountsText, periodText } from './plan-text.ts'
export { type PlanPreset, planPreset } from './preset.ts'
export { findPlanProblems } from './problems.ts'
export { getWhole } from './queries/draft-parts.ts'
export { itemIdentity, listItems } from './queries/items.ts'
export { findPlan, type ListedPlan, listPlanSources, listPlans } from './queries/plans.ts'
export { PlanChips } from './views/plan-chips.tsx'

/** 計画: guidelines and plans as trees, their year marks and grades, as printed. */
export const plans: Capability = {
  name: 'plans',
  datasets: [planItemsDataset, planMarksDataset, planLinksDataset],
  panels: servedPanels,
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

import type { Bilingual } from '#kernel/bilingual.ts'
import { fiscalYearOf, type PlainDate } from '#kernel/calendar.ts'
import type { PlanPreset } from './preset.ts'

/** Everything of a plan but its items. */
export type Plan = Omit<PlanPreset, 'items'>

/** One node of a plan's tree, at any level, as printed. */
export type PlanItem = PlanPreset['items'][number]

/** What it takes to tell which version of which plan this is. */
export type Versioned = Pick<Plan, 'id' | 'series' | 'version'>

/** The plan of which this is a version. */
export const seriesOf = (plan: Pick<Plan, 'id' | 'series'>): string => plan.series ?? plan.id

/** What is the same for an item in every version of its plan. */
export const keyOf = (item: Pick<PlanItem, 'no' | 'key'>): string => item.key ?? item.no

/** The versions of this plan, the newest first; itself among them. */
export const versionsOf = <V extends Versioned>(all: readonly V[], plan: Versioned): V[] =>
  all.filter((one) => seriesOf(one) === seriesOf(plan)).toSorted((a, b) => b.version - a.version)

/** The newest version of each plan, in the order given. */
export const currentOf = <V extends Versioned>(all: readonly V[]): V[] =>
  all.filter((one) => versionsOf(all, one)[0]?.id === one.id)

/** A code of the plan's legend: class, mark or grade. */
export type Legend = {
  readonly code: string
  readonly label: Bilingual
  readonly meaning?: Bilingual | undefined
  readonly band?: string | undefined
}

/** The entry of a legend, or the bare code where the document does not explain it. */
export const legendOf = (legend: readonly Legend[], code: string): Legend =>
  legend.find((one) => one.code === code) ?? { code, label: { ja: code, en: code } }

/** What the plan calls items of a level. */
export const levelName = (plan: Pick<Plan, 'levels'>, level: string): Bilingual =>
  plan.levels.find((one) => one.code === level)?.name ?? { ja: level, en: level }

/** 再掲 shows another item again: the item whose facts hold, which is the item itself everywhere else. */
export const originalOf = (items: readonly PlanItem[], item: PlanItem): PlanItem =>
  items.find((one) => one.no === item.aliasOf) ?? item

/** The items above, from the top down. */
export const ancestorsOf = <I extends Pick<PlanItem, 'no' | 'parent'>>(
  items: readonly I[],
  item: I,
): I[] => {
  const above: I[] = []
  for (
    let parent = items.find((one) => one.no === item.parent);
    parent && !above.includes(parent);
    parent = items.find((one) => one.no === parent?.parent)
  )
    above.unshift(parent)
  return above
}

/** The items before and after it at its level, in the order of the document. */
export const neighboursOf = <I extends Pick<PlanItem, 'no' | 'level'>>(
  items: readonly I[],
  item: I,
): { previous: I | undefined; next: I | undefined } => {
  const peers = items.filter((one) => one.level === item.level)
  const at = peers.findIndex((one) => one.no === item.no)
  return { previous: peers[at - 1], next: peers[at + 1] }
}

/** True from the first day after the last fiscal year of the plan's period. */
export const isOver = (plan: Pick<Plan, 'period'>, today: PlainDate): boolean =>
  plan.period?.to != null && fiscalYearOf(today) > plan.period.to

/** The day a plan counts as published: as printed, or the first of the month or year that is printed. */
export const adoptedOn = (plan: Pick<Plan, 'adopted' | 'period'>): PlainDate | undefined => {
  const [year, month = '01', day = '01'] = plan.adopted?.split('-') ?? []
  if (year) return `${year}-${month}-${day}` as PlainDate
  return plan.period ? `${plan.period.from}-04-01` : undefined
}

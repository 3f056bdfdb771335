import type { Scope } from '#data/scope.ts'
import { fiscalYearOf, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findScaleProblems } from '#kernel/scale.ts'
import {
  ancestorsOf,
  keyOf,
  legendOf,
  type Plan,
  type PlanItem,
  readMarks,
  seriesOf,
} from '../../plans/index.ts'
import { recordBeginning } from '../../procedures/index.ts'
import { type Assignment, assign } from '../assign.ts'
import { partSubject, placeOf, roundSubject, tasksOfPart, tasksOfRound } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { insertRoundItems } from '../queries/items.ts'
import { insertParts } from '../queries/parts.ts'
import { insertReports } from '../queries/reports.ts'
import { insertRound } from '../queries/rounds.ts'
import type { ItemMark, RoundItem } from '../report.ts'
import { isReportable, type Part, type Round } from '../round.ts'
import type { ProgressSettings } from '../settings.ts'
import { writeToDepartment } from './letters.ts'

/** Why a round could not be opened. */
export type OpeningProblem =
  | 'year'
  | 'due-past'
  | 'opened-already'
  | 'no-items'
  | 'scale'
  | 'no-fallback'

export type Opening = {
  readonly plan: Plan
  readonly items: readonly PlanItem[]
  readonly settings: ProgressSettings
  readonly fiscalYear: number
  readonly dueOn: PlainDate
}

/** The items that are reported: those of the levels that are set, each once (再掲 is its original's). */
export const reportedItems = (
  items: readonly PlanItem[],
  { levels }: Pick<ProgressSettings, 'levels'>,
): readonly PlanItem[] =>
  items.filter((item) => item.aliasOf === undefined && levels.includes(item.level))

const markOf = (plan: Plan, item: PlanItem, year: number): ItemMark | undefined => {
  const cell = readMarks(item.marks, plan.years).find((one) => one.year === year)
  if (!cell?.printed) return undefined
  const holds = cell.holds ?? ''
  return { printed: cell.printed, holds, label: legendOf(plan.marks, holds || cell.printed).label }
}

/** The plan's items as they stand now, for the round to keep. */
const snapshot = ({
  plan,
  items,
  settings,
  fiscalYear,
}: Opening): readonly (RoundItem & { readonly key: string })[] =>
  reportedItems(items, settings).map((item) => ({
    no: item.no,
    key: keyOf(item),
    title: item.title,
    above: ancestorsOf(items, item).map(({ no, title }) => ({ no, title })),
    departmentsPrinted: item.departmentsAsPrinted ?? '',
    mark: markOf(plan, item, fiscalYear),
    figures: settings.figures
      .filter((figure) => figure.item === item.no)
      .map(({ item: _, ...figure }) => figure),
  }))

type Shares = {
  readonly parts: readonly Pick<Part, 'id' | 'department'>[]
  readonly assignments: ReadonlyMap<string, Assignment>
}

const shareOut = ({ items, settings }: Opening, city: City): Shares => {
  const given = { departments: city.departments, fallback: settings.fallback }
  const assignments = new Map(
    reportedItems(items, settings).map((item) => [item.no, assign(item, given)] as const),
  )
  const departments = new Set(
    [...assignments.values()].flatMap(({ lead, others }) => [lead, ...others]),
  )
  return {
    parts: [...departments].map((department) => ({ id: newId(), department })),
    assignments,
  }
}

const reportsOf = ({ parts, assignments }: Shares) => {
  const partOf = new Map(parts.map(({ id, department }) => [department, id] as const))
  return [...assignments].flatMap(([no, { lead, others }]) => [
    { partId: partOf.get(lead) ?? '', no, leads: true },
    ...others.map((code) => ({ partId: partOf.get(code) ?? '', no, leads: false })),
  ])
}

const countItems = ({ assignments }: Shares, department: string): number =>
  [...assignments.values()].filter(
    ({ lead, others }) => lead === department || others.includes(department),
  ).length

const problemOf = (opening: Opening, city: City, now: Date): OpeningProblem | undefined => {
  const { settings, fiscalYear, dueOn, items } = opening
  const today = tokyoDayOf(now)
  if (!isReportable(fiscalYear, fiscalYearOf(today))) return 'year'
  if (dueOn <= today) return 'due-past'
  if (reportedItems(items, settings).length === 0) return 'no-items'
  // Grades are given by it: bands that leave gaps are for printed reports of the past only.
  if (settings.scale.measure === 'as-printed' || findScaleProblems(settings.scale).length > 0)
    return 'scale'
  if (!city.departments.some(({ code }) => code === settings.fallback)) return 'no-fallback'
  return undefined
}

const announceOpening = async (
  scope: Scope,
  city: City,
  given: { readonly round: Round; readonly shares: Shares },
): Promise<void> => {
  const { round, shares } = given
  const around = { city: city.slug, now: scope.now }
  const title = { ja: '年度の進捗報告を始めた', en: 'The year’s report was opened' }
  await recordBeginning(scope, roundSubject(round), {
    event: { step: 'open', title, role: 'office', to: 'reporting', public: true },
    next: tasksOfRound(round, 'reporting', around),
    audit: {
      action: 'progress-round.open',
      after: { plan: round.planId, fiscalYear: round.fiscalYear, dueOn: round.dueOn },
    },
  })
  for (const part of shares.parts) {
    await recordBeginning(scope, partSubject(round, part), {
      event: { step: 'open', title, role: 'office', to: 'writing' },
      next: tasksOfPart(round, { ...part, state: 'writing' }, around),
      audit: { action: 'progress-part.open', after: { department: part.department } },
    })
    await writeToDepartment(scope, city, {
      department: part.department,
      letter: {
        kind: 'opened',
        round,
        path: paths.report(placeOf(city.slug, round), part.department),
        count: countItems(shares, part.department),
        day: round.dueOn,
      },
    })
  }
}

/**
 * Opens a fiscal year's report: keeps the items as they stand, gives every department its share, and asks for
 * it by the deadline.
 */
export const openRound = async (
  scope: Scope,
  city: City,
  opening: Opening,
): Promise<Result<Round, OpeningProblem>> => {
  const problem = problemOf(opening, city, scope.now)
  if (problem) return refuse(problem)
  const { plan, settings, fiscalYear, dueOn } = opening
  const round: Round = {
    id: newId(),
    planId: plan.id,
    fiscalYear,
    state: 'reporting',
    dueOn,
    planTitle: plan.title,
    scale: settings.scale,
    openedAt: scope.now,
    publishedAt: null,
    sample: false,
  }
  if (!(await insertRound(scope, { ...round, series: seriesOf(plan) })))
    return refuse('opened-already')
  const shares = shareOut(opening, city)
  await insertRoundItems(scope, round.id, snapshot(opening))
  await insertParts(
    scope,
    shares.parts.map((part) => ({ ...part, roundId: round.id })),
  )
  await insertReports(scope, round.id, reportsOf(shares))
  await announceOpening(scope, city, { round, shares })
  return ok(round)
}

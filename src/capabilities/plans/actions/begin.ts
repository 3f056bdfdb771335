import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { recordBeginning, roleCodeOf } from '../../procedures/index.ts'
import { draftKind, type PlanDraft, subjectOfDraft } from '../draft.ts'
import { headParts, type NewPart, partsOfPlan } from '../draft-parts.ts'
import type { Values } from '../merge.ts'
import { type Plan, type PlanItem, seriesOf } from '../plan.ts'
import { insertParts } from '../queries/draft-parts.ts'
import { deleteDraft, insertDraft, listDrafts } from '../queries/drafts.ts'
import { listPlans } from '../queries/plans.ts'

type Begun = Pick<PlanDraft, 'id' | 'series' | 'baseId' | 'department' | 'title'>

const begin = async (
  scope: Scope,
  draft: Begun,
  given: { readonly parts: readonly NewPart[]; readonly sample: boolean },
): Promise<boolean> => {
  if (!(await insertDraft(scope, { ...draft, sample: given.sample }))) return false
  await insertParts(scope, draft.id, given.parts)
  const { baseId, series, title } = draft
  await recordBeginning(scope, subjectOfDraft(draft), {
    event: {
      step: 'begin',
      title: baseId
        ? { ja: '改訂の下書きを作成', en: 'Draft of a revision begun' }
        : { ja: '新しい計画の下書きを作成', en: 'Draft of a new plan begun' },
      role: roleCodeOf(scope.actor),
      to: 'writing',
    },
    next: [],
    audit: { action: `${draftKind}.begin`, after: { series, base: baseId, title: title.ja } },
  })
  return true
}

/** An address that no plan and no draft of the city has: `plan-2026`, `plan-2026-2`. */
const freeSeries = async (scope: Scope, tried: readonly string[]): Promise<string> => {
  const plans = await listPlans(scope)
  const drafts = await listDrafts(scope)
  const taken = new Set([
    ...tried,
    ...plans.flatMap((plan) => [plan.id, seriesOf(plan)]),
    ...drafts.map(({ series }) => series),
  ])
  const base = `plan-${fiscalYearOf(tokyoDayOf(scope.now))}`
  if (!taken.has(base)) return base
  let number = 2
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

/** Levels that most plans have; whoever writes changes them as they need. */
const firstLegends: Values = {
  'levels.0.code': '方針',
  'levels.0.ja': '基本方針',
  'levels.0.en': 'Policy',
  'levels.1.code': '施策',
  'levels.1.ja': '施策',
  'levels.1.en': 'Measure',
  'levels.2.code': '項目',
  'levels.2.ja': '推進項目',
  'levels.2.en': 'Item',
}

/** Begins a plan from nothing but what it says of itself. @returns the draft's id */
export const beginPlan = async (
  scope: Scope,
  facts: Values,
  { sample = false }: { readonly sample?: boolean } = {},
): Promise<Result<string, 'begun-already'>> => {
  const title = { ja: facts.title_ja ?? '', en: facts.title_en || (facts.title_ja ?? '') }
  const given = { parts: headParts(facts, firstLegends), sample }
  // A colleague who begins at the same moment takes the same address: this one takes the next.
  for (const tried: string[] = []; tried.length < 20; ) {
    const [id, series] = [newId(), await freeSeries(scope, tried)]
    const draft = { id, series, baseId: null, department: facts.department || null, title }
    if (await begin(scope, draft, given)) return ok(id)
    tried.push(series)
  }
  return refuse('begun-already')
}

/** Begins the next version of a published plan, with everything it says now. @returns the draft's id */
export const beginRevision = async (
  scope: Scope,
  base: { readonly plan: Plan; readonly items: readonly PlanItem[] },
  { sample = false }: { readonly sample?: boolean } = {},
): Promise<Result<string, 'begun-already'>> => {
  const { plan, items } = base
  const next: Plan = {
    ...plan,
    status: plan.status === 'draft' ? 'final' : 'revised',
    adopted: undefined,
    // The new version is a document of its own.
    source: '',
  }
  const id = newId()
  const begun = await begin(
    scope,
    {
      id,
      series: seriesOf(plan),
      baseId: plan.id,
      department: plan.department ?? null,
      title: plan.title,
    },
    { parts: partsOfPlan(next, items), sample },
  )
  return begun ? ok(id) : refuse('begun-already')
}

/** Throws a draft away: nothing of it was ever public. */
export const discardDraft = async (scope: Scope, draft: PlanDraft): Promise<void> => {
  await deleteDraft(scope, draft.id)
  await audit(scope, {
    action: `${draftKind}.discard`,
    subjectKind: draftKind,
    subjectId: draft.id,
    before: { title: draft.title.ja, series: draft.series },
  })
}

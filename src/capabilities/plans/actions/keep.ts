import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type DraftItem, type DraftPart, draftKind, factsId, type PlanDraft } from '../draft.ts'
import {
  idsBelow,
  inPrintedOrder,
  movedBy,
  movedTo,
  type PlacingProblem,
  renumbered,
} from '../draft-tree.ts'
import { type RemovalRefusal, refersTo } from '../faults.ts'
import { sameValues, type Values } from '../merge.ts'
import { alignRows, mergeWithRows } from '../merge-rows.ts'
import {
  deleteItem,
  findWriting,
  getWhole,
  insertParts,
  placeItems,
  updateParts,
} from '../queries/draft-parts.ts'
import { lockDraft, touchDraft } from '../queries/drafts.ts'

/** A colleague has saved the same fields meanwhile: nothing is written until a person has decided. */
export type Clash = {
  readonly kind: 'clash'
  readonly fields: readonly string[]
  /** Both put together: the writer's own words in the fields of the clash, the colleague's in the others. */
  readonly values: Values
  /** The part as it stands now. */
  readonly now: DraftPart
}
export type SaveRefusal = Clash | { readonly kind: 'gone' } | { readonly kind: 'published' }

/** Whether what was saved is what was typed, or was put together with a colleague's changes. */
export type Saved = 'saved' | 'merged' | 'unchanged'

const changedFields = (before: Values, after: Values): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? '') !== (after[name] ?? ''),
  )

const record = (
  scope: Scope,
  draft: PlanDraft,
  what: {
    readonly action: string
    readonly part: string
    readonly before?: Values
    readonly after?: Values
  },
): Promise<void> => {
  const { before = {}, after = {} } = what
  const fields = changedFields(before, after)
  const only = (values: Values): Values =>
    Object.fromEntries(fields.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))
  return audit(scope, {
    action: `${draftKind}.${what.action}`,
    subjectKind: draftKind,
    subjectId: draft.id,
    before: { part: what.part, ...only(before) },
    after: { part: what.part, ...only(after) },
  })
}

const titleOf = (values: Values): PlanDraft['title'] => ({
  ja: values.title_ja ?? '',
  en: values.title_en || (values.title_ja ?? ''),
})

const touch = (scope: Scope, draft: PlanDraft, part: string, values: Values): Promise<void> =>
  touchDraft(
    scope,
    draft.id,
    part === factsId
      ? { title: titleOf(values), department: values.department || null }
      : undefined,
  )

/** Numbers of everything below an item, changed with its own where they begin with it. */
const numbersBelow = (
  items: readonly DraftItem[],
  id: string,
  change: { readonly before: string; readonly after: string },
): DraftItem[] => {
  const below = idsBelow(items, id)
  return items.flatMap((item) => {
    if (item.id === id || !below.has(item.id)) return []
    const no = item.values.no ?? ''
    const next = renumbered(no, change.before, change.after)
    return next === no ? [] : [{ ...item, values: { ...item.values, no: next } }]
  })
}

export type Saving = {
  readonly part: string
  /** The version that the writer has seen. */
  readonly seen: number
  readonly values: Values
  /** What stands below takes on the new number too. */
  readonly numbersBelow?: boolean
}

/**
 * Saves one part. What a colleague has saved meanwhile in other fields stays; where both have written, the refusal
 * says in which fields, and what stands there now.
 */
export const savePart = async (
  scope: Scope,
  draftId: string,
  saving: Saving,
): Promise<Result<Saved, SaveRefusal>> => {
  const draft = await lockDraft(scope, draftId)
  if (draft.state !== 'writing') return refuse({ kind: 'published' })
  const whole = await getWhole(scope, draftId)
  const { part, seen, values: mine } = saving
  const now = [whole.facts, whole.legends, ...whole.items].find(({ id }) => id === part)
  if (!now) return refuse({ kind: 'gone' })
  const base =
    seen === now.version
      ? now.values
      : await findWriting(scope, draftId, { id: part, version: seen })
  const merged = mergeWithRows(base ?? {}, mine, now.values)
  if (merged.clashes.length > 0)
    return refuse({
      kind: 'clash',
      fields: merged.clashes,
      values: merged.values,
      now: { ...now, values: alignRows(now.values, merged.values) },
    })
  if (sameValues(merged.values, now.values)) return ok('unchanged')
  const below = saving.numbersBelow
    ? numbersBelow(whole.items, part, {
        before: now.values.no ?? '',
        after: merged.values.no ?? '',
      })
    : []
  await updateParts(scope, draftId, [{ ...now, values: merged.values }, ...below])
  await touch(scope, draft, part, merged.values)
  await record(scope, draft, { action: 'write', part, before: now.values, after: merged.values })
  return ok(sameValues(merged.values, mine) ? 'saved' : 'merged')
}

/** Adds an item as the last below another one, or at the top. @returns its id */
export const addItem = async (
  scope: Scope,
  draftId: string,
  { parentId, values }: { readonly parentId: string | null; readonly values: Values },
): Promise<Result<string, 'gone' | 'published'>> => {
  const draft = await lockDraft(scope, draftId)
  if (draft.state !== 'writing') return refuse('published')
  const { items } = await getWhole(scope, draftId)
  if (parentId !== null && !items.some(({ id }) => id === parentId)) return refuse('gone')
  const siblings = items.filter((item) => item.parentId === parentId)
  const position = Math.max(-1, ...siblings.map((item) => item.position)) + 1
  const id = newId()
  await insertParts(scope, draftId, [{ id, kind: 'item', parentId, position, values }])
  await touch(scope, draft, id, values)
  await record(scope, draft, { action: 'add', part: id, after: values })
  return ok(id)
}

/** Moves an item one place up or down among its own. */
export const stepItem = async (
  scope: Scope,
  draftId: string,
  { id, direction }: { readonly id: string; readonly direction: 'up' | 'down' },
): Promise<Result<'done', 'published'>> => {
  const draft = await lockDraft(scope, draftId)
  if (draft.state !== 'writing') return refuse('published')
  const { items } = await getWhole(scope, draftId)
  const places = movedBy(items, id, direction)
  if (places.length === 0) return ok('done')
  await placeItems(scope, draftId, places)
  await touch(scope, draft, id, {})
  await record(scope, draft, { action: 'move', part: id, after: { direction } })
  return ok('done')
}

/** Moves an item, with all below it, to another place of the tree. */
export const moveItem = async (
  scope: Scope,
  draftId: string,
  moving: { readonly id: string; readonly parentId: string | null; readonly after: string | null },
): Promise<Result<'done', PlacingProblem | 'published'>> => {
  const draft = await lockDraft(scope, draftId)
  if (draft.state !== 'writing') return refuse('published')
  const { items } = await getWhole(scope, draftId)
  const places = movedTo(items, moving.id, moving)
  if (!places.ok) return places
  const before = items.find(({ id }) => id === moving.id)?.parentId ?? ''
  await placeItems(scope, draftId, places.value)
  await touch(scope, draft, moving.id, {})
  await record(scope, draft, {
    action: 'move',
    part: moving.id,
    before: { parent: before },
    after: { parent: moving.parentId ?? '', after: moving.after ?? '' },
  })
  return ok('done')
}

export type RemoveRefusal =
  | RemovalRefusal
  | { readonly reason: 'published' | 'meanwhile'; readonly items: readonly string[] }

/** Takes an item out. What stands below it, or shows it again, keeps it; so does a wording nobody has seen. */
export const removeItem = async (
  scope: Scope,
  draftId: string,
  { id, seen }: { readonly id: string; readonly seen: number },
): Promise<Result<'done', RemoveRefusal>> => {
  const draft = await lockDraft(scope, draftId)
  if (draft.state !== 'writing') return refuse({ reason: 'published', items: [] })
  const whole = await getWhole(scope, draftId)
  const item = inPrintedOrder(whole.items).find((node) => node.item.id === id)?.item
  if (!item) return ok('done')
  const refers = refersTo(whole, id)
  if (refers) return refuse(refers)
  if (item.version !== seen) return refuse({ reason: 'meanwhile', items: [] })
  await deleteItem(scope, draftId, id)
  await touch(scope, draft, id, {})
  await record(scope, draft, { action: 'remove', part: id, before: item.values })
  return ok('done')
}

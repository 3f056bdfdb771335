import { type Answer, redirect } from '#web/answer.ts'
import { type PageRequest, post, type Route } from '#web/route.ts'
import { moveItem, type RemoveRefusal, removeItem, stepItem } from '../actions/keep.ts'
import type { DraftItem } from '../draft.ts'
import { draftSentences } from '../draft-sentences.ts'
import { paths } from '../paths.ts'
import { getItem, itemPage, type Shown } from './draft-items.tsx'
import { keepers, type OpenDraft, openDraft } from './draft-request.ts'

const stepInOrder = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const { draft } = await openDraft(request)
  const up = form.text('up')
  const id = up || form.text('down')
  await stepItem(scope, draft.id, { id, direction: up ? 'up' : 'down' })
  return redirect(paths.draftItemInTree(city.slug, draft.id, { id, done: 'moved' }))
}

const placeItem = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form, language } = request
  const open = await openDraft(request)
  const item = getItem(request, open)
  const words = draftSentences[language].item.placing
  const target = open.whole.items.find(({ id }) => id === form.text('target'))
  const how = form.text('how')
  const shownWith = (placing: string): Promise<Answer> =>
    itemPage(request, open, { item, shown: { values: item.values, placing } })
  if (how === 'after' && !target) return shownWith(words.choose)
  if (form.text('target') !== '' && !target) return shownWith(words.gone)
  const parentId = how === 'after' ? (target?.parentId ?? null) : (target?.id ?? null)
  const siblings = open.whole.items
    .filter((one) => one.parentId === parentId && one.id !== item.id)
    .toSorted((a, b) => a.position - b.position)
  const last = siblings.at(-1)?.id ?? null
  const after = how === 'after' ? (target?.id ?? null) : how === 'first' ? null : last
  const moved = await moveItem(scope, open.draft.id, { id: item.id, parentId, after })
  if (!moved.ok)
    return moved.error === 'published'
      ? redirect(paths.draft(city.slug, open.draft.id))
      : shownWith(words[moved.error])
  return redirect(paths.draftItemInTree(city.slug, open.draft.id, { id: item.id, done: 'moved' }))
}

const whyNotRemoved = (
  { language }: PageRequest,
  { whole }: OpenDraft,
  given: { readonly item: DraftItem; readonly refusal: RemoveRefusal },
): Shown['removal'] => {
  const words = draftSentences[language].item
  const { item, refusal } = given
  if (refusal.reason === 'meanwhile')
    return { text: words.removeMeanwhile(item.writtenBy), items: [] }
  if (refusal.reason === 'published') return undefined
  const items = whole.items.filter(({ id }) => refusal.items.includes(id))
  const text = refusal.reason === 'has-children' ? words.hasChildren : words.shownAgain
  return { text, items }
}

const removeOne = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const open = await openDraft(request)
  const item = getItem(request, open)
  const seen = Number(form.text('seen')) || 0
  const removed = await removeItem(scope, open.draft.id, { id: item.id, seen })
  const back = paths.draft(city.slug, open.draft.id)
  if (removed.ok) return redirect(`${back}?done=removed`)
  const removal = whyNotRemoved(request, open, { item, refusal: removed.error })
  if (!removal) return redirect(back)
  const fresh = { ...request, form: { ...form, text: () => '' } }
  return itemPage(fresh, open, { item, shown: { values: item.values, removal } })
}

const at = '/:city/plan-drafts/:draft'

/** Where the items of a draft are ordered, moved and taken out. */
export const draftPlaceRoutes: readonly Route[] = [
  post(`${at}/order`, 'plans.order-items', keepers, stepInOrder),
  post(`${at}/items/:item/place`, 'plans.place-item', keepers, placeItem),
  post(`${at}/items/:item/removal`, 'plans.remove-item', keepers, removeOne),
]

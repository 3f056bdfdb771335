import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldProblem } from '../../forms/index.ts'
import { addItem, type Clash, savePart } from '../actions/keep.ts'
import type { DraftItem } from '../draft.ts'
import { draftSentences } from '../draft-sentences.ts'
import { readItem } from '../item-form.ts'
import type { Values } from '../merge.ts'
import { paths } from '../paths.ts'
import { listWritings } from '../queries/draft-parts.ts'
import { ItemForm, ItemFormHead } from '../views/item-form.tsx'
import { ItemTools } from '../views/item-tools.tsx'
import { draftCrumbs, keepers, type OpenDraft, openDraft } from './draft-request.ts'

export type Shown = {
  readonly values: Values
  readonly problems?: readonly FieldProblem[]
  readonly clash?: Clash | undefined
  readonly placing?: string | undefined
  readonly removal?: { readonly text: string; readonly items: readonly DraftItem[] } | undefined
}

const headOf = (request: PageRequest, { draft }: OpenDraft, shown: Shown & { title: string }) => ({
  title: shown.title,
  breadcrumb: [...draftCrumbs(request, draft), { label: shown.title }],
  unlisted: true,
  width: 'text' as const,
  done: draftSentences[request.language].done,
  ...((shown.problems?.length ?? 0) > 0 || shown.clash || shown.placing || shown.removal
    ? { status: 422 }
    : {}),
})

export const itemPage = async (
  request: PageRequest,
  open: OpenDraft,
  given: { readonly item: DraftItem; readonly shown: Shown },
): Promise<Answer> => {
  const { scope, city, language } = request
  const { item, shown } = given
  const { draft, whole, plan } = open
  const title = `${item.values.no ?? ''} ${item.values[`title_${language}`] ?? item.values.title_ja}`
  const form = {
    lang: language,
    city,
    plan,
    items: whole.items,
    id: item.id,
    values: shown.values,
    problems: shown.problems ?? [],
    clash: shown.clash,
    action: paths.draftItem(city.slug, draft.id, item.id),
    formKey: newFormKey(),
    seen: shown.clash?.now.version ?? (Number(request.form.text('seen')) || item.version),
  }
  return page(
    request,
    headOf(request, open, { ...shown, title }),
    <>
      <ItemFormHead {...form} over={draft.title[language]} heading={title} />
      <ItemForm {...form} />
      <ItemTools
        lang={language}
        citySlug={city.slug}
        draftId={draft.id}
        item={item}
        items={whole.items}
        writings={await listWritings(scope, draft.id, item.id)}
        formKey={newFormKey}
        placing={shown.placing}
        removal={shown.removal}
      />
    </>,
  )
}

export const getItem = ({ params }: PageRequest, { whole }: OpenDraft): DraftItem => {
  const item = whole.items.find(({ id }) => id === params.item)
  if (!item) throw new NotFound('item of a plan draft')
  return item
}

const openItem = async (request: PageRequest): Promise<Answer> => {
  const open = await openDraft(request)
  const item = getItem(request, open)
  return itemPage(request, open, { item, shown: { values: item.values } })
}

const aroundOf = ({ city }: PageRequest, { whole, plan }: OpenDraft, id: string | undefined) => ({
  plan,
  items: whole.items,
  id,
  departments: city.departments.map(({ code }) => code),
})

const saveItem = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const open = await openDraft(request)
  const item = getItem(request, open)
  const { values, problems } = readItem(form, aroundOf(request, open, item.id))
  if (problems.length > 0) return itemPage(request, open, { item, shown: { values, problems } })
  const saved = await savePart(scope, open.draft.id, {
    part: item.id,
    seen: Number(form.text('seen')) || 0,
    values,
    numbersBelow: form.text('numbers_below') === 'yes',
  })
  const back = paths.draft(city.slug, open.draft.id)
  if (saved.ok)
    return redirect(
      paths.draftItemInTree(city.slug, open.draft.id, { id: item.id, done: saved.value }),
    )
  if (saved.error.kind !== 'clash') return redirect(back)
  const shown = { values: saved.error.values, clash: saved.error }
  return itemPage(request, open, { item, shown })
}

/** Below which item a new one is added; undefined for the top, and where that item is gone. */
const parentIn = ({ whole }: OpenDraft, below: string): DraftItem | undefined =>
  whole.items.find(({ id }) => id === below)

/** The level below the one of the item above. */
const levelBelow = ({ plan }: OpenDraft, parent: DraftItem | undefined): string => {
  const at = plan.levels.findIndex(({ code }) => code === parent?.values.level)
  return plan.levels[Math.min(at + 1, plan.levels.length - 1)]?.code ?? ''
}

const newItemPage = (
  request: PageRequest,
  open: OpenDraft,
  given: { readonly parent: DraftItem | undefined; readonly shown: Shown },
): Answer => {
  const { city, language } = request
  const { parent, shown } = given
  const words = draftSentences[language].item
  const form = {
    lang: language,
    city,
    plan: open.plan,
    items: open.whole.items,
    id: undefined,
    values: shown.values,
    problems: shown.problems ?? [],
    action: paths.newItem(city.slug, open.draft.id),
    formKey: newFormKey(),
    below: parent?.id ?? '',
  }
  return page(
    request,
    headOf(request, open, { ...shown, title: words.newTitle }),
    <>
      <ItemFormHead
        {...form}
        over={
          parent ? words.below(parent.values.no ?? '', parent.values.title_ja ?? '') : words.atTop
        }
        heading={words.newTitle}
      />
      <ItemForm {...form} />
    </>,
  )
}

const openNewItem = async (request: PageRequest): Promise<Answer> => {
  const open = await openDraft(request)
  const parent = parentIn(open, request.query.get('below') ?? '')
  const values = { level: levelBelow(open, parent), no: parent?.values.no ?? '' }
  return newItemPage(request, open, { parent, shown: { values } })
}

const createItem = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const open = await openDraft(request)
  const parent = parentIn(open, form.text('below'))
  const { values, problems } = readItem(form, aroundOf(request, open, undefined))
  if (problems.length > 0)
    return newItemPage(request, open, { parent, shown: { values, problems } })
  const added = await addItem(scope, open.draft.id, { parentId: parent?.id ?? null, values })
  const back = paths.draft(city.slug, open.draft.id)
  if (!added.ok) return redirect(back)
  return redirect(
    paths.draftItemInTree(city.slug, open.draft.id, { id: added.value, done: 'added' }),
  )
}

const at = '/:city/plan-drafts/:draft'

/** Where the items of a draft are written. */
export const draftItemRoutes: readonly Route[] = [
  get(`${at}/items/new`, 'plans.open-new-item', keepers, openNewItem),
  post(`${at}/items/new`, 'plans.add-item', keepers, createItem),
  get(`${at}/items/:item`, 'plans.open-item', keepers, openItem),
  post(`${at}/items/:item`, 'plans.save-item', keepers, saveItem),
]

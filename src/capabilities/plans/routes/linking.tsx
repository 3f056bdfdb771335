import { askAlone } from '#data/together.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type Entry, listLatestEntries, searchEntries } from '../../publishing/index.ts'
import { linkToItem, unlinkFromItem } from '../actions/links.ts'
import { draftSentences } from '../draft-sentences.ts'
import { type ItemLink, type LinkKind, linkKinds, readLinkName } from '../link.ts'
import { paths } from '../paths.ts'
import { keyOf, originalOf, type Plan, type PlanItem, seriesOf } from '../plan.ts'
import { canKeep } from '../policy.ts'
import { listItems } from '../queries/items.ts'
import { askLinks } from '../queries/links.ts'
import { LinksPage } from '../views/links-page.tsx'
import { crumbsTo, getPlan } from './request.ts'

const getItem = async (
  request: PageRequest,
): Promise<{ readonly plan: Plan; readonly item: PlanItem }> => {
  const plan = await getPlan(request)
  allow(canKeep(request.scope.actor, plan))
  const items = await listItems(request.scope, plan.id)
  const item = items.find(({ no }) => no === request.params.no)
  if (!item) throw new NotFound('plan item')
  // 再掲 is one record in several places.
  return { plan, item: originalOf(items, item) }
}

const linkTo = ({ kind, id, title, url }: Entry, wanted: LinkKind): ItemLink[] =>
  kind === wanted ? [{ itemKey: '', kind: wanted, targetId: id, title, url }] : []

/** Public things of a kind: those with the words in them, or the latest. */
const findTargets = async (
  { scope }: PageRequest,
  kind: LinkKind,
  words: string,
): Promise<readonly ItemLink[]> => {
  const entries = words
    ? (await searchEntries(scope, { query: words, kind })).entries
    : await listLatestEntries(scope, { kinds: [kind], most: 20 })
  return entries.flatMap((entry) => linkTo(entry, kind))
}

type Asked = { readonly kind: string; readonly q: string; readonly isAsked: boolean }

const linksPage = async (request: PageRequest, asked: Asked, problem?: string): Promise<Answer> => {
  const { scope, city, language } = request
  const { plan, item } = await getItem(request)
  const kind = linkKinds.find((one) => one === asked.kind) ?? 'project'
  const links = await askAlone(scope, askLinks(scope, seriesOf(plan), keyOf(item)))
  const words = draftSentences[language]
  return page(
    request,
    {
      title: words.linksTitle,
      breadcrumb: [
        ...crumbsTo(request, plan),
        { label: item.no, href: paths.item(city.slug, plan.id, item.no) },
        { label: words.linksTitle },
      ],
      unlisted: true,
      done: words.done,
      ...(problem ? { status: 422 } : {}),
    },
    <LinksPage
      lang={language}
      city={city}
      plan={plan}
      item={item}
      links={links}
      search={{
        kind,
        words: asked.q,
        found: asked.isAsked ? await findTargets(request, kind, asked.q) : undefined,
      }}
      problem={problem}
      formKey={newFormKey}
    />,
  )
}

const showLinks = (request: PageRequest): Promise<Answer> => {
  const { query } = request
  return linksPage(request, {
    kind: query.get('kind') ?? '',
    q: (query.get('q') ?? '').slice(0, 200),
    isAsked: query.has('q'),
  })
}

const changeLinks = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form, language } = request
  const { plan, item } = await getItem(request)
  const place = { series: seriesOf(plan), itemKey: keyOf(item) }
  const back = paths.links(city.slug, plan.id, item.no)
  const removed = readLinkName(form.text('remove'))
  if (removed) {
    await unlinkFromItem(scope, place, removed)
    return redirect(`${back}?done=unlinked`)
  }
  const added = form.all('add').flatMap((name) => readLinkName(name) ?? [])
  if (added.length === 0)
    return linksPage(
      request,
      { kind: form.text('kind'), q: form.text('q').slice(0, 200), isAsked: true },
      draftSentences[language].linksChooseOne,
    )
  await linkToItem(scope, place, added.slice(0, 50))
  return redirect(`${back}?done=linked`)
}

const keepers = ['office', 'department'] as const
const at = '/:city/plans/:id/items/:no/links'

/** Where items are tied to what carries them out. */
export const linkingRoutes: readonly Route[] = [
  get(at, 'plans.show-links', keepers, showLinks),
  post(at, 'plans.change-links', keepers, changeLinks),
]

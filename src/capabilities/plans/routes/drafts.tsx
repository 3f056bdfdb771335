import { nameOfCode } from '#kernel/city.ts'
import { allow, Forbidden, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { listEvents } from '../../procedures/index.ts'
import { beginRevision, discardDraft } from '../actions/begin.ts'
import { publishDraft } from '../actions/publish.ts'
import { compareItems } from '../compare.ts'
import { readChangeFilter } from '../comparison.ts'
import { comparisonSentences } from '../comparison-sentences.ts'
import { type PlanDraft, subjectOfDraft } from '../draft.ts'
import { itemsOfDraft } from '../draft-plan.ts'
import { draftSentences } from '../draft-sentences.ts'
import { findFaults } from '../faults.ts'
import { paths } from '../paths.ts'
import { currentOf, keyOf, type Plan, seriesOf, versionsOf } from '../plan.ts'
import { versionText } from '../plan-text.ts'
import { canBegin, canKeep, keepsPlan } from '../policy.ts'
import { findDraftOf, listDrafts } from '../queries/drafts.ts'
import { listItems } from '../queries/items.ts'
import { findPlan, listPlans } from '../queries/plans.ts'
import { ComparePage } from '../views/compare-page.tsx'
import { BeginRevision, DraftList } from '../views/draft-list.tsx'
import { DraftPage } from '../views/draft-page.tsx'
import { draftCrumbs, keepers, openDraft } from './draft-request.ts'
import { getPlan } from './request.ts'

const showDrafts = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  if (!canBegin(scope.actor)) throw new Forbidden('plans.keep')
  const words = draftSentences[language]
  const drafts = (await listDrafts(scope)).filter((draft) => keepsPlan(scope.actor, draft))
  const writing = new Set(drafts.map(({ series }) => series))
  const plans = currentOf(await listPlans(scope))
  const crumbs = draftCrumbs(request)
  return page(
    request,
    { title: words.title, breadcrumb: crumbs, unlisted: true, done: words.done },
    <DraftList
      lang={language}
      citySlug={city.slug}
      drafts={drafts}
      revisable={plans.filter(
        (plan) => keepsPlan(scope.actor, plan) && !writing.has(seriesOf(plan)),
      )}
    />,
  )
}

/** What a revision would begin from, for whoever keeps that plan. */
export const getBase = async (request: PageRequest, id: string): Promise<Plan> => {
  const plan = await getPlan({ ...request, params: { ...request.params, id } })
  allow(canKeep(request.scope.actor, plan))
  return plan
}

/** The page before a revision is begun. */
export const revisionPage = async (
  request: PageRequest,
  plan: Plan,
  given: { readonly status?: number } = {},
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = draftSentences[language]
  return page(
    request,
    {
      title: words.beginRevisionTitle,
      breadcrumb: [...draftCrumbs(request), { label: words.beginRevisionTitle }],
      unlisted: true,
      ...given,
    },
    <BeginRevision
      lang={language}
      citySlug={city.slug}
      plan={plan}
      count={(await listItems(scope, plan.id)).length}
      begun={await findDraftOf(scope, seriesOf(plan))}
      formKey={newFormKey()}
    />,
  )
}

/** Begins the revision of a plan; one that was begun already is opened instead. */
export const startRevision = async (request: PageRequest, plan: Plan): Promise<Answer> => {
  const { scope, city } = request
  const items = await listItems(scope, plan.id)
  const begun = await beginRevision(scope, { plan, items })
  if (!begun.ok) return revisionPage(request, plan, { status: 422 })
  return redirect(`${paths.draft(city.slug, begun.value)}?done=begun`)
}

const newestOf = async (request: PageRequest, draft: PlanDraft): Promise<Plan | undefined> => {
  const { series } = draft
  return versionsOf(await listPlans(request.scope), { id: series, series, version: 1 })[0]
}

const draftPage = async (request: PageRequest, problem?: string): Promise<Answer> => {
  const { scope, city, language } = request
  const { draft, whole, plan } = await openDraft(request)
  const newest = await newestOf(request, draft)
  return page(
    request,
    {
      title: draft.title[language],
      breadcrumb: [...draftCrumbs(request), { label: draft.title[language] }],
      unlisted: true,
      width: 'wide',
      done: draftSentences[language].done,
      ...(problem ? { status: 422 } : {}),
    },
    <DraftPage
      lang={language}
      city={city}
      draft={draft}
      plan={{ ...plan, version: (newest?.version ?? 0) + 1 }}
      items={whole.items}
      faults={findFaults(
        whole,
        city.departments.map(({ code }) => code),
      )}
      newer={newest && newest.id !== draft.baseId ? newest : undefined}
      events={await listEvents(scope, [subjectOfDraft(draft)], { publicOnly: false })}
      formKey={newFormKey}
      problem={problem}
    />,
  )
}

const compareDraft = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const { draft, whole, plan } = await openDraft(request)
  const base = draft.baseId ? await findPlan(scope, draft.baseId) : undefined
  if (!base) throw new NotFound('comparison')
  const old = { plan: base, items: await listItems(scope, base.id) }
  const now = { plan, items: itemsOfDraft(plan, whole.items) }
  const names = {
    before: versionText(base, language),
    after: comparisonSentences[language].draftAfter,
  }
  const words = draftSentences[language]
  return page(
    request,
    {
      title: words.compare,
      breadcrumb: [...draftCrumbs(request, draft), { label: words.compare }],
      unlisted: true,
      width: 'wide',
    },
    <ComparePage
      lang={language}
      city={city}
      before={base}
      after={plan}
      names={names}
      sizes={{ before: old.items.length, after: now.items.length }}
      changes={compareItems(old, now, {
        department: (code) => nameOfCode(city.departments, code),
      })}
      filter={readChangeFilter(request.query)}
      path={paths.draftComparison(city.slug, draft.id)}
      linkTo={(side, item) =>
        side === 'after'
          ? paths.draftItem(city.slug, draft.id, keyOf(item))
          : paths.item(city.slug, base.id, item.no)
      }
    />,
  )
}

const publish = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const { draft } = await openDraft(request)
  const done = await publishDraft(scope, city, draft.id)
  if (done.ok) return redirect(`${paths.plan(city.slug, done.value)}?done=published`)
  if (done.error.kind === 'published') return redirect(paths.draft(city.slug, draft.id))
  // The page itself says what is to be mended, or which version came out meanwhile.
  const answer = await draftPage(request)
  return answer.kind === 'page' ? { ...answer, status: 422 } : answer
}

const discard = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form, language } = request
  const { draft } = await openDraft(request)
  if (draft.state !== 'writing') return redirect(paths.draft(city.slug, draft.id))
  if (form.text('sure') !== 'yes')
    return draftPage(request, draftSentences[language].discardSureFirst)
  await discardDraft(scope, draft)
  return redirect(`${paths.drafts(city.slug)}?done=discarded`)
}

const at = '/:city/plan-drafts/:draft'

/** Where drafts are found, compared, published and thrown away. */
export const draftRoutes: readonly Route[] = [
  get('/:city/plan-drafts', 'plans.list-drafts', keepers, showDrafts),
  get(at, 'plans.show-draft', keepers, (request) => draftPage(request)),
  get(`${at}/compare`, 'plans.compare-draft', keepers, compareDraft),
  post(`${at}/publication`, 'plans.publish', keepers, publish),
  post(`${at}/discarding`, 'plans.discard', keepers, discard),
]

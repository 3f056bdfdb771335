import { Forbidden } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldProblem } from '../../forms/index.ts'
import { beginPlan } from '../actions/begin.ts'
import { type Clash, savePart } from '../actions/keep.ts'
import { factsId, legendsId, type PlanDraft } from '../draft.ts'
import { draftSentences } from '../draft-sentences.ts'
import { readPlanFacts } from '../facts-form.ts'
import type { Read } from '../form.ts'
import { readLegends } from '../legends-form.ts'
import type { Values } from '../merge.ts'
import { paths } from '../paths.ts'
import { canBegin, keepsPlan } from '../policy.ts'
import { LegendsForm, rowAskedIn } from '../views/legends-form.tsx'
import { PlanFactsForm } from '../views/plan-facts-form.tsx'
import { draftCrumbs, keepers, openDraft } from './draft-request.ts'
import { getBase, revisionPage, startRevision } from './drafts.tsx'

type Shown = {
  readonly values: Values
  readonly problems?: readonly FieldProblem[]
  readonly clash?: Clash | undefined
  readonly seen?: number
}

/** In whose name the writer may keep a plan; null is the office alone. */
const namesFor = ({ scope, city }: PageRequest): readonly (string | null)[] =>
  [null, ...city.departments.map(({ code }) => code)].filter((department) =>
    keepsPlan(scope.actor, { department }),
  )

const factsPage = (request: PageRequest, shown: Shown, draft?: PlanDraft): Answer => {
  const { city, language } = request
  const { values, problems = [], clash, seen } = shown
  const words = draftSentences[language]
  const title = draft ? words.factsTitle : words.beginTitle
  return page(
    request,
    {
      title,
      breadcrumb: [...draftCrumbs(request, draft), { label: title }],
      unlisted: true,
      width: 'text',
      ...(problems.length > 0 || clash ? { status: 422 } : {}),
    },
    <PlanFactsForm
      lang={language}
      city={city}
      values={values}
      problems={problems}
      clash={clash}
      action={draft ? paths.facts(city.slug, draft.id) : paths.begin(city.slug)}
      formKey={newFormKey()}
      heading={title}
      over={draft?.title[language]}
      seen={clash?.now.version ?? seen}
      departments={namesFor(request)}
    />,
  )
}

const readFacts = (request: PageRequest): Read => {
  const names = namesFor(request)
  return readPlanFacts(
    request.form,
    names.filter((name) => name !== null),
    names.includes(null),
  )
}

const openNew = async (request: PageRequest): Promise<Answer> => {
  const { scope, query, city, person } = request
  if (!canBegin(scope.actor)) throw new Forbidden('plans.keep')
  const from = query.get('from')
  if (from) return revisionPage(request, await getBase(request, from))
  const own = namesFor(request).includes(null) ? undefined : person?.departments[0]
  return factsPage(request, {
    values: {
      kind: 'plan',
      status: 'draft',
      ...(own ? { department: own } : {}),
      source: city.name.ja,
    },
  })
}

const begin = async (request: PageRequest): Promise<Answer> => {
  const { scope, query, city } = request
  if (!canBegin(scope.actor)) throw new Forbidden('plans.keep')
  const from = query.get('from')
  if (from) return startRevision(request, await getBase(request, from))
  const { values, problems } = readFacts(request)
  if (problems.length > 0) return factsPage(request, { values, problems })
  const begun = await beginPlan(scope, values)
  if (!begun.ok) return factsPage(request, { values })
  return redirect(`${paths.draft(city.slug, begun.value)}?done=begun`)
}

const openFacts = async (request: PageRequest): Promise<Answer> => {
  const { draft, whole } = await openDraft(request)
  const { values, version } = whole.facts
  return factsPage(request, { values, seen: version }, draft)
}

const seenIn = ({ form }: PageRequest): number => Number(form.text('seen')) || 0

const changeFacts = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const { draft } = await openDraft(request)
  const { values, problems } = readFacts(request)
  const seen = seenIn(request)
  if (problems.length > 0) return factsPage(request, { values, problems, seen }, draft)
  const saved = await savePart(scope, draft.id, { part: factsId, seen, values })
  const back = paths.draft(city.slug, draft.id)
  if (saved.ok) return redirect(`${back}?done=${saved.value}`)
  if (saved.error.kind !== 'clash') return redirect(back)
  return factsPage(request, { values: saved.error.values, clash: saved.error }, draft)
}

const legendsPage = (
  request: PageRequest,
  draft: PlanDraft,
  shown: Shown & { readonly grown?: string },
): Answer => {
  const { city, language } = request
  const { values, problems = [], clash, seen = 0, grown = '' } = shown
  const title = draftSentences[language].legendsTitle
  return page(
    request,
    {
      title,
      breadcrumb: [...draftCrumbs(request, draft), { label: title }],
      unlisted: true,
      width: 'wide',
      ...(problems.length > 0 || clash ? { status: 422 } : {}),
    },
    <LegendsForm
      lang={language}
      values={values}
      problems={problems}
      clash={clash}
      over={draft.title[language]}
      action={paths.legends(city.slug, draft.id)}
      formKey={newFormKey()}
      seen={clash?.now.version ?? seen}
      grown={grown}
    />,
  )
}

const openLegends = async (request: PageRequest): Promise<Answer> => {
  const { draft, whole } = await openDraft(request)
  const { values, version } = whole.legends
  return legendsPage(request, draft, { values, seen: version })
}

const changeLegends = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const { draft, whole } = await openDraft(request)
  const { values, problems } = readLegends(form, whole.items)
  const seen = seenIn(request)
  const grown = rowAskedIn(form)
  if (grown) return legendsPage(request, draft, { values, seen, grown })
  if (problems.length > 0) return legendsPage(request, draft, { values, problems, seen })
  const saved = await savePart(scope, draft.id, { part: legendsId, seen, values })
  const back = paths.draft(city.slug, draft.id)
  if (saved.ok) return redirect(`${back}?done=${saved.value}`)
  if (saved.error.kind !== 'clash') return redirect(back)
  return legendsPage(request, draft, { values: saved.error.values, clash: saved.error })
}

const at = '/:city/plan-drafts/:draft'

/** Where a plan or its revision is begun, and where everything but its items is written. */
export const draftFactsRoutes: readonly Route[] = [
  get('/:city/plan-drafts/new', 'plans.open-begin', keepers, openNew),
  post('/:city/plan-drafts/new', 'plans.begin', keepers, begin),
  get(`${at}/facts`, 'plans.open-facts', keepers, openFacts),
  post(`${at}/facts`, 'plans.change-facts', keepers, changeFacts),
  get(`${at}/legends`, 'plans.open-legends', keepers, openLegends),
  post(`${at}/legends`, 'plans.change-legends', keepers, changeLegends),
]

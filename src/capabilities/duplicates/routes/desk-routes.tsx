import { isId } from '#kernel/ids.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { type Group, getGroup, groupPaths } from '../../groups/index.ts'
import { closeHandedOn, findHandedOn, handOn } from '../actions/hand-on.ts'
import { compareGroups, judgeNotDuplicate } from '../actions/judge.ts'
import { factsOfGroup } from '../actions/know-again.ts'
import { readReason } from '../form.ts'
import { duplicatePaths as paths } from '../paths.ts'
import { canHandOn, canJudge, canMerge } from '../policy.ts'
import { countWaitingPairs, listVerdicts, listWaitingPairs } from '../queries/pairs.ts'
import { sentences } from '../sentences.ts'
import { ListPage, pairsShown } from '../views/list-page.tsx'
import { PairPage } from '../views/pair-page.tsx'

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const { title } = sentences[language]
  const number = pageAsked(query)
  return page(
    request,
    {
      title,
      width: 'wide',
      unlisted: true,
      breadcrumb: [{ label: title }],
      done: sentences[language].done,
    },
    <ListPage
      lang={language}
      city={city}
      pairs={await listWaitingPairs(scope, { size: pairsShown, number })}
      total={await countWaitingPairs(scope)}
      page={number}
    />,
  )
}

/** The two registrations of the address, as far as the desk knows of them. @throws NotFound */
export const getPair = async ({ scope, params }: PageRequest): Promise<readonly [Group, Group]> => {
  const [one = '', other = ''] = [params.one, params.other]
  if (!isId(one) || !isId(other) || one >= other) throw new NotFound('pair')
  allow(canJudge(scope.actor, [one, other]))
  const pair = [await getGroup(scope, one), await getGroup(scope, other)] as const
  // What somebody writes at home is not known to the desk.
  if (pair.some(({ receiptNumber, channel }) => receiptNumber === null && channel === 'web'))
    throw new NotFound('pair')
  return pair
}

const pairPage = async (
  request: PageRequest,
  [one, other]: readonly [Group, Group],
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const ids = [one.id, other.id] as const
  return page(
    request,
    {
      title: words.pair.title,
      width: 'wide',
      unlisted: true,
      breadcrumb: [
        { label: words.title, href: paths.list(city.slug) },
        { label: words.pair.title },
      ],
      done: words.done,
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <PairPage
      lang={language}
      city={city}
      one={{ group: one, facts: await factsOfGroup(scope, one.id) }}
      other={{ group: other, facts: await factsOfGroup(scope, other.id) }}
      common={await compareGroups(scope, city, ids)}
      handed={await findHandedOn(scope, [one, other])}
      verdict={(await listVerdicts(scope, one.id)).get(other.id)}
      may={{
        judge: canJudge(scope.actor, ids).ok && !one.mergedInto && !other.mergedInto,
        merge: canMerge(scope.actor, ids).ok,
        handOn: canHandOn(scope.actor, ids).ok,
      }}
      typedReason={request.form.text('reason')}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const showPair = async (request: PageRequest): Promise<Answer> =>
  pairPage(request, await getPair(request))

const judge = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const pair = await getPair(request)
  const reason = readReason(request.form)
  if (!reason.ok)
    return pairPage(request, pair, [{ id: 'reason', message: sentences[language].problems.reason }])
  await judgeNotDuplicate(scope, city, { pair: [pair[0].id, pair[1].id], reason: reason.value })
  await closeHandedOn(scope, pair)
  return redirect(`${paths.list(city.slug)}?done=judged`)
}

const hand = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const pair = await getPair(request)
  allow(canHandOn(scope.actor, [pair[0].id, pair[1].id]))
  const reason = readReason(request.form)
  if (!reason.ok) {
    const message = sentences[language].problems.reason
    return pairPage(request, pair, [{ id: 'hand-reason', message }])
  }
  await handOn(scope, city, { pair, reason: reason.value })
  return redirect(`${paths.pair(city.slug, pair[0].id, pair[1].id)}?done=handed`)
}

/** Where the way back from a merge leads. */
export const toWinner = (city: string, id: string): Answer =>
  redirect(`${groupPaths.registration(city, id)}#merges`)

const desk = ['centre', 'office'] as const

/** The list of suspicions, two registrations side by side, and the verdict that they are two. */
export const deskRoutes: readonly Route[] = [
  get('/:city/desk/duplicates', 'duplicates.list', desk, showList),
  get('/:city/desk/duplicates/:one/:other', 'duplicates.show', desk, showPair),
  post('/:city/desk/duplicates/:one/:other/handing-on', 'duplicates.hand-on', desk, hand),
  post('/:city/desk/duplicates/:one/:other/verdict', 'duplicates.not-duplicate', desk, judge),
]

import { allow } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import type { GroupHolding } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import type { Group } from '../../groups/index.ts'
import { foreseeMerge, mergeGroups } from '../actions/merge.ts'
import { readReason } from '../form.ts'
import { mergeProblem, proposeWinner } from '../merge.ts'
import { duplicatePaths as paths } from '../paths.ts'
import { canMerge } from '../policy.ts'
import { sentences } from '../sentences.ts'
import { MergePage } from '../views/merge-page.tsx'
import { getPair, toWinner } from './desk-routes.tsx'

type Sides = { readonly loser: Group; readonly winner: Group }

const sidesOf = async (request: PageRequest, keep: string): Promise<Sides> => {
  const [one, other] = await getPair(request)
  allow(canMerge(request.scope.actor, [one.id, other.id]))
  const kept = keep === one.id || keep === other.id ? keep : proposeWinner(one, other)
  return kept === one.id ? { loser: other, winner: one } : { loser: one, winner: other }
}

const mergePage = async (
  request: PageRequest,
  { loser, winner, holdings }: Sides & { readonly holdings: readonly GroupHolding[] },
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const problem = mergeProblem(loser, winner)
  return page(
    request,
    {
      title: words.merge.title,
      unlisted: true,
      breadcrumb: [
        { label: words.title, href: paths.list(city.slug) },
        { label: words.pair.title, href: paths.pair(city.slug, loser.id, winner.id) },
        { label: words.merge.title },
      ],
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <MergePage
      lang={language}
      city={city}
      loser={loser}
      winner={winner}
      foreseen={problem ? [] : await foreseeMerge(scope, holdings, loser.id)}
      problem={problem}
      typedReason={request.form.text('reason')}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

/** Making two registrations one: what would be moved, then the yes with its reason. */
export const mergeRoutes = (holdings: readonly GroupHolding[]): readonly Route[] => {
  const show = async (request: PageRequest): Promise<Answer> => {
    const sides = await sidesOf(request, request.query.get('keep') ?? '')
    return mergePage(request, { ...sides, holdings })
  }
  const merge = async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language, form } = request
    const sides = await sidesOf(request, form.text('keep'))
    const words = sentences[language]
    const again = (message: string) =>
      mergePage(request, { ...sides, holdings }, [{ id: 'reason', message }])
    const reason = readReason(form)
    if (!reason.ok) return again(words.problems.reason)
    const [loserId, winnerId] = [sides.loser.id, sides.winner.id]
    const asked = { holdings, loserId, winnerId, reason: reason.value }
    const merged = await mergeGroups(scope, city, asked)
    return merged.ok ? toWinner(city.slug, winnerId) : again(words.merge.problem[merged.error])
  }
  return [
    get('/:city/desk/duplicates/:one/:other/merge', 'duplicates.merge-form', ['office'], show),
    post('/:city/desk/duplicates/:one/:other/merge', 'duplicates.merge', ['office'], merge),
  ]
}

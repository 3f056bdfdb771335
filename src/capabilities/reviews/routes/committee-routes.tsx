import { say } from '#kernel/bilingual.ts'
import { isId } from '#kernel/ids.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { getProgramme, type Programme, programmePaths } from '../../programmes/index.ts'
import { addCommitteeMember, removeCommitteeMember } from '../actions/committee.ts'
import { paths } from '../paths.ts'
import { canRunReviews } from '../policy.ts'
import { listCandidates, listCommittee } from '../queries/committee.ts'
import { sentences } from '../sentences.ts'
import { CommitteePage } from '../views/committee-page.tsx'

const getManaged = async (request: PageRequest): Promise<Programme> => {
  allow(canRunReviews(request.scope.actor))
  return getProgramme(request.scope, request.params.id ?? '')
}

const committeePage = async (
  request: PageRequest,
  programme: Programme,
  problem?: 'not-a-reviewer',
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const { committee } = programme.definition
  const title = words.committee.title(say(committee.name, language))
  return page(
    request,
    {
      title,
      breadcrumb: [
        {
          label: say(programme.title, language),
          href: programmePaths.programme(city.slug, programme.id),
        },
        { label: title },
      ],
      unlisted: true,
      done: words.done,
      ...(problem ? { status: 422 } : {}),
    },
    <CommitteePage
      lang={language}
      citySlug={city.slug}
      programmeId={programme.id}
      name={committee.name}
      planned={committee.members}
      members={await listCommittee(scope, programme.id)}
      candidates={await listCandidates(scope)}
      formKey={newFormKey}
      problem={problem}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> =>
  committeePage(request, await getManaged(request))

const add = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const programme = await getManaged(request)
  const added = await addCommitteeMember(scope, programme.id, form.text('account'))
  return added.ok
    ? redirect(`${paths.committee(city.slug, programme.id)}?done=member-added`)
    : committeePage(request, programme, added.error)
}

const remove = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const programme = await getManaged(request)
  const accountId = request.params.account ?? ''
  const removed = isId(accountId)
    ? await removeCommitteeMember(scope, programme.id, accountId)
    : undefined
  if (!removed?.ok) throw new NotFound('committee member')
  return redirect(`${paths.committee(city.slug, programme.id)}?done=member-removed`)
}

export const committeeRoutes: readonly Route[] = [
  get('/:city/programmes/:id/committee', 'reviews.see-committee', ['office'], show),
  post('/:city/programmes/:id/committee', 'reviews.add-member', ['office'], add),
  post('/:city/programmes/:id/committee/:account', 'reviews.remove-member', ['office'], remove),
]

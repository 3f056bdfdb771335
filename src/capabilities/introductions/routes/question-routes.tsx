import { type Bilingual, say } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type Group, getGroup, groupPaths, wasRegistered } from '../../groups/index.ts'
import { askGroup } from '../actions/answers.ts'
import { readBody } from '../answer-form.ts'
import { paths } from '../paths.ts'
import { canAsk } from '../policy.ts'
import { talkProblem } from '../problem-texts.ts'
import { findOwnAnswer } from '../queries/answers.ts'
import { listOwnConversations } from '../queries/conversations.ts'
import { sentences } from '../sentences.ts'
import { QuestionPage } from '../views/answer.tsx'
import { ConversationsPage } from '../views/conversations.tsx'

/** A group that this person may ask; where they may not, or have asked already, they are led on. */
const askable = async (
  request: PageRequest,
): Promise<{ readonly group: Group; readonly elsewhere: Answer | undefined }> => {
  const { scope, city, params } = request
  const group = await getGroup(scope, params.id ?? '')
  if (!wasRegistered(group)) throw new NotFound('group')
  const begun = await findOwnAnswer(scope, { groupId: group.id, offerId: null })
  if (begun) return { group, elsewhere: redirect(paths.answer(city.slug, begun.id)) }
  if (canAsk(scope.actor, group).ok) return { group, elsewhere: undefined }
  return { group, elsewhere: redirect(`${groupPaths.group(city.slug, group.id)}#group-contact`) }
}

const formPage = (
  request: PageRequest,
  group: Group,
  again?: { readonly body: string; readonly problem: Bilingual },
): Answer => {
  const { city, language, person } = request
  const words = sentences[language].answer
  return page(
    request,
    {
      title: words.ask,
      unlisted: true,
      breadcrumb: [
        { label: group.name, href: groupPaths.group(city.slug, group.id) },
        { label: words.ask },
      ],
      ...(again ? { status: 422 } : {}),
    },
    <QuestionPage
      lang={language}
      city={city}
      formKey={newFormKey()}
      group={group}
      name={person?.name ?? ''}
      body={again?.body}
      error={again && say(again.problem, language)}
    />,
  )
}

const showForm = async (request: PageRequest): Promise<Answer> => {
  const { group, elsewhere } = await askable(request)
  return elsewhere ?? formPage(request, group)
}

const ask = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const { group, elsewhere } = await askable(request)
  if (elsewhere) return elsewhere
  const { text: body, problem } = readBody(form.text('body'))
  if (problem) return formPage(request, group, { body, problem })
  const asked = await askGroup(scope, city, { groupId: group.id, body })
  if (!asked.ok) return formPage(request, group, { body, problem: talkProblem(asked.error) })
  return redirect(`${paths.answer(city.slug, asked.value)}?done=asked`)
}

const showOwn = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const asked = { page: pageAsked(query) }
  const { conversations, total } = await listOwnConversations(scope, asked)
  const words = sentences[language].talks
  return page(
    request,
    { title: words.title, unlisted: true, width: 'wide', breadcrumb: [{ label: words.title }] },
    <ConversationsPage
      lang={language}
      city={city}
      conversations={conversations}
      shown={{ ...asked, total }}
    />,
  )
}

/** Asking a group something, and finding one's conversations again. */
export const questionRoutes: readonly Route[] = [
  get('/:city/offer-answers', 'introductions.list-own', ['person'], showOwn),
  get('/:city/groups/:id/question', 'introductions.question-form', ['person'], showForm),
  post('/:city/groups/:id/question', 'introductions.ask', ['person'], ask),
]

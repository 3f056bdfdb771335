import { hasRole } from '#kernel/actor.ts'
import { say } from '#kernel/bilingual.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { type Filled, getForm, readForm, rowsAskedIn } from '../../forms/index.ts'
import { findGroup, listMyGroups } from '../../groups/index.ts'
import { type Call, canSeeCall, findCall, listCallsAhead } from '../../programmes/index.ts'
import { askConsultation } from '../actions/consult.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import type { Problem } from '../figures.ts'
import { paths } from '../paths.ts'
import { canAskConsultation } from '../policy.ts'
import { findProposal } from '../queries/proposals.ts'
import { AskPage, ChooseConsultationCallPage } from '../views/consultation-forms.tsx'
import { problemLinks } from '../views/problem-links.ts'

/** The form of a city that has no call ahead. */
const usualForm = 'consultation'

type Asked = { text(name: string): string }

type Choice = { readonly id: string; readonly name: string }

/** One's own groups, and for the desk the one that the address names. */
const listChoices = async ({ scope, person }: PageRequest, asked: Asked): Promise<Choice[]> => {
  if (!person) return []
  const own = (await listMyGroups(scope, person)).filter(({ role }) => role !== 'member')
  const named = asked.text('group')
  if (!hasRole(person, 'office', 'centre') || own.some(({ id }) => id === named)) return own
  const group = await findGroup(scope, named)
  return group ? [...own, { id: group.id, name: group.name }] : own
}

const findVisibleCall = async ({ scope }: PageRequest, asked: Asked): Promise<Call | undefined> => {
  const call = await findCall(scope, asked.text('call'))
  return call && canSeeCall(scope.actor, call) ? call : undefined
}

const askPage = async (
  request: PageRequest,
  call: Call | undefined,
  back: {
    readonly asked: Asked
    readonly filled?: Filled
    readonly problems?: readonly Problem[]
    readonly errors?: readonly FieldError[]
  },
): Promise<Answer> => {
  const { scope, city, language } = request
  const { asked, filled = { answers: {} }, problems = [], errors = [] } = back
  const form = await getForm(scope, call?.definition.forms.consultation ?? usualForm)
  const { definition } = form
  const title = say(definition.title, language)
  const all = [...errors, ...problemLinks(definition, problems, language)]
  return page(
    request,
    {
      title,
      unlisted: true,
      breadcrumb: [
        {
          label: consultationSentences[language].title,
          href: paths.consultations(city.slug),
        },
        { label: title },
      ],
      ...(all.length > 0 ? { status: 422 } : {}),
    },
    <AskPage
      lang={language}
      city={city}
      call={call}
      proposalId={asked.text('proposal')}
      groups={await listChoices(request, asked)}
      group={asked.text('group')}
      definition={definition}
      filled={filled}
      errors={all}
      formKey={newFormKey()}
    />,
  )
}

const showAsk = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const asked: Asked = { text: (name) => query.get(name) ?? '' }
  const named = await findVisibleCall(request, asked)
  if (!named && query.get('call')) throw new NotFound('call')
  if (named) return askPage(request, named, { asked })
  const calls = (await listCallsAhead(scope)).filter((call) => canSeeCall(scope.actor, call))
  if (calls.length < 2) return askPage(request, calls[0], { asked })
  const words = consultationSentences[language]
  return page(
    request,
    {
      title: words.askTitle,
      unlisted: true,
      breadcrumb: [
        { label: words.title, href: paths.consultations(city.slug) },
        { label: words.askTitle },
      ],
    },
    <ChooseConsultationCallPage
      lang={language}
      city={city}
      now={scope.now}
      calls={calls}
      group={asked.text('group')}
    />,
  )
}

/** The proposal it is about, when it really is this group's in this call. */
const proposalOf = async (
  { scope, form }: PageRequest,
  given: { readonly groupId: string; readonly callId: string | undefined },
): Promise<string | null> => {
  const proposal = await findProposal(scope, form.text('proposal'))
  return proposal?.groupId === given.groupId && proposal.callId === given.callId
    ? proposal.id
    : null
}

const ask = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form: sent } = request
  const call = await findVisibleCall(request, sent)
  const form = await getForm(scope, call?.definition.forms.consultation ?? usualForm)
  const group = (await listChoices(request, sent)).find(({ id }) => id === sent.text('group'))
  const { answers, visibility, problems } = readForm(form.definition, sent, city)
  const filled = { answers, visibility }
  const moreRows = rowsAskedIn(sent)
  if (moreRows) return askPage(request, call, { asked: sent, filled: { ...filled, moreRows } })
  if (!group) {
    const message = consultationSentences[language].chooseGroup
    const errors = [{ id: 'group', message }]
    return askPage(request, call, {
      asked: sent,
      filled: { ...filled, problems },
      problems,
      errors,
    })
  }
  allow(canAskConsultation(scope.actor, group.id))
  const asked = await askConsultation(scope, city, {
    groupId: group.id,
    callId: call?.id ?? null,
    proposalId: await proposalOf(request, { groupId: group.id, callId: call?.id }),
    form,
    sent,
  })
  if (!asked.ok)
    return askPage(request, call, {
      asked: sent,
      filled: { ...filled, problems: asked.error.problems },
      problems: asked.error.problems,
    })
  return redirect(`${paths.consultation(city.slug, asked.value)}?done=asked`)
}

/** Asking for a consultation: for those who act for a group, and the desk for somebody at the counter. */
export const askRoutes: readonly Route[] = [
  get('/:city/consultations/new', 'proposals.start-consultation', ['person'], showAsk),
  post('/:city/consultations', 'proposals.ask-consultation', ['person'], ask),
]

import { hasRole } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { type Filled, getForm, readForm, rowsAskedIn } from '../../forms/index.ts'
import { findGroup, listMyGroups } from '../../groups/index.ts'
import { findTheme, listOpenThemes, type Theme } from '../../issues/index.ts'
import { type Call, canSeeCall, findCall, listCallsAhead } from '../../programmes/index.ts'
import { askConsultation } from '../actions/consult.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import type { Problem } from '../figures.ts'
import { paths } from '../paths.ts'
import { canAskConsultation, isApplicant } from '../policy.ts'
import type { Proposal } from '../proposal.ts'
import { findProposal } from '../queries/proposals.ts'
import { AskPage, ChooseConsultationCallPage } from '../views/ask-page.tsx'
import { problemLinks } from '../views/problem-links.ts'

/** The form of a city that has no call ahead. */
const usualForm = 'consultation'

type Asked = { text(name: string): string }

type Choice = { readonly id: string; readonly name: string }

/** One's own groups, and for the desk the one that the address names; a proposal names its own. */
const listChoices = async (
  { scope, person }: PageRequest,
  asked: Asked,
  proposal: Proposal | undefined,
): Promise<Choice[]> => {
  if (!person) return []
  if (proposal) return [{ id: proposal.groupId, name: proposal.groupName }]
  const own = (await listMyGroups(scope, person)).filter(({ role }) => role !== 'member')
  const named = asked.text('group')
  if (!hasRole(person, 'office', 'centre') || own.some(({ id }) => id === named)) return own
  const group = await findGroup(scope, named)
  return group ? [...own, { id: group.id, name: group.name }] : own
}

/** What the address or the form says it is about: a draft names its call and its theme. */
type Topic = {
  readonly call: Call | undefined
  readonly proposal: Proposal | undefined
  readonly themes: readonly Theme[]
}

/** A proposal of one's own group, or one that the office enters from paper. */
const findOwnProposal = async ({ scope }: PageRequest, asked: Asked) => {
  const proposal = await findProposal(scope, asked.text('proposal'))
  return proposal && isApplicant(scope.actor, proposal) ? proposal : undefined
}

const findTopic = async (request: PageRequest, asked: Asked): Promise<Topic> => {
  const { scope } = request
  const proposal = await findOwnProposal(request, asked)
  const theme = await findTheme(scope, asked.text('theme'))
  const call = await findCall(
    scope,
    proposal?.callId ?? (asked.text('call') || (theme?.call?.id ?? '')),
  )
  const visible = call && canSeeCall(scope.actor, call) ? call : undefined
  const themes = visible && !proposal ? await listOpenThemes(scope, visible.id) : []
  return { call: visible, proposal, themes }
}

const askPage = async (
  request: PageRequest,
  { call, proposal, themes }: Topic,
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
      now={scope.now}
      call={call}
      proposal={proposal}
      themes={themes}
      theme={asked.text('theme')}
      groups={await listChoices(request, asked, proposal)}
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
  const topic = await findTopic(request, asked)
  if (!topic.call && query.get('call')) throw new NotFound('call')
  if (topic.call) return askPage(request, topic, { asked })
  const calls = (await listCallsAhead(scope)).filter((call) => canSeeCall(scope.actor, call))
  if (calls.length < 2) {
    const call = calls[0]
    const themes = call ? await listOpenThemes(scope, call.id) : []
    return askPage(request, { call, proposal: undefined, themes }, { asked })
  }
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

/** What is wrong with the choices above the form: a group of one's own, and a theme of this call or none. */
const choiceErrors = (
  sent: Asked,
  given: {
    readonly group: Choice | undefined
    readonly topic: Topic
    readonly language: Language
  },
): readonly FieldError[] => {
  const words = consultationSentences[given.language]
  const { proposal, themes } = given.topic
  const theme = sent.text('theme')
  const known = proposal !== undefined || theme === '' || themes.some(({ id }) => id === theme)
  return [
    ...(given.group ? [] : [{ id: 'group', message: words.chooseGroup }]),
    ...(known ? [] : [{ id: 'theme', message: words.themeGone }]),
  ]
}

const ask = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form: sent } = request
  const topic = await findTopic(request, sent)
  const { call } = topic
  const form = await getForm(scope, call?.definition.forms.consultation ?? usualForm)
  const group = (await listChoices(request, sent, topic.proposal)).find(
    ({ id }) => id === sent.text('group'),
  )
  const { answers, visibility, problems } = readForm(form.definition, sent, city)
  const filled = { answers, visibility }
  const moreRows = rowsAskedIn(sent)
  if (moreRows) return askPage(request, topic, { asked: sent, filled: { ...filled, moreRows } })
  const errors = choiceErrors(sent, { group, topic, language })
  if (!group || errors.length > 0)
    return askPage(request, topic, {
      asked: sent,
      filled: { ...filled, problems },
      problems,
      errors,
    })
  allow(canAskConsultation(scope.actor, group.id))
  const asked = await askConsultation(scope, city, {
    groupId: group.id,
    callId: call?.id ?? null,
    proposalId: topic.proposal?.id ?? null,
    themeId: topic.proposal ? null : sent.text('theme') || null,
    form,
    sent,
  })
  if (!asked.ok)
    return askPage(request, topic, {
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

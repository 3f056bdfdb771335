import { hasRole, isOfGroup } from '#kernel/actor.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { findIssue, findTheme, isPublicIssue, listOpenThemes } from '../../issues/index.ts'
import {
  type Call,
  callStateAt,
  canSeeCall,
  findCall,
  findCancellation,
  findOpenCalls,
  findType,
  isCancelled,
} from '../../programmes/index.ts'
import { beginProposal } from '../actions/begin.ts'
import { paths } from '../paths.ts'
import { canBegin } from '../policy.ts'
import type { ProposalChannel } from '../proposal.ts'
import { findPaperGroups } from '../queries/paper-groups.ts'
import { sentences } from '../sentences.ts'
import { ChooseCallPage } from '../views/choose-call-page.tsx'
import type { PaperSearch } from '../views/paper-group.tsx'
import { StartPage } from '../views/start-page.tsx'
import { crumbsOfCall } from './request.ts'
import {
  type Asked,
  askedIn,
  findBeginning,
  isOpenTo,
  listCandidates,
  notRegisteredText,
  refusalsOf,
} from './start-candidates.ts'

const findPublicIssue = async ({ scope }: PageRequest, asked: Asked) => {
  const issue = await findIssue(scope, asked.text('issue'))
  return issue && isPublicIssue(issue) ? { id: issue.id, title: issue.title } : undefined
}

const isOnPaper = ({ scope }: PageRequest, asked: Asked): boolean =>
  hasRole(scope.actor, 'office') &&
  asked.text('group') !== '' &&
  !isOfGroup(scope.actor, asked.text('group'))

/** Until the office has named a group it is asked for one: what comes on paper is entered for somebody. */
const searchForPaper = async (
  { scope, person }: PageRequest,
  asked: Asked,
): Promise<PaperSearch | undefined> => {
  if (!person || !hasRole(person, 'office') || asked.text('group') !== '') return undefined
  const written = asked.text('group_name').slice(0, 100)
  return { written, found: await findPaperGroups(scope, written) }
}

const startPage = async (
  request: PageRequest,
  call: Call,
  shown: { readonly asked: Asked; readonly errors?: readonly FieldError[] },
): Promise<Answer> => {
  const { scope, city, language } = request
  const { asked, errors = [] } = shown
  const candidates = await listCandidates(request, asked)
  const words = sentences[language].start
  return page(
    request,
    {
      title: words.title,
      unlisted: true,
      breadcrumb: crumbsOfCall(request, call, words.title),
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <StartPage
      lang={language}
      city={city}
      now={scope.now}
      call={call}
      moment={callStateAt(call, scope.now)}
      cancelledFor={await findCancellation(scope, call)}
      consultation={
        await findBeginning(request, asked, {
          call,
          groupId: asked.text('group'),
          themeId: asked.text('theme') || null,
        })
      }
      groups={candidates.filter((one) => one.acts && isOpenTo(call, one))}
      refused={refusalsOf(request, call, candidates)}
      themes={await listOpenThemes(scope, call.id)}
      issue={await findPublicIssue(request, asked)}
      onPaper={isOnPaper(request, asked)}
      paper={await searchForPaper(request, asked)}
      typed={{
        group: asked.text('group'),
        type: asked.text('type') || (asked.text('theme') ? onlyThemedType(call) : ''),
        theme: asked.text('theme'),
        channel: asked.text('channel'),
      }}
      errors={errors}
      formKey={newFormKey()}
    />,
  )
}

/** Whoever comes from a theme means the type that answers themes, where there is just one. */
const onlyThemedType = ({ definition }: Call): string => {
  const themed = definition.types.filter((type) => type.themed)
  return themed.length === 1 ? (themed[0]?.code ?? '') : ''
}

const findVisibleCall = async ({ scope }: PageRequest, asked: Asked): Promise<Call | undefined> => {
  const theme = asked.text('call') === '' ? await findTheme(scope, asked.text('theme')) : undefined
  const call = await findCall(scope, asked.text('call') || (theme?.call?.id ?? ''))
  return call && canSeeCall(scope.actor, call) ? call : undefined
}

const showStart = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const asked = askedIn(request)
  const call = await findVisibleCall(request, asked)
  if (call) return startPage(request, call, { asked })
  if (query.get('call')) throw new NotFound('call')
  const calls = await findOpenCalls(scope)
  const only = calls.length === 1 ? calls[0] : undefined
  if (only) return startPage(request, only, { asked })
  const kept = { issue: asked.text('issue'), group: asked.text('group') }
  const words = sentences[language].start
  return page(
    request,
    { title: words.title, unlisted: true, breadcrumb: [{ label: words.title }] },
    <ChooseCallPage
      lang={language}
      city={city}
      now={scope.now}
      calls={calls}
      hrefOf={({ id }) => paths.start(city.slug, { ...kept, call: id })}
    />,
  )
}

const paper = ['counter', 'post', 'phone', 'mail'] as const

type Begun = {
  readonly groupId: string
  readonly type: string
  readonly theme: { readonly id: string; readonly department: string } | undefined
  readonly channel: ProposalChannel
}

/** Reads the first questions' answers; everything to be mended is told at once. */
const readStart = async (
  request: PageRequest,
  call: Call,
): Promise<Begun | readonly FieldError[]> => {
  const { scope, form, language } = request
  const words = sentences[language].start
  const errors: FieldError[] = []
  const add = (id: string, message: string) => errors.push({ id, message })
  const candidates = await listCandidates(request, form)
  const group = candidates.find(({ id, acts }) => acts && id === form.text('group'))
  if (!group) add('group', words.chooseGroup)
  else if (!isOpenTo(call, group)) add('group', notRegisteredText(call, group.name, language))
  const type = findType(call.definition, form.text('type'))
  if (!type) add('type', words.chooseType)
  const wanted = form.text('theme')
  const themes = wanted === '' ? [] : await listOpenThemes(scope, call.id)
  const theme = themes.find(({ id }) => id === wanted)
  if (type?.themed && wanted === '') add('theme', words.chooseTheme)
  if (wanted !== '' && !theme) add('theme', words.themeGone)
  if (type && !type.themed && theme) add('theme', words.themeNotUsed)
  const channel = paper.find((one) => one === form.text('channel'))
  const onPaper = isOnPaper(request, form)
  if (onPaper && !channel) add('channel', words.chooseChannel)
  if (!group || !type || errors.length > 0) return errors
  return {
    groupId: group.id,
    type: type.code,
    theme: theme && { id: theme.id, department: theme.department },
    channel: onPaper && channel ? channel : 'web',
  }
}

const begin = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form, language } = request
  const words = sentences[language].start
  const call = await findVisibleCall(request, form)
  if (!call) throw new NotFound('call')
  const read = await readStart(request, call)
  if (!('groupId' in read)) return startPage(request, call, { asked: form, errors: read })
  allow(canBegin(scope.actor, read.groupId))
  const moment = callStateAt(call, scope.now)
  if (moment === 'closed' && (read.channel === 'web' || isCancelled(call)))
    return startPage(request, call, {
      asked: form,
      errors: [
        {
          id: 'main',
          message: isCancelled(call)
            ? words.cancelled
            : `${words.closed}${language === 'ja' ? '。' : '. '}${words.closedHelp}`,
        },
      ],
    })
  const issue = await findPublicIssue(request, form)
  const { groupId, theme } = read
  const consultation = await findBeginning(request, form, {
    call,
    groupId,
    themeId: theme?.id ?? null,
  })
  const begun = await beginProposal(scope, city, {
    ...read,
    call,
    issueId: issue?.id,
    consultation,
  })
  if (!begun.ok)
    return startPage(request, call, {
      asked: form,
      errors: [{ id: 'group', message: words.tooMany }],
    })
  return redirect(`${paths.edit(city.slug, begun.value)}?done=begun`)
}

/** The first questions of a proposal, for anybody who has an account. */
export const startRoutes: readonly Route[] = [
  get('/:city/proposals/new', 'proposals.start', ['person'], showStart),
  post('/:city/proposals', 'proposals.begin', ['person'], begin),
]

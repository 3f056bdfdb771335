import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { KeptPaper } from '#web/kept-paper.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import {
  type Clash,
  clashProblems,
  type Filled,
  findSheet,
  getFormFor,
  listSheetFiles,
  rowsAskedIn,
} from '../../forms/index.ts'
import { groupPaths, isDeskOf, paperChannels, type SaveRefusal } from '../../groups/index.ts'
import { type Channel, listEvents } from '../../procedures/index.ts'
import { saveRevision } from '../actions/save.ts'
import {
  adaptFor,
  formCodeOf,
  getSituation,
  lockSituation,
  type Situation,
  standingOf,
  timeOf,
} from '../actions/situation.ts'
import { choicesIn } from '../openness.ts'
import { paths } from '../paths.ts'
import { canWrite } from '../policy.ts'
import { listOpenRevisions } from '../queries/revisions.ts'
import { isTakenOver, type Revision, sheetKeyOf, subjectOf } from '../revision.ts'
import { sentences } from '../sentences.ts'
import { RevisionEditPage } from '../views/edit-page.tsx'
import { assertVisible } from './revision-page.tsx'
import { showNotNow } from './revision-routes.tsx'

const concerned = ['member', 'centre', 'office'] as const

type Papers = readonly KeptPaper[]

type Shown = {
  readonly filled: Filled
  readonly status?: number
  readonly clash?: Clash
  readonly dayError?: FieldError | undefined
}

/** How paper came, as it was typed or as it is kept; nothing for the group itself. */
const paperOf = ({ scope, form }: PageRequest, { revision, group }: Situation) => {
  if (!isDeskOf(scope.actor, group)) return undefined
  const kept = revision.channel === 'web' ? 'counter' : revision.channel
  const channel: Channel = paperChannels.find((one) => one === form.text('channel')) ?? kept
  const typed = form.text('received_on')
  const receivedOn = typed || (revision.receivedOn ?? tokyoDayOf(scope.now))
  return { channel, receivedOn }
}

/** Whether another of the kind is under way: staff enter paper while the group writes. What it says is not read. */
const hasOther = async (scope: Scope, revision: Revision): Promise<boolean> =>
  isTakenOver(revision)
    ? (await findSheet(scope, sheetKeyOf({ ...revision, onPaper: false }))) !== undefined
    : (await listOpenRevisions(scope, revision)).some(({ id }) => id !== revision.id)

const reasonOfReturn = async ({ scope }: PageRequest, { revision, group }: Situation) => {
  if (revision.state !== 'returned') return null
  const events = await listEvents(scope, [subjectOf(revision, group)], { publicOnly: false })
  return events.findLast(({ step }) => step === 'return')?.reason ?? null
}

const editPage = async (
  request: PageRequest,
  situation: Situation,
  shown: Shown,
): Promise<Answer> => {
  const { scope, city, language } = request
  const { revision, group, settings } = situation
  const words = sentences[language].edit
  const title = words.title[revision.kind]
  const key = sheetKeyOf(revision)
  const form = await getFormFor(scope, key, formCodeOf(situation))
  const paper = paperOf(request, situation)
  return page(
    request,
    {
      title,
      unlisted: true,
      done: { saved: words.saved },
      breadcrumb: [
        { label: group.name, href: groupPaths.registration(city.slug, group.id) },
        { label: title },
      ],
      // What was typed and the files that came are kept, whatever is still to be mended.
      ...(shown.status ? { status: shown.status, keep: !shown.clash } : {}),
    },
    <RevisionEditPage
      lang={language}
      city={city}
      group={group}
      revision={revision}
      definition={adaptFor(situation)(form.definition)}
      approval={settings.changes.approval}
      openings={settings.changes.openings}
      agreed={request.form.all('opening')}
      filled={shown.filled}
      standing={standingOf(situation)}
      stored={(await findSheet(scope, key)) ?? beforeWriting(situation)}
      clash={shown.clash}
      formKey={newFormKey()}
      askedFor={await reasonOfReturn(request, situation)}
      besides={await hasOther(scope, revision)}
      {...(paper ? { paper: { ...paper, error: shown.dayError } } : {})}
    />,
  )
}

/** What nobody has written on yet: what was sent before, where paper brings its correction, or what is registered. */
const beforeWriting = (situation: Situation) => {
  const standing = standingOf(situation)
  const { sentAnswers } = situation.revision
  if (!sentAnswers) return standing
  return {
    ...standing,
    answers: { ...standing.answers, ...sentAnswers },
    visibility: { ...standing.visibility, ...choicesIn(sentAnswers) },
  }
}

/** What the form is filled in with: what was written, or what is registered. */
const filledFor = async ({ scope }: PageRequest, situation: Situation): Promise<Filled> => {
  const key = sheetKeyOf(situation.revision)
  const files = await listSheetFiles(scope, key)
  const sheet = await findSheet(scope, key)
  const { answers, visibility } = sheet ?? beforeWriting(situation)
  return { answers, visibility, files }
}

/** Sends on, to the state of things, those who may look but not write now. */
const turnAway = (request: PageRequest, situation: Situation): Answer | undefined => {
  assertVisible(request, situation)
  const { scope, city } = request
  return canWrite(scope.actor, situation, timeOf(scope, situation)).ok
    ? undefined
    : redirect(paths.revision(city.slug, situation.revision.id))
}

const showEdit = async (request: PageRequest, papers: Papers): Promise<Answer> => {
  const situation = await getSituation(request.scope, request.params.id ?? '', papers)
  const elsewhere = turnAway(request, situation)
  if (elsewhere) return elsewhere
  return editPage(request, situation, { filled: await filledFor(request, situation) })
}

const showAgain = async (
  request: PageRequest,
  situation: Situation,
  refusal: SaveRefusal,
): Promise<Answer> => {
  if (refusal.kind === 'step') return showNotNow(request, situation)
  const files = await listSheetFiles(request.scope, sheetKeyOf(situation.revision))
  const isClash = refusal.kind === 'clash'
  const reading = isClash ? refusal.clash.reading : refusal.reading
  const problems = isClash ? clashProblems(refusal.clash) : refusal.problems
  return editPage(request, situation, {
    filled: { answers: reading.answers, visibility: reading.visibility, problems, files },
    status: 422,
    ...(isClash ? { clash: refusal.clash } : {}),
  })
}

/** The day on which paper came: any up to today. */
const readReceivedOn = (request: PageRequest, typed: string) => {
  const read = parseDate(typed)
  if (read.ok && read.value <= tokyoDayOf(request.scope.now)) return { day: read.value }
  const message = sentences[request.language].edit.receivedOnWrong
  return { error: { id: 'received_on', message } }
}

const save = async (request: PageRequest, papers: Papers): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const situation = await lockSituation(scope, request.params.id ?? '', papers)
  const elsewhere = turnAway(request, situation)
  if (elsewhere) return elsewhere
  const paper = paperOf(request, situation)
  const received = paper ? readReceivedOn(request, paper.receivedOn) : undefined
  const moreRows = rowsAskedIn(sent)
  const wanted = !moreRows && sent.text('intent') === 'send'
  const given = { channel: paper?.channel ?? 'web', receivedOn: received?.day ?? null } as const
  const send = wanted && !received?.error
  const saved = await saveRevision(scope, city, { situation, sent, send, ...given })
  if (!saved.ok) return showAgain(request, situation, saved.error)
  if (moreRows || (wanted && received?.error)) {
    const filled = await filledFor(request, situation)
    const more = moreRows ? { moreRows } : {}
    return editPage(request, situation, {
      filled: { ...filled, ...more },
      ...(moreRows ? {} : { status: 422, dayError: received?.error }),
    })
  }
  const { id } = situation.revision
  return saved.value === 'saved'
    ? redirect(`${paths.edit(city.slug, id)}?done=saved`)
    : redirect(`${paths.revision(city.slug, id)}?done=sent`)
}

/** The form: for the group, and for staff who write for it. */
export const editRoutes = (papers: Papers): readonly Route[] => [
  get('/:city/revisions/:id/edit', 'revisions.edit-form', concerned, (request) =>
    showEdit(request, papers),
  ),
  post('/:city/revisions/:id/edit', 'revisions.save', concerned, (request) =>
    save(request, papers),
  ),
]

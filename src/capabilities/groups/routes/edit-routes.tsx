import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import {
  type Clash,
  clashProblems,
  emptySheet,
  type Filled,
  findSheet,
  getFormFor,
  listSheetFiles,
  rowsAskedIn,
} from '../../forms/index.ts'
import { type Channel, channels, listEvents } from '../../procedures/index.ts'
import { type SaveRefusal, saveRegistration } from '../actions/save.ts'
import { type Group, sheetKeyOf, subjectOf } from '../group.ts'
import { paths } from '../paths.ts'
import { canEditRegistration, isDeskOf } from '../policy.ts'
import { getGroup, lockGroup } from '../queries/groups.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { sentences } from '../sentences.ts'
import { EditPage } from '../views/edit.tsx'
import { reasonOfReturn } from '../views/registration-page.tsx'
import { withPolicy } from '../visibility.ts'
import { assertVisible, showNotNow } from './registration-page.tsx'

/** Staff say how the paper came; a group's own form comes from the web. */
const channelFor = (request: PageRequest, group: Group): Channel => {
  if (!isDeskOf(request.scope.actor, group)) return 'web'
  const sent = channels.find((one) => one !== 'web' && one === request.form.text('channel'))
  return sent ?? (group.channel === 'web' ? 'counter' : group.channel)
}

const editPage = async (
  request: PageRequest,
  group: Group,
  shown: { readonly filled: Filled; readonly status?: number; readonly clash?: Clash },
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = registrationSentences[language].edit
  const settings = await getRegistrationSettings(scope, group.class)
  const key = sheetKeyOf(group.id)
  const form = await getFormFor(scope, key, settings.form)
  const stored = await findSheet(scope, key)
  const events = await listEvents(scope, [subjectOf(group)], { publicOnly: false })
  return page(
    request,
    {
      title: words.title,
      unlisted: true,
      done: { saved: words.saved },
      breadcrumb: [
        { label: sentences[language].directory.crumb, href: paths.directory(city.slug) },
        {
          label: registrationSentences[language].page.title(group.name),
          href: paths.registration(city.slug, group.id),
        },
        { label: words.title },
      ],
      // What was typed and the files that came are kept, whatever is still to be mended.
      ...(shown.status ? { status: shown.status, keep: !shown.clash } : {}),
    },
    <EditPage
      lang={language}
      city={city}
      group={group}
      definition={withPolicy(form.definition, settings.visibility)}
      filled={shown.filled}
      stored={stored ?? emptySheet}
      clash={shown.clash}
      formKey={newFormKey()}
      askedFor={reasonOfReturn(group, events)}
      channel={isDeskOf(scope.actor, group) ? channelFor(request, group) : undefined}
    />,
  )
}

/** Sends on, to the state of things, those who may look but not write now. */
const turnAway = (request: PageRequest, group: Group): Answer | undefined => {
  assertVisible(request, group)
  if (group.state !== 'draft' && group.state !== 'returned')
    return redirect(paths.registration(request.city.slug, group.id))
  allow(canEditRegistration(request.scope.actor, group))
  return undefined
}

const showEdit = async (request: PageRequest): Promise<Answer> => {
  const { scope } = request
  const group = await getGroup(scope, request.params.id ?? '')
  const elsewhere = turnAway(request, group)
  if (elsewhere) return elsewhere
  const key = sheetKeyOf(group.id)
  const sheet = await findSheet(scope, key)
  const files = await listSheetFiles(scope, key)
  const filled: Filled = sheet
    ? { answers: sheet.answers, visibility: sheet.visibility, files }
    : { answers: { name: group.name } }
  return editPage(request, group, { filled })
}

/** The two texts, side by side: nothing was saved, nothing is lost. */
const showClash = async (request: PageRequest, group: Group, clash: Clash): Promise<Answer> => {
  const { answers, visibility } = clash.reading
  const files = await listSheetFiles(request.scope, sheetKeyOf(group.id))
  const filled = { answers, visibility, problems: clashProblems(clash), files }
  return editPage(request, group, { filled, status: 422, clash })
}

const showAgain = async (
  request: PageRequest,
  group: Group,
  refusal: SaveRefusal,
): Promise<Answer> => {
  if (refusal.kind === 'step') return showNotNow(request, group)
  if (refusal.kind === 'clash') return showClash(request, group, refusal.clash)
  const { answers, visibility } = refusal.reading
  const files = await listSheetFiles(request.scope, sheetKeyOf(group.id))
  return editPage(request, group, {
    filled: { answers, visibility, problems: refusal.problems, files },
    status: 422,
  })
}

/** Keeps the form and shows it again with one more row in the table that was asked for. */
const showMoreRows = async (
  request: PageRequest,
  group: Group,
  moreRows: string,
): Promise<Answer> => {
  const key = sheetKeyOf(group.id)
  const kept = await findSheet(request.scope, key)
  const files = await listSheetFiles(request.scope, key)
  const { answers = {}, visibility = {} } = kept ?? {}
  return editPage(request, group, { filled: { answers, visibility, files, moreRows } })
}

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const group = await lockGroup(scope, request.params.id ?? '')
  const elsewhere = turnAway(request, group)
  if (elsewhere) return elsewhere
  const moreRows = rowsAskedIn(sent)
  const send = !moreRows && sent.text('intent') === 'send'
  const channel = channelFor(request, group)
  const saved = await saveRegistration(scope, city, { group, sent, send, channel })
  if (!saved.ok) return showAgain(request, group, saved.error)
  if (moreRows) return showMoreRows(request, await getGroup(scope, group.id), moreRows)
  return saved.value === 'sent'
    ? redirect(`${paths.registration(city.slug, group.id)}?done=submitted`)
    : redirect(`${paths.edit(city.slug, group.id)}?done=saved`)
}

/** The form of the registration: for the group, and for staff who write for it. */
export const editRoutes: readonly Route[] = [
  get(
    '/:city/groups/:id/registration/edit',
    'groups.edit-form',
    ['member', 'centre', 'office'],
    showEdit,
  ),
  post('/:city/groups/:id/registration/edit', 'groups.save', ['member', 'centre', 'office'], save),
]

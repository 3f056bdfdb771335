import type { Person } from '#kernel/actor.ts'
import { hasRole } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { findSheet, listSheetFiles, type Reader } from '../../forms/index.ts'
import { listEvents, listMessages, listNotices, listTasksOf } from '../../procedures/index.ts'
import { approveRegistration, decideRegistration } from '../actions/decide.ts'
import { findViolations } from '../eligibility.ts'
import { type Group, sheetKeyOf, subjectOf } from '../group.ts'
import { type DecisionStep, paths, stepNouns } from '../paths.ts'
import {
  actsFor,
  canEditRegistration,
  canSeeRegistration,
  canTakeStep,
  canTalk,
  isDeskOf,
  stepsFor,
} from '../policy.ts'
import { getGroup, lockGroup } from '../queries/groups.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { happened } from '../registration.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { sentences } from '../sentences.ts'
import { reasonId } from '../views/decisions.tsx'
import { type FailedStep, RegistrationPage } from '../views/registration-page.tsx'

const readerOf = (person: Person, group: Group): Reader =>
  isDeskOf(person, group) || actsFor(person, group) ? 'staff' : 'parties'

const mayOf = (person: Person, group: Group) => {
  const desk = isDeskOf(person, group)
  return {
    edit: canEditRegistration(person, group).ok,
    talk: canTalk(person, group).ok,
    desk,
    ownGroup: !desk && hasRole(person, 'centre', 'office'),
    steps: stepsFor(person, group),
  }
}

const gather = async ({ scope }: PageRequest, group: Group) => {
  const key = sheetKeyOf(group.id)
  const subject = subjectOf(group)
  const settings = await getRegistrationSettings(scope)
  const sheet = await findSheet(scope, key)
  const files = await listSheetFiles(scope, key)
  const today = tokyoDayOf(scope.now)
  const held = new Set(files.keys())
  return {
    sheet,
    files,
    violations: sheet
      ? findViolations(settings.rules, { answers: sheet.answers, files: held, today })
      : [],
    events: await listEvents(scope, [subject], { publicOnly: false }),
    tasks: await listTasksOf(scope, subject),
    messages: await listMessages(scope, subject),
    notices: await listNotices(scope, subject),
  }
}

const registrationPage = async (
  request: PageRequest,
  group: Group,
  failed?: FailedStep,
): Promise<Answer> => {
  const { scope, city, language, person } = request
  if (!person) throw new NotFound('registration')
  const words = registrationSentences[language]
  const title = words.page.title(group.name)
  const list = isDeskOf(person, group)
    ? { label: words.list.title, href: paths.desk(city.slug) }
    : { label: sentences[language].directory.crumb, href: paths.directory(city.slug) }
  return page(
    request,
    {
      title,
      unlisted: true,
      breadcrumb: [list, { label: title }],
      done: { ...doneWords(language), message: words.page.done.message },
      ...(failed ? { status: 422 } : {}),
    },
    <RegistrationPage
      lang={language}
      city={city}
      person={person}
      now={scope.now}
      group={group}
      {...(await gather(request, group))}
      reader={readerOf(person, group)}
      may={mayOf(person, group)}
      newKey={newFormKey}
      failed={failed}
      justSent={request.query.get('done') === 'submitted'}
    />,
  )
}

const decisions = Object.keys(stepNouns) as DecisionStep[]

/** What a step did, as the page says it afterwards. */
const doneWords = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(decisions.map((name) => [name, say(happened[name], language)]))

/** A registration that is not for this person is not known to them. */
export const assertVisible = (request: PageRequest, group: Group): void => {
  if (!canSeeRegistration(request.scope.actor, group).ok) throw new NotFound('registration')
}

const showRegistration = async (request: PageRequest): Promise<Answer> => {
  const group = await getGroup(request.scope, request.params.id ?? '')
  assertVisible(request, group)
  return registrationPage(request, group)
}

/** The page as it stands now, for somebody whose step came too late. */
export const showNotNow = (request: PageRequest, group: Group, step = ''): Promise<Answer> => {
  const message = registrationSentences[request.language].desk.notNow
  return registrationPage(request, group, { step, reason: '', errors: [{ id: 'next', message }] })
}

const reasonErrors = (reason: string, required: boolean, request: PageRequest) => {
  const words = registrationSentences[request.language].desk
  if (required && reason === '') return words.reasonMissing
  return countCharacters(reason) > 2_000 ? words.reasonLong : undefined
}

const decide =
  (name: DecisionStep) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city } = request
    const group = await lockGroup(scope, request.params.id ?? '')
    assertVisible(request, group)
    if (!canTakeStep(scope.actor, group, name).ok) return showNotNow(request, group, name)
    const reason = cleanText(request.form.text('reason'))
    const required = stepsFor(scope.actor, group).some(
      (step) => step.name === name && step.reasonRequired,
    )
    const message = reasonErrors(reason, required, request)
    if (message)
      return registrationPage(request, group, {
        step: name,
        reason: request.form.text('reason'),
        errors: [{ id: reasonId(name), message }],
      })
    const taken =
      name === 'approve'
        ? await approveRegistration(scope, city, group)
        : await decideRegistration(scope, city, { group, name, reason })
    if (!taken.ok) return showNotNow(request, group, name)
    return redirect(`${paths.registration(city.slug, group.id)}?done=${name}`)
  }

const audienceOf = (name: DecisionStep) => {
  if (name === 'withdraw') return ['member', 'centre', 'office'] as const
  return name === 'revoke' ? (['office'] as const) : (['centre', 'office'] as const)
}

/** One registration, for the group and for the desk, and the steps taken on it. */
export const registrationRoutes: readonly Route[] = [
  get(
    '/:city/groups/:id/registration',
    'groups.registration',
    ['member', 'centre', 'office'],
    showRegistration,
  ),
  ...decisions.map((name) =>
    post(
      `/:city/groups/:id/registration/${stepNouns[name]}`,
      `groups.${name}`,
      audienceOf(name),
      decide(name),
    ),
  ),
]

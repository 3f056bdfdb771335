import { hasRole, type Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { type Panel, renderPanels } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import { listSheetFiles, type Reader } from '../../forms/index.ts'
import { listEvents, listMessages, listNotices, listTasksOf } from '../../procedures/index.ts'
import { findRegistrationSheet } from '../actions/offers.ts'
import { withAgreedWording } from '../agreed-wording.ts'
import { type Group, sheetKeyOf, subjectOf } from '../group.ts'
import { type DecisionStep, paths, stepNouns } from '../paths.ts'
import {
  actsFor,
  canEditRegistration,
  canRecordVisit,
  canSeeRegistration,
  canTalk,
  isDeskOf,
  stepsFor,
  type VisitRule,
} from '../policy.ts'
import { listAgreements } from '../queries/agreements.ts'
import { findPresence } from '../queries/members.ts'
import { listPeriods } from '../queries/periods.ts'
import { getRegistrationPreset, settingsOfClass } from '../queries/settings.ts'
import { listVisits } from '../queries/visits.ts'
import { happened } from '../registration.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { sentences } from '../sentences.ts'
import { type FailedStep, RegistrationPage } from '../views/registration-page.tsx'
import { judgeRegistration, publicFields, publicRulesOf, withPolicy } from '../visibility.ts'

/** How much of the answers this person reads. */
const readerOf = (person: Person, group: Group): Reader =>
  isDeskOf(person, group) || actsFor(person, group) ? 'staff' : 'parties'

const mayOf = (person: Person, group: Group, visit: VisitRule) => {
  const desk = isDeskOf(person, group)
  return {
    edit: canEditRegistration(person, group).ok,
    talk: canTalk(person, group).ok,
    desk,
    ownGroup: !desk && hasRole(person, 'centre', 'office'),
    recordVisit: canRecordVisit(person, group).ok,
    steps: stepsFor(person, group, visit),
  }
}

/** The class of the group with its names, the answers as this city asks them, and what they do not meet. */
const gatherAnswers = async ({ scope, language }: PageRequest, group: Group) => {
  const key = sheetKeyOf(group.id)
  const preset = await getRegistrationPreset(scope)
  const settings = settingsOfClass(preset, group.class)
  const stored = await findRegistrationSheet(scope, group.id)
  const files = await listSheetFiles(scope, key)
  const agreements = await listAgreements(scope, group.id)
  const definition =
    stored && withAgreedWording(withPolicy(stored.definition, settings.visibility), agreements)
  const applicant = { files: new Set(files.keys()), today: tokyoDayOf(scope.now) }
  return {
    settings,
    classNames: new Map(preset.classes.map(({ code, name }) => [code, say(name, language)])),
    sheet: stored && definition && { ...stored, definition },
    files,
    publicCodes: new Set(
      stored && definition
        ? publicFields({ ...stored, definition }, publicRulesOf(settings)).map(({ code }) => code)
        : [],
    ),
    agreements,
    violations:
      stored && definition
        ? judgeRegistration(settings, definition, { ...stored, ...applicant })
        : [],
  }
}

const gather = async (request: PageRequest, group: Group) => {
  const { scope } = request
  const subject = subjectOf(group)
  return {
    ...(await gatherAnswers(request, group)),
    periods: await listPeriods(scope, group.id),
    visits: await listVisits(scope, group.id),
    events: await listEvents(scope, [subject], { publicOnly: false }),
    tasks: await listTasksOf(scope, subject),
    messages: await listMessages(scope, subject),
    notices: await listNotices(scope, subject),
    presence: await findPresence(scope, group.id),
  }
}

/** What a step did, as the page says it afterwards. */
const doneWords = (language: Language): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    (Object.keys(stepNouns) as DecisionStep[]).map((name) => [name, say(happened[name], language)]),
  ),
  message: registrationSentences[language].page.done.message,
  visit: registrationSentences[language].desk.visitSaved,
})

/** A form of the page that came back, and what later capabilities have to say about a registration. */
type Shown = { readonly failed?: FailedStep; readonly panels?: readonly Panel[] }

/** The page of one registration as it stands now. */
export const registrationPage = async (
  request: PageRequest,
  group: Group,
  { failed, panels = [] }: Shown = {},
): Promise<Answer> => {
  const { scope, city, language, person } = request
  if (!person) throw new NotFound('registration')
  const words = registrationSentences[language]
  const title = words.page.title(group.name)
  const list = isDeskOf(person, group)
    ? { label: words.list.title, href: paths.desk(city.slug) }
    : { label: sentences[language].directory.crumb, href: paths.directory(city.slug) }
  const gathered = await gather(request, group)
  const visit = {
    asked: gathered.settings.visit !== undefined,
    recorded: gathered.visits.length > 0,
  }
  return page(
    request,
    {
      title,
      unlisted: true,
      breadcrumb: [list, { label: title }],
      done: doneWords(language),
      ...(failed ? { status: 422 } : {}),
    },
    <RegistrationPage
      lang={language}
      city={city}
      person={person}
      now={scope.now}
      group={group}
      {...gathered}
      reader={readerOf(person, group)}
      may={mayOf(person, group, visit)}
      newKey={newFormKey}
      failed={failed}
      panels={await renderPanels(panels, request, subjectOf(group))}
      justSent={request.query.get('done') === 'submitted'}
    />,
  )
}

/** A registration that is not for this person is not known to them. */
export const assertVisible = (request: PageRequest, group: Group): void => {
  if (!canSeeRegistration(request.scope.actor, group).ok) throw new NotFound('registration')
}

/** The page as it stands now, for somebody whose step came too late. */
export const showNotNow = (request: PageRequest, group: Group, step = ''): Promise<Answer> => {
  const message = registrationSentences[request.language].desk.notNow
  const failed = { step, reason: '', errors: [{ id: 'next', message }] }
  return registrationPage(request, group, { failed })
}

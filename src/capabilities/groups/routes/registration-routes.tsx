import type { Scope } from '#data/scope.ts'
import { colon } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { allow, no, yes } from '#kernel/refusals.ts'
import { cleanLine, cleanText, countCharacters } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { Panel } from '#web/capability.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { findSheet, papersByHand, receivePaper } from '../../forms/index.ts'
import { approveRegistration, decideRegistration } from '../actions/decide.ts'
import { recordVisit } from '../actions/visit.ts'
import { type Group, sheetKeyOf, subjectOf } from '../group.ts'
import { type DecisionStep, paths, stepNouns } from '../paths.ts'
import { canRecordVisit, canTakeStep, isDeskOf, stepsFor, type VisitRule } from '../policy.ts'
import { getGroup, lockGroup } from '../queries/groups.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { listVisits } from '../queries/visits.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { reasonId } from '../views/decisions.tsx'
import { assertVisible, registrationPage, showNotNow } from './registration-page.tsx'

const decisions = Object.keys(stepNouns) as DecisionStep[]

const showRegistration =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const group = await getGroup(request.scope, request.params.id ?? '')
    assertVisible(request, group)
    return registrationPage(request, group, { panels })
  }

/** Whether a visit is asked for, and was made. */
const visitRuleOf = async (scope: Scope, group: Group): Promise<VisitRule> => {
  const { visit } = await getRegistrationSettings(scope, group.class)
  if (!visit) return { asked: false, recorded: false }
  return { asked: true, recorded: (await listVisits(scope, group.id)).length > 0 }
}

const reasonErrors = (
  request: PageRequest,
  given: { readonly name: DecisionStep; readonly reason: string; readonly required: boolean },
): FieldError[] => {
  const words = registrationSentences[request.language].desk
  const id = reasonId(given.name)
  if (given.required && given.reason === '') return [{ id, message: words.reasonMissing }]
  return countCharacters(given.reason) > 2_000 ? [{ id, message: words.reasonLong }] : []
}

/** The ground of a revocation, chosen from the city's list; undefined for any other step. */
const groundOf = async (request: PageRequest, group: Group, name: DecisionStep) => {
  if (name !== 'revoke') return undefined
  const { revocationGrounds } = await getRegistrationSettings(request.scope, group.class)
  const chosen = request.form.text('ground')
  return { label: revocationGrounds.find(({ code }) => code === chosen)?.label, chosen }
}

const take = (
  request: PageRequest,
  group: Group,
  step: { readonly name: DecisionStep; readonly reason: string },
) =>
  step.name === 'approve'
    ? approveRegistration(request.scope, request.city, group)
    : decideRegistration(request.scope, request.city, { group, ...step, name: step.name })

const decide =
  (name: DecisionStep) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const group = await lockGroup(scope, request.params.id ?? '')
    assertVisible(request, group)
    const visit = await visitRuleOf(scope, group)
    if (!canTakeStep(scope.actor, group, name, visit).ok) return showNotNow(request, group, name)
    const written = cleanText(request.form.text('reason'))
    const step = stepsFor(scope.actor, group, visit).find((one) => one.name === name)
    const required = step?.reasonRequired === true
    const ground = await groundOf(request, group, name)
    const { groundMissing } = registrationSentences[language].desk
    const errors = [
      ...(ground && !ground.label ? [{ id: 'ground', message: groundMissing }] : []),
      ...reasonErrors(request, { name, reason: written, required }),
    ]
    if (errors.length > 0) {
      const reason = request.form.text('reason')
      const failed = { step: name, reason, typed: { ground: ground?.chosen ?? '' }, errors }
      return registrationPage(request, group, { failed })
    }
    const reason = ground?.label ? ground.label.ja + colon.ja + written : written
    const taken = await take(request, group, { name, reason })
    if (!taken.ok) return showNotNow(request, group, name)
    return redirect(`${paths.registration(city.slug, group.id)}?done=${name}`)
  }

/** What was written of a visit, and what is still to be mended of it. */
const readVisit = ({ form, language, scope }: PageRequest) => {
  const words = registrationSentences[language].desk
  const typed = {
    visited_on: form.text('visited_on'),
    visitor: form.text('visitor'),
    seen: form.text('seen'),
  }
  const read = parseDate(typed.visited_on)
  const day = read.ok && read.value <= tokyoDayOf(scope.now) ? read.value : undefined
  const [visitor, seen] = [cleanLine(typed.visitor), cleanText(typed.seen)]
  const tooLong = countCharacters(seen) > 2_000 || countCharacters(visitor) > 100
  const errors: FieldError[] = [
    ...(day ? [] : [{ id: 'visited_on', message: words.visitDay }]),
    ...(visitor === '' ? [{ id: 'visitor', message: words.visitMissing }] : []),
    ...(seen === '' ? [{ id: 'seen', message: words.visitMissing }] : []),
    ...(tooLong ? [{ id: 'seen', message: words.reasonLong }] : []),
  ]
  return day && errors.length === 0
    ? { visit: { visitedOn: day, visitor, seen } }
    : { failed: { step: 'visit', reason: '', typed, errors } }
}

const takeVisit = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const group = await lockGroup(scope, request.params.id ?? '')
  assertVisible(request, group)
  if (!canRecordVisit(scope.actor, group).ok) return showNotNow(request, group)
  const { visit, failed } = readVisit(request)
  if (!visit) return registrationPage(request, group, { failed })
  await recordVisit(scope, city, { group, visit })
  return redirect(`${paths.registration(city.slug, group.id)}?done=visit#decide`)
}

/** The desk has received a paper that was to be brought to the counter. */
const receive = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const group = await lockGroup(scope, request.params.id ?? '')
  assertVisible(request, group)
  allow(isDeskOf(scope.actor, group) ? yes : no('group'))
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  const papers = sheet && group.receiptNumber ? papersByHand(sheet.definition, sheet.answers) : []
  const paper = papers.find(({ code }) => code === form.text('field'))
  if (paper) await receivePaper(scope, subjectOf(group), paper)
  return redirect(`${paths.registration(city.slug, group.id)}#papers-by-hand`)
}

const audienceOf = (name: DecisionStep) => {
  if (name === 'withdraw') return ['member', 'centre', 'office'] as const
  return name === 'revoke' ? (['office'] as const) : (['centre', 'office'] as const)
}

/** One registration, for the group and for the desk, and the steps taken on it. */
export const registrationRoutes = (panels: readonly Panel[]): readonly Route[] => [
  get(
    '/:city/groups/:id/registration',
    'groups.registration',
    ['member', 'centre', 'office'],
    showRegistration(panels),
  ),
  ...decisions.map((name) =>
    post(
      `/:city/groups/:id/registration/${stepNouns[name]}`,
      `groups.${name}`,
      audienceOf(name),
      decide(name),
    ),
  ),
  post(
    '/:city/groups/:id/registration/papers',
    'groups.receive-paper',
    ['centre', 'office'],
    receive,
  ),
  post(
    '/:city/groups/:id/registration/visit',
    'groups.record-visit',
    ['centre', 'office'],
    takeVisit,
  ),
]

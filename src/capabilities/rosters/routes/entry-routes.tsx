import { tokyoDayOf } from '#kernel/calendar.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import type { Result } from '#kernel/result.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { listMembers } from '../../accounts/index.ts'
import {
  addPerson,
  beginTerm,
  correctPerson,
  type EntryRefusal,
  endPerson,
  finishTerm,
  removePerson,
} from '../actions/entries.ts'
import { type Doubt, findDoubts } from '../doubts.ts'
import { readNeededDay, readPerson, readReason } from '../form.ts'
import { rosterPaths as paths } from '../paths.ts'
import { hasNamesake } from '../queries/people.ts'
import { listChangesOf } from '../queries/traces.ts'
import type { RosterPerson } from '../roster.ts'
import { sentences } from '../sentences.ts'
import type { Typed } from '../views/entry-fields.tsx'
import { EntryPage } from '../views/entry-page.tsx'
import { PersonPage } from '../views/person-page.tsx'
import { wordsOf } from '../words-of.ts'
import { type Access, audience, crumbsTo, getPerson, openToKeep, toErrors } from './access.ts'

const typedIn = ({ form }: PageRequest): Typed =>
  Object.fromEntries(form.names().map((name) => [name, form.text(name)]))

const statusFor = (errors: readonly FieldError[]) => (errors.length > 0 ? { status: 422 } : {})

/** Only people of the group can be tied to its roster. */
const knownAccount = async (
  request: PageRequest,
  groupId: string,
  accountId: string | null,
): Promise<string | null> => {
  if (!accountId) return null
  const members = await listMembers(request.scope, groupId)
  return members.some((one) => one.accountId === accountId) ? accountId : null
}

const entryPage = async (
  request: PageRequest,
  { head, rules }: Access,
  shown: {
    readonly typed: Typed
    readonly errors: readonly FieldError[]
    readonly doubts?: readonly Doubt[]
  },
): Promise<Answer> => {
  const { scope, city, language } = request
  const title = sentences[language].entry.addTitle
  return page(
    request,
    {
      title,
      breadcrumb: crumbsTo(request, head, title),
      unlisted: true,
      ...statusFor(shown.errors),
    },
    <EntryPage
      lang={language}
      city={city}
      head={head}
      rules={rules}
      accounts={await listMembers(scope, head.id)}
      newKey={newFormKey}
      {...shown}
    />,
  )
}

const showNew = async (request: PageRequest): Promise<Answer> =>
  entryPage(request, await openToKeep(request), { typed: { voting: 'yes' }, errors: [] })

const add = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const access = await openToKeep(request)
  const { head, rules } = access
  const again = (errors: readonly FieldError[]) =>
    entryPage(request, access, { typed: typedIn(request), errors })
  const read = readPerson(request.form, rules)
  if (!read.ok) return again(toErrors(read.error, language))
  const today = tokyoDayOf(scope.now)
  const doubts = findDoubts(read.value, {
    today,
    hasNamesake: await hasNamesake(scope, head.id, { ...read.value, today }),
    form: request.form,
  })
  if (doubts.length > 0) {
    const { problems } = sentences[language]
    const errors = doubts.map(({ box, code }) => ({ id: box, message: problems[code] }))
    return entryPage(request, access, { typed: typedIn(request), errors, doubts })
  }
  const accountId = await knownAccount(request, head.id, read.value.accountId)
  const added = await addPerson(scope, head.id, { ...read.value, accountId })
  if (!added.ok) return again(toErrors([{ field: 'account', code: 'account-taken' }], language))
  return redirect(`${paths.roster(city.slug, head.id)}?done=added`)
}

type Shown = { readonly errors?: readonly FieldError[]; readonly typed?: Typed }

const personPage = async (
  request: PageRequest,
  access: Access,
  { person, errors = [], typed }: Shown & { readonly person: RosterPerson },
): Promise<Answer> => {
  const { scope, city, language } = request
  const { head, rules } = access
  const words = sentences[language]
  return page(
    request,
    {
      title: person.name,
      breadcrumb: crumbsTo(request, head, person.name),
      unlisted: true,
      done: words.done,
      ...statusFor(errors),
    },
    <PersonPage
      lang={language}
      city={city}
      head={head}
      rules={rules}
      person={person}
      accounts={await listMembers(scope, head.id)}
      changes={await listChangesOf(scope, head.id, person.id)}
      typed={typed ?? { ...wordsOf(person), account: person.accountId ?? '' }}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const showPerson = async (request: PageRequest): Promise<Answer> => {
  const access = await openToKeep(request)
  return personPage(request, access, { person: await getPerson(request, access.head) })
}

/** What a form about one person came to: done with a word, or problems by the ids of their fields. */
type Outcome = Result<string, readonly FieldError[]>

const refusalAt = (
  request: PageRequest,
  id: string,
  refusal: EntryRefusal,
): readonly FieldError[] => [{ id, message: sentences[request.language].problems[refusal] }]

const step =
  (take: (request: PageRequest, person: RosterPerson, access: Access) => Promise<Outcome>) =>
  async (request: PageRequest): Promise<Answer> => {
    const access = await openToKeep(request)
    const person = await getPerson(request, access.head)
    allow(person.struck ? { ok: false, reason: 'not-now' } : { ok: true })
    const taken = await take(request, person, access)
    const { slug } = request.city
    if (taken.ok)
      return redirect(`${paths.person(slug, access.head.id, person.id)}?done=${taken.value}`)
    // The fields of the correction keep what the entry says when another form of the page came back.
    const corrected = request.form.has('name')
    const typed = corrected ? typedIn(request) : { ...wordsOf(person), ...typedIn(request) }
    const kept = corrected ? typed : { ...typed, since: person.since, until: person.until ?? '' }
    return personPage(request, access, { person, errors: taken.error, typed: kept })
  }

const done = (
  request: PageRequest,
  taken: Result<string, EntryRefusal>,
  at: { readonly word: string; readonly field: string },
): Outcome =>
  taken.ok
    ? { ok: true, value: at.word }
    : { ok: false, error: refusalAt(request, at.field, taken.error) }

const correct = step(async (request, person, { rules, head }) => {
  const { scope, form, language } = request
  const read = readPerson(form, rules)
  const reason = readReason(form)
  const problems = [...(read.ok ? [] : read.error), ...(reason.ok ? [] : [reason.error])]
  if (!read.ok || !reason.ok) return { ok: false, error: toErrors(problems, language) }
  const accountId = await knownAccount(request, head.id, read.value.accountId)
  const facts = { ...read.value, accountId }
  const corrected = await correctPerson(scope, person, { facts, reason: reason.value })
  return done(request, corrected, { word: 'corrected', field: 'account' })
})

const leave = step(async (request, person) => {
  const day = readNeededDay(request.form, 'until')
  if (!day.ok)
    return { ok: false, error: toErrors([day.error], request.language, () => 'leave-until') }
  const ended = await endPerson(request.scope, person, day.value)
  return done(request, ended, { word: 'ended', field: 'leave-until' })
})

const remove = step(async (request, person) => {
  const reason = readReason(request.form)
  if (!reason.ok)
    return { ok: false, error: toErrors([reason.error], request.language, () => 'remove-reason') }
  const removed = await removePerson(request.scope, person, reason.value)
  return done(request, removed, { word: 'removed', field: 'remove-reason' })
})

const begin = step(async (request, person, { rules }) => {
  const { form, language, scope } = request
  const office = rules.offices.find(({ code }) => code === form.text('office'))?.code
  const since = readNeededDay(form, 'since')
  const until = form.text('until').trim() === '' ? undefined : readNeededDay(form, 'until')
  const problems = [
    ...(office ? [] : [{ field: 'office', code: 'choice' } as const]),
    ...(since.ok ? [] : [since.error]),
    ...(until && !until.ok ? [until.error] : []),
  ]
  const wrong = toErrors(problems, language, (field) => `term-${field}`)
  if (!office || !since.ok || (until && !until.ok)) return { ok: false, error: wrong }
  const term = { office, since: since.value, until: until?.value ?? null }
  return done(request, await beginTerm(scope, person, term), { word: 'begun', field: 'term-since' })
})

const finish = step(async (request, person) => {
  const term = request.params.term ?? ''
  if (!person.terms.some(({ id }) => id === term)) throw new NotFound('term')
  const day = readNeededDay(request.form, 'until')
  if (!day.ok)
    return { ok: false, error: toErrors([day.error], request.language, () => `end-${term}`) }
  const finished = await finishTerm(request.scope, person, { term, until: day.value })
  return done(request, finished, { word: 'finished', field: 'offices' })
})

const at = '/:city/groups/:id/roster'

/** Entries: adding, correcting, ending, striking out; and offices. */
export const entryRoutes: readonly Route[] = [
  get(`${at}/new`, 'rosters.add-form', audience, showNew),
  post(`${at}/new`, 'rosters.add', audience, add),
  get(`${at}/people/:person`, 'rosters.show-person', audience, showPerson),
  post(`${at}/people/:person/correction`, 'rosters.correct', audience, correct),
  post(`${at}/people/:person/departure`, 'rosters.end', audience, leave),
  post(`${at}/people/:person/removal`, 'rosters.remove', audience, remove),
  post(`${at}/people/:person/terms`, 'rosters.begin-term', audience, begin),
  post(`${at}/people/:person/terms/:term/end`, 'rosters.end-term', audience, finish),
]

import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import { nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb, FieldError } from '#web/ui/index.ts'
import { findPlan, type Plan, planPaths } from '../../plans/index.ts'
import type { Held } from '../actions/part.ts'
import type { FieldProblem } from '../form.ts'
import { placeOf } from '../next-tasks.ts'
import { paths, type YearPlace } from '../paths.ts'
import { canSeePart } from '../policy.ts'
import { findPart, lockPart } from '../queries/parts.ts'
import { findRound, keepRound, lockRound } from '../queries/rounds.ts'
import type { Part, Round } from '../round.ts'
import { sentences } from '../sentences.ts'

/** The plan of the address. @throws NotFound */
export const getPlan = async ({ scope, params }: PageRequest): Promise<Plan> => {
  const id = params.id ?? ''
  const plan = /^[a-z0-9-]{1,100}$/.test(id) ? await findPlan(scope, id) : undefined
  if (!plan) throw new NotFound('plan')
  return plan
}

type FindRound = (scope: Scope, planId: string, year: number) => Promise<Round | undefined>

const roundBy = async ({ scope, params }: PageRequest, find: FindRound): Promise<Round> => {
  const { id = '', year = '' } = params
  const known = /^[a-z0-9-]{1,100}$/.test(id) && /^\d{4}$/.test(year)
  const round = known ? await find(scope, id, Number(year)) : undefined
  if (!round) throw new NotFound('progress round')
  return round
}

/** The year of the address. @throws NotFound */
export const getRound = (request: PageRequest): Promise<Round> => roundBy(request, findRound)

/** The same, held until the transaction ends: for every form that is sent. */
export const holdRound = (request: PageRequest): Promise<Round> => roundBy(request, lockRound)

const partOf = (request: PageRequest, part: Part | undefined): Part => {
  if (!part) throw new NotFound('progress part')
  allow(canSeePart(request.scope.actor, part))
  return part
}

/** A department's share of the address, for those who may see it. @throws NotFound, Forbidden */
export const getPart = async (request: PageRequest): Promise<Held> => {
  const round = await getRound(request)
  const found = await findPart(request.scope, round.id, request.params.code ?? '')
  return { round, part: partOf(request, found) }
}

/** The same, held until the transaction ends; its round is not led on meanwhile. */
export const holdPart = async (request: PageRequest): Promise<Held> => {
  const round = await roundBy(request, keepRound)
  const found = await lockPart(request.scope, round.id, request.params.code ?? '')
  return { round, part: partOf(request, found) }
}

/** The year of the round as addresses name it. */
export const placeIn = ({ city }: PageRequest, round: Round): YearPlace => placeOf(city.slug, round)

export const yearName = ({ language }: PageRequest, round: Round): string =>
  formatFiscalYear(round.fiscalYear, language)

export const departmentName = ({ city, language }: PageRequest, code: string): string =>
  say(nameOfCode(city.departments, code), language)

/** From the plan to a page of its progress. */
export const crumbsOf = (
  request: PageRequest,
  plan: { readonly id: string; readonly title: Plan['title'] },
  ...here: readonly Crumb[]
): readonly Crumb[] => {
  const { city, language } = request
  const words = sentences[language]
  const home = here.length === 0
  return [
    { label: words.plans, href: planPaths.plans(city.slug) },
    { label: say(plan.title, language), href: planPaths.plan(city.slug, plan.id) },
    home ? { label: words.title } : { label: words.title, href: paths.plan(city.slug, plan.id) },
    ...here,
  ]
}

/** The same for a page of a year. */
export const yearCrumbs = (
  request: PageRequest,
  round: Round,
  ...here: readonly Crumb[]
): readonly Crumb[] =>
  crumbsOf(
    request,
    { id: round.planId, title: round.planTitle },
    here.length === 0
      ? { label: yearName(request, round) }
      : {
          label: yearName(request, round),
          // Before it is published, the year has no page of its own.
          ...(round.state === 'published' ? { href: paths.year(placeIn(request, round)) } : {}),
        },
    ...here,
  )

/** Problems as the error summary lists them. */
export const toErrors = (
  problems: readonly FieldProblem[],
  { language }: PageRequest,
): readonly FieldError[] =>
  problems.map(({ name, text }) => ({ id: name, message: say(text, language) }))

/** Where a form leads after it was accepted. */
export const doneAt = (path: string, done: string, anchor = ''): string =>
  `${path}?done=${done}${anchor === '' ? '' : `#${anchor}`}`

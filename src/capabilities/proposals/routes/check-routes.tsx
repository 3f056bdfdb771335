import { allow } from '#kernel/refusals.ts'
import type { Result } from '#kernel/result.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import {
  goOnWithoutAgreement,
  passProposal,
  reassignDepartment,
  returnProposal,
  ruleOutProposal,
} from '../actions/check.ts'
import { examineProposal } from '../actions/examine.ts'
import { type Check, optionsIn, readCheck } from '../form.ts'
import { paths } from '../paths.ts'
import { canCheck } from '../policy.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { CheckPage } from '../views/check-page.tsx'
import { crumbsOf, findShown, lockShown, type Shown } from './request.ts'

const checkPage = async (
  request: PageRequest,
  { proposal, call }: Shown,
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language].check
  const examination = await examineProposal(scope, city, { proposal, call })
  return page(
    request,
    {
      title: words.title,
      unlisted: true,
      breadcrumb: crumbsOf(request, proposal, words.title),
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <CheckPage
      lang={language}
      city={city}
      now={scope.now}
      proposal={proposal}
      call={call}
      conditions={examination.conditions}
      problems={examination.problems}
      warnings={examination.warnings}
      typed={{
        decision: form.text('decision'),
        department: form.text('department'),
        reason: form.text('reason'),
        dueOn: form.text('due_on'),
      }}
      errors={errors}
      formKey={newFormKey()}
    />,
  )
}

/** Sends on those for whom there is nothing to decide any more. */
const turnAway = (request: PageRequest, { proposal }: Shown): Answer | undefined => {
  if (optionsIn(proposal.state).length === 0)
    return redirect(`${paths.show(request.city.slug, proposal.id)}?done=moved-on`)
  allow(canCheck(request.scope.actor, proposal))
  return undefined
}

const showCheck = async (request: PageRequest): Promise<Answer> => {
  const shown = await findShown(request)
  return turnAway(request, shown) ?? checkPage(request, shown)
}

/** The words after `?done=` for each decision. */
const doneOf: Readonly<Record<Check['decision'], string>> = {
  pass: 'passed',
  return: 'returned',
  extend: 'returned',
  'rule-out': 'ruled-out',
  reassign: 'reassigned',
  'go-on': 'went-on',
}

const carryOut = (
  { scope, city }: PageRequest,
  { proposal, call }: Shown,
  check: Check,
): Promise<Result<Proposal, string>> => {
  const given = { proposal, call }
  switch (check.decision) {
    case 'pass':
      return passProposal(scope, city, { ...given, department: check.department })
    case 'return':
    case 'extend':
      return returnProposal(scope, city, { ...given, reason: check.reason, dueOn: check.dueOn })
    case 'rule-out':
      return ruleOutProposal(scope, city, { ...given, reason: check.reason })
    case 'reassign': {
      const { department, reason } = check
      return reassignDepartment(scope, city, { ...given, department, reason })
    }
    case 'go-on':
      return goOnWithoutAgreement(scope, city, { ...given, reason: check.reason })
  }
}

/** A theme's department negotiates; for a group's own idea the office chooses among all. */
const departmentsFor = ({ city }: PageRequest, proposal: Proposal): readonly string[] =>
  proposal.themeId && proposal.department && proposal.state === 'submitted'
    ? [proposal.department]
    : city.departments.map(({ code }) => code)

/** Where the programme asks for registered groups, nobody talks with one that is not registered yet. */
const isRegistered = async ({ scope, city }: PageRequest, given: Shown): Promise<boolean> => {
  const { conditions } = await examineProposal(scope, city, given)
  return conditions.every(({ code, level }) => code !== 'registration' || level === 'met')
}

const decide = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const shown = await lockShown(request)
  const elsewhere = turnAway(request, shown)
  if (elsewhere) return elsewhere
  const { proposal } = shown
  const read = readCheck(form, {
    state: proposal.state,
    department: proposal.department,
    departments: departmentsFor(request, proposal),
    now: scope.now,
  })
  if (!read.ok)
    return checkPage(
      request,
      shown,
      read.error.map(({ name, text }) => ({ id: name, message: text[language] })),
    )
  if (read.value.decision === 'pass' && !(await isRegistered(request, shown)))
    return checkPage(request, shown, [
      { id: 'decision', message: sentences[language].check.notRegistered },
    ])
  const done = await carryOut(request, shown, read.value)
  if (!done.ok)
    return checkPage(request, shown, [
      { id: 'decision', message: sentences[language].check.notNow },
    ])
  return redirect(`${paths.show(city.slug, proposal.id)}?done=${doneOf[read.value.decision]}`)
}

/** 形式審査: the office's check of the papers, and what it settles later about dates and departments. */
export const checkRoutes: readonly Route[] = [
  get('/:city/proposals/:id/formal-check', 'proposals.check', ['office'], showCheck),
  post('/:city/proposals/:id/formal-check', 'proposals.decide-check', ['office'], decide),
]

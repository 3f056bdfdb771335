import type { Scope } from '#data/scope.ts'
import type { FormBody } from '#web/form-data.ts'
import type { Answers, FieldProblem, FormDefinition } from '../../forms/index.ts'
import { getProposal, readProposalSheet } from '../../proposals/index.ts'
import { readAgreedLines } from '../agreement-sums.ts'
import { dueDaysOf, isEarly } from '../calendar.ts'
import { allDoneField } from '../form.ts'
import { problemTexts } from '../problem-texts.ts'
import { currentYear, type Project } from '../project.ts'
import { getAgreement } from '../queries/agreements.ts'
import { type BudgetBasis, budgetBasis, draftReport, type Granted } from '../report-draft.ts'
import type { Situation } from './step.ts'

type Of = Pick<Project, 'id' | 'proposalId' | 'cityShare'>

/** What was planned, and what was agreed on of it; undefined where the proposal has no sheet. */
const findPlan = async (
  scope: Scope,
  project: Of,
): Promise<{ readonly answers: Answers; readonly granted: Granted } | undefined> => {
  const proposal = await readProposalSheet(scope, project.proposalId)
  if (!proposal) return undefined
  const { requestedAmount: requested } = await getProposal(scope, project.proposalId)
  const { version } = await getAgreement(scope, project.id)
  const lines = readAgreedLines(version.content)
  return { answers: proposal.answers, granted: { requested, agreed: project.cityShare, lines } }
}

/** What the report of a project says before the group has written anything: the plan it is held against. */
export const loadReportDraft = async (
  scope: Scope,
  project: Of,
  definition: FormDefinition,
): Promise<Answers> => {
  const plan = await findPlan(scope, project)
  return plan ? draftReport(definition, plan.answers, plan.granted) : {}
}

/** Where the city gave another amount than was asked for: what was asked, and what the budgets begin with. */
export const findBudgetBasis = async (
  scope: Scope,
  project: Of,
): Promise<(BudgetBasis & { readonly requested: Granted['requested'] }) | undefined> => {
  const plan = await findPlan(scope, project)
  const basis = plan && budgetBasis(plan.answers, plan.granted)
  return basis && { ...basis, requested: plan.granted.requested }
}

/** Whether the report of the year comes before the calendar of its call awaits it. */
export const comesEarly = (scope: Scope, { project, call }: Situation): boolean => {
  const year = currentYear(project)
  if (!year || year.state === 'returned') return false
  return isEarly(dueDaysOf(call, project.firstFiscalYear, year.fiscalYear).reportFrom, scope.now)
}

/** Before the calendar awaits the report, the group says that the work of the year is over. */
export const checkTime = (
  scope: Scope,
  given: Situation & { readonly sheet: { readonly sent: Pick<FormBody, 'text'> } },
): readonly FieldProblem[] =>
  comesEarly(scope, given) && given.sheet.sent.text(allDoneField) !== 'yes'
    ? [{ name: allDoneField, text: problemTexts.allDone }]
    : []

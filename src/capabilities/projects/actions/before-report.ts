import type { Scope } from '#data/scope.ts'
import type { FormBody } from '#web/form-data.ts'
import type { Answers, FieldProblem, FormDefinition } from '../../forms/index.ts'
import { getProposal, readProposalSheet } from '../../proposals/index.ts'
import { dueDaysOf, isEarly } from '../calendar.ts'
import { allDoneField } from '../form.ts'
import { problemTexts } from '../problem-texts.ts'
import { currentYear, type Project } from '../project.ts'
import { draftReport } from '../report-draft.ts'
import type { Situation } from './step.ts'

/** What the report of a project says before the group has written anything: the plan it is held against. */
export const loadReportDraft = async (
  scope: Scope,
  project: Pick<Project, 'proposalId' | 'cityShare'>,
  definition: FormDefinition,
): Promise<Answers> => {
  const proposal = await readProposalSheet(scope, project.proposalId)
  if (!proposal) return {}
  const { requestedAmount: requested } = await getProposal(scope, project.proposalId)
  return draftReport(definition, proposal.answers, { requested, agreed: project.cityShare })
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

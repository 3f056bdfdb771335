import type { PageRequest } from '#web/route.ts'
import { NotificationBanner } from '#web/ui/index.ts'
import type { Filled } from '../../forms/index.ts'
import { listEvents } from '../../procedures/index.ts'
import { comesEarly, findBudgetBasis } from '../actions/before-report.ts'
import { getYearForm } from '../actions/report.ts'
import type { Situation } from '../actions/step.ts'
import { type DueDays, dueDaysFor } from '../calendar.ts'
import { allDoneField } from '../form.ts'
import { type Project, subjectOf } from '../project.ts'
import type { ProjectYear } from '../project-year.ts'
import { sentences } from '../sentences.ts'
import { settleReport } from '../settlement.ts'
import { AllDone, EarlyNote } from '../views/all-done.tsx'
import { BudgetNote } from '../views/budget-note.tsx'
import { OverShare } from '../views/year-results.tsx'
import { yearOf } from './request.ts'
import type { FrameFor } from './year-sheet.tsx'

/** What the office asked to be mended, as it stands in the history. */
const askedFor = async ({ scope }: PageRequest, project: Project): Promise<string | null> => {
  if (yearOf(project).state !== 'returned') return null
  const events = await listEvents(scope, [subjectOf(project)], { publicOnly: false })
  return events.findLast(({ step }) => step === 'return')?.reason ?? null
}

/** What is still open of the interim review while the report can be handed in. */
const openInterim = (
  { state, interimAt }: ProjectYear,
  due: Pick<DueDays, 'interim'>,
): 'unsent' | 'unanswered' | undefined => {
  if (state === 'interim') return 'unanswered'
  return state === 'running' && !interimAt && due.interim ? 'unsent' : undefined
}

/** What is told before the report: what to mend, what its budgets are, where its sums go too far. */
const beforeReport = async (request: PageRequest, situation: Situation, filled: Filled) => {
  const { scope, language } = request
  const { project, call } = situation
  const words = sentences[language]
  const year = yearOf(project)
  const asked = await askedFor(request, project)
  const open = openInterim(year, dueDaysFor(call, project, year.fiscalYear))
  const { definition } = await getYearForm(scope, situation, 'report')
  return (
    <>
      {asked && (
        <NotificationBanner lang={language} kind="info" heading={words.correctionAsked}>
          <p class="prose">{asked}</p>
        </NotificationBanner>
      )}
      <OverShare
        lang={language}
        settlement={settleReport(definition, filled.answers, project.cityShare)}
        cityShare={project.cityShare}
      />
      {open && (
        <NotificationBanner lang={language} kind="info" heading={words.interimTitle}>
          <p>{words.openInterim[open]}</p>
        </NotificationBanner>
      )}
    </>
  )
}

/** What the page of the report says around its form, and around the last look at it. */
export const frameFor =
  (request: PageRequest, situation: Situation): FrameFor =>
  async (filled) => {
    const { scope, language } = request
    const { project, call } = situation
    const words = sentences[language]
    const year = yearOf(project)
    const due = dueDaysFor(call, project, year.fiscalYear)
    const early = comesEarly(scope, situation) ? due.reportFrom : undefined
    return {
      title: words.report,
      lead: words.reportLead,
      sendLabel: words.sendReport,
      dueOn: year.correctionDue ?? due.report,
      before: await beforeReport(request, situation, filled),
      writing: (
        <>
          {early && <EarlyNote lang={language} from={early} />}
          <BudgetNote
            lang={language}
            basis={await findBudgetBasis(scope, project)}
            cityShare={project.cityShare}
          />
        </>
      ),
      more: early && (
        <AllDone
          lang={language}
          from={early}
          checked={request.form.text(allDoneField) === 'yes'}
          problem={filled.problems?.find(({ name }) => name === allDoneField)}
        />
      ),
    }
  }

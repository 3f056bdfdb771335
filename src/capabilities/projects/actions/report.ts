import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  type FieldProblem,
  type FormVersion,
  findSheet,
  getFormFor,
  type Reading,
  saveSheet,
} from '../../forms/index.ts'
import { paths } from '../paths.ts'
import { accountsMissing } from '../problem-texts.ts'
import { currentYear, isLastYear, type Project, projectKind } from '../project.ts'
import { sheetPurpose } from '../project-year.ts'
import { accountFields, type Settlement, settleReport } from '../settlement.ts'
import { checkTime, comesEarly } from './before-report.ts'
import { writeToBoth, writeToSide } from './letters.ts'
import { announceProject, type Situation, takeYearStep } from './step.ts'

/** The key of the sheet that a year's interim review or report is written on. */
export const yearSheetKey = (
  project: Pick<Project, 'id'>,
  kind: 'interim' | 'report',
  fiscalYear: number,
) => ({ kind: projectKind, id: project.id, purpose: sheetPurpose(kind, fiscalYear) })

/** A form of the year as it was sent. */
export type SentSheet = {
  readonly form: FormVersion
  readonly reading: Reading
  readonly sent: FormBody
  readonly send: boolean
}

/** Everything that keeps a sheet from being taken; empty for a draft and for what was taken. */
export type Taken = { readonly problems: readonly FieldProblem[]; readonly sent: boolean }

/** That more was spent than came in, told beside the expenses. */
export const checkAccounts = (settlement: Settlement | undefined): readonly FieldProblem[] =>
  settlement && settlement.missing > 0
    ? [
        {
          name: accountFields.expense,
          text: accountsMissing({
            ja: formatYen(settlement.missing, 'ja'),
            en: formatYen(settlement.missing, 'en'),
          }),
        },
      ]
    : []

/** The form that a sheet of the project is filled in with: a draft keeps the one it was begun with. */
export const getYearForm = (
  scope: Scope,
  { project, call }: Situation,
  kind: 'interim' | 'report',
): Promise<FormVersion> => {
  const fiscalYear = currentYear(project)?.fiscalYear ?? project.firstFiscalYear
  return getFormFor(scope, yearSheetKey(project, kind, fiscalYear), call.definition.forms[kind])
}

/** Saves the interim review, and sends it to the department when it is complete. */
export const saveInterim = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly sheet: SentSheet },
): Promise<Result<Taken, TransitionProblem>> => {
  const { project, call, sheet } = given
  const year = currentYear(project)
  if (!year) return refuse('not-from-here')
  const key = yearSheetKey(project, 'interim', year.fiscalYear)
  const { problems } = await saveSheet(scope, key, sheet)
  if (!sheet.send || problems.length > 0) return ok({ problems, sent: false })
  const taken = await takeYearStep(scope, {
    project,
    call,
    name: 'review',
    facts: { interim_at: scope.now },
    public: true,
  })
  if (!taken.ok) return taken
  const letter = {
    kind: 'interim-sent',
    project,
    path: paths.interim(city.slug, project.id),
  } as const
  await writeToSide(scope, city, { letter, side: 'city' })
  return ok({ problems: [], sent: true })
}

/** Keeps what the department answers to the interim review. */
export const answerInterim = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly answer: string },
): Promise<Result<Project, TransitionProblem>> => {
  const { project, call, answer } = given
  const taken = await takeYearStep(scope, {
    project,
    call,
    name: 'answer-review',
    facts: { interim_answer: answer, interim_answered_at: scope.now },
    public: true,
  })
  if (!taken.ok) return taken
  const path = paths.interim(city.slug, project.id)
  await writeToSide(scope, city, {
    letter: { kind: 'interim-answered', project, path },
    side: 'group',
  })
  return taken
}

/**
 * Saves the report; one that is complete, and whose expenses are paid for, is handed in. Before the
 * calendar awaits it the group says that the work of the year is over.
 */
export const saveReport = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly sheet: SentSheet },
): Promise<Result<Taken, TransitionProblem>> => {
  const { project, call, sheet } = given
  const year = currentYear(project)
  if (!year) return refuse('not-from-here')
  const { definition } = sheet.form
  const more = [
    ...checkAccounts(settleReport(definition, sheet.reading.answers, project.cityShare)),
    ...checkTime(scope, given),
  ]
  const send = sheet.send && more.length === 0
  const key = yearSheetKey(project, 'report', year.fiscalYear)
  const saved = await saveSheet(scope, key, { ...sheet, send })
  const problems = [...saved.problems, ...more]
  if (!sheet.send || problems.length > 0) return ok({ problems, sent: false })
  const taken = await takeYearStep(scope, {
    project,
    call,
    name: year.state === 'returned' ? 'resubmit' : 'report',
    facts: { reported_at: scope.now },
    public: year.state !== 'returned',
  })
  if (!taken.ok) return taken
  await writeToSide(scope, city, { letter: { kind: 'reported', project }, side: 'city' })
  return ok({ problems: [], sent: true })
}

/** What the acceptance tells of money that was not used; nothing when all of it was. */
const unusedNote = (settlement: Settlement | undefined): Bilingual | undefined =>
  settlement && settlement.unusedCityShare > 0
    ? {
        ja: `市の負担のうち使わなかった額：${formatYen(settlement.unusedCityShare, 'ja')}。返し方は担当課からお知らせします。`,
        en: `Not used of the city’s share: ${formatYen(settlement.unusedCityShare, 'en')}. The department will tell you how to return it.`,
      }
    : undefined

const settlementOf = async (
  scope: Scope,
  project: Project,
  fiscalYear: number,
): Promise<Settlement | undefined> => {
  const sheet = await findSheet(scope, yearSheetKey(project, 'report', fiscalYear))
  return sheet && settleReport(sheet.definition, sheet.answers, project.cityShare)
}

/**
 * Accepts the report of a year: the next one opens, or the project goes on to its evaluation. Before the
 * calendar awaits reports it takes a reason, which everyone reads in the history.
 */
export const acceptReport = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly reason?: string | undefined },
): Promise<Result<Project, TransitionProblem>> => {
  const { project, reason } = given
  const year = currentYear(project)
  if (!year) return refuse('not-from-here')
  if (comesEarly(scope, given) && !reason) return refuse('reason-required')
  const taken = await takeYearStep(scope, {
    ...given,
    name: 'accept',
    facts: { accepted_at: scope.now, correction_due: null },
    public: true,
  })
  if (!taken.ok) return taken
  const last = isLastYear(project, year.fiscalYear)
  await writeToBoth(scope, city, {
    kind: last ? 'accepted' : 'next-year',
    project,
    note: unusedNote(await settlementOf(scope, project, year.fiscalYear)),
  })
  if (last) await announceProject(scope, 'accepted', taken.value)
  return taken
}

/** Sends the report back to the group with what is to be mended, and until when. */
export const returnReport = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly reason: string; readonly due: PlainDate },
): Promise<Result<Project, TransitionProblem>> => correct(scope, city, { ...given, name: 'return' })

/** Moves the last day of a correction. */
export const extendCorrection = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly reason: string; readonly due: PlainDate },
): Promise<Result<Project, TransitionProblem>> => correct(scope, city, { ...given, name: 'extend' })

const correct = async (
  scope: Scope,
  city: City,
  given: Situation & {
    readonly name: 'return' | 'extend'
    readonly reason: string
    readonly due: PlainDate
  },
): Promise<Result<Project, TransitionProblem>> => {
  const { project, call, name, reason, due } = given
  const facts = { correction_due: due }
  const taken = await takeYearStep(scope, { project, call, name, reason, facts })
  if (!taken.ok) return taken
  const kind = name === 'return' ? 'returned' : 'extended'
  const path = paths.report(city.slug, project.id)
  await writeToSide(scope, city, {
    letter: { kind, project, reason, day: due, path },
    side: 'group',
  })
  return taken
}

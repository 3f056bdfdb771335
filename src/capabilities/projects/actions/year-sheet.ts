import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  asSent,
  type FieldProblem,
  findSheet,
  readForm,
  type Sheet,
  saveSheet,
} from '../../forms/index.ts'
import { currentYear } from '../project.ts'
import { settleReport } from '../settlement.ts'
import { checkAccounts, type SentSheet, yearSheetKey } from './report.ts'
import type { Situation } from './step.ts'

/** A form that the group fills in for a year: 中間ふりかえり or 実績報告. */
export type YearSheet = 'interim' | 'report'

const keyFor = ({ project }: Situation, kind: YearSheet) =>
  yearSheetKey(project, kind, currentYear(project)?.fiscalYear ?? project.firstFiscalYear)

const accountProblems = (
  { project }: Situation,
  kind: YearSheet,
  { form, reading }: Pick<SentSheet, 'form' | 'reading'>,
): readonly FieldProblem[] =>
  kind === 'report'
    ? checkAccounts(settleReport(form.definition, reading.answers, project.cityShare))
    : []

/** Keeps what was typed. @returns everything that keeps it from being handed in as it is */
export const keepYearSheet = async (
  scope: Scope,
  situation: Situation,
  given: { readonly kind: YearSheet; readonly sheet: Omit<SentSheet, 'send'> },
): Promise<readonly FieldProblem[]> => {
  const { kind, sheet } = given
  const saved = await saveSheet(scope, keyFor(situation, kind), { ...sheet, send: false })
  return [...saved.problems, ...accountProblems(situation, kind, sheet)]
}

/** A sheet as it was kept, and whether it could be handed in so. */
export type KeptSheet = {
  readonly sheet: Sheet
  readonly problems: readonly FieldProblem[]
  /** The same as a form that is sent; `typed` are the fields of the page that sends it. */
  sending(typed: FormBody): SentSheet
}

/** The sheet of the year as it stands; undefined before anything was written. */
export const findKeptSheet = async (
  scope: Scope,
  city: City,
  given: { readonly situation: Situation; readonly kind: YearSheet },
): Promise<KeptSheet | undefined> => {
  const { situation, kind } = given
  const sheet = await findSheet(scope, keyFor(situation, kind))
  if (!sheet) return undefined
  const stored = asSent(sheet.definition, sheet.answers)
  const read = readForm(sheet.definition, stored, city)
  const reading = { ...read, visibility: sheet.visibility }
  return {
    sheet,
    problems: [...read.problems, ...accountProblems(situation, kind, { form: sheet, reading })],
    sending: (typed) => ({
      form: sheet,
      reading,
      sent: { ...typed, text: (name) => typed.text(name) || stored.text(name) },
      send: true,
    }),
  }
}

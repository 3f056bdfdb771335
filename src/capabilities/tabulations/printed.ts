import type { StatisticTable } from '../statistics/index.ts'
import type { PrintedQuestion, PrintedSurvey } from './preset.ts'
import {
  type ChoiceRole,
  type CountedChoice,
  type CountedQuestion,
  choiceRoles,
} from './question.ts'
import type { ResultQuestion, Results } from './results.ts'
import { compareQuestions } from './waves.ts'

const roleOf = (code: string, roles: PrintedQuestion['roles']): ChoiceRole =>
  roles[code] ?? choiceRoles.find((role) => role === code) ?? 'answer'

const choicesAt = (table: StatisticTable, asked: PrintedQuestion, at: number): CountedChoice[] =>
  table.rows
    .filter(({ code }) => !asked.sums.some(({ row }) => row === code))
    .flatMap(({ code, label, cells }) => {
      const cell = cells[at]
      if (!cell || (cell.value === null && cell.printed === undefined)) return []
      return [
        {
          code,
          label,
          role: roleOf(code, asked.roles),
          count: cell.value ?? undefined,
          ...(cell.printed === undefined ? {} : { printed: cell.printed }),
          ...(cell.reconstructed ? { reconstructed: true } : {}),
        },
      ]
    })

/** One column of a printed table, as the question it was. */
export const questionOfTable = (
  table: StatisticTable,
  asked: PrintedQuestion,
  key: string,
): CountedQuestion => {
  const at = table.columns.findIndex((column) => column.key === key)
  const labels = new Map(table.rows.map(({ code, label }) => [code, label]))
  return {
    code: table.id,
    label: table.title,
    kind: asked.kind,
    order: asked.order,
    base: 'asked',
    asked: table.columns[at]?.n,
    choices: choicesAt(table, asked, at),
    sums: asked.sums.flatMap(({ row, of }) => {
      const label = labels.get(row)
      return label ? [{ label, of }] : []
    }),
  }
}

/** Breaks that the city notes at its columns stand between the waves too. */
const wavesOf = (table: StatisticTable, asked: PrintedQuestion): Pick<ResultQuestion, 'waves'> => {
  if (asked.columns.length < 2) return {}
  const waves = asked.columns.map((key) => {
    const column = table.columns.find((one) => one.key === key)
    const noted = table.breaks.find(({ before }) => before === key)
    return {
      key,
      label: column?.label ?? { ja: key, en: key },
      modes: [],
      question: questionOfTable(table, asked, key),
      ...(noted ? { breakNote: noted.text } : {}),
    }
  })
  return { waves: compareQuestions(waves) }
}

const toQuestion = (
  table: StatisticTable,
  asked: PrintedQuestion,
  place: number,
): ResultQuestion => ({
  name: { ja: `表${place}`, en: `Table ${place}` },
  counted: questionOfTable(table, asked, asked.columns.at(-1)!),
  ...wavesOf(table, asked),
  crosses: [],
  crossedBy: [],
  groups: [],
  notes: table.notes,
  source: table.source,
  table: { id: table.id, title: table.title },
})

/**
 * The results of a survey that the city has printed, from its tables of statistics. A table that is not there any
 * more is left out.
 */
export const readPrinted = (survey: PrintedSurvey, tables: readonly StatisticTable[]): Results => ({
  survey: survey.code,
  title: survey.title,
  unit: survey.unit,
  lead: survey.lead,
  when: survey.when,
  population: survey.population,
  returns: undefined,
  n: survey.n,
  questions: survey.questions.flatMap((asked, at) => {
    const table = tables.find(({ id }) => id === asked.table)
    return table ? [toQuestion(table, asked, at + 1)] : []
  }),
  notes: survey.notes,
  threshold: 0,
  source: survey.source,
})

/** Every way in which a printed survey does not fit the tables that it is read from, one line each. */
export const findPrintedProblems = (
  surveys: readonly PrintedSurvey[],
  tables: readonly StatisticTable[],
): readonly string[] =>
  surveys.flatMap(({ code, questions }) =>
    questions.flatMap((asked) => {
      const table = tables.find(({ id }) => id === asked.table)
      if (!table) return [`${code}: no table ${asked.table}`]
      const rows = new Set(table.rows.map((row) => row.code))
      const missing = [
        ...asked.columns.filter((key) => !table.columns.some((column) => column.key === key)),
        ...[
          ...Object.keys(asked.roles),
          ...asked.sums.flatMap(({ row, of }) => [row, ...of]),
        ].filter((row) => !rows.has(row)),
      ]
      return missing.map((what) => `${code}: ${asked.table} has no ${what}`)
    }),
  )

import { notAskedWord } from './answer-rows.ts'
import { type Sheet, toSheet } from './answers.ts'
import { asSent } from './paper-form.ts'
import type { Questionnaire } from './questionnaire.ts'
import { inputs, readAnswers } from './read-answers.ts'
import { sentences } from './sentences.ts'

/** Most rows that are taken in at once. */
export const mostRows = 5_000

/** A column of the table: its heading, and the input that it stands for. */
export type TableColumn = { readonly heading: string; readonly input: string }

/** 「問1」「問2-1」「問3 その他」: the columns in the order of the questions. */
export const columnsOf = ({ questions }: Questionnaire): readonly TableColumn[] =>
  questions.flatMap(({ id, kind, rows, choices }, at) => {
    const name = `問${at + 1}`
    if (kind === 'matrix')
      return rows.map(({ code }, row) => ({
        heading: `${name}-${row + 1}`,
        input: inputs.row(id, code),
      }))
    const main = { heading: name, input: inputs.main(id) }
    if (!choices.some(({ other }) => other)) return [main]
    return [main, { heading: sentences.ja.table.other(name), input: inputs.other(id) }]
  })

const keyOf = (heading: string): string => heading.normalize('NFKC').replace(/[\s_]/g, '')

/** What a row would be: a sheet, or why it cannot be one. */
export type TableRow = {
  readonly number: number
  readonly cells: readonly string[]
  readonly sheet: Sheet | undefined
  readonly problems: readonly { readonly ja: string; readonly en: string }[]
}

export type TableReading = {
  /** Headings that the table lacks. */
  readonly missing: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Reads a table with its headings in the first row; empty rows are passed over. */
export const readAnswerTable = (
  questionnaire: Questionnaire,
  table: readonly (readonly string[])[],
): TableReading => {
  const [header = [], ...body] = table
  const places = new Map(header.map((heading, at) => [keyOf(heading), at]))
  const columns = columnsOf(questionnaire)
  const mains = columns.filter(({ input }) => !input.endsWith('-other'))
  const missing = mains
    .filter(({ heading }) => !places.has(keyOf(heading)))
    .map(({ heading }) => heading)
  if (missing.length > 0) return { missing, rows: [] }
  const readRow = (cells: readonly string[], at: number): TableRow => {
    const values = new Map(
      columns.map(({ heading, input }) => {
        const place = places.get(keyOf(heading))
        const cell = place === undefined ? '' : (cells[place] ?? '').trim()
        return [input, cell === notAskedWord ? '' : cell]
      }),
    )
    const typed = { text: (name: string) => values.get(name) ?? '' }
    const { answers, problems } = readAnswers(asSent(questionnaire, typed), questionnaire, {
      lenient: true,
    })
    const sheet = problems.length > 0 ? undefined : toSheet(questionnaire, answers)
    return { number: at + 2, cells, sheet, problems: problems.map(({ text }) => text) }
  }
  const rows = body.flatMap((cells, at) =>
    cells.every((cell) => cell.trim() === '') ? [] : [readRow(cells, at)],
  )
  return { missing, rows }
}

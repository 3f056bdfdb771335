import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { Scale } from '#kernel/scale.ts'
import {
  cellOf,
  type HeaderMatch,
  matchHeader,
  type Table,
  type TableRow,
} from '#kernel/tables/index.ts'
import { cleanText, countCharacters, normalizeCode } from '#kernel/text.ts'
import { hashToken } from '#kernel/tokens.ts'
import { fieldTexts, longestNext, longestResults, readFigure } from './form.ts'
import {
  type Draft,
  type Figures,
  type FigureValue,
  isOpen,
  sameDraft,
  type Task,
  type Typed,
} from './report.ts'
import type { Part } from './round.ts'
import { type Code, figuresCell, headings, tableColumns } from './table-columns.ts'

/** Why a row, or one of its cells, is not taken in. */
export type RowFault = { readonly heading: string; readonly text: Bilingual }

/** One field that a row changes. */
export type Change = {
  readonly field: 'results' | 'figures' | 'grade' | 'next'
  readonly before: string
  readonly after: string
}

/** What becomes of a row. */
export type PlannedRow = {
  readonly number: number
  readonly no: string
  readonly title: Bilingual | undefined
  readonly faults: readonly RowFault[]
  readonly changes: readonly Change[]
  /** What is written; undefined for a row that changes nothing or is refused. */
  readonly typed: Typed | undefined
}

const faultTexts = {
  unknown: both(
    'この課の項目に、この番号がありません。番号をたしかめてください。',
    'This department has no item of this number. Check the number.',
  ),
  twice: both(
    '同じ番号の行が、上にもあります。1行にまとめてください。',
    'A row above has the same number. Make them one row.',
  ),
  closed: both(
    'この項目は確認が済んでいるため、変えられません。',
    'This item has been accepted and cannot be changed.',
  ),
  stale: both(
    'このファイルを取り出した後に、ほかの人が書きかえました。ファイルを取り出し直してください。',
    'Somebody has changed this item since the file was downloaded. Download it again.',
  ),
  grade: both(
    '一覧にない区分です。区分の記号か名称を書いてください。',
    'This grade is not in the list. Write its sign or its name.',
  ),
  notLead: both(
    '主担当の課だけが書けます。空にしてください。',
    'Only the leading department writes this. Leave it empty.',
  ),
  figure: both(
    '「名称：数字」の形で、1行に1つずつ書いてください。',
    'Write “name: number”, one in a line.',
  ),
} as const

type Reading = { readonly match: HeaderMatch; readonly row: TableRow; readonly faults: RowFault[] }

const fold = (text: string): string => normalizeCode(text).toLowerCase()

const fault = ({ faults }: Reading, code: Code, text: Bilingual): void => {
  faults.push({ heading: headings[code], text })
}

const cell = ({ match, row }: Reading, code: Code): string => cleanText(cellOf(match, row, code))

const readText = (reading: Reading, code: 'results' | 'next', before: string): string => {
  const written = cell(reading, code)
  const most = code === 'results' ? longestResults : longestNext
  if (countCharacters(written) > most)
    fault(reading, code, fieldTexts.tooLong(most.toLocaleString('en')))
  // An empty cell says nothing: whoever fills in half a file does not empty the other half.
  return written === '' ? before : written
}

const readGrade = (reading: Reading, { report }: Task, scale: Scale): string => {
  const written = cell(reading, 'grade')
  if (written === '') return report.grade
  if (!report.leads) {
    fault(reading, 'grade', faultTexts.notLead)
    return report.grade
  }
  const found = scale.grades.find(({ code, label }) =>
    [code, label.ja, label.en, `${code} ${label.ja}`].some((name) => fold(name) === fold(written)),
  )
  if (!found) fault(reading, 'grade', faultTexts.grade)
  return found?.code ?? report.grade
}

const readLine = (task: Task, line: string): readonly [string, FigureValue] | undefined => {
  const { figures } = task.item
  const [, name, digits] = /^(.*?)\s*[：:=＝]\s*(.+)$/.exec(line) ?? [
    line,
    figures.length === 1 ? figures[0]!.label.ja : '',
    line,
  ]
  const figure = figures.find(
    ({ code, label }) => fold(label.ja) === fold(name ?? '') || code === name,
  )
  const value = readFigure((digits ?? '').replace(/[^\d.,、．０-９-].*$/u, ''))
  return figure && typeof value === 'number' ? [figure.code, { value }] : undefined
}

const readFigures = (reading: Reading, task: Task): Figures => {
  const lines = cell(reading, 'figures')
    .split(/[\n；;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return task.report.figures
  if (!task.report.leads) {
    fault(reading, 'figures', faultTexts.notLead)
    return task.report.figures
  }
  const read = lines.map((line) => readLine(task, line))
  if (read.some((one) => one === undefined)) fault(reading, 'figures', faultTexts.figure)
  return {
    ...task.report.figures,
    ...Object.fromEntries(read.filter((one) => one !== undefined)),
  }
}

const figuresText = (task: Task, figures: Figures): string =>
  figuresCell({ ...task, report: { ...task.report, figures } })

const changesOf = (task: Task, draft: Draft): readonly Change[] => {
  const { report } = task
  const pairs: readonly Change[] = [
    { field: 'results', before: report.results, after: draft.results },
    {
      field: 'figures',
      before: figuresText(task, report.figures),
      after: figuresText(task, draft.figures),
    },
    { field: 'grade', before: report.grade, after: draft.grade },
    { field: 'next', before: report.next, after: draft.next },
  ]
  return pairs.filter(({ before, after }) => before !== after)
}

type Given = {
  readonly part: Pick<Part, 'state'>
  readonly scale: Scale
  readonly tasks: readonly Task[]
}

const keptFigures = (task: Task, figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([code, given]) => [
      code,
      task.report.figures[code]?.value === given.value ? task.report.figures[code]! : given,
    ]),
  )

const planKnown = (reading: Reading, task: Task, { part, scale }: Given): PlannedRow => {
  const { item, report } = task
  const draft: Draft = {
    results: readText(reading, 'results', report.results),
    next: readText(reading, 'next', report.next),
    grade: readGrade(reading, task, scale),
    figures: keptFigures(task, readFigures(reading, task)),
  }
  const changed = !sameDraft(draft, report)
  const version = cell(reading, 'version')
  if (changed && !isOpen(part, report)) fault(reading, 'no', faultTexts.closed)
  if (changed && version !== '' && normalizeCode(version) !== String(report.version))
    fault(reading, 'version', faultTexts.stale)
  const good = changed && reading.faults.length === 0
  return {
    number: reading.row.number,
    no: item.no,
    title: item.title,
    faults: reading.faults,
    changes: good ? changesOf(task, draft) : [],
    typed: good ? { no: item.no, version: report.version, touched: true, draft } : undefined,
  }
}

/** What a table would do. `sign` is the same as long as it would do the same. */
export type TablePlan = {
  readonly hasHeader: boolean
  readonly rows: readonly PlannedRow[]
  /** Headings that nobody reads. */
  readonly unknown: readonly string[]
  readonly sign: string
}

const refused = (reading: Reading, no: string, text: Bilingual): PlannedRow => ({
  number: reading.row.number,
  no,
  title: undefined,
  faults: [{ heading: headings.no, text }],
  changes: [],
  typed: undefined,
})

/** Reads a table against what a department has written so far, row by row. Nothing is written. */
export const planTable = (table: Table, given: Given): TablePlan => {
  const match = matchHeader(table, tableColumns)
  const hasHeader = match.row !== undefined && match.missing.length === 0
  const seen = new Set<string>()
  const rows = (hasHeader ? match.rows : []).flatMap((row): readonly PlannedRow[] => {
    const reading: Reading = { match, row, faults: [] }
    const no = cell(reading, 'no')
    if (row.cells.every((text) => text.trim() === '')) return []
    const task =
      given.tasks.find(({ item }) => item.no === no) ??
      given.tasks.find(({ item }) => fold(item.no) === fold(no))
    if (!task) return [refused(reading, no, faultTexts.unknown)]
    if (seen.has(task.item.no)) return [refused(reading, no, faultTexts.twice)]
    seen.add(task.item.no)
    return [planKnown(reading, task, given)]
  })
  const sign = hashToken(
    JSON.stringify(rows.map(({ no, typed, faults }) => [no, typed, faults.length])),
  ).slice(0, 22)
  return { hasHeader, rows, unknown: match.unknown.map(({ name }) => name), sign }
}

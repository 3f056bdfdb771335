import type { SheetColumn, SheetValue } from '#data/tables-in-out/index.ts'
import type { Column } from '#kernel/tables/index.ts'
import type { Draft, Task } from './report.ts'
import { markText } from './words.ts'

/** The columns of the file of a department. The same headings are read again. */
export const headings = {
  no: '番号',
  title: '項目',
  mark: '計画の印',
  earlier: '前回の実績',
  results: '実績',
  figures: '数値',
  grade: '進捗の区分',
  next: '次年度の取組',
  version: '版（変えないでください）',
} as const

export type Code = keyof typeof headings

export const sheetColumns: readonly SheetColumn[] = Object.values(headings).map((name) => ({
  name,
  kind: 'text',
}))

/** Other headings by which people call the same. */
const other: Partial<Record<Code, readonly string[]>> = {
  no: ['整理番号', '項目番号', 'No', 'NO.'],
  results: ['実績（文）', '取組の実績', '今年度の実績'],
  grade: ['区分', '達成度', '進捗区分', '評価'],
  next: ['次年度の取組み', '次年度の予定', '次年度'],
  figures: ['数量', '数値（名称：値）'],
  version: ['版'],
}

export const tableColumns: readonly Column[] = (Object.keys(headings) as Code[]).map((code) => ({
  code,
  kind: 'line',
  names: [headings[code], ...(other[code] ?? [])],
  required: code === 'no',
}))

/** Figures as one cell holds them: a name and a number in each line. */
export const figuresCell = ({ item, report }: Task): string =>
  item.figures
    .flatMap(({ code, label }) => {
      const given = report.figures[code]
      return given ? [`${label.ja}：${given.value}`] : []
    })
    .join('\n')

/** One row of the file: what may be changed, beside what helps to write it. */
export const rowOf = (task: Task, earlier: Pick<Draft, 'results'> | undefined): SheetValue[] => {
  const { item, report } = task
  return [
    item.no,
    item.title.ja,
    item.mark ? markText(item.mark, 'ja') : '',
    earlier?.results ?? '',
    report.results,
    figuresCell(task),
    report.grade,
    report.next,
    String(report.version),
  ]
}

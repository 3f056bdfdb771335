import { expect, test } from 'vitest'
import { readTable, writeExcel } from '#data/tables-in-out/index.ts'
import { commonScale } from './common-scale.ts'
import type { Report, RoundItem, Task } from './report.ts'
import { planTable } from './table.ts'
import { rowOf, sheetColumns } from './table-columns.ts'

const label = (ja: string) => ({ ja, en: ja })

const item = (no: string): RoundItem => ({
  no,
  title: label(`項目${no}`),
  above: [],
  departmentsPrinted: '',
  mark: undefined,
  figures: [{ code: 'groups', label: label('登録団体数'), unit: label('団体') }],
})

const report = (no: string, change: Partial<Report> = {}): Report => ({
  no,
  partId: 'part',
  leads: true,
  results: '前の実績',
  next: '前の取組',
  grade: '○',
  figures: { groups: { value: 387 } },
  version: 3,
  verdict: '',
  verdictReason: '',
  writtenBy: '',
  writtenAt: null,
  ...change,
})

const tasks: readonly Task[] = [
  { item: item('Ⅰ-(1)-①'), report: report('Ⅰ-(1)-①') },
  { item: item('Ⅰ-(1)-②'), report: report('Ⅰ-(1)-②', { leads: false, grade: '', figures: {} }) },
]

const given = { part: { state: 'writing' as const }, scale: commonScale, tasks }

const read = async (bytes: Uint8Array) => {
  const file = await readTable(bytes, { name: 'x' })
  if (!file.ok) throw new Error(JSON.stringify(file.error))
  return planTable(file.value.tables[0]!, given)
}

const paste = (...lines: readonly (readonly string[])[]) =>
  read(new TextEncoder().encode(lines.map((cells) => cells.join('\t')).join('\n')))

test('取り出したままの表を取り込むと、何も変わらない', async () => {
  const rows = tasks.map((task) => rowOf(task, { results: '前回の文' }))
  const plan = await read(await writeExcel([{ name: '報告', columns: sheetColumns, rows }]))
  expect(plan.hasHeader).toBe(true)
  expect(plan.unknown).toEqual([])
  expect(plan.rows.map(({ no, faults, changes }) => [no, faults, changes])).toEqual([
    ['Ⅰ-(1)-①', [], []],
    ['Ⅰ-(1)-②', [], []],
  ])
})

test('貼り付けた表は、変わるところだけが書かれ、空のセルは今のままになる', async () => {
  const plan = await paste(
    ['番号', '実績', '数値', '進捗の区分', '次年度の取組'],
    ['Ⅰ-(1)-①', '新しい実績', '登録団体数：1,390', '計画どおり', ''],
  )
  const [row] = plan.rows
  expect(row?.changes.map(({ field, after }) => [field, after])).toEqual([
    ['results', '新しい実績'],
    ['figures', '登録団体数：1390'],
    ['grade', '◎'],
  ])
  expect(row?.typed?.draft.next).toBe('前の取組')
})

test('知らない番号、二度目の番号、一覧にない区分、主担当でない課の区分は、理由とともに断られる', async () => {
  const plan = await paste(
    ['番号', '実績', '進捗の区分'],
    ['Ⅸ-(9)-⑨', 'ほかの課の項目', ''],
    ['Ⅰ-(1)-①', '一度目', 'すばらしい'],
    ['Ⅰ-(1)-①', '二度目', ''],
    ['Ⅰ-(1)-②', '関係課の実績', '○'],
  )
  expect(plan.rows.map(({ faults }) => faults.map(({ text }) => text.ja.slice(0, 12)))).toEqual([
    ['この課の項目に、この番号'],
    ['一覧にない区分です。区分'],
    ['同じ番号の行が、上にもあ'],
    ['主担当の課だけが書けます'],
  ])
  expect(plan.rows.every(({ typed }) => typed === undefined)).toBe(true)
})

test('取り出した後にほかの人が書きかえた項目は、上書きされない', async () => {
  const header = ['番号', '実績', '版']
  const stale = await paste(header, ['Ⅰ-(1)-①', '古い表の文', '2'])
  expect(stale.rows[0]?.faults.map(({ heading }) => heading)).toEqual(['版（変えないでください）'])
  const fresh = await paste(header, ['Ⅰ-(1)-①', '新しい文', '3'])
  expect(fresh.rows[0]?.typed?.draft.results).toBe('新しい文')
})

test('確認が済んだ項目は、表でも変えられない', async () => {
  const closed = planTable(
    {
      name: '',
      rows: [
        { number: 1, cells: ['番号', '実績'] },
        { number: 2, cells: ['Ⅰ-(1)-①', '変えた文'] },
      ],
      width: 2,
      noticed: [],
    },
    {
      ...given,
      part: { state: 'returned' },
      tasks: [{ item: tasks[0]!.item, report: report('Ⅰ-(1)-①', { verdict: 'accepted' }) }],
    },
  )
  expect(closed.rows[0]?.faults[0]?.text.ja).toContain('確認が済んでいる')
})

test('見出しのない表は断られる', async () => {
  expect((await paste(['Ⅰ-(1)-①', '文'])).hasHeader).toBe(false)
})

import {
  type SheetColumn,
  type SheetValue,
  writeCsv,
  writeExcel,
} from '#data/tables-in-out/index.ts'
import { say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { nameOfCode } from '#kernel/city.ts'
import { parseDate } from '#kernel/date-input.ts'
import type { Answer } from '#web/answer.ts'
import { get, type PageRequest, type Route } from '#web/route.ts'
import type { RosterRules } from '../preset.ts'
import { listPeople } from '../queries/people.ts'
import { officesOn, type RosterPerson } from '../roster.ts'
import { officeName } from '../words-of.ts'
import { audience, openNames, openToKeep } from './access.ts'

/** The same headings that are read again: a roster that was saved can be corrected and taken in. */
const columns: readonly SheetColumn[] = [
  { name: '氏名', kind: 'text' },
  { name: 'ふりがな', kind: 'text' },
  { name: '役職', kind: 'text' },
  { name: '地区', kind: 'text' },
  { name: '年代', kind: 'text' },
  { name: '市民', kind: 'text' },
  { name: '議決権', kind: 'text' },
  { name: '入会日', kind: 'date' },
  { name: '退会日', kind: 'date' },
]

const mark = (value: boolean | null): string => (value === null ? '' : value ? '○' : '×')

const rowOf = (person: RosterPerson, rules: RosterRules, day: PlainDate): SheetValue[] => [
  person.name,
  person.nameKana,
  officesOn(person, day)
    .map((office) => officeName(rules, office).ja)
    .join('、'),
  person.district,
  person.ageBand ? nameOfCode(rules.ageBands, person.ageBand).ja : '',
  mark(person.citizen),
  mark(person.voting),
  person.since,
  person.until ?? undefined,
]

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const asExcel = async (
  rows: readonly (readonly SheetValue[])[],
  fileName: string,
): Promise<Answer> => ({
  kind: 'bytes',
  status: 200,
  type: excelType,
  body: await writeExcel([{ name: '名簿', columns, rows }]),
  fileName,
})

const dayAsked = ({ query, scope }: PageRequest): PlainDate => {
  const read = parseDate(query.get('day') ?? '')
  return read.ok ? read.value : tokyoDayOf(scope.now)
}

const download = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, query } = request
  const { head, rules } = await openNames(request)
  const day = dayAsked(request)
  const people = await listPeople(scope, head.id, { on: day })
  const rows = people.map((person) => rowOf(person, rules, day))
  const name = `${city.slug}-roster-${head.id}-${day}`
  if (query.get('as') === 'xlsx') return asExcel(rows, `${name}.xlsx`)
  const headings = columns.map((column) => column.name)
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/csv; charset=utf-8',
    body: writeCsv([headings, ...rows], { use: 'spreadsheet' }).bytes,
    fileName: `${name}.csv`,
  }
}

/** An example with this city's own words in it. */
const sample = async (request: PageRequest): Promise<Answer> => {
  const { rules } = await openToKeep(request)
  const office = rules.offices[0] ? say(rules.offices[0].name, 'ja') : ''
  const age = rules.ageBands.at(-3)?.name.ja ?? ''
  const rows: SheetValue[][] = [
    ['山田 花子', 'やまだ はなこ', office, '本町', age, '○', '○', '2019-04-01', undefined],
    ['川田 太郎', 'かわだ たろう', '', '', '', '○', '○', '2022-05-10', undefined],
  ]
  return asExcel(rows, 'meibo-mihon.xlsx')
}

/** The roster of a day as a file, and an example to fill in. */
export const fileRoutes: readonly Route[] = [
  get('/:city/groups/:id/roster/file', 'rosters.download', audience, download),
  get('/:city/groups/:id/roster/intake/sample', 'rosters.sample', audience, sample),
]

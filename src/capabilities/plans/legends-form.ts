import { both } from '#kernel/bilingual.ts'
import { cleanLine, countCharacters } from '#kernel/text.ts'
import type { DraftItem } from './draft.ts'
import { rowsOf } from './draft-plan.ts'
import { limits, type Read, type Reader, readerOf, readYear, type Sent, tell } from './form.ts'
import { blankMark, continuedMark } from './marks.ts'
import type { Values } from './merge.ts'

/** The lists of a plan, and their columns. */
export const legendColumns = {
  levels: ['code', 'ja', 'en'],
  classes: ['code', 'ja', 'en', 'meaning_ja', 'meaning_en'],
  marks: ['code', 'ja', 'en', 'meaning_ja', 'meaning_en'],
  grades: ['code', 'ja', 'en', 'band', 'meaning_ja', 'meaning_en'],
  targets: ['code', 'ja', 'en'],
  figures: ['code', 'ja', 'en', 'value', 'unit', 'unit_en', 'source'],
} as const
export type LegendName = keyof typeof legendColumns

const legendNames = Object.keys(legendColumns) as LegendName[]

type Row = Record<string, string>

const typedRows = ({ sent }: Reader, name: LegendName): Row[] => {
  const count = Math.max(
    0,
    ...sent
      .names()
      .map((field) => new RegExp(`^${name}\\.(\\d{1,3})\\.`).exec(field)?.[1])
      .map((row) => (row === undefined ? 0 : Number(row) + 1)),
  )
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(
      legendColumns[name].flatMap((column) => {
        const value = cleanLine(sent.text(`${name}.${row}.${column}`))
        return value === '' ? [] : [[column, value]]
      }),
    ),
  )
}

/** A code for a row that was given none: its own words where they are short enough to be printed as a sign. */
const codeFor = (row: Row, taken: ReadonlySet<string>): string => {
  const own = row.ja ?? ''
  if (own !== '' && countCharacters(own) <= 20 && !taken.has(own)) return own
  let number = taken.size + 1
  while (taken.has(String(number))) number += 1
  return String(number)
}

const readList = (reader: Reader, name: LegendName): void => {
  const typed = typedRows(reader, name)
  const taken = new Set(typed.flatMap(({ code }) => code ?? []))
  const seen = new Set<string>()
  let row = 0
  for (const [at, cells] of typed.entries()) {
    if (Object.keys(cells).every((column) => column === 'code')) continue
    const code = cells.code ?? codeFor(cells, taken)
    taken.add(code)
    for (const [column, value] of Object.entries({ ...cells, code }))
      reader.values[`${name}.${row}.${column}`] = value
    if (cells.ja === undefined)
      tell(reader, `${name}.${at}.ja`, both('名称を書いてください。', 'Please write the name.'))
    if (name === 'figures' && cells.value === undefined)
      tell(reader, `${name}.${at}.value`, both('値を書いてください。', 'Please write the value.'))
    if (Object.values(cells).some((value) => countCharacters(value) > limits.line))
      tell(
        reader,
        `${name}.${at}.ja`,
        both(`${limits.line}字以内で書いてください。`, `At most ${limits.line} characters.`),
      )
    if (seen.has(code))
      tell(
        reader,
        `${name}.${at}.code`,
        both(
          `記号「${code}」が2回あります。片方を変えてください。`,
          `The code “${code}” stands twice. Please change one.`,
        ),
      )
    seen.add(code)
    row += 1
  }
}

const readYears = (reader: Reader): void => {
  const [from, to] = [
    readYear(reader, { name: 'years_from', label: both('はじめの年度', 'First year') }),
    readYear(reader, { name: 'years_to', label: both('おわりの年度', 'Last year') }),
  ]
  if ((from === undefined) !== (to === undefined))
    tell(
      reader,
      from === undefined ? 'years_from' : 'years_to',
      both(
        '年次計画の年度は、はじめとおわりの両方を書いてください。',
        'Please write both the first and the last year.',
      ),
    )
  if (from !== undefined && to !== undefined && (to < from || to - from > 30))
    tell(
      reader,
      'years_to',
      both(
        '年次計画の年度は、はじめから30年までの間にしてください。',
        'The last year must be within thirty years after the first.',
      ),
    )
}

/** What the items of a draft use of its legends: list, code, and how many use it. */
const usedCodes = (items: readonly Pick<DraftItem, 'values'>[]): Map<string, number> => {
  const counts = new Map<string, number>()
  const add = (list: LegendName, code: string | undefined): void => {
    if (code) counts.set(`${list} ${code}`, (counts.get(`${list} ${code}`) ?? 0) + 1)
  }
  for (const { values } of items) {
    add('levels', values.level)
    add('classes', values.class)
    add('grades', values.grade)
    for (const code of (values.targets ?? '').split('\n')) add('targets', code)
    for (const [name, code] of Object.entries(values))
      if (name.startsWith('mark_') && code !== continuedMark && code !== blankMark)
        add('marks', code)
  }
  return counts
}

/** What items still use cannot be taken out of a legend: it is told which, and by how many. */
const refuseUsed = (reader: Reader, items: readonly Pick<DraftItem, 'values'>[]): void => {
  const listed = new Set(
    legendNames.flatMap((name) =>
      rowsOf(reader.values as Values, name).map(({ code }) => `${name} ${code}`),
    ),
  )
  for (const [used, count] of usedCodes(items)) {
    if (listed.has(used)) continue
    const [list = '', code = ''] = used.split(/ (.*)/s)
    tell(
      reader,
      list,
      both(
        `「${code}」は${count}項目で使っています。先にその項目を直してから、外してください。`,
        `“${code}” is used by ${count} items. Please change them first, then take it out.`,
      ),
    )
  }
}

/** Years in which items have a mark stay in the plan until the marks are taken out. */
const refuseMarkedYears = (reader: Reader, items: readonly Pick<DraftItem, 'values'>[]): void => {
  const [from, to] = [Number(reader.values.years_from ?? 0), Number(reader.values.years_to ?? 0)]
  const marked = items.flatMap(({ values }) =>
    Object.keys(values).flatMap((name) => /^mark_(\d{4})$/.exec(name)?.[1] ?? []),
  )
  const outside = marked.map(Number).filter((year) => year < from || year > to)
  const [first] = outside.toSorted((a, b) => a - b)
  if (first === undefined || reader.problems.some(({ name }) => name.startsWith('years_'))) return
  const count = outside.filter((year) => year === first).length
  tell(
    reader,
    first < from ? 'years_from' : 'years_to',
    both(
      `${first}年度の印が${count}項目にあります。先にその印を消してから、年度を外してください。`,
      `${count} items have a mark in ${first}. Please take those marks out first.`,
    ),
  )
}

/** Reads levels, legends, years and figures, with what the items of the draft use of them. */
export const readLegends = (sent: Sent, items: readonly Pick<DraftItem, 'values'>[]): Read => {
  const reader = readerOf(sent)
  for (const name of legendNames) readList(reader, name)
  readYears(reader)
  if (rowsOf(reader.values, 'levels').length === 0)
    tell(
      reader,
      'levels',
      both('段階を1つ以上書いてください。', 'Please write at least one level.'),
    )
  refuseUsed(reader, items)
  refuseMarkedYears(reader, items)
  return { values: reader.values, problems: reader.problems }
}

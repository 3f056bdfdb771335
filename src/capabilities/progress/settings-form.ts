import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { rowPlace, sayOf } from '#kernel/row-place.ts'
import { findScaleProblems, type Grade, type Scale, sayScaleProblem } from '#kernel/scale.ts'
import { cleanLine } from '#kernel/text.ts'
import type { Plan, PlanItem } from '../plans/index.ts'
import { type FieldProblem, readFigure } from './form.ts'
import type { Figure } from './preset.ts'
import { sentences } from './sentences.ts'
import type { ProgressSettings } from './settings.ts'

/** The part of a sent form that reading needs. */
type Sent = {
  text(name: string): string
  all(name: string): readonly string[]
  has(name: string): boolean
}

const texts = {
  levels: both('段階を一つ以上選んでください。', 'Please choose at least one level.'),
  grades: both(
    '区分は2つから12まで、記号と名称を書いてください。',
    'Two to twelve grades, each with a sign and a name.',
  ),
  percent: both(
    '境目は、0から1000までの数字で書いてください。',
    'Please write numbers from 0 to 1000.',
  ),
  figure: both(
    '数値の行では、この計画の項目を選び、名称と単位を書いてください。',
    'Each row needs an item of this plan, a name and a unit.',
  ),
  counter: both(
    '自動の集計は、一覧から選んでください。',
    'Please choose the counter from the list.',
  ),
  twice: both(
    'この項目の同じ名称の数値が、上にもあります。名称を変えてください。',
    'This item has a figure of the same name above. Give it another name.',
  ),
} as const

export const gradeRows = 'grades'
export const figureRows = 'figures'

/** Rows as they were typed, the empty ones left out; `at` is where a row stands in the form that comes back. */
const rowsIn = (
  sent: Sent,
  name: string,
  columns: readonly string[],
): readonly { readonly at: number; readonly cells: Readonly<Record<string, string>> }[] => {
  const rows: { at: number; cells: Record<string, string> }[] = []
  for (let at = 0; at < 200 && sent.has(`${name}.${at}.${columns[0]}`); at += 1) {
    const cells = Object.fromEntries(
      columns.map((column) => [column, cleanLine(sent.text(`${name}.${at}.${column}`))]),
    )
    if (Object.values(cells).some((text) => text !== '')) rows.push({ at: rows.length, cells })
  }
  return rows
}

export const gradeColumns = ['code', 'label', 'label_en', 'from', 'to'] as const
export const figureColumns = ['item', 'label', 'unit', 'counter'] as const

/** What was typed, as the form shows it again. */
export const typedRows = (sent: Sent, name: typeof gradeRows | typeof figureRows) =>
  rowsIn(sent, name, name === gradeRows ? gradeColumns : figureColumns).map(({ cells }) => cells)

/** What is to be mended in a row, which is named: rows ask for the same things. */
const rowProblem = (
  [table, at, column]: readonly [typeof gradeRows | typeof figureRows, number, string],
  name: string | undefined,
  text: Bilingual,
): FieldProblem => {
  const label = table === gradeRows ? 'gradesRows' : 'figureRows'
  const title = both(sentences.ja[label], sentences.en[label])
  return { name: `${table}.${at}.${column}`, text: sayOf(rowPlace(title, at, name ?? ''), text) }
}

type Read<T> = { readonly value: T; readonly problems: readonly FieldProblem[] }

const readPercent = (text: string): number | undefined | 'wrong' => {
  const value = readFigure(text.replace(/[%％]/g, ''))
  if (value === undefined) return undefined
  return value === 'not-a-number' || value < 0 || value > 1_000 ? 'wrong' : value
}

const readScale = (sent: Sent, before: Scale): Read<Scale> => {
  const problems: FieldProblem[] = []
  const percent = sent.text('measure') === 'percent'
  const grades = rowsIn(sent, gradeRows, gradeColumns).map(({ at, cells }): Grade => {
    const { code = '', label = '', label_en = '' } = cells
    if (code === '' || label === '' || [...code].length > 20)
      problems.push(rowProblem([gradeRows, at, 'code'], code, texts.grades))
    const edge = (column: 'from' | 'to'): number | undefined => {
      const value = percent ? readPercent(cells[column] ?? '') : undefined
      if (value !== 'wrong') return value
      problems.push(rowProblem([gradeRows, at, column], code, texts.percent))
      return undefined
    }
    const meaning = before.grades.find((one) => one.code === code)?.meaning
    return {
      code,
      label: both(label, label_en || label),
      meaning,
      from: edge('from'),
      to: edge('to'),
    }
  })
  if (grades.length < 2 || grades.length > 12)
    problems.push({ name: `${gradeRows}.0.code`, text: texts.grades })
  const title = cleanLine(sent.text('scale_title')) || before.title.ja
  const scale: Scale = {
    title: title === before.title.ja ? before.title : both(title, title),
    measure: percent ? 'percent' : 'words',
    grades,
  }
  const found = problems.length > 0 ? [] : findScaleProblems(scale)
  return {
    value: scale,
    problems: [
      ...problems,
      ...found.map((one) => ({ name: `${gradeRows}.0.code`, text: sayScaleProblem(one) })),
    ],
  }
}

type Known = {
  readonly plan: Plan
  readonly items: readonly PlanItem[]
  readonly counters: readonly string[]
}

const sameFigure = (before: readonly Figure[], item: string, label: string): Figure | undefined =>
  before.find((one) => one.item === item && one.label.ja === label)

/** A code that no figure has or had: what was reported by a code is never read as something else. */
const freeCode = (taken: ReadonlySet<string>): string => {
  let at = 1
  while (taken.has(`figure-${at}`)) at += 1
  return `figure-${at}`
}

const readFigures = (
  sent: Sent,
  before: readonly Figure[],
  known: Known,
): Read<readonly Figure[]> => {
  const problems: FieldProblem[] = []
  const taken = new Set(before.map(({ code }) => code))
  const named = new Set<string>()
  const value = rowsIn(sent, figureRows, figureColumns).map(({ at, cells }): Figure => {
    const { item = '', label = '', unit = '', counter = '' } = cells
    if (label === '' || unit === '' || !known.items.some(({ no }) => no === item))
      problems.push(rowProblem([figureRows, at, 'item'], label, texts.figure))
    if (counter !== '' && !known.counters.includes(counter))
      problems.push(rowProblem([figureRows, at, 'counter'], label, texts.counter))
    if (label !== '' && named.has(`${item} ${label}`))
      problems.push(rowProblem([figureRows, at, 'label'], label, texts.twice))
    named.add(`${item} ${label}`)
    const same = sameFigure(before, item, label)
    const code = same?.code ?? freeCode(taken)
    taken.add(code)
    return {
      item,
      code,
      label: same?.label ?? both(label, label),
      unit: same?.unit.ja === unit ? same.unit : both(unit, unit),
      ...(counter === '' ? {} : { counter }),
    }
  })
  return { value, problems }
}

/** Reads the settings of a plan, with everything that keeps them from being used. */
export const readSettings = (
  sent: Sent,
  given: { readonly before: ProgressSettings; readonly city: City; readonly known: Known },
): Read<ProgressSettings> => {
  const { before, city, known } = given
  const levels = known.plan.levels
    .map(({ code }) => code)
    .filter((code) => sent.all('levels').includes(code))
  const scale = readScale(sent, before.scale)
  const figures = readFigures(sent, before.figures, known)
  const fallback = city.departments.find(({ code }) => code === sent.text('fallback'))?.code
  const revision = /^\d{1,9}$/.exec(sent.text('revision'))?.[0]
  const missing = (name: string, text: Bilingual): FieldProblem => ({ name, text })
  return {
    value: {
      ...before,
      levels,
      scale: scale.value,
      fallback: fallback ?? before.fallback,
      figures: [...figures.value],
      revision: Number(revision ?? -1),
    },
    problems: [
      ...(levels.length === 0 ? [missing('levels', texts.levels)] : []),
      ...scale.problems,
      ...figures.problems,
    ],
  }
}

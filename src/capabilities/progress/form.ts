import { type Bilingual, both } from '#kernel/bilingual.ts'
import { parseDecimal } from '#kernel/ratio.ts'
import type { Scale } from '#kernel/scale.ts'
import { cleanText, countCharacters, normalizeCode } from '#kernel/text.ts'
import { hashToken } from '#kernel/tokens.ts'
import type { Counted, Draft, Figures, FigureValue, Missing, Task, Typed } from './report.ts'

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string; has(name: string): boolean }

/** What must be mended: the input's name, and how. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

export const longestResults = 4_000
export const longestNext = 2_000

/** An item's number in signs that any address and field can hold. */
export const keyOf = (no: string): string =>
  [...no].map((sign) => sign.codePointAt(0)!.toString(36)).join('-')

/** The names of an item's fields. */
export const fieldsOf = (no: string) => {
  const key = keyOf(no)
  return {
    section: `item-${key}`,
    results: `results_${key}`,
    next: `next_${key}`,
    grade: `grade_${key}`,
    shown: `shown_${key}`,
    figure: (code: string) => `figure_${key}_${code}`,
    verdict: `verdict_${key}`,
    reason: `reason_${key}`,
    seen: `seen_${key}`,
  }
}

const digestOf = ({ results, next, grade, figures }: Draft): string =>
  hashToken(
    JSON.stringify([
      results,
      next,
      grade,
      Object.keys(figures)
        .sort()
        .map((code) => [code, figures[code]?.value]),
    ]),
  ).slice(0, 16)

export type Proposals = ReadonlyMap<string, Counted>

/** The figures that stand in the fields: what was written, else what the counters propose. */
export const shownFigures = (
  { item, report }: Task,
  figures: Figures,
  proposals: Proposals,
): Figures =>
  Object.fromEntries(
    item.figures.flatMap(({ code, counter }) => {
      const proposed = counter && report.leads ? proposals.get(counter) : undefined
      const shown = figures[code] ?? (proposed && figureOf(proposed.value, proposed))
      return shown ? [[code, shown] as const] : []
    }),
  )

/** What the page sends back of what it showed: which version, and what stood in the fields. */
export const shownMark = (task: Task, proposals: Proposals): string => {
  const { report } = task
  const figures = shownFigures(task, report.figures, proposals)
  return `${report.version}.${digestOf({ ...report, figures })}`
}

const readNumber = (text: string): number | undefined => {
  const plain = normalizeCode(text).replace(/[,、]/g, '')
  return parseDecimal(plain) ? Number(plain) : undefined
}

/** A figure as it was typed: empty, a number, or neither. */
export const readFigure = (text: string): number | undefined | 'not-a-number' => {
  const line = text.trim()
  if (line === '') return undefined
  return readNumber(line) ?? 'not-a-number'
}

const figureOf = (value: number, counted: Counted | undefined): FigureValue =>
  counted && counted.value === value ? { value, counted } : { value }

type Asked = {
  readonly task: Task
  readonly scale: Scale
  /** What the counters propose, by code of the counter. */
  readonly proposals: Proposals
}

const texts = {
  tooLong: (most: string): Bilingual =>
    both(`${most}字以内で記入してください。`, `Please shorten it to ${most} characters.`),
  grade: both('一覧の中から選んでください。', 'Please choose from the list.'),
  number: both('数字で記入してください。例：1,200', 'Please write a number, such as 1,200.'),
  conflict: both(
    '書いている間に、ほかの人がこの項目を保存しました。下に出ている今の内容と見くらべて、残す内容にしてからもう一度保存してください。',
    'Somebody else saved this item while you were writing. Compare it with what is there now, shown below, then save again.',
  ),
  results: both('実績を記入してください。', 'Please write the results.'),
  gradeMissing: both('区分を選んでください。', 'Please choose a grade.'),
  next: both('次年度の取組を記入してください。', 'Please write the next step.'),
  figure: (label: Bilingual): Bilingual =>
    both(`「${label.ja}」の数字を記入してください。`, `Please write the figure “${label.en}”.`),
  notMended: both(
    '修正を依頼された項目です。直して保存してください。',
    'The office asked for this item to be mended. Please change and save it.',
  ),
} as const

/** On a page with many items each problem says which one it means. */
export const sayOfItem = ({ item }: Task, text: Bilingual): Bilingual =>
  both(`${item.no} ${item.title.ja}：${text.ja}`, `${item.no} ${item.title.en}: ${text.en}`)

const readFigures = (
  sent: Sent,
  { task, proposals }: Asked,
): { readonly figures: Figures; readonly problems: readonly FieldProblem[] } => {
  const fields = fieldsOf(task.item.no)
  const problems: FieldProblem[] = []
  const figures: Record<string, FigureValue> = {}
  for (const { code, counter } of task.item.figures) {
    const name = fields.figure(code)
    const value = readFigure(sent.text(name))
    if (value === 'not-a-number') problems.push({ name, text: sayOfItem(task, texts.number) })
    else if (value !== undefined)
      figures[code] = figureOf(value, counter ? proposals.get(counter) : undefined)
  }
  return { figures, problems }
}

const textProblems = (task: Task, draft: Draft, scale: Scale): readonly FieldProblem[] => {
  const fields = fieldsOf(task.item.no)
  const long = (name: string, text: string, most: number): readonly FieldProblem[] =>
    countCharacters(text) > most
      ? [{ name, text: sayOfItem(task, texts.tooLong(most.toLocaleString('en'))) }]
      : []
  return [
    ...long(fields.results, draft.results, longestResults),
    ...(draft.grade === '' || scale.grades.some(({ code }) => code === draft.grade)
      ? []
      : [{ name: fields.grade, text: sayOfItem(task, texts.grade) }]),
    ...long(fields.next, draft.next, longestNext),
  ]
}

export type ReadItem = { readonly typed: Typed; readonly problems: readonly FieldProblem[] }

const lacksFigure = ({ report }: Task, { figures }: Draft): boolean =>
  Object.keys(figures).some((code) => report.figures[code] === undefined)

/** Reads what was typed for one item; undefined when the form has no fields for it. */
export const readItem = (sent: Sent, asked: Asked): ReadItem | undefined => {
  const { task, scale } = asked
  const fields = fieldsOf(task.item.no)
  if (!sent.has(fields.results)) return undefined
  const { figures, problems } = readFigures(sent, asked)
  const { leads } = task.report
  const draft: Draft = {
    results: cleanText(sent.text(fields.results)),
    next: cleanText(sent.text(fields.next)),
    grade: leads ? sent.text(fields.grade) : '',
    figures: leads ? figures : {},
  }
  const [version = '', digest = ''] = sent.text(fields.shown).split('.')
  return {
    typed: {
      no: task.item.no,
      version: /^\d{1,9}$/.test(version) ? Number(version) : -1,
      // A figure that was only proposed is written together with a text.
      touched: digestOf(draft) !== digest || (draft.results !== '' && lacksFigure(task, draft)),
      draft,
    },
    problems: [...textProblems(task, draft, scale), ...problems],
  }
}

export const conflictProblem = (task: Task): FieldProblem => ({
  name: fieldsOf(task.item.no).results,
  text: sayOfItem(task, texts.conflict),
})

const fieldOfMissing = (task: Task, missing: Missing): FieldProblem => {
  const fields = fieldsOf(task.item.no)
  if (missing === 'results') return { name: fields.results, text: sayOfItem(task, texts.results) }
  if (missing === 'grade') return { name: fields.grade, text: sayOfItem(task, texts.gradeMissing) }
  if (missing === 'next') return { name: fields.next, text: sayOfItem(task, texts.next) }
  const code = missing.slice('figure-'.length)
  const figure = task.item.figures.find((one) => one.code === code)
  const label = figure?.label ?? both(code, code)
  return { name: fields.figure(code), text: sayOfItem(task, texts.figure(label)) }
}

/** What keeps an item from being sent, beside its fields. */
export const missingProblems = (
  task: Task,
  missing: readonly Missing[],
): readonly FieldProblem[] =>
  missing.length > 0
    ? missing.map((one) => fieldOfMissing(task, one))
    : task.report.verdict === 'correct'
      ? [{ name: fieldsOf(task.item.no).results, text: sayOfItem(task, texts.notMended) }]
      : []

const joined = (before: string, more: string): string =>
  before === '' || before === more ? more : more === '' ? before : `${before}\n${more}`

/** Last year's text taken over: into what is empty, after what is not. The grade has to be judged anew. */
export const takeOver = (draft: Draft, earlier: Pick<Draft, 'results' | 'next'>): Draft => ({
  ...draft,
  results: joined(draft.results, earlier.results),
  next: joined(draft.next, earlier.next),
})

export const fieldTexts = texts

import { z } from 'zod'
import { type Bilingual, bilingual, both } from './bilingual.ts'

const grade = z.strictObject({
  code: z.string().min(1).max(20),
  label: bilingual,
  meaning: bilingual.optional(),
  /** From this percentage on; left out at the bottom. */
  from: z.number().min(0).max(1_000).optional(),
  /** Below this percentage; left out at the top. */
  to: z.number().min(0).max(1_000).optional(),
  /** The band in the words of the document, where those are no bands: 60%程度. */
  printed: z.string().optional(),
  /** True for a grade outside the bands: 測定できない. */
  outside: z.literal(true).optional(),
})
export type Grade = z.infer<typeof grade>

/** 達成度・進捗区分: how the departments of a city grade what they report. */
export const scale = z.strictObject({
  title: bilingual,
  /**
   * `percent`: every percentage falls into exactly one band. `words`: grades are words alone. `as-printed`: a document's
   * own bands, shown as they stand although they leave gaps; nothing is computed by them.
   */
  measure: z.enum(['percent', 'words', 'as-printed']),
  grades: z.array(grade).min(2).max(12),
  /** What is wrong with printed bands. */
  warning: bilingual.optional(),
})
export type Scale = z.infer<typeof scale>

/** Why a scale cannot be used. */
export type ScaleProblem =
  | { readonly kind: 'gap' | 'overlap'; readonly from: number; readonly to: number }
  | { readonly kind: 'open-bottom'; readonly from: number }
  | { readonly kind: 'open-top'; readonly to: number }
  | { readonly kind: 'turned' | 'twice'; readonly code: string }
  | { readonly kind: 'no-bands' | 'no-warning' }

const top = Number.POSITIVE_INFINITY

type Band = { readonly code: string; readonly from: number; readonly to: number }

const bandsOf = ({ grades }: Scale): readonly Band[] =>
  grades
    .filter(({ outside }) => !outside)
    .map(({ code, from = 0, to = top }) => ({ code, from, to }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to)

const seamProblems = (bands: readonly Band[]): readonly ScaleProblem[] =>
  bands.slice(1).flatMap((band, at): readonly ScaleProblem[] => {
    const reached = Math.max(...bands.slice(0, at + 1).map(({ to }) => to))
    if (band.from > reached) return [{ kind: 'gap', from: reached, to: band.from }]
    if (band.from < reached)
      return [{ kind: 'overlap', from: band.from, to: Math.min(reached, band.to) }]
    return []
  })

const bandProblems = (bands: readonly Band[]): readonly ScaleProblem[] => {
  const [first] = bands
  if (!first) return [{ kind: 'no-bands' }]
  const reached = Math.max(...bands.map(({ to }) => to))
  return [
    ...bands
      .filter(({ from, to }) => from > to)
      .map(({ code }) => ({ kind: 'turned', code }) as const),
    ...(first.from > 0 ? [{ kind: 'open-bottom', from: first.from } as const] : []),
    ...seamProblems(bands),
    ...(reached < top ? [{ kind: 'open-top', to: reached } as const] : []),
  ]
}

/** Everything that keeps a scale from giving each percentage one grade. Empty for one that can be used. */
export const findScaleProblems = (one: Scale): readonly ScaleProblem[] => {
  const codes = one.grades.map(({ code }) => code)
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at)
  return [
    ...[...new Set(twice)].map((code) => ({ kind: 'twice', code }) as const),
    ...(one.measure === 'percent' ? bandProblems(bandsOf(one)) : []),
    ...(one.measure === 'as-printed' && !one.warning ? [{ kind: 'no-warning' } as const] : []),
  ]
}

/** The grade of a percentage; undefined where the scale has no bands to tell it by. */
export const gradeOf = (one: Scale, percent: number): Grade | undefined =>
  one.measure === 'percent'
    ? one.grades.find(
        ({ outside, from = 0, to = top }) => !outside && from <= percent && percent < to,
      )
    : undefined

const percentWords = (value: number): string => `${value}%`

/** A band as people read it: 30%以上90%未満. */
export const bandText = (one: Grade): Bilingual | undefined => {
  const { from, to, printed } = one
  if (printed) return both(printed, printed)
  if (from === undefined && to === undefined) return undefined
  const [low, high] = [from ?? 0, to]
  if (high === undefined) return both(`${percentWords(low)}以上`, `${percentWords(low)} or more`)
  if (low === 0) return both(`${percentWords(high)}未満`, `under ${percentWords(high)}`)
  return both(
    `${percentWords(low)}以上${percentWords(high)}未満`,
    `${percentWords(low)} to under ${percentWords(high)}`,
  )
}

const problemWords = (problem: ScaleProblem): Bilingual => {
  switch (problem.kind) {
    case 'gap':
      return both(
        `${problem.from}%以上${problem.to}%未満が、どの区分にも入りません。区分の境目を合わせてください。`,
        `${problem.from} % to under ${problem.to} % fall into no grade. Let the bands meet.`,
      )
    case 'overlap':
      return both(
        `${problem.from}%以上${problem.to}%未満が、二つの区分に入ります。区分の境目を合わせてください。`,
        `${problem.from} % to under ${problem.to} % fall into two grades. Let the bands meet.`,
      )
    case 'open-bottom':
      return both(
        `${problem.from}%未満の区分がありません。いちばん下の区分の「以上」を空にしてください。`,
        `There is no grade under ${problem.from} %. Leave the lower end of the lowest band empty.`,
      )
    case 'open-top':
      return both(
        `${problem.to}%以上の区分がありません。いちばん上の区分の「未満」を空にしてください。`,
        `There is no grade from ${problem.to} % on. Leave the upper end of the highest band empty.`,
      )
    case 'turned':
      return both(
        `区分「${problem.code}」は、下の境目が上の境目より大きくなっています。`,
        `The lower end of the band of “${problem.code}” lies above its upper end.`,
      )
    case 'twice':
      return both(
        `区分「${problem.code}」が二つあります。`,
        `The grade “${problem.code}” is there twice.`,
      )
    case 'no-bands':
      return both('区分の境目がありません。', 'There are no bands.')
    case 'no-warning':
      return both(
        '印刷された区分のまま示すときは、注意書きが必要です。',
        'Bands shown as printed need a warning.',
      )
  }
}

/** What is wrong with a scale, and what to do about it. */
export const sayScaleProblem = problemWords

import type { Bilingual } from '#kernel/bilingual.ts'
import type { Decimal } from '#kernel/ratio.ts'
import { type CountedQuestion, choiceRoles, type TableRow, tabulate } from './question.ts'

/** One question in one wave. */
export type Wave = {
  readonly key: string
  readonly label: Bilingual
  /** Ways of answering; another set of ways breaks the series. */
  readonly modes: readonly string[]
  readonly question: CountedQuestion
  /** What the city itself says of the change before this wave. */
  readonly breakNote?: Bilingual
}

/** Why figures on both sides cannot be compared. */
export const breakReasons = ['mode', 'wording', 'choices', 'noted'] as const
export type BreakReason = (typeof breakReasons)[number]

export type WaveBreak = {
  readonly before: string
  readonly reasons: readonly BreakReason[]
  readonly note?: Bilingual
}

export type WaveTable = {
  readonly waves: readonly {
    readonly key: string
    readonly label: Bilingual
    readonly n: number | undefined
    readonly isReference: boolean
  }[]
  readonly rows: readonly {
    readonly code: string
    readonly label: Bilingual
    readonly cells: readonly (TableRow | undefined)[]
  }[]
  readonly sums: readonly {
    readonly label: Bilingual
    readonly cells: readonly (Decimal | undefined)[]
  }[]
  readonly breaks: readonly WaveBreak[]
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join('\n') === b.toSorted().join('\n')

const wordsOf = ({ choices }: CountedQuestion): string[] =>
  choices.filter(({ role }) => role !== 'no-answer').map(({ code, label }) => `${code} ${label.ja}`)

const compareWaves = (before: Wave, after: Wave): readonly BreakReason[] => [
  ...(isSame(before.modes, after.modes) ? [] : (['mode'] as const)),
  ...(before.question.label.ja === after.question.label.ja &&
  before.question.kind === after.question.kind
    ? []
    : (['wording'] as const)),
  ...(isSame(wordsOf(before.question), wordsOf(after.question)) ? [] : (['choices'] as const)),
  ...(after.breakNote ? (['noted'] as const) : []),
]

const findBreaks = (waves: readonly Wave[]): readonly WaveBreak[] =>
  waves.slice(1).flatMap((after, at) => {
    const reasons = compareWaves(waves[at]!, after)
    if (reasons.length === 0) return []
    const note = after.breakNote ? { note: after.breakNote } : {}
    return [{ before: after.key, reasons, ...note }]
  })

/** Waves side by side, in the order given; rows as the newest prints them. */
export const compareQuestions = (waves: readonly Wave[]): WaveTable => {
  const tables = waves.map(({ question }) => tabulate(question))
  const newestFirst = tables.toReversed()
  const rows = new Map(newestFirst.flatMap(({ rows }) => rows).map((row) => [row.code, row]))
  const codes = [...new Set(newestFirst.flatMap(({ rows }) => rows.map(({ code }) => code)))]
  const roleOf = (code: string): number => choiceRoles.indexOf(rows.get(code)?.role ?? 'answer')
  const sums = new Map(
    newestFirst.flatMap(({ sums }) => sums).map(({ label }) => [label.ja, label]),
  )
  return {
    waves: waves.map(({ key, label }, at) => ({
      key,
      label,
      n: tables[at]?.n,
      isReference: tables[at]?.isReference ?? false,
    })),
    rows: codes
      .toSorted((a, b) => roleOf(a) - roleOf(b))
      .map((code) => ({
        code,
        label: newestFirst.flatMap(({ rows }) => rows).find((row) => row.code === code)!.label,
        cells: tables.map(({ rows }) => rows.find((row) => row.code === code)),
      })),
    sums: [...sums.values()].map((label) => ({
      label,
      cells: tables.map(({ sums }) => sums.find((sum) => sum.label.ja === label.ja)?.percent),
    })),
    breaks: findBreaks(waves),
  }
}

import { expect, test } from 'vitest'
import { addDays, type PlainDate } from '#kernel/calendar.ts'
import { listSpans, type Span } from './spans.ts'

const asIs = (lexeme: string): string => lexeme

/** Whether the index and the bound of the span let a day in. */
const holds = ({ terms, before }: Span, day: PlainDate): boolean => {
  const said = [`'~${day.slice(0, 4)}'`, `'~${day.slice(0, 7)}'`]
  const inTerms = terms.every((term) => said.some((lexeme) => term.includes(lexeme)))
  return inTerms && (before === null || Number(day.slice(0, 4)) < before)
}

const daysOf = (from: PlainDate, to: PlainDate): PlainDate[] => {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

const months = Array.from({ length: 12 }, (_, at) => at + 1)

test.each([undefined, ...months])(
  '今が%s月のとき、どの日もちょうど1つの区切りに入り、区切りは新しい順に並ぶ',
  (month) => {
    const spans = listSpans({ year: 2026, month }, asIs)
    const placed = daysOf('2019-01-01', '2028-12-31').map((day) => {
      const at = spans.flatMap((span, index) => (holds(span, day) ? [index] : []))
      return { day, at }
    })
    expect(placed.filter(({ at }) => at.length !== 1)).toEqual([])
    const order = placed.map(({ at }) => at[0]!)
    expect(order).toEqual(order.toSorted((a, b) => b - a))
  },
)

test('すべての市では、今月、先月、その前の2か月、4か月、4か月と、だんだん長く区切る', () => {
  const spans = listSpans({ year: 2026, month: 11 }, asIs)
  expect(spans.map(({ terms }) => terms.join())).toEqual([
    "('~2028' | '~2027')",
    "'~2026-12'",
    "'~2026-11'",
    "'~2026-10'",
    "('~2026-09' | '~2026-08')",
    "('~2026-07' | '~2026-06' | '~2026-05' | '~2026-04')",
    "('~2026-03' | '~2026-02' | '~2026-01' | '~2025-12')",
    `(${[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((one) => `'~2025-${String(one).padStart(2, '0')}'`).join(' | ')})`,
    "'~2024'",
    "'~2023'",
    "'~2022'",
    '',
  ])
})

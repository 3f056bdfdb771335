/** The drawing's own units; it is scaled to the width of the page. */
export const frame = { width: 360, height: 260, left: 44, right: 28, top: 16, bottom: 36 } as const

export type Dot = { readonly x: number; readonly y: number }

/** A line as it is drawn: its unbroken stretches, its dots, and where its number stands. */
export type DrawnLine = {
  readonly stretches: readonly (readonly Dot[])[]
  readonly dots: readonly Dot[]
  readonly label: Dot
}

export type Drawing = {
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
  readonly rules: readonly { readonly y: number; readonly value: number }[]
  readonly lines: readonly DrawnLine[]
  /** Where an upright rule parts what cannot be compared. */
  readonly breaks: readonly { readonly x: number }[]
}

/** The next round number: 1, 2, 2.5 or 5 times a power of ten. */
export const roundUp = (value: number): number => {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= value)
  return (step ?? 10) * power
}

/** Moves heights apart until neighbours are `gap` apart, keeping their order; none below `bottom`. */
export const spreadHeights = (
  heights: readonly number[],
  gap: number,
  bottom: number,
): number[] => {
  const order = heights.map((_, at) => at).sort((a, b) => heights[a]! - heights[b]!)
  const spread = [...heights]
  let last = Number.NEGATIVE_INFINITY
  for (const at of order) {
    spread[at] = Math.max(heights[at]!, last + gap)
    last = spread[at]!
  }
  let limit = bottom
  for (const at of order.reverse()) {
    spread[at] = Math.min(spread[at]!, limit)
    limit = spread[at]! - gap
  }
  return spread
}

const splitAtGaps = (dots: readonly (Dot | undefined)[], breaks: ReadonlySet<number>): Dot[][] => {
  const stretches: Dot[][] = [[]]
  for (const [at, dot] of dots.entries()) {
    if (!dot || breaks.has(at)) stretches.push([])
    if (dot) stretches.at(-1)!.push(dot)
  }
  return stretches.filter((stretch) => stretch.length > 1)
}

const labelGap = 15

/**
 * Places the lines of a chart. Columns stand at equal distances, heights begin at 0.
 * @param rows one list of values for each line, undefined where there is none
 * @param breaks columns before which nothing is joined
 */
export const placeLines = (
  ticks: readonly string[],
  rows: readonly (readonly (number | undefined)[])[],
  breaks: readonly number[] = [],
): Drawing => {
  const { width, height, left, right, top, bottom } = frame
  const top0 = roundUp(Math.max(0, ...rows.flat().filter((value) => value !== undefined)))
  const step = ticks.length > 1 ? (width - left - right - 16) / (ticks.length - 1) : 0
  const xOf = (at: number): number => left + 8 + at * step
  const yOf = (value: number): number => top + (1 - value / top0) * (height - top - bottom)
  const placed = rows.map((row) =>
    row.map((value, at) => (value === undefined ? undefined : { x: xOf(at), y: yOf(value) })),
  )
  const ends = placed.map((dots) => dots.findLast((dot) => dot !== undefined)?.y ?? 0)
  const heights = spreadHeights(ends, labelGap, height - bottom)
  return {
    ticks: ticks.map((text, at) => ({ x: xOf(at), text })),
    rules: [0, top0 / 2, top0].map((value) => ({ y: yOf(value), value })),
    breaks: breaks.map((at) => ({ x: xOf(at - 0.5) })),
    lines: placed.map((dots, at) => ({
      stretches: splitAtGaps(dots, new Set(breaks)),
      dots: dots.filter((dot) => dot !== undefined),
      label: { x: width - right + 6, y: heights[at]! },
    })),
  }
}

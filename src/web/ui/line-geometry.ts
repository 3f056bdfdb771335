/** The drawing's own units; it is scaled to the width of the page. */
export const frame = { width: 360, height: 260, left: 44, right: 28, top: 16, bottom: 36 } as const

export type Dot = { readonly x: number; readonly y: number }

/** How a chart is laid out beside its values. */
export type Layout = {
  /** Columns before which nothing is joined. */
  readonly breaks?: readonly number[]
  /** True where a line goes on over years without a value. */
  readonly joinsGaps?: boolean
}

/** A line as it is drawn: its unbroken stretches, its dots, and where its number stands. */
export type DrawnLine = {
  readonly stretches: readonly (readonly Dot[])[]
  readonly dots: readonly Dot[]
  readonly label: Dot
}

/** A label under the chart. Those at its sides reach inwards, so that none is cut off. */
export type Tick = {
  readonly x: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
}

export type Drawing = {
  readonly ticks: readonly Tick[]
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

const splitAtGaps = (
  dots: readonly (Dot | undefined)[],
  { breaks = [], joinsGaps = false }: Layout,
): Dot[][] => {
  const stretches: Dot[][] = [[]]
  for (const [at, dot] of dots.entries()) {
    if ((!dot && !joinsGaps) || breaks.includes(at)) stretches.push([])
    if (dot) stretches.at(-1)!.push(dot)
  }
  return stretches.filter((stretch) => stretch.length > 1)
}

const labelGap = 15

/** About as wide as it is set: full-width signs 13 units, others 7.5. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 7.5 : 13), 0)

/** Which labels stand, counted back from the last, so that none runs into its neighbour. */
const standing = (ticks: readonly string[], step: number): ((at: number) => boolean) => {
  const widest = Math.max(0, ...ticks.map(widthOf)) + 6
  const every = step > 0 ? Math.max(1, Math.ceil(widest / step)) : 1
  return (at) => (ticks.length - 1 - at) % every === 0
}

const anchorOf = (at: number, count: number): Tick['anchor'] => {
  if (at === count - 1) return 'end'
  return at === 0 ? 'start' : 'middle'
}

/**
 * Places the lines of a chart. Columns stand at equal distances, heights begin at 0.
 * @param rows one list of values for each line, undefined where there is none
 */
export const placeLines = (
  ticks: readonly string[],
  rows: readonly (readonly (number | undefined)[])[],
  layout: Layout = {},
): Drawing => {
  const { width, height, left, right, top, bottom } = frame
  const top0 = roundUp(Math.max(0, ...rows.flat().filter((value) => value !== undefined)))
  const step = ticks.length > 1 ? (width - left - right - 16) / (ticks.length - 1) : 0
  const xOf = (at: number): number => left + 8 + at * step
  const yOf = (value: number): number => top + (1 - value / top0) * (height - top - bottom)
  const stands = standing(ticks, step)
  const placed = rows.map((row) =>
    row.map((value, at) => (value === undefined ? undefined : { x: xOf(at), y: yOf(value) })),
  )
  const ends = placed.map((dots) => dots.findLast((dot) => dot !== undefined)?.y ?? 0)
  const heights = spreadHeights(ends, labelGap, height - bottom)
  return {
    ticks: ticks
      .map((text, at) => ({ x: xOf(at), text, anchor: anchorOf(at, ticks.length) }))
      .filter((_, at) => stands(at)),
    rules: [0, top0 / 2, top0].map((value) => ({ y: yOf(value), value })),
    breaks: (layout.breaks ?? []).map((at) => ({ x: xOf(at - 0.5) })),
    lines: placed.map((dots, at) => ({
      stretches: splitAtGaps(dots, layout),
      dots: dots.filter((dot) => dot !== undefined),
      label: { x: width - right + 6, y: heights[at]! },
    })),
  }
}

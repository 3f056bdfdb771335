import { formatNumber } from '#kernel/number.ts'
import { type DrawnLine, frame, placeLines } from './line-geometry.ts'

/** One line of a chart: a value for each tick, or none. */
export interface ChartLine {
  label: string
  points: readonly ({ readonly value: number } | undefined)[]
  /** Values that no line joins: targets, what another source says. */
  dotsOnly?: boolean
}

interface LineChartProps {
  ticks: readonly string[]
  lines: readonly ChartLine[]
  /** Places of the ticks before which the way of counting changed. */
  breaks?: readonly number[]
  joinsGaps?: boolean
  words: {
    /** What the drawing shows, for those who do not see it. */
    alt: string
    lines: string
    breakMark: string
    breakNote: string
    /** Said where distances along the chart are not those in time. */
    spacing?: string
  }
}

const short = (value: number): number => Math.round(value * 10) / 10

/** Lines differ in dash and number too, not in colour alone. */
function Line(props: { line: DrawnLine; number: number; dotsOnly: boolean }) {
  const { line, number, dotsOnly } = props
  return (
    <g data-series={((number - 1) % 8) + 1}>
      {(dotsOnly ? [] : line.stretches).map((stretch, at) => (
        <polyline
          key={at}
          fill="none"
          points={stretch.map(({ x, y }) => `${short(x)},${short(y)}`).join(' ')}
        />
      ))}
      {line.dots.map(({ x, y }, at) => (
        <circle key={at} cx={short(x)} cy={short(y)} r={4} />
      ))}
      <text x={line.label.x} y={short(line.label.y)} dominant-baseline="middle">
        {number}
      </text>
    </g>
  )
}

/** Values over time as lines. The table beside it holds the same figures. */
export function LineChart(props: LineChartProps) {
  const { ticks, lines, breaks = [], joinsGaps = false, words } = props
  const rows = lines.map(({ points }) => points.map((point) => point?.value))
  const drawing = placeLines(ticks, rows, { breaks, joinsGaps })
  return (
    <figure class="line-chart">
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={words.alt}>
        {drawing.rules.map(({ y, value }) => (
          <g key={value} class="chart-rule">
            <line x1={frame.left} x2={frame.width - frame.right} y1={short(y)} y2={short(y)} />
            <text x={frame.left - 6} y={short(y)} text-anchor="end" dominant-baseline="middle">
              {Number.isInteger(value) ? formatNumber(value) : value}
            </text>
          </g>
        ))}
        {drawing.ticks.map(({ x, text, anchor }) => (
          <text
            key={x}
            class="chart-tick"
            x={short(x)}
            y={frame.height - 12}
            text-anchor={anchor}
            dx={{ start: -12, middle: 0, end: 12 }[anchor]}
          >
            {text}
          </text>
        ))}
        {drawing.breaks.map(({ x }, at) => (
          <g key={at} class="chart-break">
            <line x1={short(x)} x2={short(x)} y1={frame.top} y2={frame.height - frame.bottom} />
            <text x={short(x)} y={frame.top - 4} text-anchor="middle">
              {words.breakMark}
            </text>
          </g>
        ))}
        {drawing.lines.map((line, at) => (
          <Line key={at} line={line} number={at + 1} dotsOnly={lines[at]?.dotsOnly ?? false} />
        ))}
      </svg>
      <figcaption>
        <p class="hidden-text">{words.lines}</p>
        <ol class="chart-lines">
          {lines.map(({ label }, at) => (
            <li key={label}>
              <span class="chart-number">{at + 1}</span> {label}
            </li>
          ))}
        </ol>
        {words.spacing && <p class="note">{words.spacing}</p>}
        {breaks.length > 0 && <p class="note">{words.breakNote}</p>}
      </figcaption>
    </figure>
  )
}

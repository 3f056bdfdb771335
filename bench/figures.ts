/** Prints a line. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** A number right-aligned in `width` signs, whole from 100 on. */
export const figure = (value: number, width: number): string =>
  (value >= 100 ? value.toFixed(0) : value.toFixed(2)).padStart(width)

/** A ratio beside the bar it is asked to reach. */
export const mark = (ratio: number, bar: number): string =>
  `${figure(ratio, 6)} ${ratio >= bar ? '≥' : '<'} ${bar}`

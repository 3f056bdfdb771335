import type { Say } from './world/index.ts'

/** A city's canaries: every text that anybody wrote there, marked so that it is known wherever it turns up. */
export type Canaries = {
  readonly say: Say
  /** Where the canary of that number was written; undefined for those of other cities. */
  readonly placeOf: (number: number) => string | undefined
  readonly places: () => readonly string[]
}

/** Canaries counted from `first` on. They would run as a script, or end an attribute, if they could. */
export const openCanaries = (first: number): Canaries => {
  const numbers = new Map<string, number>()
  const places = new Map<number, string>()
  return {
    say: (place) => {
      const number = numbers.get(place) ?? first + numbers.size
      numbers.set(place, number)
      places.set(number, place)
      return `<script>"'>canary${number}x`
    },
    placeOf: (number) => places.get(number),
    places: () => [...numbers.keys()],
  }
}

/** The numbers of all canaries in a text. */
export const canariesIn = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(/canary(\d+)x/g)].map(([, number]) => Number(number))),
]

/**
 * Canaries that a browser would take for something else than text: a tag that begins, or a quotation mark that
 * would end an attribute. Inside scripts of data a backslash stands before it.
 */
export const listUnescaped = (html: string): readonly string[] =>
  [...html.matchAll(/<script>[^<]{1,8}>canary\d+x|(?<!\\)"'>canary\d+x/g)].map(({ index }) =>
    html.slice(Math.max(0, index - 60), index + 40),
  )

import { readPdf } from '#web/document/reading.ts'
import { type Canaries, canariesIn, listUnescaped } from './canaries.ts'
import { maySee } from './expected/sights.ts'
import type { Outcome, Sent } from './knock.ts'
import type { Knocker } from './world/index.ts'
import { amountsIn } from './world/proposals.ts'

/** Pages on which a name stands by design, each with its reason. */
const byDesign: Readonly<Record<string, string>> = {
  'accounts.list-sample-people': 'the sample world lists its people for everybody to try',
  'accounts.show-invitation': 'whoever holds the link of an invitation learns who invites',
}

export type Watch = {
  /** Looks at an answer given to somebody. What they sent they know already, and may get back. */
  readonly look: (
    at: { readonly action: string; readonly who: Knocker; readonly sent?: Sent },
    outcome: Pick<Outcome, 'type' | 'body'>,
  ) => void
  /** Texts that somebody saw who must not: where they were written, who saw them, on which page. */
  readonly leaks: () => readonly string[]
  /** Texts that a browser would not have taken for text. */
  readonly unescaped: () => readonly string[]
  /** How many texts were seen by those who may: a watch that sees nothing proves nothing. */
  readonly seen: () => number
}

const textOf = ({ type, body }: Pick<Outcome, 'type' | 'body'>): string => {
  if (type === 'application/pdf') return readPdf(body).text
  return /^(text|application\/([a-z]+\+)?(json|xml))/.test(type) ? body.toString() : ''
}

const placesIn = (text: string, mine: Canaries): readonly string[] => [
  ...canariesIn(text).map((number) => mine.placeOf(number) ?? `another city: ${number}`),
  ...amountsIn(text),
]

/** Keeps watch over all answers: whose words turn up before whose eyes. */
export const openWatch = (mine: Canaries): Watch => {
  const leaks = new Map<string, string>()
  const raw = new Set<string>()
  const seen = new Set<string>()
  return {
    look: ({ action, who, sent = {} }, outcome) => {
      const text = textOf(outcome)
      if (outcome.type.startsWith('text/html'))
        for (const found of listUnescaped(text)) raw.add(`${action}: ${found}`)
      if (action in byDesign) return
      const own = new Set(placesIn(Object.values(sent).join('\n'), mine))
      for (const place of placesIn(text, mine)) {
        if (own.has(place)) continue
        if (maySee(place, who)) seen.add(place)
        else leaks.set(`${place} seen by ${who}`, action)
      }
    },
    leaks: () => [...leaks].map(([what, action]) => `${what} on ${action}`).sort(),
    unescaped: () => [...raw].sort(),
    seen: () => seen.size,
  }
}

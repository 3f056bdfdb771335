import { type Knocker, knockers, type PersonName, personNames } from '../world/index.ts'

const isProved = (name: PersonName): boolean => name !== 'disabled' && name !== 'unproved'

/** Words for several at once, in the rows of the tables. */
const several: Readonly<Record<string, readonly Knocker[]>> = {
  everyone: knockers,
  // Anybody whose session is good, even while the second factor is missing.
  sessions: personNames.filter((name) => name !== 'disabled'),
  people: personNames.filter(isProved),
  // All who belong to the group A; `acting` are those who act for it.
  A: ['rep', 'manager', 'member', 'centre-in-a', 'office-in-a', 'reviewer-in-a'],
  acting: ['rep', 'manager'],
  // The desk as seen from the group A: whoever belongs to it is not its desk.
  desk: ['centre', 'office'],
  'every-desk': ['centre', 'office', 'centre-in-a', 'office-in-a'],
  'every-office': ['office', 'office-in-a'],
  'every-centre': ['centre', 'centre-in-a'],
  seated: ['reviewer', 'reviewer2', 'recused', 'reviewer-in-a', 'undeclared'],
  staff: ['centre', 'office', 'centre-in-a', 'office-in-a', 'dept', 'dept2', 'admin'],
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

const meant = (word: string): readonly Knocker[] => {
  if (several[word]) return several[word]
  if ((knockers as readonly string[]).includes(word)) return [word as Knocker]
  throw new Error(`nobody is called "${word}" in the table of who may`)
}

/** The people behind a cell like `people !recused`. @throws Error for a name that nobody has */
export const whoIn = (cell: string): ReadonlySet<Knocker> => {
  const words = wordsOf(cell)
  const out = words.filter((word) => word.startsWith('!')).flatMap((word) => meant(word.slice(1)))
  const all = words.filter((word) => !word.startsWith('!')).flatMap(meant)
  return new Set(all.filter((who) => !out.includes(who)))
}

/** Rows of a rule: states (several apart by spaces, `*` for all) → who may. */
export type Rows = Readonly<Record<string, string>>

export type Rule = {
  /** Who gets in, or whose form is taken. Without parameters there is one state, `*`. */
  readonly may: Rows
  /**
   * The action whose page those see who may look but not act: they are sent on to it, or it comes back with the
   * reason. `action@state` where that page is about another kind of thing. Without one, all others are
   * refused outright.
   */
  readonly beside?: string
  /** Nothing need be written for it to have worked: it leads somewhere, or there was nothing to do. */
  readonly quiet?: true
}

/** The rules of one capability, by action. */
export type Rules = Readonly<Record<string, Rule>>

const rowsOf = (may: string | Rows): Rows => (typeof may === 'string' ? { '*': may } : may)

/** A page, a file, or a form that those are given who are named; the others are refused. */
export const only = (may: string | Rows): Rule => ({ may: rowsOf(may) })

/** The same where the others find themselves on the page of another action, if they may see that one. */
export const besides = (beside: string, may: string | Rows): Rule => ({ may: rowsOf(may), beside })

/** A step that leads on whether or not there was anything to do. */
export const quietly = (may: string | Rows, beside?: string): Rule => ({
  may: rowsOf(may),
  quiet: true,
  ...(beside ? { beside } : {}),
})

/** Whether the rule lets this person do it with a thing in that state. */
export const allows = (rule: Rule, state: string, who: Knocker): boolean =>
  Object.entries(rule.may).some(
    ([states, cell]) => (states === '*' || wordsOf(states).includes(state)) && whoIn(cell).has(who),
  )

/** Every state that a rule names, for finding rows about things that do not exist. */
export const statesIn = (rule: Rule): readonly string[] =>
  Object.keys(rule.may)
    .flatMap(wordsOf)
    .filter((state) => state !== '*')

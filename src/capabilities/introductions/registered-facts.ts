import type { Bilingual } from '#kernel/bilingual.ts'
import type { Answers } from '../forms/index.ts'
import { entryOf, type Group } from '../groups/index.ts'

/**
 * What a group's page tells from its registration and from nowhere else: the fee, the days, whether beginners are
 * welcome. The introduction only puts the first two into English.
 */
const facts = [
  { registered: 'fee', translated: 'join_cost' },
  { registered: 'days', translated: 'when' },
  { registered: 'beginners', translated: undefined },
] as const

type Registered = Pick<Group, 'profile'>

/** One of these facts as everyone reads it. */
export type RegisteredFact = { readonly label: Bilingual; readonly text: Bilingual }

/** Those of the facts that the registration has made public. */
export const listRegistered = (group: Registered): readonly RegisteredFact[] =>
  facts.flatMap(({ registered }) => {
    const entry = entryOf(group.profile, registered)
    return entry ? [{ label: entry.label, text: entry.text }] : []
  })

/** True where everyone can read that fact of the registration. */
export const isRegistered = (group: Registered, code: (typeof facts)[number]['registered']) =>
  entryOf(group.profile, code) !== undefined

/** What the English words of an introduction translate: kept with them, so that old ones are known as such. */
export const translatedBy = (group: Registered): Answers =>
  Object.fromEntries(
    facts.flatMap(({ registered, translated }) => {
      const entry = entryOf(group.profile, registered)
      return translated && entry ? [[translated, entry.text.ja]] : []
    }),
  )

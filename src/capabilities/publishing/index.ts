import type { Capability } from '#web/capability.ts'
import { routes } from './routes.tsx'

export {
  changeSynonyms,
  publishEntries,
  publishEntry,
  withdrawEntries,
  withdrawEntriesBelow,
  withdrawEntry,
} from './actions.ts'
export {
  type Entry,
  type EntryDraft,
  type EntryKind,
  entryKinds,
  type FrontKind,
  frontKinds,
} from './entry.ts'
export {
  countedAtMost,
  type Found,
  type Help,
  mostPagesEverywhere,
  noHelp,
  pageSize as searchPageSize,
} from './found.ts'
export { findHelp } from './help.ts'
export { kindName } from './kind-name.ts'
export { loadSynonyms } from './load-synonyms.ts'
export { type Match, matchFor } from './match.ts'
export { questionInParts } from './parting.ts'
export { paths as publishingPaths } from './paths.ts'
export { countEntries } from './queries/counts.ts'
export { matchingIn, weighedIn } from './queries/hits.ts'
export { type NamedEntry, namingEntries } from './queries/named.ts'
export { marksOf, type Question, readQuestion } from './question.ts'
export {
  askLatestEntries,
  askOpenEntries,
  listLatestEntries,
  listLatestEntriesOfAllCities,
  listOpenEntries,
  listOpenEntriesOfAllCities,
  searchAllCities,
  searchEntries,
} from './search.ts'
export { EntryCard, MarkedText } from './views/entry-card.tsx'

/** 公開: what everyone may find, and the one box that finds it. */
export const publishing: Capability = { name: 'publishing', routes }

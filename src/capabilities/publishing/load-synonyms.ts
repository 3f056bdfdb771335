import type { Scope } from '#data/scope.ts'
import { findSynonyms } from './queries/synonyms.ts'
import { commonSynonyms, foldSynonyms, type SynonymGroups } from './synonyms.ts'

/** The list that holds in the scope's city: its own, or the product's. 1 query. */
export const loadSynonyms = async (scope: Scope): Promise<SynonymGroups> => {
  const own = await findSynonyms(scope)
  return own ? foldSynonyms(own.groups) : commonSynonyms
}

import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { type EntryDraft, publishEntries, withdrawEntries } from '../publishing/index.ts'
import { facetWords } from './facet-words.ts'
import type { GroupFacets } from './facets.ts'
import { groupKind } from './group.ts'
import { type Introduction, introductionWords } from './introduction.ts'
import type { OfferLines } from './offers.ts'
import { paths } from './paths.ts'
import { entryOf, type PublicProfile } from './profile.ts'

/** A registered group as the search is told of it. */
export type PublicGroup = {
  readonly id: string
  readonly name: string
  readonly nameKana: string
  readonly profile: PublicProfile
  readonly registeredOn: PlainDate
  readonly introduction?: Introduction | null | undefined
  readonly facets: GroupFacets
  /** What it offers and looks for, as far as everyone reads it. */
  readonly offers?: OfferLines | undefined
}

/** What everyone searches by: the group's public words and nothing else. */
export const entryOfGroup = (city: City, group: PublicGroup): EntryDraft => {
  const { profile, introduction = null, facets, offers } = group
  const texts = profile.entries.flatMap(({ text: { ja, en } }) => (ja === en ? [ja] : [ja, en]))
  const fields = entryOf(profile, 'fields')?.text.ja ?? ''
  const told = introduction ? introductionWords(introduction) : ''
  const helps = offers ? [...offers.offers, ...offers.needs].join('\n') : ''
  return {
    kind: groupKind,
    id: group.id,
    // One name everywhere, as registered; a name in English is found too, and stands on the group's page.
    title: { ja: group.name, en: group.name },
    reading: group.nameKana,
    summary: introduction?.texts.catch ?? profile.summary,
    body: `${facetWords({ facets, introduction, fields })}\n${told}\n${helps}\n${texts.join('\n')}`,
    url: paths.group(city.slug, group.id),
    happenedOn: group.registeredOn,
  }
}

/** Puts groups where everyone searches. */
export const publishGroups = (
  scope: Scope,
  city: City,
  groups: readonly PublicGroup[],
): Promise<void> =>
  publishEntries(
    scope,
    groups.map((group) => entryOfGroup(city, group)),
  )

/** Puts the group where everyone searches. */
export const publishGroup = (scope: Scope, city: City, group: PublicGroup): Promise<void> =>
  publishGroups(scope, city, [group])

/** Takes it out again when the registration ends. */
export const unpublishGroup = (scope: Scope, groupId: string): Promise<void> =>
  unpublishGroups(scope, [groupId])

/** The same for several. */
export const unpublishGroups = (scope: Scope, ids: readonly string[]): Promise<void> =>
  withdrawEntries(scope, groupKind, ids)

import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { publishEntry, withdrawEntry } from '../publishing/index.ts'
import { groupKind } from './group.ts'
import { paths } from './paths.ts'
import { entryOf, type PublicProfile } from './profile.ts'

/** Puts the group where everyone searches. */
export const publishGroup = async (
  scope: Scope,
  city: City,
  group: {
    readonly id: string
    readonly name: string
    readonly profile: PublicProfile
    readonly registeredOn: PlainDate
  },
): Promise<void> => {
  const { profile } = group
  const textsIn = (lang: 'ja' | 'en') => profile.entries.map(({ text }) => text[lang]).join('\n')
  await publishEntry(scope, {
    kind: groupKind,
    id: group.id,
    title: { ja: group.name, en: entryOf(profile, 'name_en')?.text.en ?? group.name },
    summary: profile.summary,
    body: `${textsIn('ja')}\n${textsIn('en')}`,
    url: paths.group(city.slug, group.id),
    happenedOn: group.registeredOn,
  })
}

/** Takes it out again when the registration ends. */
export const unpublishGroup = (scope: Scope, groupId: string): Promise<void> =>
  withdrawEntry(scope, groupKind, groupId)

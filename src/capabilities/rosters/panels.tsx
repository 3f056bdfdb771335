import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Panel, panel } from '#web/capability.ts'
import { ButtonLink, Section } from '#web/ui/index.ts'
import { rosterPaths } from './paths.ts'
import { canOpenRoster } from './policy.ts'
import { countMembersOn, findRosterHead } from './queries/on-a-day.ts'
import { askPublicOfficers, type PublicOfficer } from './queries/public-officers.ts'
import { compareCounts } from './roster.ts'
import { sentences } from './sentences.ts'
import { OfficersPanel } from './views/officers.tsx'

/** 役員 on the group's page, for groups that opened them. */
const officersOfGroup = panel<readonly PublicOfficer[]>({
  place: 'group',
  order: 30,
  ask: ({ scope }, { id }) => askPublicOfficers(scope, id, tokyoDayOf(scope.now)),
  show: ({ scope, language }, _about, officers) =>
    officers.length === 0 ? null : (
      <OfficersPanel lang={language} officers={officers} day={tokyoDayOf(scope.now)} />
    ),
})

/** The roster's numbers beside the registration: numbers only, for the group and for the desk. */
const rosterOfRegistration: Panel = {
  place: 'registration',
  order: 10,
  render: async ({ scope, city, language }, { id }) => {
    const head = await findRosterHead(scope, id)
    if (!head || !canOpenRoster(scope.actor, head).ok) return null
    const words = sentences[language]
    const counts = await countMembersOn(scope, id, tokyoDayOf(scope.now))
    const differences = compareCounts(counts, head.registered)
    return (
      <Section id="roster" title={words.desk.panel}>
        {counts.members === 0 ? (
          <p>{words.desk.emptyText}</p>
        ) : (
          <p>{words.desk.text(formatNumber(counts.members), formatNumber(counts.officers))}</p>
        )}
        {counts.members > 0 && differences.length === 0 && <p>{words.desk.same}</p>}
        {counts.members > 0 && differences.length > 0 && (
          <ul>
            {differences.map(({ what, registered, counted }) => (
              <li key={what}>{words.differsOf[what](registered, counted)}</li>
            ))}
          </ul>
        )}
        <p>
          <ButtonLink href={rosterPaths.roster(city.slug, id)} kind="secondary">
            {words.desk.open}
          </ButtonLink>
        </p>
      </Section>
    )
  },
}

export const rosterPanels: readonly Panel[] = [officersOfGroup, rosterOfRegistration]

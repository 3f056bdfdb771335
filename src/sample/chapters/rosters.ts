import { addPerson, showOfficers } from '#capabilities/rosters/index.ts'
import { addDays, isPlainDate, type PlainDate, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryGroup, StoryRoster } from '../story.ts'
import { idOf, must, type World } from '../world.ts'

/** So many days before today the leader brought the roster up to date. */
const keptBefore = 20

const toDay = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new Error(`not a day: ${text}`)
  return text
}

const accountOf = ({ story, ids }: World, name: string): string | null => {
  const person = story.people.find((one) => one.name === name)
  return person ? idOf({ ids }, 'person', person.key) : null
}

const toPerson = (world: World, given: StoryRoster['people'][number], group: StoryGroup) => {
  const [name, nameKana, office, district, ageBand, citizen, since, until] = given
  const ofGroup = [group.leader, group.manager, ...group.members]
  const account = world.story.people.find((one) => one.name === name)
  return {
    name,
    nameKana,
    office,
    district,
    ageBand,
    citizen,
    voting: true,
    since: toDay(since),
    until: until ? toDay(until) : null,
    accountId: account && ofGroup.includes(account.key) ? accountOf(world, name) : null,
  }
}

const keep =
  (group: StoryGroup, { people, opensOfficers }: StoryRoster): Deed =>
  async (scope, world) => {
    const groupId = idOf(world, 'group', group.key)
    for (const person of people)
      must(await addPerson(scope, groupId, toPerson(world, person, group)), `roster ${group.key}`)
    if (opensOfficers) await showOfficers(scope, groupId, true)
  }

/** The rosters that leaders of registered groups keep. */
export const rosterMoments = ({ story, now }: World): readonly Moment[] =>
  story.groups.flatMap((group) =>
    group.roster
      ? [
          {
            at: tokyoInstant(addDays(tokyoDayOf(now), -keptBefore), '20:10'),
            by: group.leader,
            deed: keep(group, group.roster),
          },
        ]
      : [],
  )

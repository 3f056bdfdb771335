import { both } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import type { KeptPaper } from '#web/kept-paper.ts'
import { rosterPaths } from './paths.ts'
import { countMembersOn } from './queries/on-a-day.ts'

/** The roster of a day counts as the paper that a renewal asks for; names are read where they are kept. */
export const rosterPaper: KeptPaper = {
  field: 'roster_file',
  find: async (scope, { groupId, day }) => {
    const counts = await countMembersOn(scope, groupId, day)
    if (counts.members === 0) return undefined
    const [members, officers] = [counts.members, counts.officers].map(formatNumber)
    return {
      text: both(
        `名簿に${members}人（うち役員${officers}人）がのっています`,
        `the roster holds ${members} people, ${officers} of them officers`,
      ),
      path: (city) => rosterPaths.roster(city, groupId, { day }),
    }
  },
}

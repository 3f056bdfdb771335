import { isOfGroup } from '#kernel/actor.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type Panel, panel } from '#web/capability.ts'
import { ratePages } from './page-state.ts'
import { askPublicParts, type PublicParts } from './queries/page.ts'
import { sentences } from './sentences.ts'
import { CompletenessCard } from './views/completeness-box.tsx'
import { PublicPartsView } from './views/public-parts.tsx'

/** News, offers and papers on the page of a group. */
const publicParts = panel<PublicParts>({
  place: 'group',
  order: 10,
  ask: ({ scope }, { id }) => askPublicParts(scope, id, tokyoDayOf(scope.now)),
  show: ({ scope, city, language }, { id }, parts) => {
    const today = tokyoDayOf(scope.now)
    const { news, offers, papers } = parts
    if (news.length + offers.length + papers.length === 0) return null
    return <PublicPartsView lang={language} city={city} groupId={id} today={today} parts={parts} />
  },
})

/** How complete the page is: for the group's own people, never for others. */
const completeness: Panel = {
  place: 'group-own',
  order: 10,
  render: async ({ scope, city, language }, { id }) => {
    if (!isOfGroup(scope.actor, id)) return null
    const [rated] = await ratePages(scope, [id])
    if (!rated) return null
    return (
      <CompletenessCard
        lang={language}
        city={city}
        groupId={id}
        title={sentences[language].hub.boxTitle}
        completeness={rated.completeness}
      />
    )
  },
}

export const panels: readonly Panel[] = [publicParts, completeness]

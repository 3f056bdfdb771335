import { isOfGroup } from '#kernel/actor.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { Panel } from '#web/capability.ts'
import { findGroup } from '../groups/index.ts'
import { ratePages } from './page-state.ts'
import { findPublicParts } from './queries/page.ts'
import { asAnswers, findSaidTwice } from './said-twice.ts'
import { sentences } from './sentences.ts'
import { CompletenessCard } from './views/completeness-box.tsx'
import { PublicPartsView } from './views/public-parts.tsx'
import { SaidTwiceBox } from './views/said-twice.tsx'

/** News, offers and papers on the page of a group. */
const publicParts: Panel = {
  place: 'group',
  order: 10,
  render: async ({ scope, city, language }, { id }) => {
    const today = tokyoDayOf(scope.now)
    const parts = await findPublicParts(scope, id, today)
    const { news, offers, papers } = parts
    if (news.length + offers.length + papers.length === 0) return null
    return <PublicPartsView lang={language} city={city} groupId={id} today={today} parts={parts} />
  },
}

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

/** Beside the registration: where the introduction says something else. For those who can put it right. */
const saidTwice: Panel = {
  place: 'registration',
  order: 20,
  render: async ({ scope, city, language }, { id }) => {
    if (!isOfGroup(scope.actor, id)) return null
    const group = await findGroup(scope, id)
    if (!group) return null
    const { introduction } = group
    const differences = introduction ? findSaidTwice(group, asAnswers(introduction)) : []
    return <SaidTwiceBox lang={language} city={city} groupId={id} differences={differences} />
  },
}

export const panels: readonly Panel[] = [publicParts, completeness, saidTwice]

import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf } from '#kernel/calendar.ts'
import { type Completeness, rateCompleteness } from './completeness.ts'
import { type MissingPaper, missingPapers } from './paper.ts'
import type { IntroductionSettings } from './preset.ts'
import { listPageStates, type PageState } from './queries/desk.ts'
import { getIntroductionSettings } from './queries/settings.ts'

/** How a page stands: rated, with the papers that are missing. */
export type RatedPage = {
  readonly state: PageState
  readonly completeness: Completeness
  readonly missing: readonly MissingPaper[]
}

/** The days that the look at a page needs. */
export const daysFor = (scope: Scope, settings: IntroductionSettings) => {
  const today = tokyoDayOf(scope.now)
  return { today, newsSince: addDays(today, -settings.recentNewsDays) }
}

/** Rates a page by what the city asks for. */
export const ratePage = (
  state: PageState,
  settings: IntroductionSettings,
  today: ReturnType<typeof tokyoDayOf>,
): RatedPage => {
  const missing = missingPapers(settings.papers, state.papers, {
    today,
    registeredOn: state.registeredOn,
  })
  const papersThere = missing.every(({ asked }) => asked !== 'required')
  return { state, missing, completeness: rateCompleteness({ ...state, papersThere }) }
}

/** How the pages of these groups stand, in the order asked; two queries however many there are. */
export const ratePages = async (
  scope: Scope,
  groupIds: readonly string[],
): Promise<readonly RatedPage[]> => {
  if (groupIds.length === 0) return []
  const settings = await getIntroductionSettings(scope)
  const days = daysFor(scope, settings)
  const states = await listPageStates(scope, groupIds, days)
  return groupIds.flatMap((id) => {
    const state = states.find(({ groupId }) => groupId === id)
    return state ? [ratePage(state, settings, days.today)] : []
  })
}

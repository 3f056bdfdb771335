import { type Capability, presetPart } from '#web/capability.ts'
import { introductionCounters } from './counters.ts'
import { holdings } from './holdings.ts'
import { hearOfGroup } from './listeners.ts'
import { panels } from './panels.tsx'
import { introductionsPreset } from './preset.ts'
import { saveIntroductionSettings } from './queries/settings.ts'
import { routes } from './routes.ts'
import { answerSubject, pageSubject } from './subject.ts'

export { answerOffer, askGroup, goOnTalking, reportAnswer } from './actions/answers.ts'
export { writeIntroduction } from './actions/introductions.ts'
export { moderatePart } from './actions/moderate.ts'
export { beginNews, writeNews } from './actions/news.ts'
export { beginOffer, writeOffer } from './actions/offers.ts'
export { addPaper } from './actions/papers.ts'
export { addPhoto } from './actions/photos.ts'
export type { Completeness } from './completeness.ts'
export { pageKind } from './introduction.ts'
export { answerKind, type OfferAnswer, type OwnConversation } from './offer.ts'
export { type RatedPage, ratePages } from './page-state.ts'
export { paths as introductionPaths } from './paths.ts'
export { findOfferAnswer } from './queries/answers.ts'
export { listOwnConversations } from './queries/conversations.ts'
export { findOffer, findOwnOffer } from './queries/offers.ts'
export { CompletenessCard } from './views/completeness-box.tsx'
export { OwnConversations } from './views/conversations.tsx'

/** What decides whether a group's news can be found, and under which name of the group. */
const heard = [
  'group.approved',
  'group.resumed',
  'group.ended',
  'group.changed',
  'group.imported',
] as const

/** 団体紹介: what groups tell of themselves, without approval: texts, photos, news, offers, papers. */
export const introductions: Capability = {
  name: 'introductions',
  holdings,
  counters: introductionCounters,
  routes,
  presets: [
    presetPart({
      path: 'introductions.json',
      schema: introductionsPreset,
      load: saveIntroductionSettings,
    }),
  ],
  subjects: [pageSubject, answerSubject],
  panels,
  listeners: heard.map((event) => ({ event, hear: hearOfGroup })),
}

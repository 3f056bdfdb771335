import type { Bilingual } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { EntryDraft } from '../publishing/index.ts'
import { paths } from './paths.ts'
import { adoptedOn, legendOf, levelName, type Plan, type PlanItem } from './plan.ts'

type Place = { readonly citySlug: string; readonly now: Date }

const both = (texts: readonly (Bilingual | undefined)[]): string =>
  texts.flatMap((text) => (text ? [text.ja, text.en] : [])).join('\n')

const join = (...texts: readonly (Bilingual | undefined)[]): Bilingual => {
  const known = texts.filter((text) => text !== undefined)
  return {
    ja: known.map((text) => text.ja).join('　'),
    en: known.map((text) => text.en).join(' – '),
  }
}

const planEntry = (plan: Plan, place: Place, happenedOn: PlainDate): EntryDraft => ({
  kind: 'plan',
  id: plan.id,
  title: plan.title,
  summary: plan.about,
  url: paths.plan(place.citySlug, plan.id),
  happenedOn,
})

const itemEntry = (
  plan: Plan,
  item: PlanItem,
  place: Place,
  happenedOn: PlainDate,
): EntryDraft => ({
  kind: 'plan-item',
  id: `${plan.id}/${item.no}`,
  title: { ja: `${item.no} ${item.title.ja}`, en: `${item.no} ${item.title.en}` },
  summary: join(plan.title, item.content ?? item.purpose),
  body: [
    both([item.purpose, item.present, item.content, ...item.points]),
    both(
      [levelName(plan, item.level), item.class && legendOf(plan.classes, item.class).label].map(
        (text) => text || undefined,
      ),
    ),
    item.departmentsAsPrinted ?? '',
  ].join('\n'),
  url: paths.item(place.citySlug, plan.id, item.no),
  happenedOn,
})

/** What the search is told of a plan: itself and each of its items, those shown again (再掲) only once. */
export const entriesOfPlan = (
  plan: Plan,
  items: readonly PlanItem[],
  place: Place,
): EntryDraft[] => {
  const happenedOn = adoptedOn(plan) ?? tokyoDayOf(place.now)
  return [
    planEntry(plan, place, happenedOn),
    ...items
      .filter((item) => item.aliasOf === undefined)
      .map((item) => itemEntry(plan, item, place, happenedOn)),
  ]
}

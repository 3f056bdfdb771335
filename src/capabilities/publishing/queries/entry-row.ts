import { isPlainDate, type PlainDate } from '#kernel/calendar.ts'
import type { Entry, EntryKind } from '../entry.ts'

/** The columns of an entry that pages show; the index itself stays in the database. */
export const columns = [
  'city_id',
  'kind',
  'id',
  'title_ja',
  'title_en',
  'summary_ja',
  'summary_en',
  'url',
  'opens_on',
  'closes_on',
  'closes_at',
  'happened_on',
] as const

/** An entry as the database gives it. */
export type EntryRow = Record<Exclude<(typeof columns)[number], 'city_id'>, string | null> & {
  city_id: number
}

const dayOf = (value: string | null): PlainDate | undefined =>
  value !== null && isPlainDate(value) ? value : undefined

/** The entry behind a row. */
export const toEntry = (row: EntryRow): Entry => ({
  cityId: row.city_id,
  kind: row.kind as EntryKind,
  id: row.id!,
  title: { ja: row.title_ja!, en: row.title_en! },
  summary: { ja: row.summary_ja!, en: row.summary_en! },
  url: row.url!,
  opensOn: dayOf(row.opens_on),
  closesOn: dayOf(row.closes_on),
  closesAt: row.closes_at?.slice(0, 5),
  happenedOn: row.happened_on as PlainDate,
})

import { sql } from 'kysely'
import type { PlainDate } from '#kernel/calendar.ts'
import type { CalendarStep } from '../calendar.ts'
import type { Call, CallHead, CallState } from '../call.ts'
import type { ProgrammePreset } from '../preset.ts'

/** What the call's own frozen definition says of consultations. */
export const consultationRule = sql<string>`definition ->> 'consultation'`.as('consultation')

/** Columns of one call without its definition. */
export const headColumns = [
  'id',
  'programme_id',
  'fiscal_year',
  'title_ja',
  'title_en',
  'state',
  'opens_on',
  'closes_on',
  'closes_at',
  'calendar',
  'envelope',
] as const

export type HeadRow = {
  id: string
  programme_id: string
  fiscal_year: number
  title_ja: string
  title_en: string
  state: string
  opens_on: string
  closes_on: string
  closes_at: string | null
  calendar: unknown
  envelope: number | null
  consultation: string
}

export const toHead = (row: HeadRow): CallHead => ({
  id: row.id,
  programmeId: row.programme_id,
  fiscalYear: row.fiscal_year,
  title: { ja: row.title_ja, en: row.title_en },
  state: row.state as CallState,
  opensOn: row.opens_on as PlainDate,
  closesOn: row.closes_on as PlainDate,
  closesAt: row.closes_at?.slice(0, 5) ?? null,
  calendar: row.calendar as readonly CalendarStep[],
  envelope: row.envelope,
  consultation: row.consultation as CallHead['consultation'],
})

export const toCall = (row: HeadRow & { definition: unknown }): Call => ({
  ...toHead(row),
  definition: row.definition as ProgrammePreset,
})

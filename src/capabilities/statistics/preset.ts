import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'

const source = z.string().min(3)

/**
 * A table that a document prints. Counts are stored, never a percentage alone; where a document prints only
 * the percentage, `printed` keeps it as printed and `value` is the count reconstructed from it (or null).
 */
const cell = z.strictObject({
  /** Count, or a measured quantity in `unit`; null where the document gives only a percentage or nothing. */
  value: z.number().nullable(),
  /** Numerator and denominator of a rate, when both are known. */
  of: z.number().optional(),
  /** The figure exactly as printed ("43.7", "約8割", "89.4"). */
  printed: z.string().optional(),
  reconstructed: z.boolean().optional(),
})

/** One published table: rows × columns. A time series has the years as columns. */
export const statisticTable = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  theme: z.enum([
    'groups',
    'survey',
    'projects',
    'evaluation',
    'population',
    'finance',
    'facilities',
    'staff',
  ]),
  title: bilingual,
  /** What one count is (団体, 人, 件, %). */
  unit: bilingual,
  /** single: one answer each, multiple: several answers (複数回答), series: years, plain: anything else. */
  kind: z.enum(['single', 'multiple', 'series', 'plain']),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      label: bilingual,
      /** 基準日 (ISO date) and base n of that column. */
      asOf: z.string().optional(),
      n: z.number().optional(),
    }),
  ),
  rows: z.array(
    z.strictObject({ code: z.string(), label: bilingual, cells: z.array(cell), source }),
  ),
  /** How percentages of this table are rounded in print. */
  percent: z
    .strictObject({
      decimals: z.number().int(),
      rounding: z.enum(['half_up', 'floor', 'as_printed']),
    })
    .optional(),
  notes: z.array(bilingual).default([]),
  /** Columns before which the way of counting changed: figures on both sides cannot be compared. */
  breaks: z.array(z.strictObject({ before: z.string(), text: bilingual, source })).default([]),
  source,
})

/** `statistics.json` of a preset. */
export const statisticsPreset = z.strictObject({ tables: z.array(statisticTable) })
export type StatisticsPreset = z.infer<typeof statisticsPreset>
export type StatisticTable = z.infer<typeof statisticTable>

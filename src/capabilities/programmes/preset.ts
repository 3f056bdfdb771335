import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'
import { isPlainDate } from '#kernel/calendar.ts'

/** Month and day that some year has; a leap year shows whether it is one. */
const day = z
  .string()
  .regex(/^\d{2}-\d{2}$/)
  .refine((monthDay) => isPlainDate(`2024-${monthDay}`), 'no such day in any year')

/** How members' sheets become one ranking. Every figure is the city's setting. */
export const rubricPreset = z.strictObject({
  criteria: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z][a-z0-9_]*$/),
      label: bilingual,
      viewpoint: bilingual,
      min: z.number(),
      max: z.number(),
      step: z.number(),
      weight: z.number(),
    }),
  ),
  aggregate: z.enum(['sum', 'mean', 'trimmed_mean']),
  trim: z.strictObject({ high: z.number().int(), low: z.number().int() }).optional(),
  /** Missing or recused sheets: leave them out, or fill with the mean of the others. */
  absent: z.enum(['exclude', 'fill_with_mean']),
  /** The least number of sheets for a valid ranking. */
  quorum: z.number().int(),
  threshold: z.strictObject({ basis: z.enum(['percent_of_max', 'absolute']), value: z.number() }),
  itemFloor: z.strictObject({ criterion: z.string().optional(), min: z.number() }).optional(),
  veto: z.strictObject({ criterion: z.string(), atMost: z.number(), share: z.number() }).optional(),
  tieBreak: z.array(
    z.strictObject({
      by: z.enum(['higher_criterion', 'lower_request', 'chair']),
      criterion: z.string().optional(),
    }),
  ),
  budget: z
    .strictObject({
      total: z.number().int(),
      mode: z.enum(['stop_at_first_over', 'skip_and_continue', 'partial_offer']),
      replyDays: z.number().int(),
    })
    .optional(),
  /** Decimals and rounding of the printed total. */
  decimals: z.number().int(),
  rounding: z.enum(['half_up', 'floor', 'half_even']),
})
export type RubricPreset = z.infer<typeof rubricPreset>

/** `programmes/<code>.json`: one scheme that can be run today, configured after the city's own. */
export const programmePreset = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  about: bilingual,
  /** The city's historical scheme that it follows, with its figures. */
  after: bilingual,
  /** 提案の区分. `themed` proposals answer a theme of a department. */
  types: z.array(
    z.strictObject({
      code: z.string(),
      name: bilingual,
      themed: z.boolean(),
      cap: z.number().int().nullable(),
      funding: bilingual,
      about: bilingual,
    }),
  ),
  /** Envelope for one call in whole yen. */
  envelope: z.number().int().nullable(),
  consultation: z.enum(['required', 'recommended', 'none']),
  /** Shown before starting; rules of registration.json's kind. */
  eligibility: z.array(
    z.strictObject({
      code: z.string(),
      text: bilingual,
      /** Fields of the group's registration that must hold something before a proposal can be sent. */
      needs: z.array(z.string()).optional(),
      source: z.string(),
    }),
  ),
  /**
   * Whether a group must be on the register: `before` it sends its proposal, `with` it (it applies for both at once,
   * and the papers pass once it is registered), or not at all.
   */
  registration: z.enum(['before', 'with', 'none']),
  maxYears: z.number().int(),
  /** Days of work that an interim review looks back on at the least: a year whose work began later has none. */
  interim: z
    .strictObject({ afterDays: z.number().int().min(0), source: z.string() })
    .default({ afterDays: 60, source: '製品の設定' }),
  /** What becomes of a sheet of talks whose city costs exceed the request or the limit: told, or not confirmed. */
  talks: z
    .strictObject({ costsAbove: z.enum(['warn', 'block']), source: z.string() })
    .default({ costsAbove: 'warn', source: '製品の設定' }),
  /** The year's calendar: month-day windows, in order. `yearOffset` 1 = the following fiscal year. */
  calendar: z
    .array(
      z.strictObject({
        step: z.enum([
          'themes',
          'consultation',
          'call',
          'formal_check',
          'negotiation',
          'screening',
          'presentation',
          'decision',
          'agreement',
          'project',
          'interim_review',
          'report',
          'report_meeting',
          'evaluation',
        ]),
        name: bilingual,
        from: day,
        to: day,
        yearOffset: z.number().int().min(0).max(2),
        /** 'none': the days stay even where the city hall is closed. */
        roll: z.literal('none').optional(),
      }),
    )
    .refine(
      (steps) => steps.filter(({ step }) => step === 'call').length === 1,
      'exactly one step must be the call',
    ),
  committee: z.strictObject({ name: bilingual, members: z.number().int(), source: z.string() }),
  rubric: rubricPreset,
  /** Form codes in `forms/`, one for each sheet of the chain. */
  forms: z.strictObject({
    theme: z.string(),
    consultation: z.string(),
    proposal: z.string(),
    negotiation: z.string(),
    progress: z.string(),
    interim: z.string(),
    report: z.string(),
  }),
  /** Items that both sides score, 1–5 or as the scale says. */
  evaluation: z.strictObject({
    scale: z.array(z.strictObject({ value: z.number().int(), label: bilingual })),
    items: z.array(
      z.strictObject({
        code: z.string(),
        label: bilingual,
        viewpoint: bilingual,
        source: z.string(),
      }),
    ),
    /** Differences of at least this many steps must be explained. */
    discussAt: z.number().int(),
    overall: z.array(z.strictObject({ code: z.string(), label: bilingual })),
  }),
  /** Sections of the agreement, in order; `from` names answers of the negotiation sheet that fill it. */
  agreement: z.array(
    z.strictObject({ title: bilingual, text: bilingual, from: z.array(z.string()).default([]) }),
  ),
  /** What the public sees at each step. */
  publish: z.strictObject({
    submitted: z.boolean(),
    scores: z.enum(['none', 'total', 'per_item']),
    comments: z.boolean(),
    notSelected: z.enum(['none', 'count', 'names']),
  }),
  /** 文書番号 of letters, e.g. `鎌地の第{n}号`. {n} begins again each April only where {fy} or {year} is named. */
  documentNumber: z.string(),
  receiptNumber: z.string(),
  /** Who the letters are signed by. */
  signedBy: bilingual,
  continuation: z.array(
    z.strictObject({
      code: z.enum(['by_department', 'by_group', 'commissioned', 'with_others', 'ended']),
      label: bilingual,
    }),
  ),
  source: z.string(),
})
export type ProgrammePreset = z.infer<typeof programmePreset>

import { z } from 'zod'

/** Papers by which a group shows how it is run. */
export const paperKinds = [
  'rules',
  'officers',
  'plan',
  'budget',
  'report',
  'accounts',
  'other',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** A paper that the city asks for, and from when on one is missing. */
const askedPaper = z
  .strictObject({
    kind: z.enum(paperKinds).exclude(['other']),
    asked: z.enum(['required', 'welcome']),
    /** One for each fiscal year; others hold until there is a newer one. */
    perYear: z.boolean(),
    /** What a group is offered first; it decides itself. */
    publicByDefault: z.boolean(),
    /** 1 for what is written when the year is over: a report, accounts. */
    yearsBack: z.number().int().min(0).max(2).default(0),
    /** Month and day from which the year's paper is missed. */
    due: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .optional(),
  })
  .refine(({ perYear, due }) => perYear === (due !== undefined))
export type AskedPaper = z.infer<typeof askedPaper>

/** `introductions.json`: the page that a group writes itself. */
export const introductionsPreset = z.strictObject({
  introductionForm: z.string(),
  newsForm: z.string(),
  offerForm: z.string(),
  /** How many days news counts as recent. */
  recentNewsDays: z.number().int().positive(),
  /** How many offers one account may answer within 24 hours. */
  answersPerDay: z.number().int().positive(),
  /** How many messages one account may write in one conversation within 24 hours. */
  messagesPerDay: z.number().int().positive(),
  papers: z.array(askedPaper),
  source: z.string(),
})
export type IntroductionSettings = z.infer<typeof introductionsPreset>

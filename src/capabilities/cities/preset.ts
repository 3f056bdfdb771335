import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'

/** Where a fact stands: seed document, section, and the trace row(s) when there are some. */
export const source = z.string().min(3)

const named = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name: bilingual,
  note: bilingual.optional(),
  source,
})

/** One sentence or figure of the documents that is wrong or contradictory, kept as printed. */
export const importWarning = z.strictObject({ code: z.string(), text: bilingual, source })

/** 地区: the parts of the city that its people speak of; those without a place are on no map. */
const areas = z.strictObject({
  list: z.array(
    z
      .strictObject({
        code: z.string().regex(/^[a-z0-9-]+$/),
        name: bilingual,
        kana: z.string().regex(/^[ァ-ヺー・]+$/),
        latitude: z.number().min(20).max(46).optional(),
        longitude: z.number().min(122).max(154).optional(),
      })
      .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined)),
  ),
  source,
})

/** How the centre itself is reached, as a document or the city's own page prints it. */
const centreContact = z.strictObject({
  address: bilingual.optional(),
  phone: z
    .string()
    .regex(/^0\d{1,4}-\d{1,4}-\d{3,4}$/)
    .optional(),
  fax: z.string().optional(),
  email: z.email().optional(),
  hours: bilingual.optional(),
  source,
})

/** What the city has decided about the product, each with where it says so. What it leaves out is as usual. */
const decided = z.strictObject({
  /** Words of a licence that catalogues know (`CC BY 4.0`), or the city's own. */
  openDataLicence: z.strictObject({ value: z.string().min(1).max(200), source }).optional(),
  recoveryObjectionDays: z
    .strictObject({ value: z.number().int().min(1).max(60), source })
    .optional(),
  importKeptDays: z.strictObject({ value: z.number().int().min(30).max(3650), source }).optional(),
})

/** First words of addresses outside every city. */
const wordsOfSite = ['api', 'assets', 'healthz', 'indicators', 'metrics', 'open-data', 'readyz']

/** A city's part of its addresses. */
export const citySlug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/)
  .refine((slug) => !wordsOfSite.includes(slug), {
    message: 'This word is an address of the site.',
  })

/** `city.json` of a preset: who the city is, its departments, code lists, ordinances, history. */
export const cityPreset = z.strictObject({
  slug: citySlug,
  /** 全国地方公共団体コード, six digits with its check digit. */
  code: z.string().regex(/^\d{6}$/),
  name: bilingual.extend({ kana: z.string() }),
  prefecture: bilingual,
  /** One line under the city's name on its home. */
  motto: bilingual.optional(),
  /** A hue of the Digital Agency's tokens for the city's accent. */
  hue: z.enum([
    'blue',
    'light-blue',
    'cyan',
    'green',
    'lime',
    'orange',
    'red',
    'magenta',
    'purple',
  ]),
  contact: z.strictObject({
    office: bilingual,
    address: bilingual.optional(),
    phone: z.string().optional(),
    fax: z.string().optional(),
    email: z.string().optional(),
    source,
  }),
  centre: named.omit({ code: true }).extend({ contact: centreContact.optional() }),
  settings: decided.optional(),
  /** The city's own word where it differs from the common one, by term key (`programme`, `theme`, `committee`, `group`, `field`, …). */
  words: z.record(z.string(), bilingual),
  departments: z.array(named),
  /** Activity fields the city uses; `official` names the matching numbers 1–20 of the law's list. */
  fieldScheme: z.string(),
  fields: z.array(named.extend({ official: z.array(z.string()), short: bilingual.optional() })),
  legalForms: z.array(
    named.extend({ kind: z.enum(['theme', 'territorial', 'corporate', 'person', 'other']) }),
  ),
  /** 協働の形態. */
  modes: z.array(named),
  areas: areas.optional(),
  /** Terms the document defines (市民等, 市民活動, 協働, …). */
  terms: z.array(named),
  /** Principles and roles it sets. */
  principles: z.array(named.extend({ group: bilingual })),
  ordinances: z.array(
    z.strictObject({
      code: z.string(),
      title: bilingual,
      enacted: z.string().optional(),
      articles: z.array(
        z.strictObject({ no: z.string(), title: bilingual, points: z.array(bilingual), source }),
      ),
      source,
    }),
  ),
  history: z.array(
    z.strictObject({ year: z.number().int(), when: bilingual, what: bilingual, source }),
  ),
  /** Bodies: committees, round tables, working groups. */
  bodies: z.array(named),
  warnings: z.array(importWarning),
})
export type CityPreset = z.infer<typeof cityPreset>

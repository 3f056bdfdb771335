import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#data/root.ts'
import { cityRoles } from '#kernel/actor.ts'
import { indicators } from './story-indicators.ts'
import { planLinks, planStory } from './story-plans.ts'
import { key, progress } from './story-progress.ts'

const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One answer of a form, as the city's own definition asks for it. `@day` stands for the day of writing. */
const answer = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
])
const answers = z.record(z.string(), answer)
export type StoryAnswers = z.infer<typeof answers>

const person = z.strictObject({
  key,
  name: z.string().startsWith('見本 '),
  kana: z.string(),
  email: z.string().endsWith('@example.jp'),
  language: z.enum(['ja', 'en']).default('ja'),
  roles: z.array(
    z.union([
      z.enum(cityRoles).exclude(['department']),
      z.strictObject({ department: z.string() }),
    ]),
  ),
})
export type StoryPerson = z.infer<typeof person>

/** Name, reading, office or none, district, age band, resident or not, first and (when they left) last day. */
const rosterPerson = z.tuple(
  [
    z.string().startsWith('見本 '),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.boolean().nullable(),
    day,
  ],
  day.nullable(),
)

const roster = z.strictObject({
  /** Whether the leader shows the officers' names to everyone. */
  opensOfficers: z.boolean(),
  people: z.array(rosterPerson),
})
export type StoryRoster = z.infer<typeof roster>

const group = z.strictObject({
  key,
  leader: key,
  manager: key.optional(),
  members: z.array(key).default([]),
  outcome: z.enum(['approved', 'submitted', 'returned', 'draft']),
  /** The year and day on which a registered group applied: before the call of that name opens. */
  registered: z
    .strictObject({ call: z.enum(['finished', 'evaluating', 'last']), day: monthDay })
    .optional(),
  /** Why it was sent back. */
  reason: z.string().optional(),
  /** A change notice that the group has sent, with what is different now. */
  change: z.strictObject({ daysAgo: z.number().int().min(1), answers }).optional(),
  /** What the group answered to the renewals that are open, and whether the desk has checked it. */
  renewal: z
    .strictObject({
      daysAgo: z.number().int().min(1),
      answers,
      approved: z.boolean().default(false),
    })
    .optional(),
  /** 会員名簿・役員名簿, as its leader keeps it. */
  roster: roster.optional(),
  answers,
})
export type StoryGroup = z.infer<typeof group>

const issue = z.strictObject({
  key,
  by: key,
  title: z.string(),
  body: z.string(),
  place: z.string(),
  field: z.string().optional(),
  showName: z.boolean().default(false),
  /** So many days before today, or before today's call opened. */
  raised: z.strictObject({ days: z.number().int().min(1), before: z.enum(['today', 'call']) }),
  outcome: z.enum(['published', 'submitted', 'returned']),
  reason: z.string().optional(),
  department: z.string().optional(),
  answer: z.strictObject({ by: key, text: z.string() }).optional(),
})
export type StoryIssue = z.infer<typeof issue>

const theme = z.strictObject({
  key,
  department: z.string(),
  by: key,
  issue: key.optional(),
  /** False while the department still writes it. */
  published: z.boolean().default(true),
  answers,
})
export type StoryTheme = z.infer<typeof theme>

const talks = z.strictObject({ group: answers.default({}), department: answers.default({}) })

const consultation = z.strictObject({ advisor: key, note: z.string(), answers })

/** What one member of the committee made of a proposal. */
const part = z.union([
  z.strictObject({
    scores: z.array(z.number()),
    comment: z.string().default(''),
    submit: z.boolean().default(true),
  }),
  z.strictObject({
    interest: z.enum(['member', 'officer', 'family', 'paid', 'other']),
    note: z.string(),
  }),
  z.strictObject({ declared: z.literal(true) }),
])
export type StoryPart = z.infer<typeof part>

const decision = z.strictObject({
  outcome: z.enum(['selected', 'conditional', 'reserve', 'not_selected']),
  amount: z.number().int().min(0),
  reason: z.string().min(1),
  conditions: z.string().default(''),
  deviation: z.string().default(''),
  early: z.string().default(''),
})

/** Scores of one side by item: points, and a comment that may be empty. */
const selfEvaluation = z.record(z.string(), z.tuple([z.number().int(), z.string()]))

/** An evaluation as far as it has come: what is not there yet is what somebody is asked for today. */
const evaluation = z.strictObject({
  group: selfEvaluation.optional(),
  city: selfEvaluation.optional(),
  /** What both sides wrote about items that they see differently. */
  explanations: z.record(z.string(), z.string()).default({}),
  thirdParty: z
    .array(z.strictObject({ by: key, overall: z.string(), comment: z.string() }))
    .default([]),
  published: z.strictObject({ answer: z.string(), nextYear: z.string() }).optional(),
})
export type StoryEvaluation = z.infer<typeof evaluation>

const project = z.strictObject({
  /** The agreement is still being settled today. */
  agreeing: z.boolean().default(false),
  /** What the city pays for after a selection at a lower sum; the department writes it into the text. */
  cityCosts: z.array(z.strictObject({ item: z.string(), amount: z.int().positive() })).optional(),
  progress: z
    .array(z.strictObject({ by: key, day: monthDay, public: z.boolean(), answers }))
    .default([]),
  interim: z.strictObject({ answers, reply: z.string() }).optional(),
  report: z.strictObject({ answers }).optional(),
  evaluation: evaluation.optional(),
  continuation: z
    .strictObject({
      outcome: z.enum(['by_department', 'by_group', 'commissioned', 'with_others', 'ended']),
      note: z.string(),
    })
    .optional(),
})
export type StoryProject = z.infer<typeof project>

const proposal = z.strictObject({
  key,
  call: z.enum(['finished', 'evaluating', 'last', 'current']),
  group: key,
  type: z.string(),
  theme: key.optional(),
  issue: key.optional(),
  /** How far it has come by today. */
  reach: z.enum(['draft', 'submitted', 'withdrawn', 'negotiating', 'reviewing', 'reviewed']),
  withdrawal: z.string().optional(),
  department: z.string().optional(),
  negotiator: key.optional(),
  consultation: consultation.optional(),
  answers,
  talks: talks.optional(),
  sheets: z.record(key, part).default({}),
  decision: decision.optional(),
  project: project.optional(),
  /** What both sides wrote to each other in the talks, or about an agreement that is open today. */
  messages: z.array(z.strictObject({ by: key, text: z.string() })).default([]),
})
export type StoryProposal = z.infer<typeof proposal>

export type StoryProgress = z.infer<typeof progress>

/** `sample/<slug>.json`: people, groups and what they have done together, for trying the product out. */
export const story = z.strictObject({
  people: z.array(person),
  /** Plain-text files that forms ask for, by field; `{name}` and `{leader}` are filled in. */
  papers: z.record(z.string(), z.strictObject({ name: z.string(), text: z.string() })),
  groups: z.array(group),
  /** Renewals that are open today, with the papers that groups attach. */
  renewals: z
    .strictObject({
      openedDaysAgo: z.number().int().min(1),
      closesInDays: z.number().int().min(1),
      papers: z.record(z.string(), z.strictObject({ name: z.string(), text: z.string() })),
    })
    .optional(),
  issues: z.array(issue),
  themes: z.array(theme),
  /** What every sheet of talks says unless its proposal says otherwise. */
  talks,
  proposals: z.array(proposal),
  progress: progress.optional(),
  revision: planStory.optional(),
  planLinks: planLinks.default([]),
  indicators: indicators.optional(),
})
export type Story = z.infer<typeof story>

const folder = (): string => join(projectRoot(), 'sample')

/** The slugs of the cities that have a story. */
export const listStories = async (): Promise<string[]> =>
  (await readdir(folder()))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()

/** Reads a city's story. @throws Error naming what does not fit */
export const readStory = async (slug: string): Promise<Story> =>
  story.parse(JSON.parse(await readFile(join(folder(), `${slug}.json`), 'utf8')))

import {
  type Answers,
  askPeople,
  beginSurvey,
  countSurveyAnswers,
  type Given,
  getSurvey,
  nothingGiven,
  noWords,
  publishDraft,
  type Question,
  type Survey,
  submitAnswer,
  surveyCodes,
} from '#capabilities/surveys/index.ts'
import { addDays, type PlainDate, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Deed, Moment } from '../moment.ts'
import { readSurveys, type StoryQuestion, type StorySurvey } from '../surveys.ts'
import { firstWith, idOf, must, setId, type World } from '../world.ts'

/** The same numbers whenever the story is told: mulberry32. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const asQuestion = (told: StoryQuestion): Question => ({
  id: told.id,
  kind: told.kind,
  text: told.text,
  help: noWords,
  required: told.required,
  dontKnow: told.dontKnow,
  choices: told.choices.map((text, at) => ({
    code: at + 1,
    text,
    other: told.other && at === told.choices.length - 1,
  })),
  rows: told.rows.map((text, at) => ({ code: at + 1, text })),
  most: told.most,
  least: told.least,
  greatest: told.greatest,
  unit: told.unit ?? noWords,
  branches: told.branches,
  section: told.section ?? null,
})

const pick = (weights: readonly number[], random: () => number): number => {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const at = weights.findIndex((weight) => {
    rest -= weight
    return rest < 0
  })
  return at < 0 ? weights.length : at + 1
}

const severalOf = (told: StoryQuestion, random: () => number): readonly number[] => {
  const taken = told.weights.flatMap((weight, at) => (random() * 100 < weight ? [at + 1] : []))
  return taken.slice(0, told.most ?? taken.length)
}

const givenTo = (told: StoryQuestion, question: Question, random: () => number): Given => {
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  switch (told.kind) {
    case 'multiple':
      return { ...nothingGiven, choices: severalOf(told, random) }
    case 'number':
      return { ...nothingGiven, number: one(told.numbers) ?? null }
    case 'text':
      return { ...nothingGiven, text: one(told.lines) ?? '' }
    case 'matrix':
      return {
        ...nothingGiven,
        rows: Object.fromEntries(
          told.rows.map((_, at) => [String(at + 1), pick(told.weights, random)]),
        ),
      }
    case 'area':
      return { ...nothingGiven, choices: [one(question.choices)?.code ?? 1] }
    default:
      return { ...nothingGiven, choices: [pick(told.weights, random)] }
  }
}

const answersOf = (told: StorySurvey, survey: Survey, random: () => number): Answers => {
  const given = told.questions.flatMap((one): [string, Given][] => {
    const question = survey.questionnaire.questions.find(({ id }) => id === one.id)
    const silent = !one.required && random() * 100 < one.none
    return question && !silent ? [[one.id, givenTo(one, question, random)]] : []
  })
  return Object.fromEntries(given)
}

type Days = { readonly opensOn: PlainDate; readonly closesOn: PlainDate }

const begin =
  (told: StorySurvey, days: Days): Deed =>
  async (scope, world) => {
    const { texts, department, ways, layout } = told
    const questionnaire = { questions: told.questions.map(asQuestion) }
    const facts = { texts, department, ways, layout, ...days }
    const id = await beginSurvey(scope, facts, { questionnaire, sample: true })
    setId(world, 'survey', told.key, id)
    const survey = await getSurvey(scope, id)
    const asked = { emails: [], letters: told.letters } as const
    if (told.letters > 0) await askPeople(scope, survey, { kind: 'codes', ...asked })
    if (ways.includes('groups'))
      await askPeople(scope, survey, { kind: 'groups', emails: [], letters: 0 })
    must(await publishDraft(scope, world.city, survey), `survey ${told.key}`)
  }

const answerAll =
  (told: StorySurvey): Deed =>
  async (scope, world) => {
    const id = idOf(world, 'survey', told.key)
    const codes = told.letters > 0 ? await surveyCodes(scope, id) : []
    let survey = await getSurvey(scope, id)
    for (let at = 0; at < told.answers; at += 1) {
      // The first answer has frozen it.
      if (at === 1) survey = await getSurvey(scope, id)
      const random = randomFrom(1_000 + at)
      const answers = answersOf(told, survey, random)
      const sent = { answers, code: codes[at] ?? '', key: `sample ${at}` }
      must(await submitAnswer(scope, survey, sent), `answer ${at} to ${told.key}`)
    }
  }

/** One survey that has ended, one that everybody may answer today. */
export const surveyMoments = async (world: World): Promise<Moment[]> => {
  const { city, story, now } = world
  const office = firstWith(story, 'office')
  const today = tokyoDayOf(now)
  const preset = city.slug.split('-')[0] ?? city.slug
  return (await readSurveys(preset)).flatMap((told): Moment[] => {
    const opensOn = addDays(today, -told.opened)
    const closesOn = addDays(opensOn, told.lasts)
    const answered = closesOn < today ? addDays(opensOn, 20) : addDays(today, -1)
    const counted = closesOn < today ? addDays(closesOn, 1) : today
    return [
      {
        at: tokyoInstant(addDays(opensOn, -4), '14:10'),
        by: office,
        deed: begin(told, { opensOn, closesOn }),
      },
      { at: tokyoInstant(answered, '20:40'), by: 'system', deed: answerAll(told) },
      {
        at: tokyoInstant(counted, '00:10'),
        by: 'system',
        deed: (scope) => countSurveyAnswers(scope),
      },
    ]
  })
}

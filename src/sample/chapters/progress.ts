import { findPlan, listItems } from '#capabilities/plans/index.ts'
import {
  askCommittee,
  commentOn,
  type Draft,
  findSettings,
  finishCheck,
  listComments,
  listTasks,
  lockPart,
  lockRound,
  markRoundAsSample,
  openRound,
  publishRound,
  type Report,
  saveAnswers,
  saveDrafts,
  saveVerdicts,
  sendPart,
  stepRound,
} from '#capabilities/progress/index.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryProgress } from '../story.ts'
import { firstWith, must, type World } from '../world.ts'

type Told = { readonly told: StoryProgress; readonly year: number }

const open =
  ({ told, year }: Told, days: number): Deed =>
  async (scope, { city }) => {
    const plan = await findPlan(scope, told.plan)
    if (!plan) throw new Error(`The city has no plan ${told.plan}.`)
    const opened = await openRound(scope, city, {
      plan,
      items: await listItems(scope, plan.id),
      settings: await findSettings(scope, plan, city),
      fiscalYear: year,
      dueOn: addDays(tokyoDayOf(scope.now), days),
    })
    await markRoundAsSample(scope, must(opened, `progress of ${year}`))
  }

const hold = async (scope: Scope, { told, year }: Told, department: string) => {
  const round = await lockRound(scope, told.plan, year)
  const part = round && (await lockPart(scope, round.id, department))
  if (!round || !part) throw new Error(`Nobody reports ${year} for ${department}.`)
  return { round, part }
}

const holdRound = async (scope: Scope, { told, year }: Told) => {
  const round = await lockRound(scope, told.plan, year)
  if (!round) throw new Error(`There is no progress of ${year}.`)
  return round
}

const draftOf = ({ told, year }: Told, report: Report, figures: readonly string[]): Draft => {
  const begin = year === told.open ? told.further : ''
  const [grade, results, next] = told.reports[report.no] ?? ['○', told.helping, told.helpingNext]
  if (!report.leads)
    return { results: `${begin}${told.helping}`, next: told.helpingNext, grade: '', figures: {} }
  return {
    results: `${begin}${results}`,
    next,
    grade,
    figures: Object.fromEntries(figures.map((code) => [code, { value: told.figure }])),
  }
}

/** A department writes its items, the first of them only where a number is given. */
const write =
  (one: Told, department: string, first = Number.POSITIVE_INFINITY): Deed =>
  async (scope) => {
    const held = await hold(scope, one, department)
    const tasks = await listTasks(scope, held.part.id)
    const typed = tasks.slice(0, first).map(({ item, report }) => ({
      no: item.no,
      version: report.version,
      touched: true,
      draft: draftOf(
        one,
        report,
        item.figures.map(({ code }) => code),
      ),
    }))
    await saveDrafts(scope, held, typed)
  }

const send =
  (one: Told, department: string): Deed =>
  async (scope, { city }) => {
    must(await sendPart(scope, city, await hold(scope, one, department)), `send ${department}`)
  }

const check =
  (one: Told, department: string, reason = ''): Deed =>
  async (scope, { city }) => {
    const held = await hold(scope, one, department)
    const tasks = await listTasks(scope, held.part.id)
    await saveVerdicts(
      scope,
      held,
      tasks.map(({ item }, at) => {
        const wrong = reason !== '' && at === 0
        return {
          no: item.no,
          verdict: wrong ? 'correct' : 'accepted',
          reason: wrong ? reason : '',
        }
      }),
    )
    must(await finishCheck(scope, city, held), `check ${department}`)
  }

const toCommittee =
  (one: Told): Deed =>
  async (scope, { city }) => {
    const given = { round: await holdRound(scope, one), reason: '期限を過ぎたため' }
    must(await askCommittee(scope, city, given), 'committee')
  }

const comment =
  (one: Told, said: StoryProgress['comments'][number]): Deed =>
  async (scope, { city }) => {
    const round = await holdRound(scope, one)
    must(await commentOn(scope, city, { round, no: said.item, body: said.text }), 'comment')
  }

const publish =
  (one: Told): Deed =>
  async (scope, { city }) => {
    const round = await holdRound(scope, one)
    must(await stepRound(scope, city, { round, name: 'close-committee' }), 'close the comments')
    const comments = await listComments(scope, round.id)
    await saveAnswers(
      scope,
      round,
      comments.map(({ id, version, body }) => ({
        id,
        version,
        answer: one.told.comments.find(({ text }) => text === body)?.answer ?? '',
      })),
    )
    must(await publishRound(scope, city, await holdRound(scope, one)), 'publish the year')
  }

/** So many days before today, at that time in Tokyo. */
const ago = ({ now }: World, days: number, time: string): Date =>
  tokyoInstant(addDays(tokyoDayOf(now), -days), time)

const publishedMoments = (world: World, told: StoryProgress): Moment[] => {
  const one = { told, year: told.published }
  const office = firstWith(world.story, 'office')
  const reporting = world.city.departments.filter(({ code }) => !told.missing.includes(code))
  return [
    { at: ago(world, 220, '09:10'), by: office, deed: open(one, 30) },
    ...reporting.flatMap(({ code }) => {
      const by = told.departments[code] ?? office
      const day = told.late.includes(code) ? 180 : 200
      return [
        { at: ago(world, day, '10:20'), by, deed: write(one, code) },
        { at: ago(world, day, '15:40'), by, deed: send(one, code) },
        { at: ago(world, 170, '11:00'), by: office, deed: check(one, code) },
      ]
    }),
    { at: ago(world, 160, '10:00'), by: office, deed: toCommittee(one) },
    ...told.comments.map((said) => ({
      at: ago(world, 145, '20:10'),
      by: said.by,
      deed: comment(one, said),
    })),
    { at: ago(world, 110, '14:00'), by: office, deed: publish(one) },
  ]
}

/** This year's reports have been asked for three weeks ago, and are due in two. */
const openMoments = (world: World, told: StoryProgress): Moment[] => {
  const one = { told, year: told.open }
  const office = firstWith(world.story, 'office')
  const [half, sent] = Object.entries(told.departments)
  const { correction } = told
  const returning = told.departments[correction.department] ?? office
  return [
    { at: ago(world, 24, '09:10'), by: office, deed: open(one, 40) },
    ...(half ? [{ at: ago(world, 9, '10:20'), by: half[1], deed: write(one, half[0], 2) }] : []),
    ...(sent
      ? [
          { at: ago(world, 9, '11:20'), by: sent[1], deed: write(one, sent[0]) },
          { at: ago(world, 8, '11:30'), by: sent[1], deed: send(one, sent[0]) },
        ]
      : []),
    { at: ago(world, 10, '13:20'), by: returning, deed: write(one, correction.department) },
    { at: ago(world, 10, '13:40'), by: returning, deed: send(one, correction.department) },
    {
      at: ago(world, 7, '16:00'),
      by: office,
      deed: check(one, correction.department, correction.reason),
    },
  ]
}

/** Progress of a plan: one year published, one for which departments report today. */
export const progressMoments = (world: World): Moment[] => {
  const told = world.story.progress
  return told ? [...publishedMoments(world, told), ...openMoments(world, told)] : []
}

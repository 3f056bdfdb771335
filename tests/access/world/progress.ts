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
  openRound,
  type Part,
  publishRound,
  type Round,
  saveAnswers,
  saveDrafts,
  saveVerdicts,
  sendPart,
  stepRound,
} from '#capabilities/progress/index.ts'
import type { Scope } from '#data/scope.ts'
import { act, must, put, type Town } from './town.ts'

const plan = 'guideline'

/** Years of one plan, each led as far as its name says; years of a department's share by its state. */
const years = {
  reporting: 2025,
  committee: 2024,
  answering: 2023,
  published: 2022,
  sent: 2021,
  returned: 2020,
} as const

type Reach = keyof typeof years

/** What the department of the world writes, in plain words. */
const draft: Draft = { results: '行いました。', next: '続けます。', grade: '○', figures: {} }

const open = (town: Town, fiscalYear: number): Promise<Round> =>
  act(town, 'office', '2026-11-10', async (scope) => {
    const found = (await findPlan(scope, plan))!
    const settings = await findSettings(scope, found, town.here.city)
    const items = await listItems(scope, found.id)
    return must(
      await openRound(scope, town.here.city, {
        plan: found,
        // Three are enough for everything that can happen to one.
        items: items.filter(
          ({ level }, at) =>
            level !== 'measure' ||
            items.slice(0, at).filter((one) => one.level === level).length < 3,
        ),
        settings: { ...settings, fallback: town.cast.departments[0] },
        fiscalYear,
        dueOn: '2026-12-10',
      }),
    )
  })

const held = async (
  scope: Scope,
  town: Town,
  year: number,
): Promise<{ readonly round: Round; readonly part: Part }> => {
  const round = (await lockRound(scope, plan, year))!
  return { round, part: (await lockPart(scope, round.id, town.cast.departments[0]))! }
}

const send = (town: Town, year: number): Promise<void> =>
  act(town, 'dept', '2026-11-11', async (scope) => {
    const at = await held(scope, town, year)
    const tasks = await listTasks(scope, at.part.id)
    const typed = tasks.map(({ item, report }) => ({
      no: item.no,
      version: report.version,
      touched: true,
      draft,
    }))
    await saveDrafts(scope, at, typed)
    must(await sendPart(scope, town.here.city, at))
  })

const check = (town: Town, year: number, verdict: 'accepted' | 'correct'): Promise<void> =>
  act(town, 'office', '2026-11-12', async (scope) => {
    const at = await held(scope, town, year)
    const tasks = await listTasks(scope, at.part.id)
    const reason = verdict === 'correct' ? '人数を書いてください。' : ''
    await saveVerdicts(
      scope,
      at,
      tasks.map(({ item }) => ({ no: item.no, verdict, reason })),
    )
    must(await finishCheck(scope, town.here.city, at))
  })

const toCommittee = async (town: Town, year: number): Promise<void> => {
  const { city } = town.here
  await act(town, 'office', '2026-11-13', async (scope) => {
    const { round } = await held(scope, town, year)
    must(await askCommittee(scope, city, { round, reason: '' }))
  })
  await act(town, 'reviewer', '2026-11-14', async (scope) => {
    const { round } = await held(scope, town, year)
    must(await commentOn(scope, city, { round, no: null, body: 'よく進みました。' }))
  })
}

const toAnswers = (town: Town, year: number): Promise<void> =>
  act(town, 'office', '2026-11-15', async (scope) => {
    const { round } = await held(scope, town, year)
    must(await stepRound(scope, town.here.city, { round, name: 'close-committee' }))
  })

const publish = (town: Town, year: number): Promise<void> =>
  act(town, 'office', '2026-11-16', async (scope) => {
    const { round } = await held(scope, town, year)
    const comments = await listComments(scope, round.id)
    await saveAnswers(
      scope,
      round,
      comments.map(({ id, version }) => ({ id, version, answer: '続けます。' })),
    )
    must(await publishRound(scope, town.here.city, round))
  })

const steps: Readonly<Record<Reach, readonly ((town: Town, year: number) => Promise<void>)[]>> = {
  reporting: [],
  sent: [send],
  returned: [send, (town, year) => check(town, year, 'correct')],
  committee: [send, (town, year) => check(town, year, 'accepted'), toCommittee],
  answering: [send, (town, year) => check(town, year, 'accepted'), toCommittee, toAnswers],
  published: [send, (town, year) => check(town, year, 'accepted'), toCommittee, toAnswers, publish],
}

const rounds: readonly string[] = ['reporting', 'committee', 'answering', 'published']

const shares: Partial<Record<Reach, string>> = {
  reporting: 'writing',
  sent: 'sent',
  returned: 'returned',
  committee: 'accepted',
}

/** A year of a plan in every state, and a department's share in every state. */
export const makeProgress = async (town: Town): Promise<void> => {
  if (!(await town.here.as({ kind: 'visitor' }, (scope) => findPlan(scope, plan)))) return
  const wanted = town.small
    ? (['reporting', 'published'] as const)
    : (Object.keys(years) as Reach[])
  for (const reach of wanted) {
    const year = years[reach]
    await open(town, year)
    for (const step of steps[reach]) await step(town, year)
    const params = { id: plan, year: String(year) }
    if (rounds.includes(reach)) put(town, { kind: 'progress-round', state: reach, params })
    const state = shares[reach]
    if (state)
      put(town, {
        kind: 'progress-part',
        state,
        params: { ...params, code: town.cast.departments[0] },
      })
  }
}

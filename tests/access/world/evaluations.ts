import {
  assessProject,
  type Case,
  closeThirdParty,
  confirmMutual,
  declareTie,
  explainDifferences,
  lockCase,
  publishEvaluation,
  type Sheet,
  saveAnswer,
  saveSelf,
  submitSelf,
} from '#capabilities/evaluations/index.ts'
import { listNotices } from '#capabilities/procedures/index.ts'
import type { Side } from '#capabilities/projects/index.ts'
import type { Scope } from '#data/scope.ts'
import type { PersonName } from './cast.ts'
import { act, must, put, type Town } from './town.ts'

export type EvaluationReach = 'self' | 'mutual' | 'third-party' | 'answer' | 'published'

type Work = {
  readonly town: Town
  readonly id: string
  readonly until: EvaluationReach
  readonly day: string
}

const step = <T>(
  { town, id, day }: Work,
  by: PersonName,
  work: (scope: Scope, held: Case) => Promise<T>,
): Promise<T> => act(town, by, day, async (scope) => work(scope, await lockCase(scope, id)))

const workers: Record<Side, PersonName> = { group: 'manager', city: 'dept' }

/** A side's sheet: the first item is far apart from the other side's. */
const sheetOf = (work: Work, { evaluation }: Case, side: Side): Sheet => {
  const values = evaluation.definition.scale.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return new Map(
    evaluation.definition.items.map(({ code }, at) => [
      code,
      {
        score: side === 'city' && at === 0 ? low : high,
        comment: work.town.say(`self.${work.until}.${side}.${code}`),
      },
    ]),
  )
}

const scoreBoth = async (work: Work): Promise<void> => {
  const { city } = work.town.here
  for (const side of ['group', 'city'] as const)
    await step(work, workers[side], async (scope, held) => {
      const given = { ...held, side, sheet: sheetOf(work, held, side) }
      if (work.until === 'self' && side === 'city') await saveSelf(scope, given)
      else must(await submitSelf(scope, city, given))
    })
}

const explain = async (work: Work): Promise<void> => {
  const { here, say } = work.town
  await step(work, 'manager', async (scope, held) => {
    const [first] = held.evaluation.definition.items
    const mine = new Map([[first?.code ?? '', say(`explanation.${work.until}`)]])
    const given = { ...held, side: 'group', shown: new Map(), mine } as const
    must(await explainDifferences(scope, here.city, given))
  })
  if (work.until === 'mutual') return
  for (const side of ['group', 'city'] as const)
    await step(work, workers[side], async (scope, held) => {
      const seen = held.evaluation.mutualRevision
      must(await confirmMutual(scope, here.city, { ...held, side, seen }))
    })
}

const assess = async (work: Work): Promise<void> => {
  const { here, say } = work.town
  await step(work, 'reviewer', async (scope, held) => {
    const overall = held.evaluation.definition.overall[0]?.code ?? ''
    const draft = { overall, comment: say(`assessment.${work.until}.reviewer`) }
    must(await declareTie(scope, { ...held, given: { interest: 'none', note: '' } }))
    must(await assessProject(scope, { ...held, draft }))
  })
  if (work.until === 'third-party') return
  await step(work, 'office', async (scope, held) => {
    must(await closeThirdParty(scope, here.city, { ...held, reason: '' }))
  })
}

/** The city's answer; of a published one the group's first comment is withheld. */
const answer = (work: Work): Promise<void> =>
  step(work, 'office', async (scope, held) => {
    const { here, say } = work.town
    const [first] = held.evaluation.definition.items
    const given = {
      ...held,
      answer: {
        answer: say(`answer.${work.until}.answer`),
        nextYear: say(`answer.${work.until}.next`),
        withheld: [`group:${first?.code}`],
      },
    }
    if (work.until === 'answer') await saveAnswer(scope, given, given.answer)
    else must(await publishEvaluation(scope, here.city, given))
  })

/** Brings the evaluation of a project whose last report was accepted so far. */
export const makeEvaluation = async (work: Work): Promise<void> => {
  await scoreBoth(work)
  if (work.until === 'self') return
  await explain(work)
  if (work.until === 'mutual') return
  await assess(work)
  if (work.until === 'third-party') return
  await answer(work)
  if (work.until !== 'published') return
  await act(work.town, 'office', work.day, async (scope) => {
    const [notice] = await listNotices(scope, { kind: 'evaluation', id: work.id })
    put(work.town, {
      kind: 'file',
      state: 'evaluation-published',
      params: { id: notice?.fileId ?? '' },
    })
  })
}

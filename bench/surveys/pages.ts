import { measureLatency } from '../country/latency.ts'
import { figure, say } from '../figures.ts'
import { heading, measure, print } from '../four-cities.ts'
import { cityUrl, type Ground } from './ground.ts'
import { target } from './make.ts'

/** The pages of a survey that everyone reads, against the references of all pages. */
export const measurePages = async (ground: Ground, id: string): Promise<void> => {
  const base = `/${target.slug}/surveys/${id}`
  // The first page of all also asks which cities there are.
  await ground.recorder.statementsOf(base)
  say(heading)
  for (const [name, path] of [
    ['results', `${base}/results`],
    ['survey', base],
    ['surveys', `/${target.slug}/surveys`],
    ['list of results', `/${target.slug}/survey-results`],
  ] as const)
    print(await measure(ground, { name, path, kind: 'detail' }))
}

/** What a page may grow by, from a thousand answers to all of them. */
const growthBar = 1.3
const asked = 100

const milliseconds = (value: number): string => value.toFixed(2).padStart(9)

/** The same pages of a survey with few answers and of one with very many, for everyone and for staff. */
export const measureGrowth = async (
  ground: Ground,
  { large, small }: { readonly large: string; readonly small: string },
): Promise<void> => {
  const staff = { cookie: ground.cookie }
  say(`${'page'.padEnd(28)}  few p50  many p50  growth`)
  for (const [name, path, headers] of [
    ['results', '/results', {}],
    ['survey', '', {}],
    ['survey, for staff', '', staff],
    ['count and publish', '/tabulations', staff],
    ['results to be checked', '/tabulations/1', staff],
    ['texts not read yet', '/texts', staff],
    ['texts that were read', '/texts?part=read', staff],
    ['sheets of paper', '/sheets', staff],
    ['codes and requests', '/asked', staff],
  ] as const) {
    const of = (id: string) =>
      measureLatency(cityUrl(ground, `/surveys/${id}${path}`), asked, headers)
    const [few, many] = [await of(small), await of(large)]
    const grown = many.p50 / few.p50
    say(
      `${name.padEnd(28)}${milliseconds(few.p50)} ${milliseconds(many.p50)}  ${figure(grown, 6)} ${grown <= growthBar ? '≤' : '>'} ${growthBar}`,
    )
  }
}

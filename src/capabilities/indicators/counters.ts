import type { Counter } from '#web/counter.ts'
import { groups } from '../groups/index.ts'
import { programmes } from '../programmes/index.ts'
import { projects } from '../projects/index.ts'
import { proposals } from '../proposals/index.ts'

/** Everything that the product counts by itself; a job is given no list, so the doors are named here. */
export const counters: readonly Counter[] = [groups, programmes, proposals, projects].flatMap(
  (capability) => capability.counters ?? [],
)

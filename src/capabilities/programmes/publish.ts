import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { publishEntry, withdrawEntry } from '../publishing/index.ts'
import type { Call } from './call.ts'
import { paths } from './paths.ts'
import type { ProgrammePreset } from './preset.ts'

/** Puts the programme where everyone can find it. */
export const publishProgramme = (scope: Scope, definition: ProgrammePreset): Promise<void> =>
  publishEntry(scope, {
    kind: 'programme',
    id: definition.code,
    title: definition.title,
    summary: definition.about,
    url: paths.programme(scope.city.slug, definition.code),
    happenedOn: tokyoDayOf(scope.now),
    body: [
      definition.after,
      ...definition.types.flatMap(({ name, about, funding }) => [name, about, funding]),
    ]
      .map(({ ja, en }) => `${ja}\n${en}`)
      .join('\n'),
  })

/** Puts a call, with the days between which it takes proposals, where everyone can find it. */
export const publishCallEntry = (
  scope: Scope,
  call: Pick<Call, 'id' | 'title' | 'definition' | 'opensOn' | 'closesOn'> & {
    readonly closesAt?: string | null
  },
): Promise<void> =>
  publishEntry(scope, {
    kind: 'call',
    id: call.id,
    title: call.title,
    summary: call.definition.about,
    url: paths.call(scope.city.slug, call.id),
    happenedOn: call.opensOn,
    opensOn: call.opensOn,
    closesOn: call.closesOn,
    closesAt: call.closesAt ?? undefined,
  })

/** Takes a call that was cancelled out of what can be found and applied for. */
export const withdrawCallEntry = (scope: Scope, id: string): Promise<void> =>
  withdrawEntry(scope, 'call', id)

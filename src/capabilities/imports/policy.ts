import { type Actor, hasRole } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import type { Importer } from '#web/importer.ts'
import { hasWritten, type Import } from './import.ts'

/** Who may fill this register from a table. */
export const canImport = (actor: Actor, { roles }: Pick<Importer, 'roles'>): boolean =>
  actor.kind === 'system' || hasRole(actor, ...roles)

/** Columns and choices can be changed until the run begins. */
export const canPlan = ({ state }: Pick<Import, 'state'>): Verdict =>
  state === 'uploaded' || state === 'checked' || state === 'failed' ? yes : no('not-now')

export const canRun = ({ state }: Pick<Import, 'state'>): Verdict =>
  state === 'checked' ? yes : no('not-now')

export const canCancel = ({ state }: Pick<Import, 'state'>): Verdict =>
  state === 'running' || state === 'checking' ? yes : no('not-now')

export const canRevert = (one: Pick<Import, 'state' | 'purgedAt'>): Verdict =>
  hasWritten(one) && one.purgedAt === null ? yes : no('not-now')

/** An import that has written nothing can be put away. */
export const canPutAway = ({ state }: Pick<Import, 'state'>): Verdict =>
  state === 'uploaded' || state === 'checked' || state === 'failed' ? yes : no('not-now')

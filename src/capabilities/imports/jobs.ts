import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { Job } from '#web/capability.ts'
import { findPersonById } from '../accounts/index.ts'
import { getCity } from '../cities/index.ts'
import { finishCheck, matchPiece, stageRows } from './actions/check.ts'
import { purgeImports } from './actions/purge.ts'
import { revertPiece } from './actions/revert.ts'
import { runPiece, runWhole } from './actions/run.ts'
import { chunkSize } from './import.ts'
import { getImport, updateImport } from './queries/imports.ts'

const idIn = (data: Readonly<Record<string, unknown>>): string => String(data.importId ?? '')

/** A check of a long file: first all of it is read, then the register is asked piece by piece. */
const check = async (scope: Scope, data: Readonly<Record<string, unknown>>): Promise<void> => {
  const id = idIn(data)
  const one = await getImport(scope, id)
  if (one.state !== 'checking') return
  if (one.cancelAsked)
    return updateImport(scope, id, { state: 'uploaded', cancelAsked: false, progress: 0 })
  const city = await getCity(scope)
  if (data.staged !== true) {
    if (!(await stageRows(scope, city, one))) return
    return scope.outside.jobs.send(scope, 'imports.check', { importId: id, staged: true })
  }
  const looked = await matchPiece(scope, city, one, chunkSize * 4)
  if (looked === 0) return finishCheck(scope, one)
  await updateImport(scope, id, { progress: one.progress + looked })
  return scope.outside.jobs.send(scope, 'imports.check', { importId: id, staged: true })
}

/** The job works for whoever began the import: what it writes is theirs. */
const onBehalf = async (scope: Scope, city: City, id: string): Promise<Scope> => {
  const { accountId } = await getImport(scope, id)
  const person = accountId ? await findPersonById(scope, city, accountId) : undefined
  return person ? { ...scope, actor: person } : scope
}

/** A piece of a run; the next one is put on the queue in the same transaction, so that none is lost or done twice. */
const run = async (scope: Scope, data: Readonly<Record<string, unknown>>): Promise<void> => {
  const id = idIn(data)
  const one = await getImport(scope, id)
  const city = await getCity(scope)
  const acting = await onBehalf(scope, city, id)
  if (one.mode === 'all') return runWhole(acting, city, id)
  if (await runPiece(acting, city, id))
    await scope.outside.jobs.send(scope, 'imports.run', { importId: id })
}

const revert = async (scope: Scope, data: Readonly<Record<string, unknown>>): Promise<void> => {
  const id = idIn(data)
  const city = await getCity(scope)
  if (await revertPiece(await onBehalf(scope, city, id), city, id))
    await scope.outside.jobs.send(scope, 'imports.revert', { importId: id })
}

/** What imports leave to the queue. */
export const importJobs: readonly Job[] = [
  { name: 'imports.check', run: check, unseen: true },
  { name: 'imports.run', run },
  { name: 'imports.revert', run: revert },
  {
    name: 'imports.forget-bytes',
    unseen: true,
    run: (scope, { sha256 }) =>
      scope.outside.forgetBytes(Array.isArray(sha256) ? sha256.map(String) : [], scope.now),
  },
  { name: 'imports.purge', run: (scope) => purgeImports(scope), every: '20 4 * * *', unseen: true },
]

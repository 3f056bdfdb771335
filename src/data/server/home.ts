import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, accountFor, canEnter, giveToFolderOwner } from './account.ts'
import { writeWhole } from './durable.ts'
import { ServerStartError, withFileErrors } from './errors.ts'
import { takeLock } from './lock.ts'
import { findShelter, shelters } from './shelter.ts'

/**
 * The folder that keeps one database: `cluster/` (PostgreSQL's own files), settings, passwords,
 * log and lock. Only `cluster/` belongs to the database's account.
 */
export type Home = { readonly path: string; readonly cluster: string; readonly account: Account }

/** The file in DATA_DIR that says where the database is when it cannot be in DATA_DIR itself. */
export const pointerName = 'postgres.path'
const ownerName = 'data-directory.path'

/** The file in a home whose lock says that a living process uses it. */
export const lockName = 'lock'

const clusterIn = (home: string): string => join(home, 'cluster')

const readPath = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n', 1)[0] : undefined

const makeFolder = (path: string, mode: number): void => {
  if (existsSync(path)) return
  mkdirSync(path, { recursive: true })
  // The mode given to mkdir is cut by the umask; a root process must let the account pass.
  chmodSync(path, mode)
  giveToFolderOwner(path)
}

const homeAt = (path: string, account: Account): Home => {
  makeFolder(path, account.other ? 0o711 : 0o700)
  if (!canEnter(account, path)) throw new ServerStartError('unwritable', { subject: path })
  return { path, cluster: clusterIn(path), account }
}

const pointer = (path: string): string => `${path}
# つなぐのデータベースは上の場所にあります。root で始めたため、この DATA_DIR には置けませんでした。
# バックアップや移動のときは、DATA_DIR と一緒に扱ってください。
# The database of this DATA_DIR is kept at the path above, because its account cannot enter here.
# Treat both as one when you back up or move them.
`

/** DATA_DIR may be moved, and its database follows; a copy of it must not share one database. */
const claim = (directory: string, path: string): void => {
  const owner = readPath(join(path, ownerName))
  if (owner === directory) return
  if (owner && readPath(join(owner, pointerName)) === path)
    throw new ServerStartError('copied', { subject: path, detail: `The original: ${owner}` })
  writeWhole(join(path, ownerName), `${directory}\n`, 0o600)
}

const followPointer = (directory: string, path: string): Home => {
  if (!existsSync(path)) throw new ServerStartError('data-missing', { subject: path })
  claim(directory, path)
  return homeAt(path, accountFor(clusterIn(path)))
}

const setAside = (path: string, log: (line: string) => void): void => {
  // Its server may still run although its DATA_DIR is gone.
  takeLock(join(path, lockName)).release()
  let kept = ''
  for (let n = 1; kept === '' || existsSync(kept); n++) kept = `${path}.kept-${n}`
  renameSync(path, kept)
  log(`以前のデータベースを ${kept} に残しました / the earlier database is kept at ${kept}`)
}

const settleElsewhere = (directory: string, account: Account, options: Finding): Home => {
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16)
  const path = join(findShelter(account, options.shelters), name)
  // DATA_DIR was deleted to begin again, or another disk is mounted there: never reuse, never erase.
  if (existsSync(clusterIn(path))) setAside(path, options.log)
  const home = homeAt(path, account)
  claim(directory, path)
  writeWhole(join(directory, pointerName), pointer(path), 0o644)
  return home
}

type Finding = { readonly log: (line: string) => void; readonly shelters?: readonly string[] }

/**
 * Finds or makes the home of the database that belongs to `directory` (DATA_DIR): inside it, or,
 * when we are root and the database's account cannot get there, in a shelter that a pointer file
 * in `directory` names.
 *
 * @throws ServerStartError 'unwritable', 'disk-full', 'no-account', 'data-missing', 'copied'
 *   or 'in-use'
 */
export const findHome = (directory: string, options: Finding): Home =>
  withFileErrors(directory, () => {
    makeFolder(directory, process.getuid?.() === 0 ? 0o711 : 0o700)
    const real = realpathSync(directory)
    const elsewhere = readPath(join(real, pointerName))
    if (elsewhere) return followPointer(real, elsewhere)
    const inside = join(real, 'postgres')
    const account = accountFor(clusterIn(inside))
    if (!account.other || existsSync(clusterIn(inside)) || canEnter(account, real))
      return homeAt(inside, account)
    const home = settleElsewhere(real, account, { shelters, ...options })
    options.log(
      `${real} には利用者 ${account.name} が入れないため、データベースは ${home.path} に置きます / ` +
        `account ${account.name} cannot enter ${real}; the database is kept at ${home.path}`,
    )
    return home
  })

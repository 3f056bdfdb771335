import { accessSync, chmodSync, constants, lstatSync, mkdirSync } from 'node:fs'
import { type Account, canEnter } from './account.ts'
import { ServerStartError } from './errors.ts'

/**
 * Where root puts what the database's account cannot reach in the product's own folders:
 * a clone under /root (mode 700) keeps everybody else out.
 */
export const shelters: readonly string[] = ['/var/lib/tsunagu', '/var/tmp/tsunagu']

// /var/tmp is open to all: a folder that somebody else put there first must not be trusted.
const isRootsOwn = (folder: string): boolean => {
  const found = lstatSync(folder)
  return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
}

const isUsable = (account: Account, folder: string): boolean => {
  try {
    if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o711)
    accessSync(folder, constants.W_OK)
    return isRootsOwn(folder) && canEnter(account, folder)
  } catch {
    return false
  }
}

/**
 * A folder of root's that `account` can enter, made when it is not there yet.
 *
 * @throws ServerStartError 'unwritable' when none of the candidates is usable
 */
export const findShelter = (account: Account, candidates: readonly string[] = shelters): string => {
  const folder = candidates.find((candidate) => isUsable(account, candidate))
  if (folder) return folder
  throw new ServerStartError('unwritable', { subject: candidates.join(', ') })
}

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withFileErrors } from './errors.ts'
import { findHome, lockName, pointerName } from './home.ts'
import { endLeftovers } from './leftovers.ts'
import { takeLock } from './lock.ts'

/**
 * Deletes the database of `directory` (DATA_DIR) for good, wherever it is kept. Other files in
 * `directory` stay.
 *
 * @throws ServerStartError 'in-use' while a server runs on it
 */
export const removeOwnServer = async (directory: string): Promise<void> => {
  if (!existsSync(join(directory, pointerName)) && !existsSync(join(directory, 'postgres'))) return
  const log = () => undefined
  const home = findHome(directory, { log })
  const lock = takeLock(join(home.path, lockName))
  try {
    await endLeftovers(home.cluster, log)
    withFileErrors(home.path, () => {
      rmSync(home.path, { recursive: true, force: true })
      rmSync(join(directory, pointerName), { force: true })
    })
  } finally {
    lock.release()
  }
}

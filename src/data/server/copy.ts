import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { withFileErrors } from './errors.ts'

// Needed to compile against PostgreSQL, not to run it.
const isForCompilers = (name: string): boolean => name.endsWith('.a') || name === 'pkgconfig'

/** Modes are set, not kept: an installation under umask 077 is readable by its owner only. */
const copyTree = (from: string, to: string): void => {
  mkdirSync(to)
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (isForCompilers(entry.name)) continue
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else {
      copyFileSync(source, target, constants.COPYFILE_FICLONE)
      chmodSync(target, statSync(source).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Copies that a killed process left half made; one that is being made now stays. */
const removeLeftovers = (to: string): void => {
  const prefix = `${basename(to)}.making-`
  for (const name of readdirSync(dirname(to)))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      rmSync(join(dirname(to), name), { recursive: true, force: true })
}

/**
 * Copies a folder so that every account of the machine can read and run it. `to` appears whole or
 * not at all; two processes may do it at once.
 *
 * @throws ServerStartError 'disk-full' or 'unwritable'
 */
export const copyForAll = (from: string, to: string): void =>
  withFileErrors(to, () => {
    removeLeftovers(to)
    const making = `${to}.making-${process.pid}`
    rmSync(making, { recursive: true, force: true })
    try {
      copyTree(from, making)
      renameSync(making, to)
    } catch (error) {
      rmSync(making, { recursive: true, force: true })
      if (!existsSync(to)) throw error
    }
  })

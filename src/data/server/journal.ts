import {
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { giveToFolderOwner } from './account.ts'

/** The server's log beyond this size moves to one older file; both together stay near twice it. */
export const journalLimit = 4 * 2 ** 20

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/**
 * Keeps the log small. The server goes on writing into the same file (always at its end), so it is
 * copied and emptied, never renamed.
 */
export const boundJournal = (path: string, limit: number = journalLimit): void => {
  if (sizeOf(path) <= limit) return
  try {
    copyFileSync(path, `${path}.1`)
    giveToFolderOwner(`${path}.1`)
  } catch {
    // On a full disk the newest lines matter less than the space.
  }
  try {
    truncateSync(path)
  } catch {
    // Tried again a minute later.
  }
}

/** Opens the log for the server to write into (mode 600); `end` is where its lines will begin. */
export const openJournal = (path: string): { handle: number; end: number; close(): void } => {
  boundJournal(path)
  const handle = openSync(path, 'a', 0o600)
  giveToFolderOwner(path)
  return { handle, end: fstatSync(handle).size, close: () => closeSync(handle) }
}

/** At most the last 4 KB that the server has written since `start`. */
export const readJournal = (path: string, start: number): string => {
  const size = sizeOf(path)
  const from = Math.max(start, size - 4096)
  if (size <= from) return ''
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(size - from)
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, from)).trim()
  } finally {
    closeSync(handle)
  }
}

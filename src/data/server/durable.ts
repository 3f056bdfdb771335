import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { giveToFolderOwner } from './account.ts'

/** Makes what was created, renamed or removed in `folder` survive a power loss. */
export const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a whole file or none of it: readers and crashes see the old text or the new. */
export const writeWhole = (path: string, text: string, mode: number): void => {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  const handle = openSync(draft, 'wx', mode)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  giveToFolderOwner(draft)
  renameSync(draft, path)
  syncFolder(dirname(path))
}

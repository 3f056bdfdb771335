import { access, mkdtemp, rename, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileStore, openFileStore } from './files.ts'

let folder: string
let files: FileStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  files = openFileStore(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const now = new Date('2026-11-20T01:00:00Z')
const longAgo = new Date('2025-01-01T00:00:00Z')

const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Bytes that were kept long ago. */
const putLongAgo = async (text: string): Promise<string> => {
  const sha256 = await files.put(Buffer.from(text))
  await utimes(placeOf(sha256), longAgo, longAgo)
  return sha256
}

test('消すかどうかをたしかめている間に、もう一度とどいた中身は、名前がまだなくても消えない', async () => {
  const sha256 = await putLongAgo('もう一度とどく中身')
  let asked = 0
  const gone = await files.forget(sha256, {
    before: now,
    isNamed: async () => {
      asked += 1
      // Uploaded anew at this very moment; its row is not committed yet.
      if (asked === 1) await files.put(Buffer.from('もう一度とどく中身'))
      return false
    },
  })
  expect(gone).toBe(false)
  expect((await files.get(sha256)).toString()).toBe('もう一度とどく中身')
})

test('途中で止まって残ったものは、次のときに消える', async () => {
  const sha256 = await putLongAgo('途中で止まった中身')
  const aside = `${placeOf(sha256)}.gone`
  await rename(placeOf(sha256), aside)
  expect(await files.forget(sha256, { before: now, isNamed: async () => false })).toBe(true)
  expect(await isThere(aside)).toBe(false)
})

test('途中で止まって残ったものを、どこかの市のファイルがまだ名ざしていれば、元にもどる', async () => {
  const sha256 = await putLongAgo('まだ要る中身')
  await rename(placeOf(sha256), `${placeOf(sha256)}.gone`)
  expect(await files.forget(sha256, { before: now, isNamed: async () => true })).toBe(false)
  expect((await files.get(sha256)).toString()).toBe('まだ要る中身')
})

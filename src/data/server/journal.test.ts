import { readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boundJournal, openJournal, readJournal } from './journal.ts'
import { makeDirectory } from './rig.fixture.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = makeDirectory()
  path = join(folder, 'postgres.log')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('記録は上限を超えると一つ前に移り、書き手は空になった同じファイルに書き続ける', () => {
  const { handle, close } = openJournal(path)
  writeSync(handle, 'old '.repeat(30))
  boundJournal(path, 100)
  writeSync(handle, 'new')
  close()
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('old '.repeat(30))
})

test('上限までの記録は動かない', () => {
  writeFileSync(path, 'x'.repeat(100))
  boundJournal(path, 100)
  expect(statSync(path).size).toBe(100)
})

test('読むのは、指した所から後の、最後の 4 KB まで', () => {
  writeFileSync(path, 'earlier start\n')
  const { handle, end, close } = openJournal(path)
  writeSync(handle, 'FATAL: this start\n')
  expect(readJournal(path, end)).toBe('FATAL: this start')
  writeSync(handle, 'y'.repeat(9000))
  close()
  expect(readJournal(path, end)).toBe('y'.repeat(4096))
  expect(readJournal(join(folder, 'none'), 0)).toBe('')
})

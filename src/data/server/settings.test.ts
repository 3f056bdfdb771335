import { expect, test } from 'vitest'
import { availableMemory, sharedBuffers } from './settings.ts'

const gigabyte = 2 ** 30

test.each([
  [gigabyte / 8, 32],
  [gigabyte / 2, 64],
  [gigabyte, 128],
  [64 * gigabyte, 128],
])('メモリ %d バイトなら共有バッファは %d MB', (memory, megabytes) => {
  expect(sharedBuffers(memory)).toBe(megabytes)
})

test('使えるメモリは有限で、上限のないコンテナでも機械の大きさを超えない', () => {
  expect(availableMemory()).toBeGreaterThan(0)
  expect(Number.isFinite(availableMemory())).toBe(true)
})

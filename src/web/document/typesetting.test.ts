import { afterAll, expect, test } from 'vitest'
import { composeDocument } from './compose.ts'
import { letter, sheet } from './examples/index.ts'
import { openTypesetter } from './typesetting.ts'

const open = openTypesetter()
afterAll(() => open.close())

test('別のプロセスで作り直しても、間に何を作っても、同じ文書は1バイトも違わない', async () => {
  const other = openTypesetter()
  const first = await open.setType(composeDocument(letter))
  await open.setType(composeDocument(sheet))
  const again = await open.setType(composeDocument(letter))
  const elsewhere = await other.setType(composeDocument(letter))
  other.close()
  expect(Buffer.compare(first, again)).toBe(0)
  expect(Buffer.compare(first, elsewhere)).toBe(0)
})

test('組版プロセスが倒れても待っている人に伝わり、次は新しいプロセスで作れる', async () => {
  const doomed = openTypesetter()
  const waiting = doomed.setType(composeDocument(letter))
  process.kill(doomed.pid!, 'SIGKILL')
  await expect(waiting).rejects.toThrow('the typesetter ended')
  expect(doomed.isOpen()).toBe(false)
  expect((await open.setType(composeDocument(letter))).length).toBeGreaterThan(10_000)
})

test('一つの文書が作れなくても、続きの文書は作れ、理由に文書の中身は出ない', async () => {
  const broken = open.setType(JSON.stringify({ kind: 'letter', title: '秘密の題名' }))
  const next = open.setType(composeDocument(letter))
  await expect(broken).rejects.toThrow(/could not be set/)
  await expect(broken).rejects.not.toThrow(/秘密/)
  expect((await next).length).toBeGreaterThan(10_000)
})

test('組版プロセスが黙り込んだら打ち切られ、待ち続けることはない', async () => {
  const silent = openTypesetter(300)
  const waiting = silent.setType(composeDocument(letter))
  process.kill(silent.pid!, 'SIGSTOP')
  await expect(waiting).rejects.toThrow('the typesetter ended: SIGKILL')
})

test('閉じた組版プロセスは使えない', async () => {
  const closed = openTypesetter()
  closed.close()
  expect(closed.isOpen()).toBe(false)
  await expect(closed.setType(composeDocument(letter))).rejects.toThrow('the typesetter ended')
})

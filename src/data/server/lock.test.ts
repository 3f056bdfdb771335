import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { takeLock } from './lock.ts'
import { makeDirectory, patient } from './rig.fixture.ts'

vi.setConfig(patient)

let folder: string
let path: string
beforeEach(() => {
  folder = makeDirectory()
  path = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const inUse = expect.objectContaining({ code: 'in-use' })

test('一つのプロセスの中でも、鍵は一度に一つしか取れない', () => {
  const lock = takeLock(path)
  expect(() => takeLock(path)).toThrow(inUse)
  lock.release()
  lock.release()
  takeLock(path).release()
})

test('別のプロセスの鍵は、それが kill -9 で終わればすぐに空く', async () => {
  const program = `
    import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    takeLock(${JSON.stringify(path)})
    process.stdout.write('taken')
    setInterval(() => undefined, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program])
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  expect(() => takeLock(path)).toThrow(inUse)
  holder.kill('SIGKILL')
  await new Promise((resolve) => holder.once('exit', resolve))
  takeLock(path).release()
})

test('鍵のファイルが残っていても、誰も持っていなければ取れる', () => {
  takeLock(path).release()
  takeLock(path).release()
})

test('鍵のファイルを作れない場所は、書き込めない場所である', () => {
  expect(() => takeLock(join(folder, 'none', 'lock'))).toThrow(
    expect.objectContaining({ code: 'unwritable' }),
  )
})

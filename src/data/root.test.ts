import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from './root.ts'

test('つなぐの置き場所は、package.json のあるいちばん近い上のフォルダー', () => {
  expect(existsSync(join(projectRoot(), 'package.json'))).toBe(true)
  expect(projectRoot(join(projectRoot(), '.build'))).toBe(projectRoot())
  expect(projectRoot(join(projectRoot(), 'src', 'data', 'server'))).toBe(projectRoot())
})

test('package.json がどこにもなければ、黙って根を返さない', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-root-'))
  mkdirSync(join(folder, 'inner'))
  expect(() => projectRoot(join(folder, 'inner'))).toThrow(/package\.json/)
  rmSync(folder, { recursive: true })
})

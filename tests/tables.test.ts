import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { projectRoot } from '#data/root.ts'
import { generateTables } from './tables.ts'

test('表の型は、移行後のデータベースと同じ（違えば npm run tables）', () => {
  const generated = generateTables(inject('urls').owner)
  expect(generated).toContain('export interface DB')
  expect(readFileSync(join(projectRoot(), 'src/data/tables.ts'), 'utf8')).toBe(generated)
})

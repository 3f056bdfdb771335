import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderWorkflowTable } from '#kernel/workflow-check.ts'
import { reviewWorkflow } from './review.ts'

/** Without the spaces and dashes by which the formatter lines columns up. */
const squeeze = (text: string): string => text.replace(/\s+/g, '').replace(/-{2,}/g, '-')

test('READMEの表は、審査の状態の表そのものである', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  expect(squeeze(readme)).toContain(squeeze(renderWorkflowTable(reviewWorkflow)))
})

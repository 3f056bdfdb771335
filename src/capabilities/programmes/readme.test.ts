import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderWorkflowTable } from '#kernel/workflow-check.ts'
import { callWorkflow } from './call.ts'

test('READMEの表は、募集の段階の表そのものである', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  expect(readme).toContain(renderWorkflowTable(callWorkflow))
})

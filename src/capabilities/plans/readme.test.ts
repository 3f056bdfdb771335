import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderWorkflowTable } from '#kernel/workflow-check.ts'
import { draftWorkflow } from './draft.ts'

/** Without the spaces and dashes by which the formatter lines columns up. */
const squeeze = (text: string): string => text.replace(/\s+/g, '').replace(/-{2,}/g, '-')

test('READMEの表は、下書きの段階の表そのものである', () => {
  const readme = squeeze(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))
  expect(readme).toContain(squeeze(renderWorkflowTable(draftWorkflow)))
})

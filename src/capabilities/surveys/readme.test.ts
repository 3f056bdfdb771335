import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderWorkflowTable } from '#kernel/workflow-check.ts'
import { surveyWorkflow } from './survey.ts'

/** Without the spaces and dashes by which the formatter lines columns up. */
const squeeze = (text: string): string => text.replace(/\s+/g, '').replace(/-{2,}/g, '-')

test('READMEの表は、アンケートの段階の表そのものである', () => {
  const readme = squeeze(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))
  expect(readme).toContain(squeeze(renderWorkflowTable(surveyWorkflow)))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderWorkflowTable } from '#kernel/workflow-check.ts'
import { consultationWorkflow } from './consultation.ts'
import { proposalWorkflow } from './proposal.ts'

/** The formatter widens the columns of a table; its words stay. */
const squeeze = (text: string): string =>
  text.replaceAll(/[ \t]*\|[ \t]*/g, '|').replaceAll(/-{3,}/g, '---')

test('説明の状態の表は、手続きの表そのものである', () => {
  const readme = squeeze(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))
  for (const workflow of [proposalWorkflow, consultationWorkflow])
    expect(readme).toContain(squeeze(renderWorkflowTable(workflow)).trim())
})

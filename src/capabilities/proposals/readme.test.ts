import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderWorkflowTable } from '#kernel/workflow-check.ts'
import { consultationWorkflow } from './consultation.ts'
import { proposalWorkflow } from './proposal.ts'

test('説明の状態の表は、手続きの表そのものである', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  for (const workflow of [proposalWorkflow, consultationWorkflow])
    expect(readme).toContain(renderWorkflowTable(workflow).trim())
})

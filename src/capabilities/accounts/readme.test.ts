import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderWorkflowTable } from '#kernel/workflow-check.ts'
import { handoverFlow } from './handover.ts'
import { invitationFlow } from './invitation.ts'
import { recoveryFlow } from './recovery.ts'

/** Without the spaces and dashes by which the formatter lines columns up. */
const squeeze = (text: string): string => text.replace(/\s+/g, '').replace(/-{2,}/g, '-')

test('README の状態の表は、決まりの表と同じ', () => {
  const readme = squeeze(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))
  for (const workflow of [invitationFlow, handoverFlow, recoveryFlow])
    expect(readme).toContain(squeeze(renderWorkflowTable(workflow)))
})

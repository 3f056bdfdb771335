import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertWorkflow, renderWorkflowTable } from '#kernel/workflow-check.ts'
import { agreementWorkflow } from './agreement.ts'
import { projectWorkflow } from './project.ts'
import { placeOfPurpose, yearWorkflow } from './project-year.ts'

const workflows = { project: projectWorkflow, year: yearWorkflow, agreement: agreementWorkflow }

test.each(Object.entries(workflows))(
  '%s の段階の表に、行き止まりも届かない段階もない',
  (_, table) => {
    expect(() => assertWorkflow(table)).not.toThrow()
  },
)

/** Without the spaces and dashes by which the formatter lines columns up. */
const squeeze = (text: string): string => text.replace(/\s+/g, '').replace(/-{2,}/g, '-')

test('READMEの表は、事業・年度・協定の段階の表そのものである', () => {
  const readme = squeeze(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))
  for (const table of Object.values(workflows))
    expect(readme).toContain(squeeze(renderWorkflowTable(table)))
})

test('結んだ協定から、どこへも進めない', () => {
  expect(agreementWorkflow.transitions.filter(({ from }) => from.includes('signed'))).toEqual([])
})

test('事業のシートの名は、種類と年度か記録の番号で読みもどせる', () => {
  expect(placeOfPurpose('report-2027')).toEqual({ kind: 'report', fiscalYear: 2027 })
  expect(placeOfPurpose('interim-2028')).toEqual({ kind: 'interim', fiscalYear: 2028 })
  expect(placeOfPurpose('progress-abc123def456')).toEqual({
    kind: 'progress',
    entryId: 'abc123def456',
  })
  for (const other of ['report-27', 'report', 'notice', 'progress-', 'self-group', 'report-2027/x'])
    expect(placeOfPurpose(other)).toBeUndefined()
})

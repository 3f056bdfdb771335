import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertWorkflow, renderWorkflowTable } from '#kernel/workflow-check.ts'
import { evaluationWorkflow } from './evaluation.ts'
import { mergeTexts } from './explanations.ts'

test('評価の段階の表に、行き止まりも届かない段階もない', () => {
  expect(() => assertWorkflow(evaluationWorkflow)).not.toThrow()
})

/** Without the spaces and dashes by which the formatter lines columns up. */
const squeeze = (text: string): string => text.replace(/\s+/g, '').replace(/-{2,}/g, '-')

test('READMEの表は、評価の段階の表そのものである', () => {
  const readme = squeeze(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))
  expect(readme).toContain(squeeze(renderWorkflowTable(evaluationWorkflow)))
})

test('自己評価から先に進むのは、二つめの提出だけ', () => {
  const out = evaluationWorkflow.transitions.filter(
    ({ from, to }) => from.includes('self') && to !== 'self',
  )
  expect(out.map(({ name }) => name)).toEqual(['submit-last'])
})

const texts = (of: Record<string, string>) => new Map(Object.entries(of))

test('別々の項目に書いた説明は、どちらも残る', () => {
  const merged = mergeTexts(['a', 'b'], {
    shown: texts({}),
    mine: texts({ a: '私' }),
    stored: texts({ b: '相手' }),
  })
  expect(merged).toEqual({ changed: texts({ a: '私' }), conflicts: [] })
})

test('同じ項目を違うように書いたときは、食い違いとして示し、どちらも消さない', () => {
  const merged = mergeTexts(['a'], {
    shown: texts({ a: '前' }),
    mine: texts({ a: '私' }),
    stored: texts({ a: '相手' }),
  })
  expect(merged).toEqual({ changed: texts({}), conflicts: ['a'] })
})

test('空にした説明や、変えていない説明は、保存しない', () => {
  const merged = mergeTexts(['a', 'b'], {
    shown: texts({ a: '前', b: '前' }),
    mine: texts({ a: '', b: '前' }),
    stored: texts({ a: '前', b: '前' }),
  })
  expect(merged.changed.size).toBe(0)
})

import { expect, test } from 'vitest'
import { acceptRest, readVerdict, seenMark } from './check-form.ts'
import { fieldsOf } from './form.ts'
import { emptyDraft, isUnchanged, type Report, type Task } from './report.ts'

const report = {
  ...emptyDraft,
  no: '1',
  leads: true,
  version: 3,
  verdict: '',
  verdictReason: '',
  writtenBy: '見本',
  writtenAt: null,
} as unknown as Report
const task = {
  item: { no: '1', title: { ja: '題', en: 't' }, figures: [] },
  report,
} as unknown as Task

const press = (typed: { verdict?: string; reason?: string; seen?: string }) => {
  const fields = fieldsOf('1')
  const values = new Map([
    [fields.verdict, typed.verdict ?? ''],
    [fields.reason, typed.reason ?? ''],
    [fields.seen, typed.seen ?? seenMark(report)],
  ])
  const sent = { text: (name: string) => values.get(name) ?? '', has: () => true }
  return acceptRest(sent, task, readVerdict(sent, task))
}

test('「残りを確認した」は、何も書かれていない項目だけを確認したことにする', () => {
  expect(press({}).found).toEqual({ no: '1', verdict: 'accepted', reason: '' })
  expect(press({ verdict: 'correct', reason: '根拠を書いてください。' }).found.verdict).toBe(
    'correct',
  )
  // Words without a finding: what was meant is asked.
  expect(press({ reason: '数値が古いようです。' }).found.verdict).toBe('')
})

test('開いた後に担当課が書き直した項目は、「残りを確認した」では確認されない', () => {
  const seen = seenMark({ ...report, version: 2 })
  expect(press({ seen }).found.verdict).toBe('')
})

test('前回の文のままの項目は、そうと分かる。書きかえた項目と、前回のない項目はちがう', () => {
  const earlier = { results: '24団体を紹介した。' }
  expect(isUnchanged({ results: '24団体を紹介した。 ' }, earlier)).toBe(true)
  expect(isUnchanged({ results: '26団体を紹介した。' }, earlier)).toBe(false)
  expect(isUnchanged({ results: '' }, { results: '' })).toBe(false)
  expect(isUnchanged({ results: '24団体を紹介した。' }, undefined)).toBe(false)
})

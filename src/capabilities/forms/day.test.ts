import { expect, test } from 'vitest'
import { problemTexts } from './problems.ts'
import { readValue } from './read-value.ts'

test('日のない日付には、日が分からないときの書きかたを示す', () => {
  expect(readValue('date', '平成15年4月', {})).toEqual({ ok: false, error: 'dayMissing' })
  expect(readValue('date', '平成15年4月1日', {})).toEqual({ ok: true, value: '2003-04-01' })
  const told = problemTexts.dayMissing({ label: { ja: '設立した日', en: 'Founded' } })
  expect(told.ja).toContain('日が書かれていないとき、分からないときは1日としてください')
})

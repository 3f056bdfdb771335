import { expect, test } from 'vitest'
import { problemTexts } from './problems.ts'
import { readValue } from './read-value.ts'

test('日のない日付には、日が分からないときの書きかたを示す', () => {
  expect(readValue('date', '平成15年4月', {})).toEqual({ ok: false, error: 'dayMissing' })
  expect(readValue('date', '平成15年4月1日', {})).toEqual({ ok: true, value: '2003-04-01' })
  const told = problemTexts.dayMissing({ label: { ja: '設立した日', en: 'Founded' } })
  expect(told.ja).toContain('日が書かれていないとき、分からないときは1日としてください')
})

test('年のない日付は、何を加えるかを告げて戻す。同じ誤りの行も、欄の名で見分けられる', () => {
  expect(readValue('date', '12月20日', {})).toEqual({ ok: false, error: 'yearMissing' })
  const told = (ja: string) => problemTexts.yearMissing({ label: { ja, en: ja } }).ja
  expect(told('載せる日')).toContain('令和8年12月20日')
  expect(told('載せる日')).not.toBe(told('終わる日'))
})

test('直すところの文は、どれも欄の名を「」で示す', () => {
  const label = { ja: '何年行いますか', en: 'Years' }
  const files = ['too-large', 'kind-not-taken', 'content-differs', 'day-full', 'city-full']
  for (const [kind, text] of Object.entries(problemTexts))
    if (!files.includes(kind))
      expect([kind, text({ label, max: 2, whole: label }).ja]).toEqual([
        kind,
        expect.stringContaining('「何年行いますか」'),
      ])
})

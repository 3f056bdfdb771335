import { expect, test } from 'vitest'
import { beginWith, findSaidTwice } from './said-twice.ts'

const entry = (code: string, ja: string, en = ja) => ({
  code,
  kind: 'text' as const,
  label: { ja: code, en: code },
  text: { ja, en },
})
const group = {
  profile: {
    summary: { ja: '', en: '' },
    entries: [
      entry('fee', '年2,000円'),
      entry('days', '第1土曜'),
      entry('beginners', 'はい', 'Yes'),
    ],
  },
}

test('紹介は、登録で公開した会費・曜日・はじめての方から始まる', () => {
  const filled = { join_cost: '年2,000円', when: '第1土曜', beginners: true }
  expect(beginWith(group)).toEqual(filled)
  expect(beginWith({ profile: { ...group.profile, entries: [] } })).toEqual({})
})

test('登録とちがう会費・曜日・はじめての方は、それぞれわかる。書き方のちがいは数えない', () => {
  const told = { join_cost: '会費はありません', when: '第２土曜', beginners: false }
  expect(findSaidTwice(group, told).map(({ label }) => label.ja)).toEqual([
    'fee',
    'days',
    'beginners',
  ])
  const same = { join_cost: '年２，０００円', when: '第1 土曜', beginners: true }
  expect(findSaidTwice(group, same)).toEqual([])
  expect(findSaidTwice(group, {})).toEqual([])
})

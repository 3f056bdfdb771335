import { describe, expect, test } from 'vitest'
import {
  capOf,
  checkDecision,
  type DecisionBounds,
  type DecisionDraft,
  deviates,
  leftOf,
  proposeDecision,
} from './decision.ts'
import type { FrozenStanding } from './ranking.ts'

const standing = (change: Partial<FrozenStanding>): FrozenStanding => ({
  proposalId: 'p1',
  requested: 400_000,
  exact: '210/1',
  printed: '210',
  maximum: '250',
  percent: '84',
  sheets: { given: 5, recused: 0, missing: 0, filled: 0, dropped: 0 },
  items: [],
  passed: true,
  reasons: [],
  rank: 1,
  tied: false,
  separatedBy: [],
  outcome: 'selected',
  offered: 400_000,
  ...change,
})
const selected = standing({})
const bounds: DecisionBounds = {
  requested: 400_000,
  cap: 500_000,
  left: 900_000,
  standing: selected,
  ahead: undefined,
  drafted: [],
}
const draft: DecisionDraft = {
  outcome: 'selected',
  amount: 400_000,
  reason: '課題の把握と役割分担が具体的である。',
  conditions: '',
  deviation: '',
  early: '',
}
const codes = (change: Partial<DecisionDraft>, other: Partial<DecisionBounds> = {}) => {
  const checked = checkDecision({ ...draft, ...change }, { ...bounds, ...other })
  return checked.ok ? [] : checked.error.map(({ field, code }) => `${field}:${code}`)
}

test('順位表のとおりで理由のある決定は、そのまま通る', () => {
  expect(codes({})).toEqual([])
})

test('理由のない決定は通らない', () => {
  expect(codes({ reason: ' 　\n' })).toEqual(['reason:reason-needed'])
})

describe('順位表の案のために用意した理由は', () => {
  const failed = standing({ passed: false, rank: null, outcome: 'not-selected', offered: null })
  const reason = '合格の基準に達しませんでした。'
  const drafted = { standing: failed, drafted: [reason, 'It did not reach the pass mark.'] }
  const deviating = { reason: `${reason}\n`, deviation: '追加の資料による。' }

  test('案とちがう結果の理由としては通らない', () => {
    expect(codes(deviating, drafted)).toEqual(['reason:reason-of-ranking'])
    expect(codes({ ...deviating, outcome: 'conditional', conditions: '条件' }, drafted)).toEqual([
      'reason:reason-of-ranking',
    ])
  })

  test('案のとおりの結果の理由としては通り、書きなおせばどの結果にも通る', () => {
    expect(codes({ reason, outcome: 'not_selected', amount: 0 }, drafted)).toEqual([])
    expect(codes({ ...deviating, reason: '追加の資料で基準に達した。' }, drafted)).toEqual([])
  })

  test('合格の理由は、条件付き採択には使えるが、次点には使えない', () => {
    const passed = { drafted: ['合格の基準に達しました。'] }
    const same = { reason: '合格の基準に達しました。', deviation: '予算による。' }
    expect(codes({ ...same, outcome: 'conditional', conditions: '条件' }, passed)).toEqual([])
    expect(codes({ ...same, outcome: 'reserve' }, passed)).toEqual(['reason:reason-of-ranking'])
  })
})

test.each([
  [-1, 'not-yen'],
  [0.5, 'not-yen'],
  [2 ** 53, 'not-yen'],
  [Number.NaN, 'not-yen'],
  [400_001, 'over-request'],
])('金額 %d 円は %s', (amount, code) => {
  expect(codes({ amount, deviation: '減額' })).toContain(`amount:${code}`)
})

test('希望額の内でも、上限額と残りの枠を超える金額は決められない', () => {
  expect(codes({}, { cap: 399_999 })).toEqual(['amount:over-cap'])
  expect(codes({}, { left: 399_999 })).toEqual(['amount:over-envelope'])
  expect(codes({}, { cap: null, left: null })).toEqual([])
})

test('不採択に金額は付かない。条件付き採択には条件がいり、ほかの決定に条件は付かない', () => {
  expect(codes({ outcome: 'not_selected', amount: 1, deviation: 'x' })).toEqual([
    'amount:amount-with-rejection',
  ])
  expect(codes({ outcome: 'conditional' })).toEqual(['conditions:conditions-needed'])
  expect(codes({ conditions: '保険に入ること' })).toEqual(['conditions:conditions-not-used'])
})

test('順位表と違う結果や金額には、その理由がいる', () => {
  expect(codes({ outcome: 'not_selected', amount: 0 })).toEqual(['deviation:deviation-needed'])
  expect(codes({ amount: 300_000 })).toEqual(['deviation:deviation-needed'])
  expect(codes({ amount: 300_000, deviation: '備品費を除いた' })).toEqual([])
})

test('条件を付けるだけなら順位表との違いではない。順位表が決められない提案に違いはない', () => {
  expect(deviates({ outcome: 'conditional', amount: 400_000 }, selected)).toBe(false)
  const open = standing({ outcome: 'undecided', offered: null })
  expect(deviates({ outcome: 'selected', amount: 1 }, open)).toBe(false)
})

test('決定の様式は順位表の案から始まる', () => {
  expect(proposeDecision(selected)).toEqual({ outcome: 'selected', amount: 400_000 })
  expect(proposeDecision(standing({ outcome: 'reserve', offered: 200_000 }))).toEqual({
    outcome: 'reserve',
    amount: 200_000,
  })
  expect(proposeDecision(standing({ outcome: 'reserve', offered: null })).amount).toBe(0)
  expect(proposeDecision(standing({ outcome: 'not-selected', offered: null }))).toEqual({
    outcome: 'not_selected',
    amount: 0,
  })
  expect(proposeDecision(standing({ outcome: 'undecided', offered: null })).outcome).toBeUndefined()
  expect(proposeDecision(undefined).outcome).toBeUndefined()
})

test('上限は区分とテーマの低いほうで、どちらにもなければ上限はない', () => {
  expect(capOf(500_000, 300_000)).toBe(300_000)
  expect(capOf(500_000, null)).toBe(500_000)
  expect(capOf(null, 0)).toBe(0)
  expect(capOf(null, null)).toBeNull()
})

test('残りの枠は負にならず、枠のない募集には残りがない', () => {
  expect(leftOf(900_000, 700_000)).toBe(200_000)
  expect(leftOf(900_000, 950_000)).toBe(0)
  expect(leftOf(null, 950_000)).toBeNull()
})

test('長すぎる理由は、どの欄かとともに断る', () => {
  expect(codes({ reason: 'あ'.repeat(2001) })).toEqual(['reason:too-long'])
})

test('日程より早い決定には、そのための理由がいる', () => {
  const ahead = {
    step: 'presentation',
    name: { ja: '公開プレゼンテーション', en: 'Public presentation' },
    from: '2027-02-20',
    to: '2027-02-28',
  } as const
  expect(codes({}, { ahead })).toEqual(['early:early-needed'])
  expect(codes({ early: ' ' }, { ahead })).toEqual(['early:early-needed'])
  expect(codes({ early: '委員会の日程が早まったため' }, { ahead })).toEqual([])
  expect(codes({ early: 'あ'.repeat(2001) }, { ahead })).toEqual(['early:too-long'])
})

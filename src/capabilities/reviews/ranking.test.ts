import { expect, test } from 'vitest'
import { entriesOfRanking, freezeRanking, isChairOrder, standingOf } from './ranking.ts'
import type { Entry, Rubric } from './scoring.ts'

const criterion = {
  code: 'benefit',
  label: { ja: '公益性', en: 'Public benefit' },
  viewpoint: { ja: '—', en: '—' },
  min: 0,
  max: 250,
  step: 1,
  weight: 1,
}
/** 小諸市の例：予算90万円、同点は希望額の小さい順、そのあとは委員長。 */
const rubric: Rubric = {
  criteria: [criterion],
  aggregate: 'sum',
  absent: 'exclude',
  quorum: 1,
  threshold: { basis: 'percent_of_max', value: 40 },
  tieBreak: [{ by: 'lower_request' }, { by: 'chair' }],
  budget: { total: 900_000, mode: 'partial_offer', replyDays: 7 },
  decimals: 0,
  rounding: 'half_up',
}
const entry = (proposal: string, request: number, points: number): Entry => ({
  proposal,
  request,
  sheets: [{ reviewer: 'r1', scores: { benefit: points } }],
})
const entries = [
  entry('P1', 400_000, 210),
  entry('P2', 300_000, 198),
  entry('P3', 350_000, 198),
  entry('P4', 100_000, 90),
]
const at = new Date('2027-02-10T03:00:00Z')
const freeze = (list: readonly Entry[], chairOrder?: readonly string[]) =>
  freezeRanking(rubric, list, { at, closingReason: '', ...(chairOrder ? { chairOrder } : {}) })

test('順位表は、点も金額も理由も、書かれたとおりの文字と数で残る', () => {
  const ranking = freeze(entries)
  const kept = JSON.parse(JSON.stringify(ranking))
  expect(kept).toEqual(ranking)
  expect(
    ranking.standings.map(({ proposalId, rank, printed, outcome, offered }) => [
      proposalId,
      rank,
      printed,
      outcome,
      offered,
    ]),
  ).toEqual([
    ['P1', 1, '210', 'selected', 400_000],
    ['P2', 2, '198', 'selected', 300_000],
    ['P3', 3, '198', 'reserve', 200_000],
    ['P4', null, '90', 'not-selected', null],
  ])
  expect(standingOf(ranking, 'P4')?.reasons[0]?.ja).toMatch(/合格の基準/)
  expect(ranking.rule.length).toBeGreaterThan(5)
})

test('順位表に委員の名も番号も残らない', () => {
  const secret = freeze([
    { ...entries[0]!, sheets: [{ reviewer: 'account-of-a-member', scores: { benefit: 200 } }] },
  ])
  expect(JSON.stringify(secret)).not.toContain('account-of-a-member')
})

test('委員長の順番は、同点の提案をすべて一度ずつ挙げたときだけ効く', () => {
  const tied = [entry('P1', 500_000, 200), entry('P2', 500_000, 200), entry('P3', 1, 210)]
  const open = freeze(tied)
  expect(open.ties).toEqual([['P1', 'P2']])
  expect(standingOf(open, 'P1')?.outcome).toBe('undecided')
  expect(isChairOrder(open.ties, ['P2'])).toBe(false)
  expect(isChairOrder(open.ties, ['P2', 'P2'])).toBe(false)
  expect(isChairOrder(open.ties, ['P2', 'P1', 'P3'])).toBe(false)
  expect(isChairOrder(open.ties, ['P2', 'P1'])).toBe(true)
  const settled = freeze(tied, ['P2', 'P1'])
  expect(settled.standings.map(({ proposalId, rank }) => [proposalId, rank])).toEqual([
    ['P3', 1],
    ['P2', 2],
    ['P1', 3],
  ])
  // The tie stays on record, so the chair may still put it another way before anything is decided.
  expect(settled.ties).toEqual([['P1', 'P2']])
})

test('委員長に決めさせない配点表では、同点でも順番を求めない', () => {
  const { tieBreak: _, ...rest } = rubric
  const ranking = freezeRanking(
    { ...rest, tieBreak: [] },
    [entry('P1', 1, 200), entry('P2', 1, 200)],
    { at, closingReason: '' },
  )
  expect(ranking.ties).toEqual([])
  expect(isChairOrder(ranking.ties, [])).toBe(false)
})

test('順位表は、残された点からもう一度数えても一字も変わらない', () => {
  const mixed: Entry[] = [
    {
      proposal: 'P1',
      request: 400_000,
      sheets: [
        { reviewer: 'b', scores: { benefit: 90 } },
        { reviewer: 'a', scores: 'recused' },
        { reviewer: 'c', scores: { benefit: 201 } },
        { reviewer: 'd', scores: 'missing' },
      ],
    },
    entry('P2', 300_000, 150),
  ]
  const first = freeze(mixed)
  expect(freeze(entriesOfRanking(JSON.parse(JSON.stringify(first))))).toEqual(first)
})

test('残された点の並びは、だれが先に採点したかによらない', () => {
  const sheets = [1, 2, 3].map((points) => ({
    reviewer: `r${points}`,
    scores: { benefit: points * 60 },
  }))
  const one = freeze([{ proposal: 'P1', request: 1, sheets }])
  const other = freeze([{ proposal: 'P1', request: 1, sheets: sheets.toReversed() }])
  expect(other).toEqual(one)
})

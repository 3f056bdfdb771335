import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction } from '#kernel/fraction.ts'
import { type Entry, type Rubric, type Sheet, scoreProposals } from './scoring.ts'

const criterion = (code: string, max: number, weight = 1) => ({
  code,
  label: { ja: code, en: code },
  viewpoint: { ja: code, en: code },
  min: 0,
  max,
  step: 1,
  weight,
})

const plain: Rubric = {
  criteria: [criterion('benefit', 50)],
  aggregate: 'mean',
  absent: 'exclude',
  quorum: 1,
  threshold: { basis: 'percent_of_max', value: 0 },
  tieBreak: [],
  decimals: 1,
  rounding: 'half_up',
}

/** One sheet a reviewer with the same points on one criterion. */
const sheets = (
  code: string,
  points: readonly (number | 'recused' | 'missing')[],
): readonly Sheet[] =>
  points.map((point, i) => ({
    reviewer: `r${i}`,
    scores: typeof point === 'number' ? { [code]: point } : point,
  }))

const entry = (
  proposal: string,
  request: number,
  points: readonly (number | 'recused' | 'missing')[],
): Entry => ({
  proposal,
  request,
  sheets: sheets('benefit', points),
})

test('八戸市：最高と最低を除いた平均は 36.8 点、73.6％で、70％以上なので合格', () => {
  const rubric: Rubric = {
    ...plain,
    aggregate: 'trimmed_mean',
    trim: { high: 1, low: 1 },
    quorum: 3,
    threshold: { basis: 'percent_of_max', value: 70 },
  }
  const [standing] = scoreProposals(rubric, [entry('P1', 0, [42, 38, 36, 35, 33, 30, 44])])
  expect(standing).toMatchObject({
    total: fraction(184, 5),
    printed: '36.8',
    printedPercent: '73.6',
    passed: true,
    sheets: { given: 7, dropped: 2 },
  })
})

test('本巣市：外れた委員の点は平均の 45 点で補い、300 点満点の 225 点', () => {
  const rubric: Rubric = {
    ...plain,
    criteria: [criterion('benefit', 60)],
    aggregate: 'sum',
    absent: 'fill_with_mean',
  }
  const [standing] = scoreProposals(rubric, [entry('P1', 0, [48, 45, 42, 45, 'recused'])])
  expect(standing).toMatchObject({
    total: fraction(225),
    printed: '225.0',
    maximum: fraction(300),
    sheets: { given: 4, recused: 1, filled: 1 },
  })
})

const komoro: Rubric = {
  ...plain,
  criteria: [criterion('benefit', 250)],
  aggregate: 'sum',
  tieBreak: [{ by: 'lower_request' }],
  budget: { total: 900_000, mode: 'partial_offer', replyDays: 7 },
  decimals: 0,
}
const komoroEntries = [
  entry('P4', 100_000, [180]),
  entry('P3', 350_000, [198]),
  entry('P2', 300_000, [198]),
  entry('P1', 400_000, [210]),
]
const outcomes = (rubric: Rubric, entries: readonly Entry[]) =>
  scoreProposals(rubric, entries).map(({ proposal, rank, outcome, offered }) => [
    proposal,
    rank,
    outcome,
    offered,
  ])

test('小諸市：同点は希望額の小さい順、予算を超える初めの提案が次点で、残り 20 万円を示される', () => {
  expect(outcomes(komoro, komoroEntries)).toEqual([
    ['P1', 1, 'selected', 400_000],
    ['P2', 2, 'selected', 300_000],
    ['P3', 3, 'reserve', 200_000],
    ['P4', 4, 'not-selected', undefined],
  ])
  const second = scoreProposals(komoro, komoroEntries)[1]!
  expect([second.tied, second.separatedBy]).toEqual([false, [{ by: 'lower_request' }]])
})

test('小諸市：続けて選ぶ設定のときだけ、下位の収まる提案が選ばれる', () => {
  const mode = (name: 'skip_and_continue' | 'stop_at_first_over') =>
    outcomes({ ...komoro, budget: { ...komoro.budget!, mode: name } }, komoroEntries).slice(2)
  expect(mode('skip_and_continue')).toEqual([
    ['P3', 3, 'reserve', undefined],
    ['P4', 4, 'selected', 100_000],
  ])
  expect(mode('stop_at_first_over')).toEqual([
    ['P3', 3, 'reserve', undefined],
    ['P4', 4, 'not-selected', undefined],
  ])
})

test('倉敷市：過半数が公益性に 2 点以下をつければ、総合点が一位でも不採択', () => {
  const rubric: Rubric = {
    ...plain,
    criteria: [
      { ...criterion('benefit', 5), min: 1 },
      { ...criterion('other', 5, 10), min: 1 },
    ],
    veto: { criterion: 'benefit', atMost: 2, share: 0.5 },
  }
  const five = (proposal: string, benefit: readonly number[], other: number): Entry => ({
    proposal,
    request: 0,
    sheets: benefit.map((points, i) => ({ reviewer: `r${i}`, scores: { benefit: points, other } })),
  })
  const standings = scoreProposals(rubric, [
    five('top', [2, 2, 1, 4, 5], 5),
    five('modest', [3, 3, 3, 2, 2], 1),
  ])
  expect(standings.map(({ proposal, rank, printed }) => [proposal, rank, printed])).toEqual([
    ['modest', 1, '12.6'],
    ['top', undefined, '52.8'],
  ])
  expect(standings[1]!.reasons).toEqual([{ code: 'veto', criterion: 'benefit', low: 3, given: 5 }])
})

test('拒否はちょうど半数では働かない', () => {
  const rubric: Rubric = { ...plain, veto: { criterion: 'benefit', atMost: 2, share: 0.5 } }
  const passed = (points: number[]) => scoreProposals(rubric, [entry('P1', 0, points)])[0]!.passed
  expect(passed([2, 2, 5, 5])).toBe(true)
  expect(passed([2, 2, 2, 5, 5])).toBe(false)
})

test('大府市：公表された点はどれも 50 点以上で、全件が合格し点の順に並ぶ', () => {
  const rubric: Rubric = {
    ...plain,
    criteria: [criterion('benefit', 100)],
    threshold: { basis: 'absolute', value: 50 },
    decimals: 0,
  }
  const published = [71, 88, 59, 83, 77, 71, 67, 63]
  const standings = scoreProposals(
    rubric,
    published.map((points, i) => entry(`P${i}`, 0, [points])),
  )
  expect(standings.map(({ printed }) => printed)).toEqual([
    '88',
    '83',
    '77',
    '71',
    '71',
    '67',
    '63',
    '59',
  ])
  expect(standings.map(({ rank, tied }) => (tied ? `${rank}同` : `${rank}`))).toEqual([
    '1',
    '2',
    '3',
    '4同',
    '4同',
    '6',
    '7',
    '8',
  ])
  expect(standings.every(({ passed, outcome }) => passed && outcome === 'selected')).toBe(true)
})

test('重みのある項目は 100 点満点に換算される', () => {
  const rubric: Rubric = {
    ...plain,
    criteria: [criterion('benefit', 5, 6), criterion('other', 5, 14)],
  }
  const scores = { benefit: 4, other: 3 }
  const [standing] = scoreProposals(rubric, [
    { proposal: 'P1', request: 0, sheets: [{ reviewer: 'r', scores }] },
  ])
  expect([standing!.printed, standing!.maximum]).toEqual(['66.0', fraction(100)])
})

test('合格は丸める前の点で決まり、69.96％は 70.0％と印刷されても合格ではない', () => {
  const rubric: Rubric = {
    ...plain,
    criteria: [criterion('benefit', 2500)],
    threshold: { basis: 'percent_of_max', value: 70 },
  }
  const [standing] = scoreProposals(rubric, [entry('P1', 0, [1749])])
  expect([standing!.printedPercent, standing!.passed, standing!.reasons]).toEqual([
    '70.0',
    false,
    [{ code: 'below-threshold' }],
  ])
  expect(scoreProposals(rubric, [entry('P1', 0, [1750])])[0]!.passed).toBe(true)
})

test('項目の最低に届かない提案は理由とともに外れ、項目を名指さなければどの項目にも働く', () => {
  const rubric: Rubric = { ...plain, criteria: [criterion('benefit', 5), criterion('other', 5)] }
  const both = {
    proposal: 'P1',
    request: 0,
    sheets: [{ reviewer: 'r', scores: { benefit: 5, other: 1 } }],
  }
  const reasons = (itemFloor: Rubric['itemFloor']) =>
    scoreProposals({ ...rubric, itemFloor }, [both])[0]!.reasons
  const low = [{ code: 'item-floor', criterion: 'other', mean: fraction(1) }]
  expect(reasons({ min: 2 })).toEqual(low)
  expect(reasons({ criterion: 'other', min: 2 })).toEqual(low)
  expect(reasons({ criterion: 'benefit', min: 2 })).toEqual([])
  expect(reasons({ min: 1 })).toEqual([])
})

test('採点が定足数に満たない提案は、点があっても選ばれない', () => {
  const rubric: Rubric = { ...plain, quorum: 3, absent: 'fill_with_mean' }
  const standings = scoreProposals(rubric, [
    entry('short', 0, [50, 50, 'missing', 'recused']),
    entry('full', 0, [10, 10, 10, 'missing']),
    entry('none', 0, ['missing', 'recused', 'missing', 'missing']),
  ])
  expect(standings.map(({ proposal, outcome, printed }) => [proposal, outcome, printed])).toEqual([
    ['full', 'selected', '10.0'],
    ['short', 'not-selected', '50.0'],
    ['none', 'not-selected', '－'],
  ])
  expect(standings[1]!.reasons).toEqual([{ code: 'below-quorum', given: 2, needed: 3 }])
})

test('同点は項目の点、次に委員長の決定で分かれ、決まらなければ同順位', () => {
  const rubric: Rubric = {
    ...plain,
    criteria: [criterion('benefit', 10), criterion('other', 10)],
    tieBreak: [{ by: 'higher_criterion', criterion: 'other' }, { by: 'chair' }],
  }
  const scored = (proposal: string, benefit: number, other: number): Entry => ({
    proposal,
    request: 0,
    sheets: [{ reviewer: 'r', scores: { benefit, other } }],
  })
  const entries = [scored('A', 6, 4), scored('B', 4, 6), scored('C', 6, 4)]
  const ranks = (chairOrder?: readonly string[]) =>
    scoreProposals(rubric, entries, chairOrder).map(({ proposal, rank, tied }) => [
      proposal,
      rank,
      tied,
    ])
  expect(ranks()).toEqual([
    ['B', 1, false],
    ['A', 2, true],
    ['C', 2, true],
  ])
  expect(ranks(['C', 'A'])).toEqual([
    ['B', 1, false],
    ['C', 2, false],
    ['A', 3, false],
  ])
  expect(ranks(['C'])).toEqual(ranks())
})

test('同順位の中で予算が尽きれば、選ぶ人に委ねる', () => {
  const rubric: Rubric = { ...komoro, tieBreak: [] }
  expect(outcomes(rubric, komoroEntries)).toEqual([
    ['P1', 1, 'selected', 400_000],
    ['P3', 2, 'undecided', undefined],
    ['P2', 2, 'undecided', undefined],
    ['P4', 4, 'not-selected', undefined],
  ])
  const skipping: Rubric = { ...rubric, budget: { ...rubric.budget!, mode: 'skip_and_continue' } }
  expect(outcomes(skipping, komoroEntries).at(-1)).toEqual(['P4', 4, 'undecided', undefined])
})

test('予算がちょうど尽きれば、次点に示す額はない', () => {
  const rubric: Rubric = { ...komoro, budget: { ...komoro.budget!, total: 700_000 } }
  expect(outcomes(rubric, komoroEntries)[2]).toEqual(['P3', 3, 'reserve', undefined])
})

test('整わない配点表や評点票からは順位を出さない', () => {
  expect(() => scoreProposals({ ...plain, quorum: 0 }, [])).toThrow(/quorum-too-small/)
  expect(() => scoreProposals(plain, [entry('P1', 0, [51])])).toThrow(/above-max/)
  const twice: Entry = {
    ...entry('P1', 0, []),
    sheets: [
      { reviewer: 'r', scores: { benefit: 1 } },
      { reviewer: 'r', scores: 'recused' },
    ],
  }
  expect(() => scoreProposals(plain, [twice])).toThrow(/two sheets/)
  expect(() => scoreProposals(plain, [entry('P1', -1, [1])])).toThrow(/whole yen/)
  expect(() => scoreProposals(plain, [entry('P1', 0, [1]), entry('P1', 0, [2])])).toThrow(/twice/)
})

const point = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 10 }) },
  { weight: 1, arbitrary: fc.constantFrom('recused' as const, 'missing' as const) },
)
const anyEntries = fc
  .array(
    fc.record({
      request: fc.integer({ min: 0, max: 500_000 }),
      given: fc.array(fc.tuple(point, fc.nat(10)), { minLength: 5, maxLength: 5 }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(
      ({ request, given }, i): Entry => ({
        proposal: `P${i}`,
        request,
        sheets: given.map(([benefit, other], j) => ({
          reviewer: `r${j}`,
          scores: typeof benefit === 'number' ? { benefit, other } : benefit,
        })),
      }),
    ),
  )
const anyRubric = fc.record({
  criteria: fc.constant([criterion('benefit', 10, 0.1), criterion('other', 10, 2.5)]),
  aggregate: fc.constantFrom('sum' as const, 'mean' as const, 'trimmed_mean' as const),
  trim: fc.constant({ high: 1, low: 1 }),
  absent: fc.constantFrom('exclude' as const, 'fill_with_mean' as const),
  quorum: fc.integer({ min: 3, max: 5 }),
  threshold: fc.record({ basis: fc.constant('percent_of_max' as const), value: fc.nat(80) }),
  itemFloor: fc.option(fc.record({ min: fc.nat(5) }), { nil: undefined }),
  veto: fc.option(fc.constant({ criterion: 'benefit', atMost: 2, share: 0.5 }), { nil: undefined }),
  tieBreak: fc.subarray([
    { by: 'higher_criterion' as const, criterion: 'other' },
    { by: 'lower_request' as const },
  ]),
  budget: fc.option(
    fc.record({
      total: fc.nat(1_000_000),
      mode: fc.constantFrom(
        'stop_at_first_over' as const,
        'skip_and_continue' as const,
        'partial_offer' as const,
      ),
      replyDays: fc.constant(7),
    }),
    { nil: undefined },
  ),
  decimals: fc.nat(3),
  rounding: fc.constantFrom('half_up' as const, 'floor' as const, 'half_even' as const),
})
const byProposal = (standings: ReturnType<typeof scoreProposals>) =>
  standings.toSorted((a, b) => a.proposal.localeCompare(b.proposal))

test('委員の順番も提案の順番も結果を変えない', () => {
  fc.assert(
    fc.property(anyRubric, anyEntries, (rubric, entries) => {
      const reversed = entries
        .toReversed()
        .map((one) => ({ ...one, sheets: one.sheets.toReversed() }))
      expect(byProposal(scoreProposals(rubric, reversed))).toEqual(
        byProposal(scoreProposals(rubric, entries)),
      )
    }),
  )
})

test('外れた委員を数えない設定では、外れた委員が増えても誰の結果も変わらない', () => {
  fc.assert(
    fc.property(anyRubric, anyEntries, fc.nat(7), (rubric, entries, at) => {
      const excluding = { ...rubric, absent: 'exclude' as const }
      const recused = { reviewer: 'extra', scores: 'recused' as const }
      const more = entries.map((one, i) =>
        i === at ? { ...one, sheets: [...one.sheets, recused] } : one,
      )
      const strip = (list: readonly Entry[]) =>
        scoreProposals(excluding, list).map((standing) => ({
          ...standing,
          sheets: { ...standing.sheets, recused: 0 },
        }))
      expect(strip(more)).toEqual(strip(entries))
    }),
  )
})

test('平均で補う設定では、平均の総合点は補っても変わらない', () => {
  fc.assert(
    fc.property(anyRubric, anyEntries, (rubric, entries) => {
      const totals = (absent: Rubric['absent']) =>
        byProposal(scoreProposals({ ...rubric, aggregate: 'mean', absent }, entries)).map(
          ({ total }) => total,
        )
      expect(totals('fill_with_mean')).toEqual(totals('exclude'))
    }),
  )
})

test('示す額の合計は予算を超えず、合格しない提案は選ばれない', () => {
  fc.assert(
    fc.property(anyRubric, anyEntries, (rubric, entries) => {
      const standings = scoreProposals(rubric, entries)
      expect(standings).toHaveLength(entries.length)
      const offered = standings.reduce((sum, standing) => sum + (standing.offered ?? 0), 0)
      if (rubric.budget) expect(offered).toBeLessThanOrEqual(rubric.budget.total)
      for (const { passed, outcome, rank, offered: amount, request } of standings) {
        expect(passed).toBe(rank !== undefined)
        if (!passed) expect(outcome).toBe('not-selected')
        if (outcome === 'selected') expect(amount).toBe(request)
        if (outcome === 'not-selected' || outcome === 'undecided') expect(amount).toBeUndefined()
      }
      expect(standings.filter(({ outcome }) => outcome === 'reserve').length).toBeLessThanOrEqual(1)
    }),
  )
})

test('順位は総合点の高い順で、同順位の次は人数だけ飛ぶ', () => {
  fc.assert(
    fc.property(anyRubric, anyEntries, (rubric, entries) => {
      const placed = scoreProposals(rubric, entries).filter(({ passed }) => passed)
      for (const [i, { rank, tied, total }] of placed.entries()) {
        expect(rank).toBe(placed.findIndex((other) => other.rank === rank) + 1)
        expect(tied).toBe(placed.filter((other) => other.rank === rank).length > 1)
        const next = placed[i + 1]?.total
        if (total && next)
          expect(total.numerator * next.denominator >= next.numerator * total.denominator).toBe(
            true,
          )
      }
    }),
  )
})

test('一枚の点を上げても、その提案の総合点は下がらない', () => {
  fc.assert(
    fc.property(anyRubric, anyEntries, (rubric, entries) => {
      const raised = entries.map((one) => ({
        ...one,
        sheets: one.sheets.map((sheet, j) =>
          j === 0 && typeof sheet.scores === 'object'
            ? { ...sheet, scores: { ...sheet.scores, benefit: 10 } }
            : sheet,
        ),
      }))
      const before = byProposal(scoreProposals(rubric, entries))
      for (const [i, { total }] of byProposal(scoreProposals(rubric, raised)).entries()) {
        const old = before[i]!.total
        if (total && old)
          expect(total.numerator * old.denominator >= old.numerator * total.denominator).toBe(true)
      }
    }),
  )
})

import { expect, test } from 'vitest'
import { fraction } from '#kernel/fraction.ts'
import { explainRubric } from './explanation.ts'
import { explainReason } from './failure-text.ts'
import type { Rubric } from './rubric.ts'

const benefit = {
  code: 'benefit',
  label: { ja: '公益性', en: 'Public benefit' },
  viewpoint: { ja: '—', en: '—' },
  min: 0,
  max: 5,
  step: 1,
  weight: 6,
}
const rubric: Rubric = {
  criteria: [
    benefit,
    { ...benefit, code: 'roles', label: { ja: '役割分担', en: 'Roles' }, weight: 1 },
  ],
  aggregate: 'trimmed_mean',
  trim: { high: 1, low: 1 },
  absent: 'fill_with_mean',
  quorum: 4,
  threshold: { basis: 'percent_of_max', value: 70 },
  itemFloor: { min: 2 },
  veto: { criterion: 'benefit', atMost: 2, share: 0.5 },
  tieBreak: [
    { by: 'lower_request' },
    { by: 'higher_criterion', criterion: 'benefit' },
    { by: 'chair' },
  ],
  budget: { total: 900_000, mode: 'partial_offer', replyDays: 7 },
  decimals: 1,
  rounding: 'floor',
}

test('配点表は一行ずつの平らな言葉になる', () => {
  expect(explainRubric(rubric).map(({ ja }) => ja)).toEqual([
    '委員一人が2つの項目に点をつけます。一人の満点は35点です。',
    '「公益性」は0点から5点まで、1点きざみです。重みは6で、満点は30点です。',
    '「役割分担」は0点から5点まで、1点きざみです。',
    '高いほうから1人、低いほうから1人の点を除き、残りの平均が総合点です。',
    '利害関係で外れた委員や欠席の委員の点は、ほかの委員の平均点で補います。',
    '採点した委員が4人に満たない提案は、選べません。',
    '総合点が満点の70％以上で合格です。',
    'どれか一つの項目の平均が2点に満たなければ、総合点にかかわらず不採択です。',
    '採点した委員の半数を超える人が「公益性」に2点以下をつければ、総合点にかかわらず不採択です。',
    '総合点が同じなら、次の順に決めます：希望額の小さい提案 → 「公益性」の平均が高い提案 → 委員長の決定。',
    '順位の高い提案から、希望額を足して900,000円に収まるまで選びます。初めて予算を超える提案が次点となり、残りの額を示して7日以内に受けるかどうかの返事をもらいます。それより下位は選びません。',
    '表示する点は小数第1位まで（切り捨て）ですが、合否と順位は丸める前の点で決めます。',
  ])
})

test('どの設定も日英の両方で説明される', () => {
  for (const aggregate of ['sum', 'mean', 'trimmed_mean'] as const)
    for (const absent of ['exclude', 'fill_with_mean'] as const)
      for (const mode of ['stop_at_first_over', 'skip_and_continue', 'partial_offer'] as const)
        for (const rounding of ['half_up', 'floor', 'half_even'] as const) {
          const lines = explainRubric({
            ...rubric,
            aggregate,
            absent,
            rounding,
            budget: { ...rubric.budget!, mode },
          })
          expect(lines).toHaveLength(12)
          for (const { ja, en } of lines) {
            expect(ja).toMatch(/。$/)
            expect(en).toMatch(/\.$/)
            expect(ja + en).not.toMatch(/undefined|NaN|null/)
          }
        }
})

test('設定にない決まりは説明に出ない', () => {
  const { itemFloor: _, veto: __, budget: ___, ...bare } = rubric
  const lines = explainRubric({
    ...bare,
    tieBreak: [],
    threshold: { basis: 'absolute', value: 15 },
  })
  expect(lines).toHaveLength(9)
  expect(lines.map(({ en }) => en)).toContain('A total of 15 points or more passes.')
  expect(lines.map(({ ja }) => ja)).toContain('総合点が同じなら同じ順位です。')
})

test('外れた理由は数字とともに文になる', () => {
  const say = (...reason: Parameters<typeof explainReason>) => explainReason(...reason).ja
  expect(say(rubric, { code: 'below-quorum', given: 2, needed: 4 })).toBe(
    '採点した委員が2人で、必要な4人に足りません。',
  )
  expect(say(rubric, { code: 'below-threshold' })).toBe(
    '総合点が合格の基準（満点の70％）に届きません。',
  )
  expect(say(rubric, { code: 'item-floor', criterion: 'roles', mean: fraction(5, 3) })).toBe(
    '「役割分担」の平均が1.6点で、最低の2点に届きません。',
  )
  expect(say(rubric, { code: 'veto', criterion: 'benefit', low: 3, given: 5 })).toBe(
    '採点した委員5人のうち3人が「公益性」に2点以下をつけました。',
  )
})

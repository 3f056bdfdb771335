import { expect, test } from 'vitest'
import { describeDecision, listCriteria, maximumPoints } from './criteria.ts'
import { listPresetProgrammes, presetProgramme } from './presets.fixture.ts'

test('満点は、重みをかけた項目の点の合計である', () => {
  const most = Object.fromEntries(
    listPresetProgrammes().map(({ city, definition }) => [city, maximumPoints(definition.rubric)]),
  )
  expect(most).toEqual({ chigasaki: 100, kamagaya: 60, kamakura: 30, yamaguchi: 50 })
})

test('端数のある重みでも、点は端数なく読める', () => {
  const rubric = presetProgramme('kamakura').rubric
  const [first] = rubric.criteria
  const weighted = { ...rubric, criteria: [{ ...first!, max: 3, weight: 1.1 }] }
  expect(listCriteria(weighted)[0]?.most).toBe(3.3)
  expect(maximumPoints(weighted)).toBe(3.3)
})

test('結果が決まるまでの決まりを、市ごとの設定から一行ずつ言う', () => {
  expect(describeDecision(presetProgramme('chigasaki').rubric).map(({ ja }) => ja)).toEqual([
    '委員それぞれの点を平均して、総合点にします。',
    '採択の対象になるには、総合点が満点の60％以上必要です。',
    '「協働の効果」の平均が2点に届かない提案は、総合点が高くても採択しません。',
    '同じ点のときは、希望する額が少ないほう、次に「協働の効果」の点が高いほう、次に委員長が決める、の順で決めます。',
    '点の高い順に、希望額の合計が20,000,000円になるまで選びます。収まらなくなった提案は次点とし、残った額で行えるかを7日以内に答えてもらいます。',
    '提案と利害関係のある委員は採点に加わらず、その点は数えません。採点した委員が3人より少ない提案は選べません。',
  ])
  expect(describeDecision(presetProgramme('yamaguchi').rubric)[0]?.ja).toContain('1人分除いて平均')
  expect(describeDecision(presetProgramme('kamagaya').rubric)[0]?.ja).toContain('合計')
})

test('どの設定にも、日英どちらの言葉もある', () => {
  const rubric = presetProgramme('kamakura').rubric
  const settings = [
    { ...rubric, veto: { criterion: 'partnership', atMost: 1, share: 0.5 } },
    { ...rubric, threshold: { basis: 'absolute' as const, value: 18 }, itemFloor: { min: 2 } },
    { ...rubric, tieBreak: [] },
  ]
  for (const each of settings)
    for (const { ja, en } of describeDecision(each)) {
      expect(ja).toMatch(/。$/)
      expect(en).toMatch(/\.$/)
      expect(`${ja}${en}`).not.toContain('undefined')
    }
})

import { describe, expect, test } from 'vitest'
import { bandText, findScaleProblems, gradeOf, type Scale } from '#kernel/scale.ts'
import { commonScale } from './common-scale.ts'
import { progressPreset } from './preset.ts'

const label = (text: string) => ({ ja: text, en: text })

const percent = (
  ...bands: readonly (readonly [string, (number | undefined)?, number?])[]
): Scale => ({
  title: label('達成度'),
  measure: 'percent',
  grades: bands.map(([code, from, to]) => ({ code, label: label(code), from, to })),
})

/** 鎌ケ谷市: A 90%以上、B 60%程度、C 30%未満. */
const printedBands = percent(['A', 90], ['B', 60, 60], ['C', undefined, 30])

describe('進捗の区分は', () => {
  test('鎌ケ谷市の印刷のままでは、30〜60と60〜90がどれにも入らず、使えない', () => {
    expect(findScaleProblems(printedBands)).toEqual([
      { kind: 'gap', from: 30, to: 60 },
      { kind: 'gap', from: 60, to: 90 },
    ])
  })

  test('境目が合っていれば使え、どの割合も一つの区分に入る', () => {
    const scale = percent(['A', 90], ['B', 30, 90], ['C', undefined, 30])
    expect(findScaleProblems(scale)).toEqual([])
    expect([0, 29.99, 30, 60, 89.9, 90, 162.5].map((one) => gradeOf(scale, one)?.code)).toEqual(
      'C C B B B A A'.split(' '),
    )
    expect(scale.grades.map((one) => bandText(one)?.ja)).toEqual([
      '90%以上',
      '30%以上90%未満',
      '30%未満',
    ])
  })

  test('下田市の五つの区分で、162.5%はA、71.58%はCになる', () => {
    const scale = percent(
      ['A', 100],
      ['B', 80, 100],
      ['C', 60, 80],
      ['D', 40, 60],
      ['E', undefined, 40],
    )
    expect(findScaleProblems(scale)).toEqual([])
    expect([162.5, 71.58].map((one) => gradeOf(scale, one)?.code)).toEqual(['A', 'C'])
  })

  test('重なり、上か下の区分の不足、逆の境目、同じ記号が二つあると使えない', () => {
    const kinds = (scale: Scale) => findScaleProblems(scale).map(({ kind }) => kind)
    expect(kinds(percent(['A', 50], ['B', undefined, 60]))).toEqual(['overlap'])
    expect(kinds(percent(['A', 50], ['B', 10, 50]))).toEqual(['open-bottom'])
    expect(kinds(percent(['A', 50, 100], ['B', undefined, 50]))).toEqual(['open-top'])
    expect(kinds(percent(['A', 50], ['B', 30, 20], ['C', undefined, 30]))).toContain('turned')
    expect(kinds(percent(['A', 50], ['A', undefined, 50]))).toEqual(['twice'])
  })

  test('印刷のまま示すときは、注意書きがあれば通り、なければ使えない', () => {
    const asPrinted = { ...printedBands, measure: 'as-printed' as const }
    expect(findScaleProblems(asPrinted)).toEqual([{ kind: 'no-warning' }])
    expect(findScaleProblems({ ...asPrinted, warning: label('すき間がある') })).toEqual([])
    expect(gradeOf(asPrinted, 95)).toBeUndefined()
  })

  test('言葉だけの区分に、境目は要らない', () => {
    expect(findScaleProblems(commonScale)).toEqual([])
  })

  test('すき間のある区分は、取り込みでも断られ、どこが空いているかが示される', () => {
    const settings = (scale: Scale) => ({
      plan: 'plan',
      levels: ['item'],
      fallback: 'x',
      source: label('見本の設定'),
      scale,
    })
    const refused = progressPreset.safeParse(settings(printedBands))
    expect(refused.error?.issues.map(({ message }) => message).join()).toContain('30%以上60%未満')
    const good = settings(percent(['A', 90], ['B', 30, 90], ['C', undefined, 30]))
    expect(progressPreset.safeParse(good).success).toBe(true)
  })
})

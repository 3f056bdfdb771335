import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction } from '#kernel/fraction.ts'
import { type Decimal, formatDecimal } from '#kernel/ratio.ts'
import { type CountedChoice, type CountedQuestion, choiceRoles, tabulate } from './question.ts'
import { rateReturns } from './returns.ts'
import { samplingError } from './sampling.ts'
import { compareQuestions } from './waves.ts'

const label = (ja: string) => ({ ja, en: ja })

const choice = (
  code: string,
  count: number | undefined,
  role: CountedChoice['role'] = 'answer',
): CountedChoice => ({ code, label: label(code), role, count })

const question = (given: Partial<CountedQuestion>): CountedQuestion => ({
  code: 'q1',
  label: label('問1'),
  kind: 'single',
  order: 'frequency',
  base: 'asked',
  asked: 103,
  choices: [],
  sums: [],
  ...given,
})

const text = (decimal: Decimal | undefined) => decimal && formatDecimal(decimal)
const percents = (asked: CountedQuestion) => tabulate(asked).rows.map((row) => text(row.percent))

/** 鎌倉市 指針 3(2): 103団体 */
const kamakura = question({
  kind: 'multiple',
  choices: [
    ...[45, 37, 36, 33, 32, 24, 23, 9, 5, 4, 4, 3, 2].map((count, at) => choice(`c${at}`, count)),
    choice('other', 6, 'other'),
    choice('none', 8, 'no-answer'),
  ],
})

describe('単純集計', () => {
  test('鎌倉市の複数回答：271件で263.1％、その他と未回答は最後に並ぶ', () => {
    const table = tabulate(kamakura)
    expect(percents(kamakura)).toEqual([
      ...['43.7', '35.9', '35.0', '32.0', '31.1', '23.3', '22.3', '8.7'],
      ...['4.9', '3.9', '3.9', '2.9', '1.9', '5.8', '7.8'],
    ])
    expect(table.total?.count).toBe(271)
    expect(text(table.total?.percent)).toBe('263.1')
    expect(table.rows.slice(-2).map(({ code }) => code)).toEqual(['other', 'none'])
  })

  test('鎌倉市の一つを選ぶ問い：28・27・11・4・7・26で合計は103件、100.0％', () => {
    const asked = question({
      order: 'questionnaire',
      choices: [
        ...[28, 27, 11, 4].map((count, at) => choice(`c${at}`, count)),
        choice('other', 7, 'other'),
        choice('none', 26, 'no-answer'),
      ],
    })
    expect(percents(asked)).toEqual(['27.2', '26.2', '10.7', '3.9', '6.8', '25.2'])
    expect(tabulate(asked).total?.count).toBe(103)
    expect(text(tabulate(asked).total?.percent)).toBe('100.0')
  })

  test('問われなかった人は母数に入れず、答えた人だけを母数にすると無回答に割合はない', () => {
    const asked = question({
      asked: 40,
      base: 'answered',
      choices: [choice('a', 20), choice('b', 12), choice('none', 8, 'no-answer')],
    })
    expect(tabulate(asked).n).toBe(32)
    expect(percents(asked)).toEqual(['62.5', '37.5', undefined])
  })

  test('母数が30に満たない問いには参考の印が付く', () => {
    expect(tabulate(question({ asked: 29 })).isReference).toBe(true)
    expect(tabulate(question({ asked: 30 })).isReference).toBe(false)
  })

  test('一つを選ぶ問いの合計が100.0にならなくても、どのますも直さない', () => {
    const asked = question({ asked: 3, choices: [1, 1, 1].map((n, at) => choice(`c${at}`, n)) })
    expect(percents(asked)).toEqual(['33.3', '33.3', '33.3'])
  })

  test('割合はちょうど半分なら切り上げ、件数と母数だけから決まる', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (n, k) => {
        const count = Math.min(n, k)
        const [row] = tabulate(question({ asked: n, choices: [choice('a', count)] })).rows
        const units = row!.percent!.units
        const [twice, exact] = [units * 2n * BigInt(n), BigInt(count) * 2000n]
        expect(twice - BigInt(n) <= exact && exact < twice + BigInt(n)).toBe(true)
      }),
      { seed: 3 },
    )
  })

  test('その他・わからない・無回答は、どんな件数でもこの順で最後に並ぶ', () => {
    const some = fc.array(fc.tuple(fc.nat(99), fc.constantFrom(...choiceRoles)), { maxLength: 12 })
    fc.assert(
      fc.property(some, (cells) => {
        const choices = cells.map(([count, role], at) => choice(`c${at}`, count, role))
        const rows = tabulate(question({ choices })).rows
        const places = rows.map(({ role }) => choiceRoles.indexOf(role))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        const counts = rows.filter(({ role }) => role === 'answer').map(({ count }) => count!)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
      }),
      { seed: 3 },
    )
  })
})

describe('標本誤差と回収率', () => {
  test('390団体のうち103団体が答えたとき、割合50％の誤差は±8.3ポイント', () => {
    expect(text(samplingError(103, 390))).toBe('8.3')
    expect(text(samplingError(390, 390))).toBe('0.0')
    expect(samplingError(0, 390)).toBeUndefined()
    expect(text(samplingError(103, 390, fraction(1, 10)))).toBe('5.0')
  })

  test.each([
    [62, 93, '66.7'],
    [272, 577, '47.1'],
    [418, 563, '74.2'],
    [435, 558, '78.0'],
    [1049, 1698, '61.8'],
    [4829, 8208, '58.8'],
    [2642, 5000, '52.8'],
  ])('有効回答%i件、送った%i件の有効回収率は%s％', (valid, sent, printed) => {
    const modes = [{ code: 'paper', label: label('郵送'), returned: valid, valid }]
    expect(text(rateReturns({ sent, modes }).validRate)).toBe(printed)
  })

  test('無効の票は回収率に入り、有効回収率には入らない。方法ごとの内訳の和が全体になる', () => {
    const modes = [696, 193, 41].map((valid, at) => ({
      code: `m${at}`,
      label: label(`m${at}`),
      returned: valid + 10,
      valid,
    }))
    const rates = rateReturns({ sent: 5000, modes })
    expect([rates.returned, rates.valid]).toEqual([960, 930])
    expect([text(rates.rate), text(rates.validRate)]).toEqual(['19.2', '18.6'])
    expect(rates.modes.map((mode) => text(mode.shareOfSent))).toEqual(['13.9', '3.9', '0.8'])
  })
})

describe('調査回を並べる', () => {
  const wave = (key: string, printed: readonly string[], modes = ['paper']) => ({
    key,
    label: label(key),
    modes,
    question: question({
      asked: undefined,
      order: 'questionnaire',
      choices: printed.map((cell, at) => ({ ...choice(`c${at}`, undefined), printed: cell })),
      sums: [{ label: label('計'), of: ['c0', 'c1'] }],
    }),
  })

  test.each([
    [
      ['33.5', '27.9'],
      ['35.2', '33.8'],
      ['29.2', '42.2'],
      ['61.4', '69.0', '71.4'],
    ],
    [
      ['12.2', '30.5'],
      ['14.1', '31.2'],
      ['13.8', '38.4'],
      ['42.7', '45.3', '52.2'],
    ],
  ])('鎌ケ谷市の計は、印刷された割合の和（%s %s %s → %s）', (h15, h20, h25, sums) => {
    const table = compareQuestions([wave('h15', h15), wave('h20', h20), wave('h25', h25)])
    expect(table.sums[0]!.cells.map(text)).toEqual(sums)
    expect(table.breaks).toEqual([])
  })

  test('答える方法や問いの言葉が変わったところに切れ目が付く', () => {
    const first = wave('h15', ['33.5'])
    const second = wave('h20', ['35.2'], ['web'])
    const reworded = { ...second, question: { ...second.question, label: label('別の問い') } }
    expect(compareQuestions([first, second]).breaks).toEqual([{ before: 'h20', reasons: ['mode'] }])
    expect(compareQuestions([first, reworded]).breaks[0]?.reasons).toEqual(['mode', 'wording'])
    const other = { ...first, key: 'x', question: question({ choices: [choice('z', 1)] }) }
    expect(compareQuestions([first, other]).breaks[0]?.reasons).toContain('choices')
  })
})

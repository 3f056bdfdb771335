import { describe, expect, test } from 'vitest'
import { both } from '#kernel/bilingual.ts'
import { formatDecimal, roundFraction } from '#kernel/ratio.ts'
import { forecast } from './forecast.ts'
import type { Actual, Indicator } from './indicator.ts'
import { latestOf, yearValues } from './indicator.ts'
import { hasConflict, judge, percentOfTarget } from './judgement.ts'
import { indicatorRecord, judgementRule } from './preset.ts'

const grade = (code: string, from?: number, to?: number) => ({
  code,
  label: both(code, code),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

const ruleOf = (...grades: ReturnType<typeof grade>[]) => ({
  measure: 'of-target' as const,
  scale: { title: both('達成度', 'Grade'), measure: 'percent' as const, grades },
  source: both('計画', 'plan'),
})

const indicatorOf = (change: object = {}): Indicator => {
  const { values: _, ...record } = indicatorRecord.parse({
    code: 'one',
    title: both('指標', 'Indicator'),
    unit: both('%', '%'),
    direction: 'up',
    base: { year: 2006, value: '37.5' },
    targets: [
      { year: 2012, value: '45.0', kind: 'intermediate' },
      { year: 2017, value: '50.0', kind: 'final' },
    ],
    source: '計画 1',
    ...change,
  })
  return { ...record, sample: false }
}

const actual = (year: number, value: string, change: Partial<Actual> = {}): Actual => ({
  id: `${year}-${value}`,
  year,
  value,
  bound: undefined,
  numerator: undefined,
  denominator: undefined,
  measuredOn: undefined,
  source: both('調査', 'Survey'),
  note: '',
  breakNote: '',
  origin: 'entered',
  state: 'standing',
  reason: '',
  replaces: undefined,
  enteredAt: new Date(0),
  endedAt: undefined,
  sample: false,
  ...change,
})

const judged = (indicator: Indicator, ...actuals: Actual[]) =>
  judge(indicator, yearValues(indicator, actuals), '2013-06-01')

describe('判定は', () => {
  test('下田市の計算と同じ：65/40は162.5%、15,103/21,100は71.58%', () => {
    const percent = (value: string, target: string, direction: 'up' | 'down' = 'up') =>
      formatDecimal(
        roundFraction(
          percentOfTarget('of-target', { value, target, base: undefined, direction })!,
          {
            decimals: 2,
            rounding: 'half_up',
          },
        ),
      )
    expect(percent('65', '40')).toBe('162.50')
    expect(percent('15103', '21100')).toBe('71.58')
    expect(percent('40', '20', 'down')).toBe('50.00')
  })

  test('次に来る目標に届けば達成、目標の年の値が届かなければ未達成、その年の値がまだなら途中', () => {
    const one = indicatorOf()
    expect(judged(one, actual(2011, '45.0'))).toMatchObject({ state: 'reached' })
    expect(judged(one, actual(2012, '44.9'))).toMatchObject({ state: 'missed' })
    expect(judged(one, actual(2013, '49.9'))).toMatchObject({ state: 'under-way' })
  })

  test('99.96%は切り捨てて99.9%と示し、達成にしない', () => {
    const found = judged(
      indicatorOf({ targets: [{ year: 2012, value: '100', kind: 'final' }] }),
      actual(2012, '99.96'),
    )
    expect(found).toMatchObject({ state: 'missed', percent: { units: 999n, decimals: 1 } })
  })

  test('目標がなければ目標なし、基準値だけなら実績なし', () => {
    expect(judged(indicatorOf({ targets: [] }), actual(2012, '1'))).toEqual({ kind: 'no-target' })
    expect(judged(indicatorOf())).toEqual({ kind: 'no-value' })
  })

  test('減らす指標は、目標を値で割る。0になれば達成', () => {
    const one = indicatorOf({
      direction: 'down',
      base: { year: 2006, value: '80' },
      targets: [{ year: 2012, value: '20', kind: 'final' }],
    })
    expect(judged(one, actual(2012, '40'))).toMatchObject({ state: 'missed' })
    expect(judged(one, actual(2012, '0'))).toMatchObject({ state: 'reached' })
  })

  test('道のりの割合で測る決まりでは、37.5から45.0までの半分は50%', () => {
    const rule = {
      ...ruleOf(grade('達成', 100), grade('未達成', undefined, 100)),
      measure: 'of-way',
    }
    expect(judged(indicatorOf({ rule }), actual(2012, '41.25'))).toMatchObject({
      percent: { units: 500n, decimals: 1 },
    })
  })

  test('境目にすき間や重なりのある決まりは、受け付けない', () => {
    expect(judgementRule.safeParse(ruleOf(grade('A', 90), grade('B', undefined, 90))).success).toBe(
      true,
    )
    expect(judgementRule.safeParse(ruleOf(grade('A', 90), grade('B', undefined, 60))).success).toBe(
      false,
    )
    expect(judgementRule.safeParse(ruleOf(grade('A', 90), grade('B', undefined, 95))).success).toBe(
      false,
    )
  })

  test('出典の食い違う値でどちらとも言える年は判定せず、どちらでも同じなら判定する', () => {
    const one = indicatorOf()
    const values = yearValues(one, [actual(2012, '46.0'), actual(2012, '44.0')])
    expect(hasConflict(values)).toBe(true)
    expect(judge(one, values, '2013-06-01')).toEqual({ kind: 'disputed' })
    expect(judged(one, actual(2012, '46.0'), actual(2012, '45.5'))).toMatchObject({
      state: 'reached',
    })
  })
})

describe('見通しは', () => {
  const ahead = (...actuals: Actual[]) => {
    const one = indicatorOf()
    return forecast(one, yearValues(one, actuals))
  }

  test('比べられる年が2つでは示さず、3つで目標の年まで示す', () => {
    expect(ahead(actual(2010, '41.5'))).toEqual([])
    const found = ahead(actual(2010, '41.5'), actual(2014, '45.5'))
    expect(found.map(({ year }) => year)).toEqual([2015, 2016, 2017])
  })

  test('一直線に並ぶ値は、その直線の上に延びる', () => {
    // 37.5, 41.5, 45.5: one point a year.
    expect(ahead(actual(2010, '41.5'), actual(2014, '45.5'))).toEqual([
      { year: 2015, value: '46.5' },
      { year: 2016, value: '47.5' },
      { year: 2017, value: '48.5' },
    ])
  })

  test('食い違う年と、測り方が変わる前の年は使わない', () => {
    expect(ahead(actual(2010, '41.5'), actual(2010, '30.0'), actual(2014, '45.5'))).toEqual([])
    expect(
      ahead(actual(2010, '41.5', { breakNote: '設問が変わった' }), actual(2014, '45.5')),
    ).toEqual([])
  })

  test('割合は100を超えず、目標の年が過ぎていれば示さない', () => {
    const found = ahead(actual(2010, '70'), actual(2014, '99'))
    expect(found.at(-1)?.value).toBe('100.0')
    expect(ahead(actual(2010, '70'), actual(2014, '80'), actual(2018, '90'))).toEqual([])
  })
})

describe('「以上」「以下」で示された値は', () => {
  const target = { targets: [{ year: 2017, value: '85', kind: 'final' }] }
  const judged = (value: string, bound: 'at-least' | 'at-most', change: object = {}) => {
    const indicator = indicatorOf({ ...target, base: undefined, ...change })
    const found = judge(
      indicator,
      yearValues(indicator, [actual(2017, value, { bound })]),
      '2018-05-01',
    )
    return found.kind === 'judged' ? found.state : found.kind
  }

  test('どの数であっても判定が同じときだけ判定する', () => {
    expect(judged('90', 'at-least')).toBe('reached')
    expect(judged('80', 'at-least')).toBe('not-measurable')
    expect(judged('85', 'at-most')).toBe('not-measurable')
    expect(judged('80', 'at-most')).toBe('missed')
    expect(judged('80', 'at-most', { direction: 'down' })).toBe('reached')
    expect(judged('90', 'at-most', { direction: 'down' })).toBe('not-measurable')
    expect(judged('90', 'at-least', { direction: 'down' })).toBe('missed')
  })
})

test('0より小さい値や目標は、割合では判定しない', () => {
  const state = (value: string, targetValue: string, direction: 'up' | 'down') => {
    const indicator = indicatorOf({
      base: undefined,
      direction,
      targets: [{ year: 2017, value: targetValue, kind: 'final' }],
    })
    return judge(indicator, yearValues(indicator, [actual(2017, value)]), '2018-05-01').kind
  }
  expect(state('-600', '-100', 'up')).toBe('not-measurable')
  expect(state('-5', '10', 'down')).toBe('not-measurable')
  expect(state('5', '10', 'down')).toBe('judged')
})

test('最新の値は、現状値より後の年のものだけ', () => {
  const indicator = indicatorOf({ base: { year: 2006, value: '37.5' } })
  expect(latestOf(yearValues(indicator, [actual(2004, '30.0')]))).toBeUndefined()
  expect(latestOf(yearValues(indicator, [actual(2008, '40.0')]))?.year).toBe(2008)
})

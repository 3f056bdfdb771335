import { describe, expect, test } from 'vitest'
import { both } from '#kernel/bilingual.ts'
import { compareItems, countChanges, kindsOf, type Version } from './compare.ts'
import { compareFigures, compareLegends } from './compare-plans.ts'
import { matchingChanges } from './comparison.ts'
import { planOf } from './presets.fixture.ts'

const versionOf = (preset: string, id: string): Version => {
  const { items, ...plan } = planOf(preset, id)
  return { plan, items }
}
const reading = { department: (code: string) => both(code, code) }
const draft = versionOf('kamakura', 'guideline-draft')
const final = versionOf('kamakura', 'guideline')
const yamaguchi = versionOf('yamaguchi', 'plan')

describe('鎌倉市の素案と指針', () => {
  const changes = compareItems(draft, final, reading)

  test('23の施策が加わり、なくなった項目も、番号の変わった項目もない', () => {
    const counts = countChanges(changes)
    expect(counts).toMatchObject({ added: 23, removed: 0, renumbered: 0, moved: 0 })
    expect(changes).toHaveLength(52)
    const added = changes.filter((one) => kindsOf(one).includes('added'))
    expect(added.every(({ after }) => after?.level === 'measure')).toBe(true)
  })

  test('向きを変えると、加わったものとなくなったものが入れかわる', () => {
    const back = countChanges(compareItems(final, draft, reading))
    expect(back).toMatchObject({ added: 0, removed: 23 })
  })

  test('数字は、回答数102が103に、登録団体384が390に、提案60・実施31が75・35になった', () => {
    const figures = new Map(
      compareFigures(draft.plan, final.plan).map((one) => [one.code, [one.before, one.after]]),
    )
    expect(figures.get('survey-answers')).toEqual(['102', '103'])
    expect(figures.get('registered-groups')).toEqual(['384', '390'])
    expect(figures.get('proposals')).toEqual(['60', '75'])
    expect(figures.get('proposals-done')).toEqual(['31', '35'])
    expect(figures.get('rate-city')).toEqual(['89.4', '73.9'])
    expect(figures.get('rate-groups')).toEqual(['34.1', '34.6'])
    expect(figures.get('room-use')).toEqual(['80%以上', undefined])
  })

  test('分類の凡例は、すべて指針で加わった', () => {
    const legends = compareLegends(draft.plan, final.plan).filter(({ of }) => of === 'classes')
    expect(legends.map(({ code, before }) => [code, before])).toEqual([
      ['Ⅰ', undefined],
      ['Ⅱ-ア', undefined],
      ['Ⅱ-イ', undefined],
      ['Ⅲ', undefined],
    ])
  })

  test('しぼりこみは、変わらない項目を求められたときだけ示す', () => {
    const same = changes.filter((one) => kindsOf(one).includes('same'))
    expect(matchingChanges(changes, {})).toHaveLength(changes.length - same.length)
    expect(matchingChanges(changes, { kind: 'same' })).toEqual(same)
    expect(matchingChanges(changes, { kind: 'added', level: 'chapter' })).toEqual([])
  })
})

const changed = (change: (version: Version) => void): Version => {
  const copy = structuredClone(yamaguchi)
  change(copy)
  return copy
}
const itemIn = ({ items }: Version, no: string) => items.find((item) => item.no === no)!
const changeOf = (after: Version, no: string) =>
  compareItems(yamaguchi, after, reading).find((one) => one.after?.no === no)!

test('同じ版どうしに、ちがいはない', () => {
  const changes = compareItems(yamaguchi, yamaguchi, reading)
  expect(countChanges(changes).same).toBe(73)
})

test('番号を付け直した項目は、鍵が同じなら同じ項目である', () => {
  const after = changed((version) =>
    Object.assign(itemIn(version, 'Ⅰ-(1)-①'), { key: 'Ⅰ-(1)-①', no: 'Ⅰ-(1)-③' }),
  )
  const change = changeOf(after, 'Ⅰ-(1)-③')
  expect(change.before?.no).toBe('Ⅰ-(1)-①')
  expect(kindsOf(change)).toEqual(['renumbered'])
})

test('鍵のない文書では、どちらの版にも一つだけの題名が、番号の変わった項目を結ぶ', () => {
  const after = changed((version) => Object.assign(itemIn(version, 'Ⅰ-(1)-①'), { no: 'Ⅰ-(1)-③' }))
  expect(kindsOf(changeOf(after, 'Ⅰ-(1)-③'))).toEqual(['renumbered'])
})

test('親が番号を変えただけの項目は、移動ではない。別の親の下に行けば移動である', () => {
  const renamed = changed((version) => {
    Object.assign(itemIn(version, 'Ⅰ-(1)'), { key: 'Ⅰ-(1)', no: 'Ⅰ-(9)' })
    for (const item of version.items)
      if (item.parent === 'Ⅰ-(1)') Object.assign(item, { parent: 'Ⅰ-(9)' })
  })
  expect(kindsOf(changeOf(renamed, 'Ⅰ-(1)-①'))).toEqual(['same'])
  const moved = changed((version) => Object.assign(itemIn(version, 'Ⅰ-(1)-①'), { parent: 'Ⅰ-(2)' }))
  expect(kindsOf(changeOf(moved, 'Ⅰ-(1)-①'))).toEqual(['moved'])
})

test('年次の印は、年度ごとに比べる。欄がなくなったことも変更である', () => {
  const after = changed((version) => {
    const { marks } = itemIn(version, 'Ⅳ-(3)-①')
    Object.assign(marks, { '2011': '実施' })
    delete marks['2008']
  })
  expect(changeOf(after, 'Ⅳ-(3)-①').marks).toEqual([
    { year: 2008, before: '空欄', after: undefined },
    { year: 2011, before: '→', after: '実施' },
  ])
})

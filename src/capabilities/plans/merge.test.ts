import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeValues, sameValues } from './merge.ts'
import { alignRows, mergeWithRows } from './merge-rows.ts'

const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '1', '2', '3'))

test('ちがう欄を直した二人の文は、どちらも残る', () => {
  const base = { title: '題', purpose: '目的', content: '内容' }
  expect(
    mergeValues(base, { ...base, purpose: '私の目的' }, { ...base, content: '同僚の内容' }),
  ).toEqual({ values: { title: '題', purpose: '私の目的', content: '同僚の内容' }, clashes: [] })
})

test('同じ欄を別々に直したときは、欄の名をあげて、人が決める', () => {
  const base = { title: '題' }
  const { values, clashes } = mergeValues(base, { title: '私の題' }, { title: '同僚の題' })
  expect(clashes).toEqual(['title'])
  expect(values.title).toBe('私の題')
  expect(mergeValues(base, { title: '新' }, { title: '新' }).clashes).toEqual([])
})

test('消した文も変更である', () => {
  expect(mergeValues({ a: '1' }, { a: '1' }, {})).toEqual({ values: {}, clashes: [] })
  expect(mergeValues({ a: '1' }, {}, { a: '2' }).clashes).toEqual(['a'])
})

test('一人しか直していなければ、その人の文になる。ぶつからない欄では、順番は結果を変えない', () => {
  fc.assert(
    fc.property(values, values, values, (base, mine, theirs) => {
      expect(sameValues(mergeValues(base, mine, base).values, mine)).toBe(true)
      expect(sameValues(mergeValues(base, base, theirs).values, theirs)).toBe(true)
      const [one, other] = [mergeValues(base, mine, theirs), mergeValues(base, theirs, mine)]
      expect([...one.clashes].sort()).toEqual([...other.clashes].sort())
      if (one.clashes.length === 0) expect(sameValues(one.values, other.values)).toBe(true)
    }),
  )
})

const marks = (...rows: readonly (readonly [code: string, ja: string])[]) =>
  Object.fromEntries(
    rows.flatMap(([code, ja], at) => [
      [`marks.${at}.code`, code],
      [`marks.${at}.ja`, ja],
    ]),
  )

test('表の行は記号で見分ける。一人が行を外し、もう一人がほかの行を直しても、文は正しい行に残る', () => {
  const base = marks(['a', '実施'], ['b', '検討'], ['c', '完了'])
  const mine = marks(['b', '検討'], ['c', '完了'])
  const theirs = marks(['a', '実施'], ['b', '検討'], ['c', '終わり'], ['d', '中止'])
  expect(mergeWithRows(base, mine, theirs)).toEqual({
    values: marks(['b', '検討'], ['c', '終わり'], ['d', '中止']),
    clashes: [],
  })
})

test('同じ行の同じ欄を二人が直したとき、外した行を相手が直したときは、人が決める', () => {
  const base = marks(['a', '実施'], ['b', '検討'])
  const mine = marks(['b', '私の検討'])
  const theirs = marks(['a', '実施'], ['b', '同僚の検討'])
  const merged = mergeWithRows(base, mine, theirs)
  expect(merged).toEqual({ values: mine, clashes: ['marks.0.ja'] })
  expect(alignRows(theirs, merged.values)['marks.0.ja']).toBe('同僚の検討')
  expect(mergeWithRows(base, marks(['b', '検討']), marks(['a', '新'], ['b', '検討']))).toEqual({
    values: marks(['a', '新'], ['b', '検討']),
    clashes: ['marks.0.ja'],
  })
})

test('行ごとに組になる日本語と英語は、一つの欄として扱う', () => {
  const base = { points_ja: '一\n二', points_en: 'one\ntwo' }
  const merged = mergeValues(base, { ...base, points_ja: '二' }, { ...base, points_en: 'one\n2' })
  expect(merged.clashes).toEqual(['points_ja', 'points_en'])
  expect(merged.values).toEqual({ points_ja: '二', points_en: 'one\ntwo' })
})

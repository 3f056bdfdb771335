import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeValues, sameValues } from './merge.ts'

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

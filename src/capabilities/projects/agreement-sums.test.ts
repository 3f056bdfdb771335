import { expect, test } from 'vitest'
import { findSumProblem, readAgreedLines, readCityCosts } from './agreement-sums.ts'

const contentOf = (lines: string, cityShare = 300_000) => ({
  cityShare,
  cityCosts: '市が出す費用',
  articles: [
    { title: '目的', text: '川べりを歩ける場所にする。' },
    {
      title: '費用',
      text: `費用は、次のとおり出し合う。\n\n【団体が出す費用】\n・飲み物　900,000円\n合計　900,000円\n\n【市が出す費用】\n${lines}`,
    },
  ],
})

test('市が出す費用の合計が、市の負担額（300,000円以内）をこえる協定書は、金額が食いちがう', () => {
  expect(findSumProblem(contentOf('・謝金　400,000円　4回分\n合計　400,000円'))).toEqual({
    kind: 'above-share',
    article: 3,
    heading: '市が出す費用',
    total: 400_000,
    lines: 400_000,
  })
})

test('ちょうど上限の合計は食いちがわない。団体の費用は数えない', () => {
  expect(
    findSumProblem(contentOf('・謝金　200,000円\n・印刷　100,000円\n合計　300,000円')),
  ).toBeUndefined()
})

test('合計だけを直し、行が残っているときも、食いちがいに気づく', () => {
  expect(findSumProblem(contentOf('・謝金　400,000円\n合計　300,000円'))?.kind).toBe('above-share')
  expect(findSumProblem(contentOf('・謝金　150,000円\n合計　200,000円'))?.kind).toBe('wrong-sum')
})

test('全角の数字と、金額の後の説明の中の金額を読み分ける', () => {
  const costs = readCityCosts(
    contentOf('・謝金　１００，０００円　1回25,000円を4回\n合計　100,000円'),
  )
  expect(costs).toMatchObject({ total: 100_000, lines: 100_000 })
})

test('協議シートに市の費用がない協定書は、金額を比べない', () => {
  const { cityCosts: _, ...without } = contentOf('合計　900,000円')
  expect(findSumProblem(without)).toBeUndefined()
})

test('協定書の費用の行は、市の分と団体の分を合わせ、同じ費用は足して読む', () => {
  const content = {
    ...contentOf('・謝金　200,000円　4回分\n・飲み物　１００，０００円\n合計　300,000円'),
    groupCosts: '団体が出す費用',
  }
  expect(readAgreedLines(content)).toEqual([
    { item: '謝金', amount: 200_000 },
    { item: '飲み物', amount: 1_000_000 },
  ])
})

test('費用の内訳がなく、市の負担金が1行だけのとき、費用の行はない', () => {
  expect(readAgreedLines(contentOf('・市の負担金　300,000円\n合計　300,000円'))).toEqual([])
  expect(readAgreedLines({ articles: contentOf('').articles, cityShare: 0 })).toEqual([])
})

test('市の費用の行が市の負担額（300,000円）に1円でも足りなければ、予算の行とは読まない', () => {
  expect(readAgreedLines(contentOf('・謝金　299,999円\n合計　299,999円'))).toEqual([])
  expect(readAgreedLines(contentOf('・謝金　300,000円\n合計　300,000円'))).toHaveLength(1)
})

import { expect, test } from 'vitest'
import type { Definition } from './evaluation.ts'
import { publishedResult, type Whole, wholeResult, withheldMark } from './published.ts'
import { compareSheets } from './scores.ts'

const label = { ja: '項目', en: 'Item' }
const definition = {
  scale: [1, 2, 3, 4, 5].map((value) => ({ value, label })),
  items: [{ code: 'purpose', label, viewpoint: label, source: '' }],
  discussAt: 2,
  overall: [
    { code: 'continue', label: { ja: '続ける', en: 'Go on' } },
    { code: 'end', label: { ja: '終える', en: 'End' } },
  ],
  committee: label,
  comments: true,
} as unknown as Definition

const line = (score: number, comment: string) => new Map([['purpose', { score, comment }]])
const assessment = (accountId: string, overall: string, comment: string) => ({
  accountId,
  memberName: `委員${accountId}`,
  overall,
  comment,
  submittedAt: new Date(0),
})

const wholeOf = (withheld: readonly string[], comments = true): Whole => ({
  evaluation: { definition: { ...definition, comments }, withheld },
  comparisons: compareSheets(
    { group: line(5, '団体の言葉'), city: line(2, '市の言葉') },
    definition,
  ),
  explanations: new Map([['purpose', '二人の言葉']]),
  assessments: [
    assessment('b2', 'continue', 'いい事業'),
    assessment('a1', 'end', 'あの人の電話番号'),
  ],
})

test('公開する結果に、委員の名前も書いた順も入らない', () => {
  const result = publishedResult(wholeOf([]))
  expect(JSON.stringify({ ...result, explanations: [...result.explanations] })).not.toMatch(/委員/)
  expect(result.opinions).toEqual(['あの人の電話番号', 'いい事業'].toSorted())
  expect(result.tally.map(({ code, count }) => [code, count])).toEqual([
    ['continue', 1],
    ['end', 1],
  ])
})

test('公開しないと決めたコメントは、だれの、どの種類のものでも伏せられる', () => {
  const keys = ['group:purpose', 'city:purpose', 'explanation:purpose', 'third:a1']
  const result = publishedResult(wholeOf(keys))
  expect(result.comparisons[0]?.group.comment).toBe(withheldMark)
  expect(result.comparisons[0]?.city.comment).toBe(withheldMark)
  expect(result.explanations.get('purpose')).toBe(withheldMark)
  expect(result.opinions).toEqual(['いい事業', withheldMark].toSorted())
  // The scores themselves are never withheld.
  expect(result.comparisons[0]?.group.score).toBe(5)
})

test('伏せたコメントも、関係する人には見える', () => {
  expect(wholeResult(wholeOf(['third:a1'])).opinions).toContain('あの人の電話番号')
})

test('意見を公開しない制度では、何人が何を選んだかだけが公開される', () => {
  const result = publishedResult(wholeOf([], false))
  expect(result.opinions).toEqual([])
  expect(result.tally[0]?.count).toBe(1)
})

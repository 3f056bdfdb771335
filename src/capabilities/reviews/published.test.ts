import { expect, test } from 'vitest'
import {
  isPublicByName,
  type PublicDecision,
  type PublishRule,
  publicResultsOf,
  publishableOf,
} from './published.ts'
import type { FrozenStanding } from './ranking.ts'
import type { Rubric } from './scoring.ts'

const rubric = {
  criteria: [{ code: 'benefit', label: { ja: '公益性', en: 'Public benefit' }, max: 5 }],
} as unknown as Rubric
const standing = {
  exact: '184/5',
  printed: '36.8',
  maximum: '50',
  percent: '73.6',
  items: [{ criterion: 'benefit', mean: '4.1' }],
} as unknown as FrozenStanding
const comments = ['役割分担が明確']
const rule = (change: Partial<PublishRule>): PublishRule => ({
  scores: 'none',
  comments: false,
  notSelected: 'none',
  ...change,
})

test('公開しない制度では、点もコメントも公開用の記録に入らない', () => {
  expect(publishableOf(rule({}), { rubric, standing, comments })).toEqual({})
})

test('総合点だけを公開する制度では、項目ごとの点は入らない', () => {
  expect(publishableOf(rule({ scores: 'total' }), { rubric, standing, comments })).toEqual({
    total: { printed: '36.8', maximum: '50', percent: '73.6' },
  })
})

test('項目ごとの点とコメントを公開する制度では、そのすべてが入る', () => {
  expect(
    publishableOf(rule({ scores: 'per_item', comments: true }), { rubric, standing, comments }),
  ).toEqual({
    total: { printed: '36.8', maximum: '50', percent: '73.6' },
    items: [{ label: { ja: '公益性', en: 'Public benefit' }, mean: '4.1', maximum: 5 }],
    comments,
  })
})

test('点のつかなかった提案に公開する点はない', () => {
  const none = { ...standing, exact: null }
  expect(publishableOf(rule({ scores: 'per_item' }), { rubric, standing: none, comments })).toEqual(
    {},
  )
})

const decision = (proposalId: string, outcome: PublicDecision['outcome']): PublicDecision => ({
  proposalId,
  title: proposalId,
  groupName: '団体',
  outcome,
  amount: 0,
  published: {},
})
const decisions = [
  decision('a', 'selected'),
  decision('b', 'conditional'),
  decision('c', 'reserve'),
  decision('d', 'not_selected'),
]
const names = (change: Partial<PublishRule>) =>
  publicResultsOf(rule(change), decisions).named.map(({ proposalId }) => proposalId)

test('不採択を公開しない制度では、次点と不採択は名も数も出ない', () => {
  expect(names({ notSelected: 'none' })).toEqual(['a', 'b'])
  expect(publicResultsOf(rule({ notSelected: 'none' }), decisions).others).toBeUndefined()
})

test('数だけ公開する制度では、次点と不採択の数が出て、名は出ない', () => {
  expect(names({ notSelected: 'count' })).toEqual(['a', 'b'])
  expect(publicResultsOf(rule({ notSelected: 'count' }), decisions).others).toEqual({
    reserve: 1,
    notSelected: 1,
  })
})

test('名前まで公開する制度では、すべての提案が名で出る', () => {
  expect(names({ notSelected: 'names' })).toEqual(['a', 'b', 'c', 'd'])
  expect(isPublicByName(rule({ notSelected: 'names' }), 'not_selected')).toBe(true)
  expect(isPublicByName(rule({ notSelected: 'count' }), 'not_selected')).toBe(false)
  expect(isPublicByName(rule({ notSelected: 'none' }), 'selected')).toBe(true)
})

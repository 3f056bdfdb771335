import { expect, test } from 'vitest'
import type { Verdict } from '#kernel/refusals.ts'
import type { EvaluationState } from './evaluation.ts'
import {
  canAnswer,
  canAssess,
  canCloseMutual,
  canCloseThirdParty,
  canConfirm,
  canExplain,
  canScore,
  canSeeAssessments,
  canSeeMutual,
  canSeeScores,
  canTakeBack,
  type Standpoint,
} from './policy.ts'

const nobody: Standpoint = {
  side: undefined,
  office: false,
  concerned: false,
  seat: 'none',
  assessed: false,
  open: true,
}
const places = {
  visitor: nobody,
  member: { ...nobody, concerned: true },
  group: { ...nobody, side: 'group', concerned: true },
  city: { ...nobody, side: 'city', concerned: true },
  office: { ...nobody, office: true, concerned: true },
  paperOffice: { ...nobody, side: 'group', office: true, concerned: true },
  sits: { ...nobody, seat: 'sits' },
  assessed: { ...nobody, seat: 'sits', assessed: true },
  recused: { ...nobody, seat: 'recused' },
  undeclared: { ...nobody, seat: 'undeclared' },
} as const satisfies Record<string, Standpoint>
type Place = keyof typeof places

const at = { at: new Date(0), by: null }
const evaluation = (
  state: EvaluationState,
  submitted: readonly ('group' | 'city')[] = state === 'self' ? [] : ['group', 'city'],
  confirmed: readonly ('group' | 'city')[] = [],
) => ({
  state,
  submitted: {
    group: submitted.includes('group') ? at : null,
    city: submitted.includes('city') ? at : null,
  },
  mutualRevision: 1,
  confirmed: {
    group: confirmed.includes('group') ? 1 : null,
    city: confirmed.includes('city') ? 1 : null,
  },
})

const whoMay = (verdict: (standpoint: Standpoint) => Verdict): readonly Place[] =>
  (Object.keys(places) as Place[]).filter((place) => verdict(places[place]).ok)
const states = ['self', 'mutual', 'third_party', 'answer', 'published'] as const

test('自己評価を書くのは両方の側だけで、自分が提出した後は書けない', () => {
  expect(whoMay((who) => canScore(who, evaluation('self')))).toEqual([
    'group',
    'city',
    'paperOffice',
  ])
  expect(whoMay((who) => canScore(who, evaluation('self', ['group'])))).toEqual(['city'])
  for (const state of states.slice(1))
    expect(whoMay((who) => canScore(who, evaluation(state)))).toEqual([])
})

test('双方がそろう前に評価を見られるのは、その側だけ。事務局も委員も会員も見られない', () => {
  for (const submitted of [[], ['group'], ['city']] as const) {
    const of = evaluation('self', submitted)
    expect(whoMay((who) => canSeeScores(who, of, 'group'))).toEqual(['group', 'paperOffice'])
    expect(whoMay((who) => canSeeScores(who, of, 'city'))).toEqual(['city'])
    expect(whoMay((who) => canSeeMutual(who, of))).toEqual([])
  }
})

test('そろった後は関係する人が、委員は第三者評価から、だれでもは公開から見られる', () => {
  const concerned = ['member', 'group', 'city', 'office', 'paperOffice']
  const of = (state: EvaluationState) => whoMay((who) => canSeeMutual(who, evaluation(state)))
  expect(of('mutual')).toEqual(concerned)
  expect(of('third_party')).toEqual([...concerned, 'sits', 'assessed'])
  expect(of('answer')).toEqual([...concerned, 'sits', 'assessed'])
  expect(of('published')).toEqual(Object.keys(places))
})

test('提出した評価は、相手がそろうまで取り戻せる', () => {
  expect(whoMay((who) => canTakeBack(who, evaluation('self', ['group'])))).toEqual([
    'group',
    'paperOffice',
  ])
  expect(whoMay((who) => canTakeBack(who, evaluation('mutual')))).toEqual([])
})

test('違いの説明は両方の側と事務局が書き、確認は両方の側がそれぞれ一度する', () => {
  expect(whoMay((who) => canExplain(who, evaluation('mutual')))).toEqual([
    'group',
    'city',
    'office',
    'paperOffice',
  ])
  const half = evaluation('mutual', ['group', 'city'], ['group'])
  expect(whoMay((who) => canConfirm(who, half))).toEqual(['city'])
  expect(whoMay((who) => canCloseMutual(who, half))).toEqual(['office', 'paperOffice'])
})

test('説明が変わると、確認した側ももう一度確認できる', () => {
  const changed = { ...evaluation('mutual', ['group', 'city'], ['group']), mutualRevision: 2 }
  expect(whoMay((who) => canConfirm(who, changed))).toEqual(['group', 'city', 'paperOffice'])
})

test('第三者評価を書くのは、利害関係のない委員だけ', () => {
  expect(whoMay((who) => canAssess(who, evaluation('third_party')))).toEqual(['sits', 'assessed'])
  for (const state of ['self', 'mutual', 'answer', 'published'] as const)
    expect(whoMay((who) => canAssess(who, evaluation(state)))).toEqual([])
})

test('委員はほかの委員の評価を、自分が書いた後に見る。団体と担当課は締めた後に見る', () => {
  const of = (state: EvaluationState) => whoMay((who) => canSeeAssessments(who, evaluation(state)))
  expect(of('mutual')).toEqual([])
  expect(of('third_party')).toEqual(['office', 'paperOffice', 'assessed'])
  expect(of('answer')).toEqual(['member', 'group', 'city', 'office', 'paperOffice', 'assessed'])
  expect(of('published')).toEqual(Object.keys(places))
})

test('締めるのも、市の回答を書くのも、事務局だけ', () => {
  expect(whoMay((who) => canCloseThirdParty(who, evaluation('third_party')))).toEqual([
    'office',
    'paperOffice',
  ])
  expect(whoMay((who) => canAnswer(who, evaluation('answer')))).toEqual(['office', 'paperOffice'])
})

test('評価を終えないまま完了した事業では、だれも何も書けない', () => {
  const over = Object.values(places).map((place) => ({ ...place, open: false }))
  const steps = [canScore, canTakeBack, canExplain, canConfirm, canAssess, canAnswer]
  for (const may of steps)
    for (const state of states)
      expect(over.some((place) => may(place, evaluation(state, ['group'])).ok)).toBe(false)
})

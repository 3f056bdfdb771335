import { expect, test } from 'vitest'
import {
  closingStateOf,
  entriesOf,
  listAwaited,
  type ProgressFacts,
  progressOf,
} from './progress.ts'
import type { ReviewedProposal } from './review.ts'

const proposal = (id: string, groupId: string): ReviewedProposal => ({
  id,
  position: 1,
  receiptNumber: id,
  title: id,
  summary: '',
  groupId,
  groupName: groupId,
  state: 'reviewing',
  type: 'group',
  requested: 100_000,
  themeCap: null,
})
const facts: ProgressFacts = {
  proposals: [proposal('P1', 'G1'), proposal('P2', 'G2')],
  members: ['a', 'b', 'c', 'd'].map((accountId) => ({ accountId, name: `委員${accountId}` })),
  declarations: [
    { proposalId: 'P1', accountId: 'a', interest: 'none' },
    { proposalId: 'P2', accountId: 'a', interest: 'none' },
    { proposalId: 'P1', accountId: 'b', interest: 'family' },
    { proposalId: 'P2', accountId: 'b', interest: 'none' },
    { proposalId: 'P1', accountId: 'c', interest: 'none' },
    { proposalId: 'P2', accountId: 'c', interest: 'none' },
  ],
  marks: [
    { proposalId: 'P1', accountId: 'a' },
    { proposalId: 'P1', accountId: 'c' },
    { proposalId: 'P2', accountId: 'c' },
  ],
  // c joined the group of P2 after declaring and submitting.
  ties: [{ accountId: 'c', groupId: 'G2' }],
}

test('提案ごとに、提出、除斥、未提出、申告待ちと、まだの委員がわかる', () => {
  const [first, second] = progressOf(facts)
  expect(first?.counts).toEqual({ submitted: 2, recused: 1, missing: 0, undeclared: 1 })
  expect(first?.awaited.map(({ accountId }) => accountId)).toEqual(['d'])
  expect(second?.counts).toEqual({ submitted: 0, recused: 1, missing: 2, undeclared: 1 })
  expect(listAwaited(progressOf(facts))).toEqual(['d', 'a', 'b'])
})

test('進み具合のどこにも、点は出てこない', () => {
  expect(JSON.stringify(progressOf(facts))).not.toContain('scores')
})

test('一枚でも足りないか、必要な人数に満たない提案があれば、締切に理由がいる', () => {
  expect(closingStateOf(progressOf(facts), 1)).toMatchObject({ missing: 4, reasonNeeded: true })
  const [first] = progressOf({ ...facts, members: facts.members.slice(0, 3) })
  expect(closingStateOf([first!], 2)).toEqual({
    missing: 0,
    belowQuorum: [],
    reasonNeeded: false,
  })
  expect(closingStateOf([first!], 3)).toMatchObject({ missing: 0, reasonNeeded: true })
})

test('順位を数える票は委員の数だけあり、団体に入った委員の票は除斥として数える', () => {
  const sheets = facts.marks.map((mark) => ({ ...mark, scores: { benefit: 3 } }))
  const [first, second] = entriesOf(progressOf(facts), sheets)
  expect(first?.sheets.map(({ scores }) => scores)).toEqual([
    { benefit: 3 },
    'recused',
    { benefit: 3 },
    'missing',
  ])
  expect(second?.sheets.map(({ scores }) => scores)).toEqual([
    'missing',
    'missing',
    'recused',
    'missing',
  ])
})

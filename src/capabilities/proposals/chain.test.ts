import { expect, test } from 'vitest'
import { chainSteps, listChain } from './chain.ts'
import { type ProposalState, proposalWorkflow } from './proposal.ts'

const calendar = [
  { step: 'formal_check', to: '2027-01-15' },
  { step: 'negotiation', to: '2027-02-10' },
] as const
const chain = (state: ProposalState, consulted: 'none' | 'asked' | 'held' = 'held') =>
  listChain({ state, rule: 'recommended', consulted, calendar })

test('決定までのどの状態でも、今の段階はちょうど一つ', () => {
  for (const state of Object.keys(proposalWorkflow.states) as ProposalState[]) {
    const now = chain(state).filter((link) => ['current', 'mend', 'error'].includes(link.state))
    const decided = ['selected', 'conditional', 'not_selected'].includes(state)
    expect([state, now.length]).toEqual([state, decided ? 0 : 1])
  }
})

test('補正をお願いされた提案は、止まったのではなく、直す段階にある', () => {
  expect(chain('returned').find(({ step }) => step === 'write')?.state).toBe('mend')
})

test('決定すると、すべての段階が済む', () => {
  expect(new Set(chain('selected').map(({ state }) => state))).toEqual(new Set(['done']))
})

test('協議中は、書類の確認までが済み、審査からがこれから', () => {
  expect(chain('negotiating').map(({ state }) => state)).toEqual([
    'done',
    'done',
    'done',
    'current',
    'upcoming',
    'upcoming',
  ])
})

test('段階には、募集の日程の最後の日が付く', () => {
  expect(chain('draft').find(({ step }) => step === 'check')?.until).toBe('2027-01-15')
})

test('相談は、行われるまで済みにならず、勧めもしない制度では出てこない', () => {
  expect(chain('submitted', 'asked')[0]).toMatchObject({ step: 'consult', state: 'upcoming' })
  expect(chain('negotiating', 'asked')[0]).toMatchObject({ step: 'consult', state: 'skipped' })
  const without = listChain({ state: 'draft', rule: 'none', consulted: 'none', calendar })
  expect(without.map(({ step }) => step)).toEqual(chainSteps.slice(1))
  expect(chain('submitted', 'none').map(({ step }) => step)).toEqual(chainSteps.slice(1))
})

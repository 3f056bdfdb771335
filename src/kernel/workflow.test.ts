import { expect, expectTypeOf, test } from 'vitest'
import {
  applyTransition,
  defineWorkflow,
  isStateOf,
  nextActions,
  type StateOf,
  type TransitionNameOf,
} from './workflow.ts'
import { assertWorkflow, listWorkflowProblems, renderWorkflowTable } from './workflow-check.ts'

const both = (ja: string, en: string) => ({ ja, en })
const name = (ja: string, en: string) => ({ staff: both(ja, en), applicant: both(ja, en) })

const registration = defineWorkflow({
  initial: 'draft',
  states: {
    draft: { ...name('下書き', 'Draft'), waitsFor: 'group' },
    submitted: {
      staff: both('確認待ち', 'To check'),
      applicant: both('受付済み', 'Received'),
      waitsFor: ['centre', 'office'],
    },
    returned: { ...name('補正依頼', 'To be mended'), waitsFor: 'group' },
    approved: { ...name('登録', 'Registered'), final: true },
    withdrawn: { ...name('取下げ', 'Withdrawn'), final: true },
  },
  transitions: [
    {
      name: 'submit',
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['group'],
      label: both('提出する', 'Submit'),
    },
    {
      name: 'return',
      from: ['submitted'],
      to: 'returned',
      by: ['centre', 'office'],
      label: both('補正を求める', 'Ask to mend'),
      reasonRequired: true,
    },
    {
      name: 'approve',
      from: ['submitted'],
      to: 'approved',
      by: ['office'],
      label: both('登録する', 'Register'),
    },
    {
      name: 'withdraw',
      from: ['draft', 'submitted', 'returned'],
      to: 'withdrawn',
      by: ['group'],
      label: both('取り下げる', 'Withdraw'),
    },
  ],
})

test('状態と手続の名は型になる', () => {
  expectTypeOf<StateOf<typeof registration>>().toEqualTypeOf<
    'draft' | 'submitted' | 'returned' | 'approved' | 'withdrawn'
  >()
  expectTypeOf<TransitionNameOf<typeof registration>>().toEqualTypeOf<
    'submit' | 'return' | 'approve' | 'withdraw'
  >()
  // @ts-expect-error a state that is not in the table
  nextActions(registration, 'lost', [])
  // @ts-expect-error a step that is not in the table
  applyTransition(registration, 'draft', 'vanish', [])
  const states = { a: name('あ', 'A') }
  // @ts-expect-error a beginning that is not in the table
  defineWorkflow({ initial: 'b', states, transitions: [] })
  const step = { name: 'go', from: ['a'], to: 'b', by: ['x'], label: both('行く', 'Go') } as const
  // @ts-expect-error an end that is not in the table
  defineWorkflow({ initial: 'a', states, transitions: [step] })
})

test('できることは、今の状態と役割から決まる', () => {
  const names = (state: StateOf<typeof registration>, roles: string[]) =>
    nextActions(registration, state, roles).map((action) => action.name)
  expect(names('submitted', ['office'])).toEqual(['return', 'approve'])
  expect(names('submitted', ['centre', 'group'])).toEqual(['return', 'withdraw'])
  expect(names('submitted', [])).toEqual([])
  expect(names('approved', ['office', 'centre', 'group'])).toEqual([])
})

test('手続は次の状態に進む', () => {
  expect(applyTransition(registration, 'draft', 'submit', ['group'])).toEqual({
    ok: true,
    value: { to: 'submitted' },
  })
})

test('進めない手続は理由を返す', () => {
  const refusal = (...given: Parameters<typeof applyTransition>) => applyTransition(...given)
  expect(refusal(registration, 'approved', 'submit', ['group'])).toEqual({
    ok: false,
    error: 'not-from-here',
  })
  expect(refusal(registration, 'submitted', 'approve', ['centre'])).toEqual({
    ok: false,
    error: 'not-your-role',
  })
  for (const reason of [undefined, '', ' 　\n'])
    expect(refusal(registration, 'submitted', 'return', ['centre'], { reason })).toEqual({
      ok: false,
      error: 'reason-required',
    })
  expect(
    refusal(registration, 'submitted', 'return', ['centre'], { reason: '名簿がない' }).ok,
  ).toBe(true)
})

test('役割のない人は、理由が要ることも知らされない', () => {
  expect(applyTransition(registration, 'submitted', 'return', ['group'])).toEqual({
    ok: false,
    error: 'not-your-role',
  })
})

test('同じ名の手続が、状態や役割により別の先へ進める', () => {
  const workflow = defineWorkflow({
    initial: ['new', 'old'],
    states: {
      new: name('新', 'New'),
      old: name('旧', 'Old'),
      end: { ...name('終', 'End'), final: true },
    },
    transitions: [
      { name: 'go', from: ['new'], to: 'old', by: ['a'], label: both('進む', 'Go') },
      { name: 'go', from: ['new', 'old'], to: 'end', by: ['b'], label: both('進む', 'Go') },
    ],
  })
  assertWorkflow(workflow)
  expect(applyTransition(workflow, 'new', 'go', ['a'])).toEqual({ ok: true, value: { to: 'old' } })
  expect(applyTransition(workflow, 'new', 'go', ['b'])).toEqual({ ok: true, value: { to: 'end' } })
  expect(applyTransition(workflow, 'old', 'go', ['a'])).toEqual({
    ok: false,
    error: 'not-your-role',
  })
})

test('表にない文字列は状態ではない', () => {
  expect(isStateOf(registration, 'draft')).toBe(true)
  for (const other of ['lost', '', 'toString', '__proto__'])
    expect(isStateOf(registration, other)).toBe(false)
})

test('整った表に問題はない', () => {
  expect(() => assertWorkflow(registration)).not.toThrow()
})

test('整わない表の問題はすべて挙がる', () => {
  const step = { from: ['a'], to: 'b', by: ['x'], label: both('行く', 'Go') }
  const problems = listWorkflowProblems({
    initial: ['a', 'nowhere'],
    states: {
      a: { ...name('あ', 'A'), waitsFor: 'y' },
      b: { ...name('い', 'B'), final: true },
      c: name('う', 'C'),
    },
    transitions: [
      { ...step, name: 'go' },
      { ...step, name: 'go' },
      { ...step, name: 'back', from: ['b'], to: 'gone' },
      { ...step, name: 'never', by: [] },
    ],
  })
  expect(problems).toEqual([
    'The initial state nowhere is unknown',
    'c is never reached',
    'a waits for y, who can do nothing there',
    'b is final but back leads out of it',
    'c is not final and nothing leads out of it',
    'go from a is there twice for the same role',
    'go from a is there twice for the same role',
    'back names the unknown state gone',
    'never can never be taken',
  ])
  expect(() =>
    assertWorkflow({ initial: 'a', states: { a: name('あ', 'A') }, transitions: [] }),
  ).toThrow(/a is not final/)
})

test('表は README に載る Markdown になり、縦線で崩れない', () => {
  const table = renderWorkflowTable({
    ...registration,
    states: { ...registration.states, approved: { ...name('登録|済', 'Done'), final: true } },
  })
  expect(table.split('\n')).toEqual([
    '| state (▶ first, ■ final) | for staff | for the applicant | waits for | next |',
    '|---|---|---|---|---|',
    '| `draft` ▶ | 下書き / Draft | 下書き / Draft | group | `submit` 提出する (group) → `submitted`<br>`withdraw` 取り下げる (group) → `withdrawn` |',
    '| `submitted` | 確認待ち / To check | 受付済み / Received | centre, office | `return` 補正を求める (centre, office; 理由) → `returned`<br>`approve` 登録する (office) → `approved`<br>`withdraw` 取り下げる (group) → `withdrawn` |',
    '| `returned` | 補正依頼 / To be mended | 補正依頼 / To be mended | group | `submit` 提出する (group) → `submitted`<br>`withdraw` 取り下げる (group) → `withdrawn` |',
    '| `approved` ■ | 登録\\|済 / Done | 登録\\|済 / Done | — | — |',
    '| `withdrawn` ■ | 取下げ / Withdrawn | 取下げ / Withdrawn | — | — |',
    '',
  ])
})

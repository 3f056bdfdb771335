import { expect, test } from 'vitest'
import { type Actor, type CityRole, type GroupRole, type Person, visitor } from '#kernel/actor.ts'
import {
  canBegin,
  canCancelConsultation,
  canCheck,
  canNegotiate,
  canReadConsultation,
  canRecordConsultation,
  canTalk,
  canWithdraw,
  canWrite,
  type Reading,
  readingOf,
  sideOf,
} from './policy.ts'
import type { ProposalState } from './proposal.ts'

const person = (given: Partial<Person>): Person => ({
  kind: 'person',
  accountId: 'a',
  name: '見本',
  roles: [],
  departments: [],
  memberships: [],
  trusted: true,
  ...given,
})
const inGroup = (role: GroupRole, groupId = 'g') => person({ memberships: [{ groupId, role }] })
const withRole = (role: CityRole) => person({ roles: [role] })
const ofDepartment = (code: string) => person({ roles: ['department'], departments: [code] })

const people = {
  visitor,
  resident: person({}),
  representative: inGroup('representative'),
  manager: inGroup('manager'),
  member: inGroup('member'),
  otherGroup: inGroup('representative', 'h'),
  office: withRole('office'),
  department: ofDepartment('welfare'),
  otherDepartment: ofDepartment('roads'),
  centre: withRole('centre'),
  reviewer: withRole('reviewer'),
  cityAdmin: withRole('city_admin'),
} satisfies Record<string, Actor>
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]

const proposal = (state: ProposalState, more: { channel?: 'web' | 'counter' } = {}) => ({
  groupId: 'g',
  department: 'welfare',
  state,
  submittedAt: state === 'draft' ? null : new Date(0),
  channel: 'web' as const,
  ...more,
})
const hidden = { isPublic: false }

const allowed = (can: (actor: Actor) => { readonly ok: boolean }): Who[] =>
  everybody.filter((who) => can(people[who]).ok)

const readings = (state: ProposalState, exposure = hidden): Partial<Record<Who, Reading>> =>
  Object.fromEntries(
    everybody
      .map((who) => [who, readingOf(people[who], proposal(state), exposure)] as const)
      .filter(([, reading]) => reading !== 'none'),
  )

test('下書きを読めるのは、その団体の人だけ', () => {
  expect(readings('draft')).toEqual({
    representative: 'full',
    manager: 'full',
    member: 'parties',
  })
})

test('公開前の提案を読めるのは、団体・事務局・担当課で、センターは題名と段階だけ', () => {
  expect(readings('negotiating')).toEqual({
    representative: 'full',
    manager: 'full',
    member: 'parties',
    office: 'full',
    department: 'full',
    centre: 'titles',
  })
})

test('公開した提案はだれでも公開の項目を読めるが、ほかの課や審査委員がそれより多く読むことはない', () => {
  const read = readings('submitted', { isPublic: true })
  for (const who of ['visitor', 'otherDepartment', 'reviewer', 'centre', 'otherGroup'] as const)
    expect(read[who]).toBe('public')
})

test('審査委員は、公開されない提案を審査の画面で読み、提案の画面では読まない', () => {
  expect(readings('reviewing').reviewer).toBeUndefined()
  expect(readings('reviewing').otherDepartment).toBeUndefined()
})

test('紙で届いた提案の下書きは、事務局も読み書きできる', () => {
  const onPaper = proposal('draft', { channel: 'counter' })
  expect(readingOf(people.office, onPaper, hidden)).toBe('full')
  expect(allowed((actor) => canWrite(actor, onPaper))).toEqual([
    'representative',
    'manager',
    'office',
  ])
})

test('提案を書けるのは、代表者と担当者が、下書きか補正の間だけ', () => {
  expect(allowed((actor) => canWrite(actor, proposal('draft')))).toEqual([
    'representative',
    'manager',
  ])
  expect(allowed((actor) => canWrite(actor, proposal('returned')))).toHaveLength(2)
  expect(allowed((actor) => canWrite(actor, proposal('submitted')))).toEqual([])
})

test('提案を始められるのは、その団体の代表者・担当者と、紙を受け取る事務局', () => {
  expect(allowed((actor) => canBegin(actor, 'g'))).toEqual(['representative', 'manager', 'office'])
})

test('書類を確認できるのは事務局だけで、確認の段階に限る', () => {
  for (const state of ['submitted', 'returned', 'negotiating'] as const)
    expect(allowed((actor) => canCheck(actor, proposal(state)))).toEqual(['office'])
  expect(allowed((actor) => canCheck(actor, proposal('draft')))).toEqual([])
  expect(allowed((actor) => canCheck(actor, proposal('reviewing')))).toEqual([])
})

test('自分の団体の提案は、事務局や担当課の人でも確認や協議の相手になれない', () => {
  const officer = person({
    roles: ['office', 'department'],
    departments: ['welfare'],
    memberships: [{ groupId: 'g', role: 'member' }],
  })
  expect(canCheck(officer, proposal('submitted')).ok).toBe(false)
  expect(canNegotiate(officer, proposal('negotiating')).ok).toBe(false)
  expect(readingOf(officer, proposal('negotiating'), hidden)).toBe('parties')
})

test('協議シートに書けるのは、団体と担当課の両方', () => {
  expect(allowed((actor) => canNegotiate(actor, proposal('negotiating')))).toEqual([
    'representative',
    'manager',
    'department',
  ])
  expect(sideOf(people.manager, proposal('negotiating'))).toBe('group')
  expect(sideOf(people.department, proposal('negotiating'))).toBe('department')
  expect(allowed((actor) => canNegotiate(actor, proposal('ready')))).toEqual([])
})

test('取り下げられるのは団体と、紙の届けを受けた事務局で、下書きは団体だけ', () => {
  expect(allowed((actor) => canWithdraw(actor, proposal('negotiating')))).toEqual([
    'representative',
    'manager',
    'office',
  ])
  expect(allowed((actor) => canWithdraw(actor, proposal('draft')))).toEqual([
    'representative',
    'manager',
  ])
  expect(allowed((actor) => canWithdraw(actor, proposal('selected')))).toEqual([])
})

test('連絡を交わすのは、団体の代表者・担当者と事務局と担当課', () => {
  expect(allowed((actor) => canTalk(actor, proposal('negotiating')))).toEqual([
    'representative',
    'manager',
    'office',
    'department',
  ])
  expect(allowed((actor) => canTalk(actor, proposal('draft')))).toEqual([])
})

test('二段階の確認が済んでいない職員は、何も読めない', () => {
  const untrusted = person({ roles: ['office'], trusted: false })
  expect(readingOf(untrusted, proposal('submitted'), hidden)).toBe('none')
})

test('事前相談は、団体とセンターと事務局が読み、センターと事務局が記録する', () => {
  const asked = { groupId: 'g', state: 'asked' }
  expect(allowed((actor) => canReadConsultation(actor, asked))).toEqual([
    'representative',
    'manager',
    'member',
    'office',
    'centre',
  ])
  expect(allowed((actor) => canRecordConsultation(actor, asked))).toEqual(['office', 'centre'])
  expect(allowed((actor) => canCancelConsultation(actor, asked))).toEqual([
    'representative',
    'manager',
    'office',
    'centre',
  ])
  expect(allowed((actor) => canCancelConsultation(actor, { ...asked, state: 'held' }))).toEqual([])
})

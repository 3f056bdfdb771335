import { expect, test } from 'vitest'
import { type Actor, type Person, system, visitor } from '#kernel/actor.ts'
import type { Verdict } from '#kernel/refusals.ts'
import type { AgreementState } from './agreement.ts'
import {
  canAnswerReview,
  canCheckReport,
  canCloseProject,
  canEditAgreement,
  canExtendCorrection,
  canReadAgreement,
  canReadFile,
  canRecordContinuation,
  canRemind,
  canReopenAgreement,
  canReport,
  canReview,
  canSettleAgreement,
  canSign,
  canTalk,
  canTerminate,
  canWithdrawSignature,
  canWriteEntry,
  readingOf,
  sideOf,
  signingSides,
} from './policy.ts'
import type { ProjectState, Side } from './project.ts'
import type { ProjectYear, YearState } from './project-year.ts'

const person = (change: Partial<Person>): Person => ({
  kind: 'person',
  accountId: 'a',
  name: '見本',
  roles: [],
  departments: [],
  memberships: [],
  trusted: true,
  ...change,
})
const inGroup = (role: 'representative' | 'manager' | 'member') => [{ groupId: 'g', role }]

const actors = {
  visitor,
  resident: person({}),
  stranger: person({ memberships: [{ groupId: 'other', role: 'representative' }] }),
  member: person({ memberships: inGroup('member') }),
  manager: person({ memberships: inGroup('manager') }),
  representative: person({ memberships: inGroup('representative') }),
  department: person({ roles: ['department'], departments: ['d'] }),
  otherDepartment: person({ roles: ['department'], departments: ['e'] }),
  office: person({ roles: ['office'] }),
  untrustedOffice: person({ roles: ['office'], trusted: false }),
  ownOffice: person({ roles: ['office'], memberships: inGroup('representative') }),
  ownDepartment: person({
    roles: ['department'],
    departments: ['d'],
    memberships: inGroup('member'),
  }),
  centre: person({ roles: ['centre'] }),
  reviewer: person({ roles: ['reviewer'] }),
  cityAdmin: person({ roles: ['city_admin'] }),
  system: system('job:begin'),
} satisfies Record<string, Actor>
type Name = keyof typeof actors

const year = (state: YearState, change: Partial<ProjectYear> = {}): ProjectYear => ({
  fiscalYear: 2027,
  state,
  interimAt: null,
  interimAnswer: null,
  interimAnsweredAt: null,
  reportedAt: null,
  correctionDue: null,
  acceptedAt: null,
  ...change,
})
const project = (state: ProjectState, years: readonly ProjectYear[] = [], online = true) => ({
  groupId: 'g',
  department: 'd',
  state,
  hasRepresentative: online,
  years,
})
const agreement = (state: AgreementState, ...signed: readonly Side[]) => ({
  state,
  signatures: signed.map((side) => ({ side }) as never),
})

const whoMay = (verdict: (actor: Actor) => Verdict): readonly Name[] =>
  (Object.keys(actors) as Name[]).filter((name) => verdict(actors[name]).ok)

const agreeing = project('agreeing')
const running = project('running', [year('running')])

const groupSide: readonly Name[] = ['manager', 'representative', 'ownOffice']

test('協定書を読むのは、団体の人・その担当課・事務局だけ', () => {
  expect(whoMay((actor) => canReadAgreement(actor, agreeing))).toEqual([
    'member',
    'manager',
    'representative',
    'department',
    'office',
    'ownOffice',
    'ownDepartment',
  ])
})

test('本文を直すのは、確定する前の両方の側と事務局だけ', () => {
  const may = (state: AgreementState) =>
    whoMay((actor) => canEditAgreement(actor, agreeing, agreement(state)))
  expect(may('drafting')).toEqual([
    'manager',
    'representative',
    'department',
    'office',
    'ownOffice',
  ])
  expect(may('signing')).toEqual([])
  expect(may('signed')).toEqual([])
})

test('本文を確定するのは事務局だけ。自分の団体の協定は扱えない', () => {
  expect(whoMay((actor) => canSettleAgreement(actor, agreeing, agreement('drafting')))).toEqual([
    'office',
  ])
})

test('署名がある本文は、作成に戻せない', () => {
  expect(whoMay((actor) => canReopenAgreement(actor, agreeing, agreement('signing')))).toEqual([
    'office',
  ])
  expect(
    whoMay((actor) => canReopenAgreement(actor, agreeing, agreement('signing', 'group'))),
  ).toEqual([])
})

test('団体の署名は代表者だけ、市の署名は担当課か事務局だけができる', () => {
  const may = (side: Side) =>
    whoMay((actor) => canSign(actor, agreeing, { agreement: agreement('signing'), side }))
  expect(may('group')).toEqual(['representative', 'ownOffice'])
  expect(may('city')).toEqual(['department', 'office'])
})

test('代表者の利用者IDがない団体では、事務局が紙の署名を記録できる', () => {
  const onPaper = project('agreeing', [], false)
  expect(signingSides(actors.office, onPaper)).toEqual(['group', 'city'])
  expect(signingSides(actors.office, agreeing)).toEqual(['city'])
})

test('一人が両方の側になることはない', () => {
  for (const actor of Object.values(actors))
    expect(new Set(signingSides(actor, agreeing)).size).toBeLessThanOrEqual(1)
})

test('署名した側の署名は、結ばれるまで同じ立場の人が取り下げられる', () => {
  const may = (state: AgreementState, ...signed: readonly Side[]) =>
    whoMay((actor) =>
      canWithdrawSignature(actor, agreeing, {
        agreement: agreement(state, ...signed),
        side: 'group',
      }),
    )
  expect(may('signing', 'group')).toEqual(['representative', 'ownOffice'])
  expect(may('signing')).toEqual([])
  expect(may('signed', 'group', 'city')).toEqual([])
})

test('活動の記録は、事業が始まった後に両方の側と事務局が書く', () => {
  expect(whoMay((actor) => canWriteEntry(actor, running))).toEqual([
    'manager',
    'representative',
    'department',
    'office',
    'ownOffice',
  ])
  expect(whoMay((actor) => canWriteEntry(actor, agreeing))).toEqual([])
  expect(whoMay((actor) => canWriteEntry(actor, project('completed', [year('accepted')])))).toEqual(
    [],
  )
})

test('中間ふりかえりは団体が年に一度送り、その担当課だけが返答する', () => {
  expect(whoMay((actor) => canReview(actor, running))).toEqual(groupSide)
  const sent = project('running', [year('running', { interimAt: new Date() })])
  expect(whoMay((actor) => canReview(actor, sent))).toEqual([])
  const waiting = project('running', [year('interim', { interimAt: new Date() })])
  expect(whoMay((actor) => canAnswerReview(actor, waiting))).toEqual(['department'])
})

test('実績の報告は団体が書き、確認と補正の依頼は事務局だけがする', () => {
  for (const state of ['running', 'interim', 'returned'] as const)
    expect(whoMay((actor) => canReport(actor, project('running', [year(state)])))).toEqual(
      groupSide,
    )
  const reported = project('reported', [year('reported')])
  expect(whoMay((actor) => canReport(actor, reported))).toEqual([])
  expect(whoMay((actor) => canCheckReport(actor, reported))).toEqual(['office'])
  const returned = project('running', [year('returned')])
  expect(whoMay((actor) => canExtendCorrection(actor, returned))).toEqual(['office'])
  expect(whoMay((actor) => canCheckReport(actor, returned))).toEqual([])
})

test('中止できるのは事務局だけで、最後の実績を確認した後や終わった事業は中止できない', () => {
  expect(whoMay((actor) => canTerminate(actor, running))).toEqual(['office'])
  for (const state of ['evaluating', 'completed', 'terminated'] as const)
    expect(whoMay((actor) => canTerminate(actor, project(state, [year('accepted')])))).toEqual([])
  expect(whoMay((actor) => canTerminate(actor, project('reported', [year('accepted')])))).toEqual(
    [],
  )
})

test('評価をしない完了と展開の記録は、実績を確認した後に事務局だけがする', () => {
  const accepted = project('evaluating', [year('accepted')])
  expect(whoMay((actor) => canCloseProject(actor, accepted))).toEqual(['office'])
  expect(whoMay((actor) => canRecordContinuation(actor, accepted))).toEqual(['office'])
  expect(whoMay((actor) => canCloseProject(actor, running))).toEqual([])
  expect(whoMay((actor) => canRecordContinuation(actor, running))).toEqual([])
})

test('中止した事業では、だれも何も進められない', () => {
  const over = project('terminated', [year('running')])
  const steps = [canReview, canReport, canAnswerReview, canCheckReport, canWriteEntry, canRemind]
  for (const may of steps) expect(whoMay((actor) => may(actor, over))).toEqual([])
})

test('連絡は、団体の代表と担当・担当課・事務局の間で交わす', () => {
  expect(whoMay((actor) => canTalk(actor, running))).toEqual([
    'manager',
    'representative',
    'department',
    'office',
    'ownOffice',
  ])
})

test('会員は関係者として読み、よその人は公開されたものだけを読む', () => {
  expect(readingOf(actors.member, running)).toBe('parties')
  for (const name of ['visitor', 'stranger', 'otherDepartment', 'centre', 'reviewer'] as const)
    expect(readingOf(actors[name], running)).toBe('public')
  expect(readingOf(actors.department, running)).toBe('staff')
})

test('団体に入っている担当課の職員は、市の側になれない', () => {
  expect(sideOf(actors.ownDepartment, running)).toBeUndefined()
  expect(sideOf(actors.department, running)).toBe('city')
})

const file = (purpose: string, change: object = {}) => ({
  purpose,
  sent: true,
  writer: 'w',
  visibility: 'partial' as const,
  ...change,
})

test('協定書の文書は、関係する人だけが開ける', () => {
  expect(whoMay((actor) => canReadFile(actor, running, file('notice')))).toEqual(
    whoMay((actor) => canReadAgreement(actor, running)),
  )
})

test('公開の欄のファイルでも、報告が確認されるまでは関係する人だけが開ける', () => {
  const open = file('report-2027/attachments', { visibility: 'public' })
  const may = (state: YearState) =>
    whoMay((actor) => canReadFile(actor, project('running', [year(state)]), open))
  for (const state of ['reported', 'returned'] as const) {
    expect(may(state)).not.toContain('visitor')
    expect(may(state)).toContain('member')
  }
  expect(may('accepted')).toEqual(Object.keys(actors))
  const interim = file('interim-2027/attachments', { visibility: 'public' })
  expect(whoMay((actor) => canReadFile(actor, running, interim))).toEqual(Object.keys(actors))
})

test('確認した報告のファイルは、その欄の公開のしかたのとおりに開ける', () => {
  const accepted = project('evaluating', [year('accepted')])
  const may = (visibility: string) =>
    whoMay((actor) => canReadFile(actor, accepted, file('report-2027/attachments', { visibility })))
  expect(may('public')).toEqual(Object.keys(actors))
  expect(may('partial')).toContain('member')
  expect(may('partial')).not.toContain('visitor')
  expect(may('private')).not.toContain('member')
  expect(may('private')).toContain('department')
})

test('書きかけの報告のファイルは団体だけ、書きかけの記録のファイルは書いた人だけが開ける', () => {
  expect(
    whoMay((actor) => canReadFile(actor, running, file('report-2027/x', { sent: false }))),
  ).toEqual(groupSide)
  const draft = file('progress-abc/files', { sent: false, writer: 'other' })
  expect(whoMay((actor) => canReadFile(actor, running, draft))).toEqual([])
})

test('事業のものでない名のファイルは、だれも開けない', () => {
  expect(whoMay((actor) => canReadFile(actor, running, file('self-group/x')))).toEqual([])
})

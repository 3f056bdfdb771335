import { expect, test } from 'vitest'
import { type Standing, tasksIn } from './next-tasks.ts'
import type { ProjectYear } from './project-year.ts'

const due = {
  agreement: '2027-03-31',
  interim: '2027-10-31',
  report: '2028-04-30',
  evaluation: '2028-05-31',
  evaluationFrom: '2028-05-01',
  reportFrom: '2028-04-01',
} as const
const around = { citySlug: 'c', now: new Date('2027-03-08T01:00:00Z'), due }

const year = (change: Partial<ProjectYear> = {}): ProjectYear => ({
  fiscalYear: 2027,
  state: 'running',
  interimAt: null,
  interimAnswer: null,
  interimAnsweredAt: null,
  reportedAt: null,
  correctionDue: null,
  acceptedAt: null,
  ...change,
})
const standing = (change: Partial<Standing>): Standing => ({
  id: 'p',
  groupId: 'g',
  department: 'd',
  state: 'agreeing',
  hasRepresentative: true,
  years: [],
  continuation: null,
  agreement: { state: 'drafting', signed: [], looked: [] },
  ...change,
})
const told = (change: Partial<Standing>) =>
  tasksIn(standing(change), around).map(({ step, assignee, dueOn }) => [step, assignee, dueOn])

const group = { groupId: 'g' }
const department = { role: 'department', department: 'd' }
const office = { role: 'office' }

test('協定書の案は、団体と担当課が読み、事務局が確定する', () => {
  expect(told({})).toEqual([
    ['look', group, '2027-03-31'],
    ['look', department, '2027-03-31'],
    ['settle', office, '2027-03-31'],
  ])
})

test('本文を確かめた側には、確かめる仕事が残らない', () => {
  const steps = (looked: readonly ('group' | 'city')[]) =>
    told({ agreement: { state: 'drafting', signed: [], looked } }).map(([step, who]) => [step, who])
  expect(steps(['group'])).toEqual([
    ['look', department],
    ['settle', office],
  ])
  expect(steps(['group', 'city'])).toEqual([['settle', office]])
})

test('署名を待つのは、まだ署名していない側だけ', () => {
  expect(told({ agreement: { state: 'signing', signed: [], looked: [] } })).toHaveLength(2)
  expect(told({ agreement: { state: 'signing', signed: ['group'], looked: [] } })).toEqual([
    ['sign-city', department, '2027-03-31'],
  ])
  expect(told({ agreement: { state: 'signed', signed: ['group', 'city'], looked: [] } })).toEqual(
    [],
  )
})

test('利用者IDのない団体の分は、事務局がする', () => {
  expect(told({ hasRepresentative: false })[0]).toEqual(['look', office, '2027-03-31'])
})

const signed = { state: 'signed', signed: ['group', 'city'], looked: [] } as const

test('実施中は、中間ふりかえりと実績報告を団体が待たれ、送った後は担当課の返答が待たれる', () => {
  const running = { state: 'running', agreement: signed } as const
  expect(told({ ...running, years: [year()] })).toEqual([
    ['interim', group, '2027-10-31'],
    ['report', group, '2028-04-30'],
  ])
  const sent = year({ state: 'interim', interimAt: new Date() })
  expect(told({ ...running, years: [sent] }).map(([step]) => step)).toEqual([
    'answer-interim',
    'report',
  ])
  expect(told({ ...running, years: [year({ interimAt: new Date() })] })).toEqual([
    ['report', group, '2028-04-30'],
  ])
})

test('補正は、事務局が決めた期限までに団体がする', () => {
  const returned = year({ state: 'returned', correctionDue: '2028-05-22' })
  expect(told({ state: 'running', agreement: signed, years: [returned] })).toEqual([
    ['report', group, '2028-05-22'],
  ])
})

test('報告の確認、評価の開始、展開の記録は事務局がする', () => {
  const of = (change: Partial<Standing>) =>
    told({ agreement: signed, ...change }).map(([step, assignee]) => [step, assignee])
  expect(of({ state: 'reported', years: [year({ state: 'reported' })] })).toEqual([
    ['check-report', office],
  ])
  expect(of({ state: 'reported', years: [year({ state: 'accepted' })] })).toEqual([
    ['evaluate', office],
  ])
  expect(of({ state: 'completed', years: [year({ state: 'accepted' })] })).toEqual([
    ['continuation', office],
  ])
})

test('終了後の展開の記録にも、期限の日がある', () => {
  expect(told({ state: 'completed', agreement: signed, years: [year()] })).toEqual([
    ['continuation', office, '2027-04-07'],
  ])
})

test('中止した事業は、だれも待たない', () => {
  expect(told({ state: 'terminated', years: [year()] })).toEqual([])
})

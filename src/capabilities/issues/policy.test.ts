import { describe, expect, test } from 'vitest'
import { type CityRole, type Person, visitor } from '#kernel/actor.ts'
import type { Issue, IssueState } from './issue.ts'
import {
  canEditTheme,
  canSeeIssue,
  canSeeTheme,
  canTakeIssueStep,
  canTakeThemeStep,
  canTalkAbout,
  canWriteThemeFor,
  issueSteps,
} from './policy.ts'

const person = (accountId: string, ...roles: readonly CityRole[]): Person => ({
  kind: 'person',
  accountId,
  name: '見本',
  roles,
  departments: roles.includes('department') ? ['parks'] : [],
  memberships: [],
  trusted: true,
})
const author = person('a')
const neighbour = person('b')
const centre = person('c', 'centre')
const office = person('o', 'office')
const parks = person('p', 'department')
const roads: Person = { ...person('r', 'department'), departments: ['roads'] }
const reviewer = person('v', 'reviewer')

const issue = (
  state: IssueState,
  changed: Partial<Issue> = {},
): Pick<Issue, 'state' | 'authorAccount' | 'department'> => ({
  state,
  authorAccount: 'a',
  department: null,
  ...changed,
})

describe('課題', () => {
  test('公開前の課題は、出した人と確認する職員だけに見える', () => {
    for (const state of ['submitted', 'returned', 'declined', 'withdrawn'] as const) {
      for (const actor of [author, centre, office])
        expect(canSeeIssue(actor, issue(state))).toBe(true)
      for (const actor of [visitor, neighbour, parks, reviewer])
        expect(canSeeIssue(actor, issue(state))).toBe(false)
    }
  })

  test('公開した課題はだれにでも見える', () => {
    for (const state of ['published', 'closed'] as const)
      expect(canSeeIssue(visitor, issue(state))).toBe(true)
  })

  test('確認できるのはセンターと協働担当課で、自分の課題は自分で確認できない', () => {
    expect(issueSteps(centre, issue('submitted'))).toEqual(['publish', 'return', 'decline'])
    expect(issueSteps(office, issue('submitted'))).toEqual(['publish', 'return', 'decline'])
    expect(issueSteps(centre, issue('submitted', { authorAccount: 'c' }))).toEqual(['withdraw'])
    for (const actor of [visitor, neighbour, parks, reviewer])
      expect(issueSteps(actor, issue('submitted'))).toEqual([])
  })

  test('二要素をまだ済ませていない職員は、職員として動けない', () => {
    expect(issueSteps({ ...centre, trusted: false }, issue('submitted'))).toEqual([])
  })

  test('直して出せるのは、出した人だけ', () => {
    expect(issueSteps(author, issue('returned'))).toEqual(['resubmit', 'withdraw'])
    for (const actor of [visitor, neighbour, centre, office])
      expect(canTakeIssueStep(actor, issue('returned'), 'resubmit').ok).toBe(false)
  })

  test('代理で入力した課題は、窓口の職員が直し、取り下げる', () => {
    const entered = issue('returned', { authorAccount: null })
    expect(issueSteps(centre, entered)).toEqual(['resubmit', 'withdraw'])
    expect(issueSteps(neighbour, entered)).toEqual([])
  })

  test('市として答えるのは、決まった担当課と協働担当課だけ', () => {
    const asked = issue('published', { department: 'parks' })
    expect(issueSteps(parks, asked)).toEqual(['answer', 'close'])
    expect(issueSteps(roads, asked)).toEqual([])
    expect(issueSteps(parks, issue('published'))).toEqual([])
    expect(issueSteps(office, asked)).toEqual(['assign', 'answer', 'close', 'unpublish'])
    expect(issueSteps(centre, asked)).toEqual(['assign', 'unpublish'])
  })

  test('終わった課題では、だれも何もできない', () => {
    for (const state of ['declined', 'withdrawn', 'closed'] as const)
      for (const actor of [author, centre, office, parks])
        expect(issueSteps(actor, issue(state, { department: 'parks' }))).toEqual([])
  })

  test('連絡を取り合うのは、出した人・確認する職員・答える担当課', () => {
    const asked = issue('published', { department: 'parks' })
    for (const actor of [author, centre, office, parks])
      expect(canTalkAbout(actor, asked)).toBe(true)
    for (const actor of [visitor, neighbour, roads, reviewer])
      expect(canTalkAbout(actor, asked)).toBe(false)
  })
})

describe('テーマ', () => {
  const draft = { state: 'draft', department: 'parks' } as const
  const open = { state: 'published', department: 'parks' } as const

  test('下書きは、書いている課と協働担当課だけに見える', () => {
    for (const actor of [parks, office]) expect(canSeeTheme(actor, draft)).toBe(true)
    for (const actor of [visitor, neighbour, roads, centre, reviewer])
      expect(canSeeTheme(actor, draft)).toBe(false)
    expect(canSeeTheme(visitor, open)).toBe(true)
  })

  test('書いて公開できるのは、自分の課のテーマだけ', () => {
    expect(canWriteThemeFor(parks, 'parks').ok).toBe(true)
    expect(canWriteThemeFor(parks, 'roads').ok).toBe(false)
    expect(canEditTheme(parks, draft).ok).toBe(true)
    expect(canTakeThemeStep(parks, draft, 'publish').ok).toBe(true)
    for (const actor of [visitor, roads, office, centre]) {
      expect(canEditTheme(actor, draft).ok).toBe(false)
      expect(canTakeThemeStep(actor, draft, 'publish').ok).toBe(false)
    }
  })

  test('終えるのは自分の課と協働担当課で、終わったテーマは直せない', () => {
    expect(canTakeThemeStep(parks, open, 'close').ok).toBe(true)
    expect(canTakeThemeStep(office, open, 'close').ok).toBe(true)
    expect(canTakeThemeStep(roads, open, 'close').ok).toBe(false)
    expect(canEditTheme(parks, { ...open, state: 'closed' }).ok).toBe(false)
  })
})

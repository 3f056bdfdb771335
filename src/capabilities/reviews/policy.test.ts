import { describe, expect, test } from 'vitest'
import { type Actor, type CityRole, type GroupRole, type Person, visitor } from '#kernel/actor.ts'
import type { Verdict } from '#kernel/refusals.ts'
import type { Part } from './interest.ts'
import {
  canAnswerOffer,
  canDecide,
  canDeclare,
  canListReviews,
  canManageReserve,
  canReadAsMember,
  canRunReviews,
  canScore,
  canSeeOffer,
  canSeePeers,
  canSeeRanking,
  canSeeReview,
  type Standpoint,
} from './policy.ts'

const person = (
  roles: readonly CityRole[],
  more: Partial<Pick<Person, 'trusted' | 'departments' | 'memberships'>> = {},
): Person => ({
  kind: 'person',
  accountId: 'p',
  name: '見本',
  roles,
  departments: [],
  memberships: [],
  trusted: true,
  ...more,
})

const inGroup = (role: GroupRole, roles: readonly CityRole[] = []): Person =>
  person(roles, { memberships: [{ groupId: 'g1', role }] })

const everyone: Readonly<Record<string, Actor>> = {
  visitor,
  resident: person([]),
  centre: person(['centre']),
  department: person(['department'], { departments: ['d1'] }),
  admin: person(['city_admin']),
  representative: inGroup('representative'),
  office: person(['office']),
  reviewer: person(['reviewer']),
  untrusted: person(['office', 'reviewer'], { trusted: false }),
}

/** Who of all these may. */
const allowed = (ask: (actor: Actor) => Verdict): string[] =>
  Object.entries(everyone)
    .filter(([, actor]) => ask(actor).ok)
    .map(([name]) => name)

const at = (change: Partial<Standpoint> = {}): Standpoint => ({
  state: 'scoring',
  sits: true,
  declaredAll: true,
  ...change,
})
const reasonOf = (verdict: Verdict): string => (verdict.ok ? 'ok' : verdict.reason)

describe('だれが審査に触れられるか', () => {
  test('審査を動かすのは協働担当課だけで、センターも担当課も市の管理者も関われない', () => {
    expect(allowed(canRunReviews)).toEqual(['office'])
    expect(allowed(canListReviews)).toEqual(['office', 'reviewer'])
  })

  test('審査のあることを知るのは、事務局とその審査の委員だけ', () => {
    expect(allowed((actor) => canSeeReview(actor, at()))).toEqual(['office', 'reviewer'])
    expect(allowed((actor) => canSeeReview(actor, at({ sits: false })))).toEqual(['office'])
  })

  test('申告と採点は、採点中の審査の委員だけができる', () => {
    expect(allowed((actor) => canDeclare(actor, at()))).toEqual(['reviewer'])
    expect(allowed((actor) => canScore(actor, at(), 'missing'))).toEqual(['reviewer'])
    for (const state of ['closed', 'decided'] as const) {
      expect(allowed((actor) => canDeclare(actor, at({ state })))).toEqual([])
      expect(allowed((actor) => canScore(actor, at({ state }), 'missing'))).toEqual([])
    }
  })

  test('委員の役割を失った人は、名簿に残っていても何も開けない', () => {
    const former = person([])
    expect(canDeclare(former, at()).ok).toBe(false)
    expect(canReadAsMember(former, at(), 'missing').ok).toBe(false)
  })
})

describe('委員が提案を開けるのは', () => {
  const read = (part: Part, change: Partial<Standpoint> = {}): string =>
    reasonOf(canReadAsMember(person(['reviewer']), at(change), part))

  test('すべて申告し、除斥でなく、審査が終わっていないときだけ', () => {
    expect(read('missing')).toBe('ok')
    expect(read('submitted', { state: 'closed' })).toBe('ok')
    expect(read('undeclared')).toBe('declare-first')
    expect(read('missing', { declaredAll: false })).toBe('declare-first')
    expect(read('recused')).toBe('recused')
    expect(read('missing', { state: 'decided' })).toBe('review-over')
    expect(read('missing', { sits: false })).toBe('committee-only')
  })

  test('除斥は、申告がそろっていなくても、締め切られていても除斥のまま', () => {
    for (const state of ['scoring', 'closed', 'decided'] as const)
      expect(read('recused', { state, declaredAll: false })).toBe('recused')
  })
})

describe('ほかの委員の点は', () => {
  const peers = (part: Part, change: Partial<Standpoint> = {}): string =>
    reasonOf(canSeePeers(person(['reviewer']), at(change), part))

  test('自分の評点票を出すまで見えない', () => {
    expect(peers('missing')).toBe('submit-first')
    expect(peers('submitted')).toBe('ok')
    expect(peers('recused')).toBe('recused')
  })

  test('事務局にも、採点中は見えない', () => {
    expect(allowed((actor) => canSeePeers(actor, at({ sits: false }), 'submitted'))).toEqual([])
  })
})

describe('順位表は', () => {
  const rank = (change: Partial<Standpoint> = {}, recused = false): string[] =>
    allowed((actor) => canSeeRanking(actor, { ...at(change), recused }))

  test('採点中はだれにも見えない', () => {
    expect(rank()).toEqual([])
    expect(reasonOf(canSeeRanking(person(['office']), { ...at(), recused: false }))).toBe(
      'scoring-open',
    )
  })

  test('締め切ったあと、事務局と委員に見える。除斥のある委員はすべての決定を待つ', () => {
    expect(rank({ state: 'closed' })).toEqual(['office', 'reviewer'])
    expect(rank({ state: 'closed' }, true)).toEqual(['office'])
    expect(rank({ state: 'decided' }, true)).toEqual(['office', 'reviewer'])
    expect(rank({ state: 'closed', sits: false })).toEqual(['office'])
  })
})

describe('決定と次点', () => {
  test('決定は締切のあとに事務局だけができ、自分の団体の提案にはできない', () => {
    expect(allowed((actor) => canDecide(actor, { state: 'closed' }, 'g1'))).toEqual(['office'])
    expect(allowed((actor) => canDecide(actor, { state: 'scoring' }, 'g1'))).toEqual([])
    expect(allowed((actor) => canDecide(actor, { state: 'decided' }, 'g1'))).toEqual([])
    const insider = inGroup('member', ['office'])
    expect(reasonOf(canDecide(insider, { state: 'closed' }, 'g1'))).toBe('own-group')
    expect(reasonOf(canManageReserve(insider, 'g1'))).toBe('own-group')
    expect(canManageReserve(insider, 'g2').ok).toBe(true)
  })

  const open = { answer: null, replyBy: '2027-02-08' } as const
  const answer = (
    actor: Actor,
    now = '2027-02-08T14:59:59Z',
    offer: Parameters<typeof canAnswerOffer>[2] = open,
  ) => reasonOf(canAnswerOffer(actor, 'g1', offer, new Date(now)))

  test('打診は団体と事務局だけが知り、返事は代表者か担当者が期限の日の終わりまでにする', () => {
    expect(allowed((actor) => canSeeOffer(actor, 'g1'))).toEqual(['representative', 'office'])
    expect(answer(inGroup('representative'))).toBe('ok')
    expect(answer(inGroup('manager'))).toBe('ok')
    expect(answer(inGroup('member'))).toBe('group-only')
    expect(answer(person(['office']))).toBe('group-only')
    expect(answer(inGroup('representative'), '2027-02-08T15:00:00Z')).toBe('reply-too-late')
    expect(answer(inGroup('representative'), undefined, { ...open, answer: 'declined' })).toBe(
      'answered-already',
    )
  })
})

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { openTestStore } from '#tests/world/city.ts'
import type { Store } from '../../store.ts'
import { listNotices, listTasksFor } from '../procedures/index.ts'
import type { RubricPreset } from '../programmes/index.ts'
import { getProposal, withdrawProposal } from '../proposals/index.ts'
import { closeReview, orderTies } from './actions/close.ts'
import { decideProposal, seenOf } from './actions/decide.ts'
import { addProposals } from './actions/open.ts'
import { recuseMember, reopenDeclaration } from './actions/recuse.ts'
import { remindMembers } from './actions/remind.ts'
import { answerOffer, endReserve } from './actions/settle.ts'
import type { DecisionDraft } from './decision.ts'
import { canReadAsMember } from './policy.ts'
import { findDecision, listDecisions } from './queries/decisions.ts'
import { findSitting } from './queries/members.ts'
import { findOffer } from './queries/offers.ts'
import { findPart } from './queries/part.ts'
import { getReview } from './queries/reviews.ts'
import type { Review } from './review.ts'
import { declareFor, must, openFor, scoreFor } from './steps.fixture.ts'
import { openReviewWorld, type ReviewWorld, reviewNow } from './world.fixture.ts'

let store: Store

beforeAll(async () => {
  store = await openTestStore()
})

const criterion = (code: string, max: number) => ({
  code,
  label: { ja: code, en: code },
  viewpoint: { ja: code, en: code },
  min: 0,
  max,
  step: 1,
  weight: 1,
})

const plainRubric: Partial<RubricPreset> = {
  criteria: [criterion('benefit', 50)],
  aggregate: 'mean',
  absent: 'exclude',
  quorum: 1,
  threshold: { basis: 'percent_of_max', value: 0 },
  tieBreak: [],
  decimals: 1,
  rounding: 'half_up',
}

const closeFor = (world: ReviewWorld, review: Review, reason = '') =>
  world.town.as(
    world.office,
    (scope) => closeReview(scope, world.town.city, review, { reason }),
    reviewNow,
  )

const decideFor = async (
  world: ReviewWorld,
  reviewId: string,
  given: { readonly at: number; readonly by?: Person } & Partial<DecisionDraft>,
) =>
  world.town.as(
    given.by ?? world.office,
    async (scope) => {
      const review = await getReview(scope, reviewId)
      return decideProposal(scope, world.town.city, {
        reviewId,
        proposalId: world.contenders[given.at]!.id,
        draft: {
          outcome: given.outcome ?? 'selected',
          amount: given.amount ?? 0,
          reason: given.reason ?? '役割分担が具体的である。',
          conditions: given.conditions ?? '',
          deviation: given.deviation ?? '',
          early: given.early ?? '委員会の日程が早まったため',
        },
        hiddenComments: [],
        seen: seenOf(review.ranking),
      })
    },
    reviewNow,
  )

/** Every member declares no interest and gives the points named for each proposal. */
const scoreAll = async (
  world: ReviewWorld,
  reviewId: string,
  points: readonly (readonly number[])[],
) => {
  for (const member of world.members) must(await declareFor(world, reviewId, member))
  for (const [at, contender] of world.contenders.entries())
    for (const [who, member] of world.members.entries())
      must(
        await scoreFor(world, reviewId, {
          member,
          proposalId: contender.id,
          points: [points[at]![who]!],
        }),
      )
}

describe('配点表の例が、申告から順位表まで通る', () => {
  test('八戸市：最高と最低を除いた平均は 36.8 点（73.6％）で合格', async () => {
    const world = await openReviewWorld(store, {
      members: 7,
      requests: [300_000],
      rubric: {
        ...plainRubric,
        aggregate: 'trimmed_mean',
        trim: { high: 1, low: 1 },
        quorum: 3,
        threshold: { basis: 'percent_of_max', value: 70 },
      },
    })
    const review = await openFor(world)
    await scoreAll(world, review.id, [[42, 38, 36, 35, 33, 30, 44]])
    const closed = must(await closeFor(world, review))
    expect(closed.state).toBe('closed')
    expect(closed.ranking?.standings[0]).toMatchObject({
      exact: '184/5',
      printed: '36.8',
      percent: '73.6',
      passed: true,
      rank: 1,
      outcome: 'selected',
    })
  })

  test('本巣市：除斥の委員の点は平均の 45 点で補い、300 点満点の 225 点', async () => {
    const world = await openReviewWorld(store, {
      members: 5,
      requests: [300_000],
      rubric: {
        ...plainRubric,
        criteria: [criterion('benefit', 60)],
        aggregate: 'sum',
        absent: 'fill_with_mean',
        quorum: 3,
      },
    })
    const review = await openFor(world)
    const id = world.contenders[0]!.id
    const [recused, ...others] = world.members
    must(await declareFor(world, review.id, recused!, { [id]: 'family' }))
    for (const [at, points] of [48, 45, 42, 45].entries()) {
      must(await declareFor(world, review.id, others[at]!))
      must(
        await scoreFor(world, review.id, { member: others[at]!, proposalId: id, points: [points] }),
      )
    }
    const closed = must(await closeFor(world, review))
    expect(closed.ranking?.standings[0]).toMatchObject({
      printed: '225.0',
      maximum: '300',
      sheets: { given: 4, recused: 1, filled: 1 },
    })
  })

  test('倉敷市：過半数が公益性に2点以下をつけた提案は、総合点が最高でも不採択', async () => {
    const world = await openReviewWorld(store, {
      members: 5,
      requests: [300_000, 300_000],
      rubric: {
        ...plainRubric,
        criteria: [criterion('benefit', 5), criterion('other', 50)],
        veto: { criterion: 'benefit', atMost: 2, share: 0.5 },
      },
    })
    const review = await openFor(world)
    const [high, low] = world.contenders
    for (const [at, benefit] of [2, 2, 1, 4, 5].entries()) {
      const member = world.members[at]!
      must(await declareFor(world, review.id, member))
      must(
        await scoreFor(world, review.id, { member, proposalId: high!.id, points: [benefit, 50] }),
      )
      must(await scoreFor(world, review.id, { member, proposalId: low!.id, points: [3, 10] }))
    }
    const { ranking } = must(await closeFor(world, review))
    expect(ranking?.standings.map(({ proposalId, rank }) => [proposalId, rank])).toEqual([
      [low!.id, 1],
      [high!.id, null],
    ])
    expect(ranking?.standings[1]?.reasons[0]?.ja).toMatch(/5人のうち3人/)
  })

  test('小諸市：予算を超える初めの提案は次点で、残り20万円を示され、受ければ採択になる', async () => {
    const world = await openReviewWorld(store, {
      members: 1,
      requests: [400_000, 300_000, 350_000, 100_000],
      envelope: 900_000,
      rubric: {
        ...plainRubric,
        criteria: [criterion('benefit', 250)],
        aggregate: 'sum',
        tieBreak: [{ by: 'lower_request' }],
        budget: { total: 1, mode: 'partial_offer', replyDays: 7 },
        decimals: 0,
      },
    })
    const review = await openFor(world)
    await scoreAll(world, review.id, [[210], [198], [198], [180]])
    const { ranking } = must(await closeFor(world, review))
    expect(
      ranking?.standings.map(({ rank, outcome, offered }) => [rank, outcome, offered]),
    ).toEqual([
      [1, 'selected', 400_000],
      [2, 'selected', 300_000],
      [3, 'reserve', 200_000],
      [4, 'not-selected', null],
    ])
    must(await decideFor(world, review.id, { at: 0, amount: 400_000 }))
    must(await decideFor(world, review.id, { at: 1, amount: 300_000 }))
    must(await decideFor(world, review.id, { at: 2, outcome: 'reserve', amount: 200_000 }))
    must(await decideFor(world, review.id, { at: 3, outcome: 'not_selected' }))
    const third = world.contenders[2]!
    await world.town.as(
      third.representative,
      async (scope) => {
        expect((await getReview(scope, review.id)).state).toBe('decided')
        const offer = await findOffer(scope, third.id)
        expect(offer).toMatchObject({ amount: 200_000, replyBy: '2027-02-08', answer: null })
        const tasks = await listTasksFor(scope, third.representative)
        expect(tasks.map(({ step }) => step)).toContain('reply')
        must(
          await answerOffer(scope, world.town.city, {
            proposalId: third.id,
            answer: 'accepted',
            reason: '',
            channel: 'web',
          }),
        )
        expect((await getProposal(scope, third.id)).state).toBe('selected')
        expect(await findDecision(scope, third.id)).toMatchObject({
          outcome: 'selected',
          amount: 200_000,
        })
        const letters = await listNotices(scope, { kind: 'proposal', id: third.id })
        expect(letters.map(({ kind }) => kind)).toEqual(['reserve-offer', 'decision'])
        expect(new Set(letters.map(({ number }) => number)).size).toBe(2)
        const again = await answerOffer(scope, world.town.city, {
          proposalId: third.id,
          answer: 'declined',
          reason: '',
          channel: 'web',
        })
        expect(again).toEqual({ ok: false, error: 'answered-already' })
      },
      new Date('2027-02-08T14:59:00Z'),
    )
  })
})

describe('除斥と採点', () => {
  let world: ReviewWorld
  let review: Review

  beforeAll(async () => {
    world = await openReviewWorld(store, {
      members: 3,
      requests: [100_000, 200_000],
      rubric: plainRubric,
    })
    review = await openFor(world)
  })

  /** Whether the page of the proposal opens to this member, by what the database knows. */
  const reads = (member: Person, at: number) =>
    world.town.as(
      member,
      async (scope) => {
        const { state } = await getReview(scope, review.id)
        const sitting = await findSitting(scope, review.id, member.accountId)
        const of = { review, proposal: world.contenders[at]!, person: member }
        const { part } = await findPart(scope, of)
        const standpoint = { state, sits: sitting.sits, declaredAll: sitting.undeclared === 0 }
        return canReadAsMember(member, standpoint, part).ok
      },
      reviewNow,
    )

  test('申告の前は、どの提案も開けず採点もできない。申告するとその場で開く', async () => {
    const [first] = world.members
    expect(await reads(first!, 0)).toBe(false)
    const early = await scoreFor(world, review.id, {
      member: first!,
      proposalId: world.contenders[0]!.id,
      points: [10],
    })
    expect(early).toEqual({ ok: false, error: 'declare-first' })
    must(await declareFor(world, review.id, first!))
    expect([await reads(first!, 0), await reads(first!, 1)]).toEqual([true, true])
  })

  test('利害関係のある提案だけが閉じ、評点票は書けない', async () => {
    const member = world.members[1]!
    const [own, other] = world.contenders
    must(await declareFor(world, review.id, member, { [own!.id]: 'paid' }))
    expect([await reads(member, 0), await reads(member, 1)]).toEqual([false, true])
    const refused = await scoreFor(world, review.id, {
      member,
      proposalId: own!.id,
      points: [50],
    })
    expect(refused).toEqual({ ok: false, error: 'recused' })
    const taken = await scoreFor(world, review.id, {
      member,
      proposalId: other!.id,
      points: [20],
    })
    expect(taken).toEqual({ ok: true, value: 'submitted' })
    const back = await declareFor(world, review.id, member)
    expect(back).toMatchObject({ ok: false })
    expect(await reads(member, 0)).toBe(false)
  })

  test('データベースは、除斥の委員の評点票を受け付けない', async () => {
    const member = world.members[1]!
    const insert = world.town.as(
      member,
      (scope) =>
        scope.db
          .insertInto('score_sheets')
          .values({
            city_id: scope.city.id,
            review_id: review.id,
            proposal_id: world.contenders[0]!.id,
            account_id: member.accountId,
            scores: '{"benefit":50}',
            updated_at: scope.now,
            submitted_at: scope.now,
          })
          .execute(),
      reviewNow,
    )
    await expect(insert).rejects.toThrow(/foreign key/)
  })

  test('下書きのあとで利害関係に気づけば、下書きは消えて除斥になる', async () => {
    const member = world.members[2]!
    const id = world.contenders[0]!.id
    must(await declareFor(world, review.id, member))
    const draft = { member, proposalId: id, points: [30], submit: false }
    expect(await scoreFor(world, review.id, draft)).toEqual({ ok: true, value: 'saved' })
    must(await declareFor(world, review.id, member, { [id]: 'officer' }))
    const left = await world.town.as(member, (scope) =>
      scope.db
        .selectFrom('score_sheets')
        .select('proposal_id')
        .where('account_id', '=', member.accountId)
        .execute(),
    )
    expect(left).toEqual([])
  })

  test('提出のあとの利害関係は事務局だけが記録し、評点票は取り消される', async () => {
    const member = world.members[0]!
    const id = world.contenders[0]!.id
    must(await scoreFor(world, review.id, { member, proposalId: id, points: [40] }))
    expect(await declareFor(world, review.id, member, { [id]: 'family' })).toMatchObject({
      ok: false,
      error: [{ proposalId: id, code: 'sheet-submitted' }],
    })
    const given = { proposalId: id, accountId: member.accountId }
    await world.town.as(
      world.office,
      async (scope) => {
        const without = { ...given, interest: 'family', reason: ' ' }
        expect(await recuseMember(scope, review, without)).toEqual({
          ok: false,
          error: 'reason-needed',
        })
        must(await recuseMember(scope, review, { ...without, reason: '親族と判明' }))
      },
      reviewNow,
    )
    expect(await reads(member, 0)).toBe(false)
    must(
      await world.town.as(
        world.office,
        (scope) =>
          reopenDeclaration(scope, world.town.city, review, { ...given, reason: '別人と判明' }),
        reviewNow,
      ),
    )
    // Until the member declares anew nothing opens, the other proposals included.
    expect([await reads(member, 0), await reads(member, 1)]).toEqual([false, false])
    must(await declareFor(world, review.id, member))
    expect(await reads(member, 0)).toBe(true)
  })

  test('提出した評点票は完全な票でだけ訂正でき、下書きに戻らない', async () => {
    const member = world.members[0]!
    const sheet = { member, proposalId: world.contenders[1]!.id }
    must(await scoreFor(world, review.id, { ...sheet, points: [11] }))
    const gap = await scoreFor(world, review.id, { ...sheet, points: [], submit: false })
    expect(gap).toMatchObject({ ok: false, error: [{ code: 'missing' }] })
    expect(await scoreFor(world, review.id, { ...sheet, points: [12], submit: false })).toEqual({
      ok: true,
      value: 'corrected',
    })
  })

  test('催促は終わっていない委員だけに届き、だれが残っているかは委員に知らされない', async () => {
    const sent = must(
      await world.town.as(
        world.office,
        (scope) => remindMembers(scope, world.town.city, review),
        reviewNow,
      ),
    )
    const mails = await world.town.as(world.office, (scope) =>
      scope.db
        .selectFrom('mails')
        .select(['to_address', 'body'])
        .where('subject', 'like', '%期限のお知らせ%')
        .execute(),
    )
    expect(mails).toHaveLength(sent)
    expect(sent).toBe(2)
    for (const { body } of mails)
      for (const { name } of world.members)
        if (!body.startsWith(name)) expect(body).not.toContain(name)
  })

  test('あとから協議の済んだ提案を加えると、あらためて申告するまで何も開けない', async () => {
    const [member] = world.members
    await world.town.as(
      world.office,
      async (scope) => {
        const [one] = world.contenders
        await scope.db
          .insertInto('proposals')
          .columns([
            'city_id',
            'id',
            'call_id',
            'group_id',
            'type',
            'state',
            'receipt_number',
            'title',
            'department',
            'submitted_at',
            'created_at',
            'updated_at',
          ])
          .expression(
            scope.db
              .selectFrom('proposals')
              .select([
                'city_id',
                sql<string>`'aaaaaaaaaaaa'`.as('id'),
                'call_id',
                'group_id',
                'type',
                sql<string>`'ready'`.as('state'),
                sql<string>`'受-900'`.as('receipt_number'),
                'title',
                'department',
                'submitted_at',
                'created_at',
                'updated_at',
              ])
              .where('id', '=', one!.id),
          )
          .execute()
        expect(must(await addProposals(scope, world.town.city, review))).toBe(1)
      },
      reviewNow,
    )
    expect(await reads(member!, 0)).toBe(false)
    must(await declareFor(world, review.id, member!))
    expect(await reads(member!, 0)).toBe(true)
  })

  test('評点票がそろわなければ、理由なしでは締め切れない。締め切れば採点も申告も変わらない', async () => {
    expect(await closeFor(world, review)).toEqual({ ok: false, error: 'reason-needed' })
    must(await closeFor(world, review, '委員会の開催日が来たため'))
    const member = world.members[0]!
    const late = { member, proposalId: world.contenders[1]!.id, points: [50] }
    expect(await scoreFor(world, review.id, late)).toEqual({ ok: false, error: 'scoring-closed' })
    expect(await declareFor(world, review.id, member)).toEqual({
      ok: false,
      error: 'scoring-closed',
    })
    expect(await closeFor(world, review, '二度目')).toEqual({ ok: false, error: 'scoring-closed' })
    const update = await world.town.as(
      member,
      (scope) => scope.db.updateTable('score_sheets').set({ scores: '{"benefit":50}' }).execute(),
      reviewNow,
    )
    expect(Number(update[0]?.numUpdatedRows)).toBe(0)
    const insert = world.town.as(
      member,
      (scope) =>
        scope.db
          .insertInto('score_sheets')
          .values({
            city_id: scope.city.id,
            review_id: review.id,
            proposal_id: world.contenders[0]!.id,
            account_id: member.accountId,
            scores: '{"benefit":50}',
            updated_at: scope.now,
          })
          .execute(),
      reviewNow,
    )
    await expect(insert).rejects.toThrow(/row-level security/)
  })
})

describe('競い合い', () => {
  test('締切と提出が同時でも、受け付けた評点票だけがすべて数えられる', async () => {
    const world = await openReviewWorld(store, {
      members: 8,
      requests: [100_000],
      rubric: plainRubric,
    })
    const review = await openFor(world)
    for (const member of world.members) must(await declareFor(world, review.id, member))
    const proposalId = world.contenders[0]!.id
    const [closed, ...sheets] = await Promise.all([
      closeFor(world, review, '時間になったため'),
      ...world.members.map((member) =>
        scoreFor(world, review.id, { member, proposalId, points: [25] }),
      ),
    ])
    const taken = sheets.filter((sheet) => sheet.ok).length
    expect(must(closed!).ranking?.standings[0]?.sheets).toMatchObject({
      given: taken,
      missing: 8 - taken,
    })
    const rows = await world.town.as(world.office, (scope) =>
      scope.db
        .selectFrom('score_sheets')
        .select('account_id')
        .where('submitted_at', 'is not', null)
        .execute(),
    )
    expect(rows).toHaveLength(taken)
  })

  test('同時に決定しても、合計は予算の枠を超えない', async () => {
    const world = await openReviewWorld(store, {
      members: 1,
      requests: [400_000, 400_000, 400_000],
      envelope: 900_000,
      rubric: plainRubric,
    })
    const other = await world.town.person('事務局 係長', ['office'])
    const review = await openFor(world)
    await scoreAll(world, review.id, [[30], [20], [10]])
    must(await closeFor(world, review))
    const results = await Promise.all([
      decideFor(world, review.id, { at: 0, amount: 400_000 }),
      decideFor(world, review.id, { at: 1, amount: 400_000, by: other }),
      decideFor(world, review.id, { at: 2, amount: 400_000 }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(2)
    expect(results.find((result) => !result.ok)).toMatchObject({
      error: [{ field: 'amount', code: 'over-envelope' }],
    })
    const decided = await world.town.as(world.office, (scope) => listDecisions(scope, review.id))
    const total = [...decided.values()].reduce((sum, { amount }) => sum + amount, 0)
    expect(total).toBe(800_000)
  })

  test('同じ提案を二人が同時に決定しても、通知書は一通だけ出る', async () => {
    const world = await openReviewWorld(store, {
      members: 1,
      requests: [400_000],
      rubric: plainRubric,
    })
    const other = await world.town.person('事務局 係長', ['office'])
    const review = await openFor(world)
    await scoreAll(world, review.id, [[30]])
    must(await closeFor(world, review))
    const results = await Promise.all([
      decideFor(world, review.id, { at: 0, amount: 400_000 }),
      decideFor(world, review.id, { at: 0, amount: 300_000, deviation: '減額', by: other }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, error: 'decided-already' })
    const letters = await world.town.as(world.office, (scope) =>
      listNotices(scope, { kind: 'proposal', id: world.contenders[0]!.id }),
    )
    expect(letters).toHaveLength(1)
  })
})

describe('決定', () => {
  test('自分の団体の提案は、事務局の職員でも決定できない', async () => {
    const world = await openReviewWorld(store, {
      members: 1,
      requests: [400_000],
      rubric: plainRubric,
    })
    const review = await openFor(world)
    await scoreAll(world, review.id, [[30]])
    must(await closeFor(world, review))
    const [own] = world.contenders
    const insider = {
      ...world.office,
      memberships: [{ groupId: own!.groupId, role: 'member' as const }],
    }
    const refused = await decideFor(world, review.id, { at: 0, amount: 400_000, by: insider })
    expect(refused).toEqual({ ok: false, error: 'own-group' })
  })

  test('同点は委員長の順番で決まり、順番は最初の決定まで直せる。古い画面からは決定できない', async () => {
    const world = await openReviewWorld(store, {
      members: 1,
      requests: [500_000, 500_000],
      envelope: 500_000,
      rubric: {
        ...plainRubric,
        tieBreak: [{ by: 'chair' }],
        budget: { total: 500_000, mode: 'stop_at_first_over', replyDays: 7 },
      },
    })
    const review = await openFor(world)
    await scoreAll(world, review.id, [[30], [30]])
    const closed = must(await closeFor(world, review))
    expect(closed.ranking?.standings.map(({ outcome }) => outcome)).toEqual([
      'undecided',
      'undecided',
    ])
    const [one, two] = world.contenders.map(({ id }) => id)
    const order = (ids: readonly string[], reason: string, at: Date) =>
      world.town.as(world.office, (scope) => orderTies(scope, review, { order: ids, reason }), at)
    expect(await order([two!], '理由', reviewNow)).toEqual({ ok: false, error: 'not-an-order' })
    expect(await order([two!, one!], '', reviewNow)).toEqual({ ok: false, error: 'reason-needed' })
    const later = new Date(reviewNow.getTime() + 60_000)
    must(await order([two!, one!], '地域の偏りを避けるため', later))
    const stale = await world.town.as(
      world.office,
      (scope) =>
        decideProposal(scope, world.town.city, {
          reviewId: review.id,
          proposalId: two!,
          draft: {
            outcome: 'selected',
            amount: 500_000,
            reason: 'x',
            conditions: '',
            deviation: '',
            early: '委員会の日程が早まったため',
          },
          hiddenComments: [],
          seen: seenOf(closed.ranking),
        }),
      reviewNow,
    )
    expect(stale).toEqual({ ok: false, error: 'ranking-changed' })
    must(await decideFor(world, review.id, { at: 1, amount: 500_000 }))
    expect(await order([one!, two!], '取り直し', later)).toEqual({
      ok: false,
      error: 'decided-already',
    })
    const { ranking } = await world.town.as(world.office, (scope) => getReview(scope, review.id))
    expect(ranking?.standings.map(({ proposalId, outcome }) => [proposalId, outcome])).toEqual([
      [two, 'selected'],
      [one, 'reserve'],
    ])
    expect(ranking?.chairReason).toBe('地域の偏りを避けるため')
  })

  test('返事のないまま期限を過ぎた次点は、事務局が理由を付けて終える', async () => {
    const world = await openReviewWorld(store, {
      members: 1,
      requests: [300_000],
      envelope: 200_000,
      rubric: {
        ...plainRubric,
        budget: { total: 200_000, mode: 'partial_offer', replyDays: 7 },
      },
    })
    const review = await openFor(world)
    await scoreAll(world, review.id, [[30]])
    must(await closeFor(world, review))
    must(await decideFor(world, review.id, { at: 0, outcome: 'reserve', amount: 200_000 }))
    const [reserve] = world.contenders
    const end = (at: Date, reason: string) =>
      world.town.as(
        world.office,
        (scope) => endReserve(scope, world.town.city, { proposalId: reserve!.id, reason }),
        at,
      )
    const past = new Date('2027-02-08T15:00:00Z')
    expect(await end(reviewNow, '早すぎる')).toEqual({ ok: false, error: 'offer-open' })
    const late = await world.town.as(
      reserve!.representative,
      (scope) =>
        answerOffer(scope, world.town.city, {
          proposalId: reserve!.id,
          answer: 'accepted',
          reason: '',
          channel: 'web',
        }),
      past,
    )
    expect(late).toEqual({ ok: false, error: 'reply-too-late' })
    expect(await end(past, '')).toEqual({ ok: false, error: 'reason-needed' })
    must(await end(past, '期限までに返事がなかったため'))
    await world.town.as(world.office, async (scope) => {
      expect((await getProposal(scope, reserve!.id)).state).toBe('not_selected')
      expect(await findDecision(scope, reserve!.id)).toMatchObject({
        outcome: 'not_selected',
        amount: 0,
      })
    })
  })

  test('最後に残った提案が取り下げられたら、審査は終わり、募集の結果も決まる', async () => {
    const world = await openReviewWorld(store, {
      members: 1,
      requests: [100_000, 100_000],
      rubric: plainRubric,
    })
    const review = await openFor(world)
    await scoreAll(world, review.id, [[30], [20]])
    must(await closeFor(world, review))
    must(await decideFor(world, review.id, { at: 0, amount: 100_000 }))
    const [, last] = world.contenders
    await world.town.as(
      last!.representative,
      async (scope) => {
        const proposal = await getProposal(scope, last!.id)
        must(
          await withdrawProposal(scope, world.town.city, {
            proposal,
            call: world.call,
            reason: '事情により',
            channel: 'web',
          }),
        )
        expect((await getReview(scope, review.id)).state).toBe('decided')
      },
      reviewNow,
    )
  })
})

import { expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { openTestStore } from '#tests/world/city.ts'
import { runJob } from '#tests/world/jobs.ts'
import { listEvents, listNotices, listTasksOf } from '../procedures/index.ts'
import { getProject, lockSituation } from '../projects/index.ts'
import {
  acceptFor,
  beginFor,
  days,
  must,
  openProjectWorld,
  projectOf,
  reportFor,
} from '../projects/world.fixture.ts'
import { closeMutual } from './actions/mutual.ts'
import { openDueEvaluations, openEvaluation } from './actions/open.ts'
import { submitSelf, takeBackSelf } from './actions/self.ts'
import { findSeats, lockCase } from './actions/step.ts'
import { assessProject } from './actions/third-party.ts'
import { listAssessments } from './queries/assessments.ts'
import { findOwnSheet, saveSheet } from './queries/scores.ts'
import { findWritten } from './queries/whole.ts'
import {
  agreeFor,
  assessFor,
  closeThirdPartyFor,
  confirmFor,
  declareFor,
  type EvaluationWorld,
  evaluationOf,
  explainFor,
  openEvaluationWorld,
  publishFor,
  sheetOf,
  submitBoth,
  submitFor,
  withCase,
} from './world.fixture.ts'

const store = await openTestStore(() => days.accepted)

const tasksOf = (world: EvaluationWorld) =>
  world.town.as(world.office, (scope) =>
    listTasksOf(scope, { kind: 'evaluation', id: world.projectId }),
  )

const mailsAbout = (world: EvaluationWorld, words: string) =>
  world.town.as(world.office, (scope) =>
    scope.db
      .selectFrom('mails')
      .select(['to_address', 'subject', 'attachment_file_id'])
      .where('city_id', '=', scope.city.id)
      .where('subject', 'like', `%${words}%`)
      .execute(),
  )

test('最後の実績が確認されると、暦の評価の時期なら、双方に自己評価が依頼される', async () => {
  const world = await openEvaluationWorld(store)
  const evaluation = await evaluationOf(world)
  expect(evaluation).toMatchObject({ state: 'self', submitted: { group: null, city: null } })
  expect(evaluation.definition.items).toEqual(world.call.definition.evaluation.items)
  expect(evaluation.dueOn).toBe('2028-05-31')
  expect((await tasksOf(world)).map(({ step, dueOn }) => [step, dueOn]).sort()).toEqual([
    ['self-city', '2028-05-31'],
    ['self-group', '2028-05-31'],
  ])
  expect(await mailsAbout(world, '自己評価をお願い')).toHaveLength(3)
})

test('暦の評価の時期がまだなら、実績の確認では始まらず、その日の仕事か事務局が始める', async () => {
  const world = await openProjectWorld(store, { preset: 'yamaguchi' })
  await beginFor(world)
  must(await reportFor(world))
  must(await acceptFor(world, days.accepted))
  const open = (now: Date) =>
    world.town.as(world.office, (scope) => openDueEvaluations(scope, world.town.city), now)
  expect(await open(new Date('2028-05-31T01:00:00Z'))).toBe(0)
  expect(await open(new Date('2028-06-01T01:00:00Z'))).toBe(1)
  expect(await open(new Date('2028-06-02T01:00:00Z'))).toBe(0)
})

test('評価を始める日の仕事は、事業ごとに分かれて行われる', async () => {
  const world = await openProjectWorld(store, { preset: 'yamaguchi' })
  await beginFor(world)
  must(await reportFor(world))
  must(await acceptFor(world, days.accepted))
  const open = (now: Date) => runJob(world.town, 'evaluations.open', now)
  await open(new Date('2028-05-31T01:00:00Z'))
  expect((await projectOf(world)).state).not.toBe('evaluating')
  const { sent, failed } = await open(new Date('2028-06-01T01:00:00Z'))
  expect([sent.length, failed]).toEqual([1, []])
  expect((await projectOf(world)).state).toBe('evaluating')
})

test('評価は一つの事業に一度だけ開ける', async () => {
  const world = await openEvaluationWorld(store)
  const again = await world.town.as(world.office, async (scope) =>
    openEvaluation(scope, world.town.city, await lockSituation(scope, world.projectId)),
  )
  expect(again).toEqual({ ok: false, error: 'not-from-here' })
})

test('双方がそろう前は、二つの評価を並べる問い合わせそのものが何も見つけない', async () => {
  const world = await openEvaluationWorld(store)
  const both = () => world.town.as(world.office, (scope) => findWritten(scope, world.projectId))
  must(await submitFor(world, { side: 'group', score: 4 }))
  expect(await both()).toBeUndefined()
  // Control: the sheet is there, for its own side.
  const own = await world.town.as(world.manager, (scope) =>
    findOwnSheet(scope, world.projectId, 'group'),
  )
  expect(own.size).toBe((await evaluationOf(world)).definition.items.length)
  must(await submitFor(world, { side: 'city', score: 4 }))
  expect((await both())?.sheets.group.size).toBe(own.size)
})

test('経過と監査の記録に、評価の点もコメントも残らない', async () => {
  const world = await openEvaluationWorld(store)
  must(await submitFor(world, { side: 'group', score: 4 }))
  const kept = await world.town.as(world.office, async (scope) => ({
    events: await listEvents(scope, [{ kind: 'evaluation', id: world.projectId }], {
      publicOnly: false,
    }),
    audit: await scope.db
      .selectFrom('audit_entries')
      .select(['action', 'before', 'after'])
      .where('subject_kind', '=', 'evaluation')
      .where('subject_id', '=', world.projectId)
      .execute(),
    mails: await scope.db.selectFrom('mails').select('body').execute(),
    open: await listEvents(scope, [{ kind: 'evaluation', id: world.projectId }], {
      publicOnly: true,
    }),
  }))
  expect(kept.audit.map(({ action }) => action)).toContain('evaluation.submit')
  expect(JSON.stringify(kept)).not.toMatch(/本音|"score"/)
  // Everyone may know that it began; who has handed in, nobody but the two sides.
  expect(kept.open.map(({ step }) => step)).toEqual(['open'])
})

test('提出した評価は、相手がそろうまで取り戻して直せ、そろった後は取り戻せない', async () => {
  const world = await openEvaluationWorld(store)
  must(await submitFor(world, { side: 'group', score: 4 }))
  const takeBack = () =>
    withCase(world, world.manager, (scope, held) => takeBackSelf(scope, { ...held, side: 'group' }))
  expect(must(await takeBack()).submitted.group).toBeNull()
  expect((await tasksOf(world)).map(({ step }) => step).sort()).toEqual(['self-city', 'self-group'])
  must(await submitFor(world, { side: 'group', score: 3 }))
  must(await submitFor(world, { side: 'city', score: 3 }))
  expect((await takeBack()).ok).toBe(false)
})

test('評価していない項目のあるシートは提出できない', async () => {
  const world = await openEvaluationWorld(store)
  const result = await withCase(world, world.manager, async (scope, held) => {
    const whole = sheetOf(held.evaluation, 'group', { score: 4 })
    const first = held.evaluation.definition.items[0]!.code
    const sheet = new Map([...whole, [first, { score: null, comment: '' }]])
    return submitSelf(scope, world.town.city, { ...held, side: 'group', sheet })
  })
  expect(result).toEqual({ ok: false, error: 'incomplete' })
})

const refused = (world: EvaluationWorld, work: (scope: Scope) => Promise<unknown>) =>
  world.town.as(world.office, work).then(
    (result) =>
      `rows:${(result as { numUpdatedRows?: bigint } | undefined)?.numUpdatedRows ?? 'done'}`,
    (error: Error) => `error:${error.message}`,
  )

test('提出した後の評価は、プログラムが間違っていてもデータベースが変えさせない', async () => {
  const world = await openEvaluationWorld(store)
  const evaluation = await evaluationOf(world)
  const write = (side: 'group' | 'city') => (scope: Scope) =>
    saveSheet(scope, { projectId: world.projectId, side }, sheetOf(evaluation, side, { score: 5 }))
  // Control: before handing in, the same statement goes through.
  expect(await refused(world, write('group'))).toBe('rows:done')
  must(await submitFor(world, { side: 'group', score: 4 }))
  expect(await refused(world, write('group'))).toContain('row-level security')
  expect(await refused(world, write('city'))).toBe('rows:done')
  must(await submitFor(world, { side: 'city', score: 4 }))
  const change = (scope: Scope) =>
    scope.db
      .updateTable('evaluation_scores')
      .set({ score: 1 })
      .where('project_id', '=', world.projectId)
      .executeTakeFirst()
  expect(await refused(world, change)).toBe('rows:0')
})

test('片方しか提出していない評価を、先の段階へ進めることはデータベースができなくする', async () => {
  const world = await openEvaluationWorld(store)
  must(await submitFor(world, { side: 'group', score: 4 }))
  const skip = (scope: Scope) =>
    scope.db
      .updateTable('evaluations')
      .set({ state: 'mutual' })
      .where('project_id', '=', world.projectId)
      .executeTakeFirst()
  expect(await refused(world, skip)).toContain('violates check constraint')
})

test('離れた項目は説明がないと確認できず、説明が変わると確認は取り消される', async () => {
  const world = await openEvaluationWorld(store)
  const item = await submitBoth(world)
  expect(await confirmFor(world, 'group')).toEqual({ ok: false, error: 'unexplained' })
  must(await explainFor(world, world.manager, { side: 'group', mine: { [item]: '団体の説明' } }))
  must(await confirmFor(world, 'group'))
  const both = await explainFor(world, world.department, {
    side: 'city',
    shown: { [item]: '団体の説明' },
    mine: { [item]: '二人の説明' },
  })
  expect(both).toMatchObject({ ok: true, value: { kind: 'saved' } })
  expect((await tasksOf(world)).map(({ step }) => step).sort()).toEqual([
    'mutual-city',
    'mutual-group',
  ])
  expect(await confirmFor(world, 'city', 1)).toEqual({ ok: false, error: 'changed-since' })
  must(await confirmFor(world, 'city'))
  expect(must(await confirmFor(world, 'group')).state).toBe('third_party')
})

test('同じ説明を同時に書くと、後の人に食い違いが示される', async () => {
  const world = await openEvaluationWorld(store)
  const item = await submitBoth(world)
  must(await explainFor(world, world.manager, { side: 'group', mine: { [item]: '先の説明' } }))
  const late = await explainFor(world, world.department, {
    side: 'city',
    shown: {},
    mine: { [item]: '後の説明' },
  })
  expect(late).toEqual({ ok: true, value: { kind: 'conflicts', items: [item] } })
})

test('離れた項目のない評価は、説明なしで確認できる', async () => {
  const world = await openEvaluationWorld(store)
  must(await submitFor(world, { side: 'group', score: 4 }))
  must(await submitFor(world, { side: 'city', score: 4 }))
  must(await confirmFor(world, 'group'))
  expect(must(await confirmFor(world, 'city')).state).toBe('third_party')
})

test('事務局は、説明がそろっていれば理由とともに相互評価を締められる', async () => {
  const world = await openEvaluationWorld(store)
  const item = await submitBoth(world)
  const close = () =>
    withCase(world, world.office, (scope, held) =>
      closeMutual(scope, world.town.city, { ...held, reason: '返事がないため' }),
    )
  expect(await close()).toEqual({ ok: false, error: 'unexplained' })
  must(await explainFor(world, world.office, { side: undefined, mine: { [item]: '聞き取った' } }))
  expect(must(await close()).state).toBe('third_party')
})

test('委員は利害関係がなければ評価を依頼され、申告や団体とのつながりがあれば除かれる', async () => {
  const world = await openEvaluationWorld(store)
  const [first, second] = world.members
  await world.town.as(world.office, (scope) =>
    scope.db
      .insertInto('memberships')
      .values({
        city_id: scope.city.id,
        id: newId(),
        account_id: second.accountId,
        group_id: world.groupId,
        role: 'member',
        since: scope.now,
        until: scope.now,
      })
      .execute(),
  )
  await agreeFor(world)
  expect((await mailsAbout(world, '第三者評価をお願い')).length).toBe(1)
  const seats = await world.town.as(world.office, async (scope) =>
    findSeats(scope, await getProject(scope, world.projectId)),
  )
  expect(new Map(seats.map(({ accountId, recused }) => [accountId, recused]))).toEqual(
    new Map([
      [first.accountId, false],
      [second.accountId, true],
    ]),
  )
  expect((await assessFor(world, second, '除かれた委員')).ok).toBe(false)
  expect((await assessFor(world, first, '委員の意見')).ok).toBe(true)
})

const declareInterest = async (
  scope: Scope,
  world: EvaluationWorld,
  given: { readonly accountId: string; readonly interest: string },
): Promise<void> => {
  const review = { city_id: scope.city.id, review_id: newId() }
  const { proposalId: proposal_id } = world
  await scope.db
    .insertInto('reviews')
    .values({
      city_id: scope.city.id,
      id: review.review_id,
      call_id: world.call.id,
      state: 'scoring',
      rubric: '{}',
      opened_at: scope.now,
      due_on: '2027-03-01',
    })
    .execute()
  await scope.db
    .insertInto('review_proposals')
    .values({ ...review, proposal_id, position: 1 })
    .execute()
  for (const member of world.members)
    await scope.db
      .insertInto('review_members')
      .values({ ...review, account_id: member.accountId })
      .execute()
  await scope.db
    .insertInto('interest_declarations')
    .values({
      ...review,
      proposal_id,
      account_id: given.accountId,
      interest: given.interest,
      declared_at: scope.now,
    })
    .execute()
}

test.each([
  ['family', true],
  ['none', false],
])('審査で利害関係「%s」と申告した委員が評価から除かれるかは %s', async (interest, recused) => {
  const world = await openEvaluationWorld(store)
  const { accountId } = world.members[0]
  await world.town.as(world.office, (scope) =>
    declareInterest(scope, world, { accountId, interest }),
  )
  const seats = await world.town.as(world.office, async (scope) =>
    findSeats(scope, await getProject(scope, world.projectId)),
  )
  expect(seats.find((seat) => seat.accountId === accountId)?.recused).toBe(recused)
})

test('評価の前に利害関係を申告した委員は除かれ、書いた評価は取り消される', async () => {
  const world = await openEvaluationWorld(store)
  const [member] = world.members
  await agreeFor(world)
  must(await assessFor(world, member, '申告の前の意見'))
  must(await declareFor(world, member, 'family'))
  expect((await declareFor(world, member, 'none')).ok).toBe(false)
  expect((await assessFor(world, member, '申告の後の意見')).ok).toBe(false)
  const left = await world.town.as(world.office, (scope) => listAssessments(scope, world.projectId))
  expect(left).toEqual([])
})

test('除かれた委員や委員でない人が書いた評価は、どこにも残らない', async () => {
  const world = await openEvaluationWorld(store)
  await agreeFor(world)
  const outsider = await world.town.person('委員でない人', ['reviewer'])
  const attempt = world.town
    .as(outsider, async (scope) => {
      const held = await lockCase(scope, world.projectId)
      const result = await assessProject(scope, {
        ...held,
        draft: { overall: 'x', comment: 'x' },
      })
      if (!result.ok) throw new Error(result.error)
    })
    .catch((error: Error) => error.message)
  expect(await attempt).toBe('not-your-role')
  expect(
    await world.town.as(world.office, (scope) => listAssessments(scope, world.projectId)),
  ).toEqual([])
})

test('締めた後の委員の評価は、データベースも受け付けない', async () => {
  const world = await openEvaluationWorld(store)
  await agreeFor(world)
  must(await assessFor(world, world.members[0], '意見'))
  must(await closeThirdPartyFor(world))
  const late = (scope: Scope) =>
    scope.db
      .updateTable('third_party_evaluations')
      .set({ comment: '後から' })
      .where('project_id', '=', world.projectId)
      .executeTakeFirst()
  expect(await refused(world, late)).toBe('rows:0')
})

test('委員がだれも評価しないまま進めるには、理由がいる', async () => {
  const world = await openEvaluationWorld(store)
  await agreeFor(world)
  expect(await closeThirdPartyFor(world)).toEqual({ ok: false, error: 'reason-required' })
  expect(must(await closeThirdPartyFor(world, '委員が全員除斥のため')).state).toBe('answer')
})

test('公開すると、評価書が文書番号とともに双方に届き、事業が完了して展開の記録が待たれる', async () => {
  const world = await openEvaluationWorld(store)
  await agreeFor(world)
  must(await assessFor(world, world.members[0], '委員の意見'))
  must(await assessFor(world, world.members[1], '個人の名前が入った意見'))
  must(await closeThirdPartyFor(world))
  must(await publishFor(world, [`third:${world.members[1].accountId}`]))
  const after = await world.town.as(world.office, async (scope) => ({
    project: await getProject(scope, world.projectId),
    notices: await listNotices(scope, { kind: 'evaluation', id: world.projectId }),
    tasks: await listTasksOf(scope, { kind: 'project', id: world.projectId }),
    sheet: await scope.db
      .selectFrom('notices')
      .select('content')
      .where('subject_kind', '=', 'evaluation')
      .where('city_id', '=', scope.city.id)
      .executeTakeFirstOrThrow(),
  }))
  expect(after.project.state).toBe('completed')
  expect(after.notices.map(({ number }) => number)).toEqual([expect.stringMatching(/第\d+号/)])
  expect(after.tasks.map(({ step }) => step)).toEqual(['continuation'])
  expect(JSON.stringify(after.sheet.content)).toContain('委員の意見')
  expect(JSON.stringify(after.sheet.content)).not.toContain('個人の名前が入った意見')
  expect((await mailsAbout(world, '評価を公開しました')).length).toBe(3)
  expect(await tasksOf(world)).toEqual([])
})

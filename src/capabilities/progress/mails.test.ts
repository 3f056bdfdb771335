import { describe, expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { type PlainDate, tokyoInstant } from '#kernel/calendar.ts'
import { openTestStore } from '#tests/world/city.ts'
import { runJob } from '#tests/world/jobs.ts'
import { updateAccount } from '../accounts/index.ts'
import { finishCheck, saveVerdicts } from './actions/part.ts'
import { publishRound } from './actions/publish.ts'
import { askCommittee, commentOn, saveAnswers, stepRound } from './actions/round.ts'
import { listComments } from './queries/comments.ts'
import { isRemindedOn } from './reminder.ts'
import {
  holdRoundFor,
  must,
  openFor,
  openProgressWorld,
  type ProgressWorld,
  sendFor,
  withPart,
} from './world.fixture.ts'

const store = await openTestStore()

/** What a person has been written since the last time, the newest last. */
const mailReader = async (world: ProgressWorld, accountId: string) => {
  const read = new Set<string>()
  return async (): Promise<readonly string[]> => {
    const rows = await world.town.as(system('test'), (scope) =>
      scope.db
        .selectFrom('mails as m')
        .innerJoin('accounts as a', (on) =>
          on.onRef('a.city_id', '=', 'm.city_id').onRef('a.email', '=', 'm.to_address'),
        )
        .select(['m.id', 'm.subject', 'm.body'])
        .where('m.city_id', '=', scope.city.id)
        .where('a.id', '=', accountId)
        .orderBy('m.created_at')
        .execute(),
    )
    const fresh = rows.filter(({ id }) => !read.has(id))
    for (const { id } of fresh) read.add(id)
    return fresh.map(({ subject, body }) => `${subject}\n${body}`)
  }
}

const remindAt = (world: ProgressWorld, day: PlainDate) =>
  runJob(world.town, 'progress.remind', tokyoInstant(day, '07:20'))

test('報告が始まると課に、締めると委員に、意見がそろうと事務局に、公開すると課と委員に、メールが届く', async () => {
  const world = await openProgressWorld(store)
  const { town, office } = world
  const [officer, member, desk] = await Promise.all(
    [world.officer, world.member, office].map((one) => mailReader(world, one.accountId)),
  )
  await openFor(world)
  const [opened] = await officer!()
  expect(opened).toContain('令和8年12月10日（木）までに報告してください（広報広聴課）')
  expect(opened).toMatch(/担当は\d+項目です/)
  expect(opened).toContain(encodeURIComponent('/departments/koho-kocho'))
  const held = <T>(who: ProgressWorld['office'], work: Parameters<typeof holdRoundFor<T>>[2]) =>
    holdRoundFor(world, who, work)
  await held(office, async (scope, round) =>
    must(await askCommittee(scope, town.city, { round, reason: '期限を過ぎたため' })),
  )
  expect((await member!())[0]).toContain('計画の進捗について')
  await held(world.member, async (scope, round) =>
    must(await commentOn(scope, town.city, { round, no: null, body: 'よく進んでいます。' })),
  )
  await held(office, async (scope, round) =>
    must(await stepRound(scope, town.city, { round, name: 'close-committee' })),
  )
  expect((await desk!()).at(-1)).toContain('委員会の意見1件が、市の回答を待っています')
  await held(office, async (scope, round) => {
    const [comment] = await listComments(scope, round.id)
    await saveAnswers(scope, round, [{ id: comment!.id, version: 0, answer: '続けます。' }])
    must(await publishRound(scope, town.city, round))
  })
  expect((await officer!()).at(-1)).toContain('年度の進捗報告を公開しました')
  expect((await member!()).at(-1)).toContain('年度の進捗報告を公開しました')
})

test('1日1回を選んだ課の人には、次の朝のまとめに、報告のお願いが期限といっしょに入る', async () => {
  const world = await openProgressWorld(store)
  const { accountId } = world.officer
  const officer = await mailReader(world, accountId)
  await world.town.as(world.officer, (scope) =>
    updateAccount(scope, accountId, { mail_pace: 'daily' }),
  )
  await openFor(world)
  expect(await officer()).toEqual([])
  await runJob(world.town, 'mails.digests', tokyoInstant('2026-11-24', '08:02'))
  const [digest, ...more] = await officer()
  expect(more).toEqual([])
  expect(digest).toContain('お知らせのまとめ 1件（期限のあるもの 1件）')
  expect(digest).toContain('■ 山口市協働推進プラン　平成22年度（2010年度）')
  expect(digest).toMatch(/期限：令和8年12月10日（木）[\s\S]*担当は\d+項目です/)
})

test('直すところがあるとき、課には項目ごとのわけと期限が届く', async () => {
  const world = await openProgressWorld(store)
  const officer = await mailReader(world, world.officer.accountId)
  await openFor(world)
  must(await sendFor(world, { actor: world.officer }))
  await officer()
  await withPart(world, { actor: world.office }, async (scope, { tasks, ...held }) => {
    const found = tasks.map(({ item }, at) => ({
      no: item.no,
      verdict: at === 0 ? ('correct' as const) : ('accepted' as const),
      reason: at === 0 ? '数値の根拠を書いてください。' : '',
    }))
    await saveVerdicts(scope, held, found)
    must(await finishCheck(scope, world.town.city, held))
  })
  const [returned] = await officer()
  expect(returned).toContain('直していただきたいところがあります（広報広聴課）')
  expect(returned).toContain('数値の根拠を書いてください。')
})

describe('期限のお知らせ', () => {
  test('期限の7日前と前日、過ぎた翌日、その後は7日ごとに、休みの日を避けて1回ずつ', () => {
    const asked = { dueOn: '2026-12-10', askedOn: '2026-11-20' } as const
    const told: PlainDate[] = []
    let remindedOn: PlainDate | null = null
    for (let at = 0; at < 50; at += 1) {
      const today = new Date(Date.UTC(2026, 10, 21 + at)).toISOString().slice(0, 10) as PlainDate
      if (!isRemindedOn(today, { ...asked, remindedOn })) continue
      told.push(today)
      remindedOn = today
    }
    expect(told).toEqual([
      '2026-12-03',
      '2026-12-09',
      '2026-12-11',
      '2026-12-18',
      '2026-12-25',
      // 1 January is within 年末年始.
      '2027-01-04',
      '2027-01-08',
    ])
  })

  test('頼まれた日より前のお知らせは送られず、止まっていた間の分は1回にまとまる', () => {
    const short = { dueOn: '2026-12-10', askedOn: '2026-12-04', remindedOn: null } as const
    expect(isRemindedOn('2026-12-07', short)).toBe(false)
    expect(isRemindedOn('2026-12-09', short)).toBe(true)
    const asked = { dueOn: '2026-12-10', askedOn: '2026-11-20', remindedOn: null } as const
    expect(isRemindedOn('2026-12-22', asked)).toBe(true)
    expect(isRemindedOn('2026-12-23', { ...asked, remindedOn: '2026-12-22' })).toBe(false)
  })

  test('出していない課だけに、書かれていない数とともに届き、2回動いても1通。事務局には1通にまとまる', async () => {
    const world = await openProgressWorld(store)
    const [officer, stranger, desk] = await Promise.all(
      [world.officer, world.stranger, world.office].map((one) => mailReader(world, one.accountId)),
    )
    await openFor(world)
    must(await sendFor(world, { actor: world.officer }))
    for (const read of [officer, stranger, desk]) await read!()
    await remindAt(world, '2026-12-03')
    await remindAt(world, '2026-12-03')
    expect(await officer!()).toEqual([])
    const soon = await stranger!()
    expect(soon).toHaveLength(1)
    expect(soon[0]).toMatch(/まだ書かれていない項目が\d+あります/)
    expect(await desk!()).toEqual([])
    await remindAt(world, '2026-12-11')
    expect((await stranger!())[0]).toContain('期限が過ぎています（職員課）')
    const missing = await desk!()
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(/進捗の報告がまだの課が\d+あります/)
    expect(missing[0]).toContain('職員課')
    expect(missing[0]).not.toContain('広報広聴課')
  })
})

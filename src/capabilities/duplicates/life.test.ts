import type { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { insertMembership, listMembers } from '../accounts/index.ts'
import { findSheet } from '../forms/index.ts'
import { findGroup, registrationSheetKey, reviseRegistration } from '../groups/index.ts'
import { listWaitingMails } from '../mails/index.ts'
import { countMembersOn } from '../rosters/index.ts'
import { findDuplicates, findDuplicatesAmong, knowAgain } from './index.ts'
import { countWaitingPairs, listWaitingPairs } from './queries/pairs.ts'

let here: TestCity
let site: Hono
let office: Person
let centre: Person

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  office = await here.person('担当 の人', ['office'])
  centre = await here.person('窓口 の人', ['centre'])
})

type Given = {
  readonly name: string
  readonly kana?: string
  readonly state?: 'approved' | 'submitted' | 'withdrawn'
  readonly answers?: Readonly<Record<string, string>>
}

const enterGroup = async ({ name, kana = '', state = 'approved', answers = {} }: Given) => {
  const id = newId()
  await here.as(visitor, async (scope) => {
    await scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id,
        state,
        receipt_number: `受${id}`,
        ...(state === 'approved' ? { number: `第${id}号`, registered_on: '2026-04-01' } : {}),
        name,
        name_kana: kana,
        created_at: testNow,
        updated_at: testNow,
      })
      .execute()
    await scope.db
      .insertInto('sheets')
      .values({
        city_id: scope.city.id,
        id: newId(),
        subject_kind: 'group',
        subject_id: id,
        purpose: 'registration',
        form: 'registration',
        version: 1,
        answers: JSON.stringify({ name, name_kana: kana, ...answers }),
        updated_at: testNow,
        sent_at: testNow,
      })
      .execute()
    await knowAgain(scope, here.city, id)
  })
  return id
}

const join = async (name: string, group: string, role: 'representative' | 'manager') => {
  const person = await here.person(name)
  await here.as(visitor, (scope) =>
    insertMembership(scope, { accountId: person.accountId, groupId: group, role }),
  )
  return here.reload(person)
}

const at = (path: string): string => `/${here.key.slug}${path}`

const enter = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: person.accountId })
  return browser
}

const read = async (browser: Browser, path: string, status = 200): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, status])
  const html = await response.text()
  if (status === 200) expect(checkHtml(html)).toEqual([])
  return html
}

const pairPath = (a: string, b: string, more = ''): string =>
  at(`/desk/duplicates/${[a, b].sort().join('/')}${more}`)

const send = async (browser: Browser, path: string, fields: Record<string, string>) =>
  browser.post(path, {
    ...fields,
    idempotency_key: keyIn(await read(browser, at('/account'))),
  })

describe('重複の疑い', () => {
  test('名前の書きかたがちがっても見つけ、何が同じかと強さを示す', async () => {
    const id = await enterGroup({
      name: '特定非営利活動法人　朝凪ネット',
      kana: 'アサナギネット',
      answers: { representative_name: '髙橋 恵子', contact_phone: '0467-23-1111' },
    })
    const facts = {
      name: 'ＮＰＯ法人朝凪ﾈｯﾄ',
      nameKana: 'あさなぎねっと',
      representativeName: '高橋恵子',
      phones: ['0467(23)1111'],
    }
    const found = await here.as(visitor, (scope) => findDuplicates(scope, here.city, { facts }))
    expect(found.map(({ group, strength }) => [group.id, strength])).toEqual([[id, 'certain']])
    expect(found[0]?.kinds).toEqual(['name', 'phone', 'kana', 'representative'])
  })

  test('表の何行でも、一度の問い合わせで調べる', async () => {
    const lists = await here.as(visitor, (scope) =>
      findDuplicatesAmong(scope, here.city, [{ name: '朝凪ネット' }, { name: 'ない会' }]),
    )
    expect(lists.map((list) => list.length)).toEqual([1, 0])
  })

  test('登録が送られると一覧に出て、別の団体と確かめると消え、新しく同じところが出ると戻る', async () => {
    const one = await enterGroup({ name: '夕凪の会', answers: { contact_phone: '0467-23-2222' } })
    const other = await enterGroup({ name: '夕凪の会', state: 'submitted' })
    const count = () => here.as(visitor, countWaitingPairs)
    const before = await count()
    const browser = await enter(centre)
    expect(await read(browser, at('/desk/duplicates'))).toContain('夕凪の会')
    expect(await read(browser, at(`/groups/${other}/registration`))).toContain('似た登録')
    await read(browser, pairPath(one, other))
    await read(browser, `${pairPath(one, other)}?lang=en`)
    await read(browser, at('/desk/duplicates?lang=en'))
    expect((await send(browser, pairPath(one, other, '/verdict'), { reason: '' })).status).toBe(422)
    const judged = await send(browser, pairPath(one, other, '/verdict'), {
      reason: '会員も活動もちがう',
    })
    expect(judged.status).toBe(303)
    expect(await count()).toBe(before - 1)
    await here.as(visitor, async (scope) => {
      await scope.db
        .updateTable('sheets')
        .set({ answers: JSON.stringify({ name: '夕凪の会', contact_phone: '0467232222' }) })
        .where('subject_id', '=', other)
        .execute()
      await knowAgain(scope, here.city, other)
    })
    expect(await count()).toBe(before)
  })

  test('変更届で名前や電話が変わると、その場で似た登録に気づく', async () => {
    const one = await enterGroup({ name: '浜風の会', answers: { contact_phone: '0467-23-7777' } })
    const other = await enterGroup({ name: '別の名の会' })
    const pairs = async () =>
      (await here.as(visitor, (scope) => listWaitingPairs(scope, { size: 50, number: 1 })))
        .map((pair) => [pair.one.id, pair.other.id].sort())
        .filter((ids) => ids.includes(other))
    expect(await pairs()).toEqual([])
    await here.as(centre, async (scope) => {
      const sheet = await findSheet(scope, registrationSheetKey(other))
      const answers = { name: '浜風の会', contact_phone: '0467-23-7777' }
      await reviseRegistration(scope, here.city, {
        group: (await findGroup(scope, other))!,
        form: sheet!,
        content: { answers, visibility: {} },
      })
    })
    expect(await pairs()).toEqual([[one, other].sort()])
  })

  test('似た二つの登録が同時に変わっても、どちらも残せる', async () => {
    const one = await enterGroup({ name: '同時の会' })
    const other = await enterGroup({ name: '同時の会' })
    let first: Promise<void> = Promise.resolve()
    await here.as(visitor, async (scope) => {
      await knowAgain(scope, here.city, other)
      // Begins while this one is not yet over, and waits for the pair that both make.
      first = here.as(visitor, (later) => knowAgain(later, here.city, one))
      await sql`SELECT pg_sleep(0.3)`.execute(scope.db)
    })
    await expect(first).resolves.toBeUndefined()
    expect(await here.as(visitor, countWaitingPairs)).toBeGreaterThan(0)
  })

  test('鍵は索引で引く（どれだけ団体が多くても、全部は読まない）', async () => {
    const id = await enterGroup({ name: '鍵の多い会' })
    const plan = await here.as(visitor, async (scope) => {
      // On a table of a page or two every index costs the same.
      await sql`INSERT INTO group_keys (city_id, group_id, kind, key)
        SELECT ${scope.city.id}, ${id}, 'name', '名前' || n FROM generate_series(1, 5000) n`.execute(
        scope.db,
      )
      await sql`SET LOCAL enable_seqscan = off`.execute(scope.db)
      await sql`SET LOCAL enable_bitmapscan = off`.execute(scope.db)
      const { rows } = await sql<Record<string, string>>`EXPLAIN SELECT group_id FROM group_keys
        WHERE city_id = ${scope.city.id} AND kind = 'name' AND key = '夕凪の会'`.execute(scope.db)
      return rows.map((row) => Object.values(row)[0]).join('\n')
    })
    expect(plan).toMatch(/Index (Only )?Scan using group_keys_pkey/)
    expect(plan).toMatch(/Index Cond: .*kind = .*key = /)
  })

  test('来訪者と団体の人は見られず、職員も自分の団体は見られない', async () => {
    const one = await enterGroup({ name: '潮風の会' })
    const other = await enterGroup({ name: '潮風の会' })
    await read(await enter(await join('潮 花子', one, 'representative')), pairPath(one, other), 403)
    const inGroup = await here.person('担当で会員', ['office'])
    await here.as(visitor, (scope) =>
      insertMembership(scope, { accountId: inGroup.accountId, groupId: one, role: 'member' }),
    )
    await read(await enter(await here.reload(inGroup)), pairPath(one, other), 403)
  })
})

describe('一つにまとめる', () => {
  test('センターは理由を付けて担当課に引きつげ、担当課を待つものになり、決めると終わる。団体には見えない', async () => {
    const one = await enterGroup({ name: '引きつぎの会' })
    const other = await enterGroup({ name: '引きつぎの会' })
    const leader = await enter(await join('引 一郎', one, 'representative'))
    const desk = await enter(centre)
    const page = await read(desk, pairPath(one, other))
    expect(page).toContain('担当課に引きつぐ')
    const handing = pairPath(one, other, '/handing-on')
    expect((await send(desk, handing, { reason: '' })).status).toBe(422)
    const reason = '代表者に電話で確かめました'
    expect((await send(desk, handing, { reason })).status).toBe(303)
    const waiting = async () => (await enter(office)).get(at('/me')).then((got) => got.text())
    expect(await waiting()).toContain('「引きつぎの会」と同じ団体か確かめて、まとめる')
    expect(await read(await enter(office), pairPath(one, other))).toContain(reason)
    const own = await read(leader, at(`/groups/${one}/registration`))
    for (const told of [reason, 'まとめる']) expect(own).not.toContain(told)
    expect((await send(await enter(office), handing, { reason })).status).toBe(403)
    await send(await enter(office), pairPath(one, other, '/verdict'), { reason: '別の場所で活動' })
    expect(await waiting()).not.toContain('と同じ団体か確かめて')
  })

  test('見せたものが移り、元の登録は終わって、ページは残った登録へ案内する', async () => {
    const winner = await enterGroup({ name: '里の会', kana: 'サトノカイ' })
    const loser = await enterGroup({ name: 'NPO法人里の会', kana: 'サトノカイ' })
    const leader = await join('里 一郎', winner, 'representative')
    const former = await join('里 二郎', loser, 'representative')
    await here.as(leader, async (scope) => {
      for (const [group, name] of [
        [winner, '山 花子'],
        [loser, '山花子'],
        [loser, '谷 太郎'],
      ] as const)
        await scope.db
          .insertInto('roster_people')
          .values({
            city_id: scope.city.id,
            id: newId(),
            group_id: group,
            name,
            name_key: name.replace(' ', ''),
            since: '2020-04-01',
            created_at: testNow,
            updated_at: testNow,
          })
          .execute()
    })
    await read(await enter(centre), pairPath(winner, loser, `/merge?keep=${winner}`), 403)
    const browser = await enter(office)
    const preview = await read(browser, pairPath(winner, loser, `/merge?keep=${winner}`))
    expect(preview).toContain('名簿の会員')
    const reason = '同じ団体が二度登録した。代表者に電話で確かめた'
    const merge = pairPath(winner, loser, '/merge')
    expect((await send(browser, merge, { keep: winner, reason: '' })).status).toBe(422)
    expect((await send(browser, merge, { keep: winner, reason })).status).toBe(303)

    const members = await here.as(visitor, (scope) => listMembers(scope, winner))
    expect(members.map(({ accountId, role }) => [accountId, role])).toEqual([
      [leader.accountId, 'representative'],
      [former.accountId, 'manager'],
    ])
    const counts = await here.as(visitor, (scope) => countMembersOn(scope, winner, '2026-11-20'))
    expect(counts.members).toBe(2)
    const moved = await openBrowser(site).get(at(`/groups/${loser}`))
    expect([moved.status, moved.headers.get('location')]).toEqual([308, at(`/groups/${winner}`)])
    const page = await read(openBrowser(site), at(`/groups/${winner}`))
    expect(page).toContain(`第${loser}号`)

    const formerBrowser = await enter(await here.reload(former))
    expect(await read(formerBrowser, at(`/groups/${loser}/registration`))).toContain(
      'この登録は「里の会」にまとめられました',
    )
    const record = await here.as(visitor, (scope) =>
      scope.db.selectFrom('group_merges').selectAll().where('loser_id', '=', loser).execute(),
    )
    const tables = (record[0]!.moved as { table: string; ids: string[] }[]).map(
      ({ table, ids }) => [table, ids.length],
    )
    expect(tables).toContainEqual(['memberships', 1])
    expect(tables).toContainEqual(['roster_people', 2])
    const mails = await here.as(visitor, listWaitingMails)
    expect(mails.some(({ body }) => body.includes(reason))).toBe(true)
    const again = await send(browser, merge, { keep: winner, reason })
    expect(again.status).toBe(422)
    const ended = await here.as(visitor, (scope) => findGroup(scope, loser))
    expect([ended?.state, ended?.mergedInto]).toEqual(['withdrawn', winner])
    expect(await read(browser, at('/desk/duplicates'))).not.toContain('NPO法人里の会')
  })

  test('登録済みの登録は、登録されていない登録にまとめられない', async () => {
    const registered = await enterGroup({ name: '丘の会' })
    const sent = await enterGroup({ name: '丘の会', state: 'submitted' })
    const browser = await enter(office)
    const html = await read(browser, pairPath(registered, sent, `/merge?keep=${sent}`))
    expect(html).toContain('登録済みのほうを残してください')
    const tried = await send(browser, pairPath(registered, sent, '/merge'), {
      keep: sent,
      reason: 'まとめたい',
    })
    expect(tried.status).toBe(422)
  })
})

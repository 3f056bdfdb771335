import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { insertMembership } from '../accounts/index.ts'
import { purgeLeavers } from './actions/keeping.ts'
import { countMembersOn, listOfficersOn, wasMemberOn } from './index.ts'

let here: TestCity
let site: Hono
let leader: Person
let member: Person
let group: string

const openGroup = async (): Promise<string> => {
  const id = newId()
  await here.as(visitor, (scope) =>
    scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id,
        state: 'approved',
        receipt_number: id,
        number: id,
        registered_on: '2026-04-01',
        name: '浜辺の会',
        members: 25,
        created_at: testNow,
        updated_at: testNow,
      })
      .execute(),
  )
  return id
}

const join = async (name: string, role: 'representative' | 'member'): Promise<Person> => {
  const person = await here.person(name)
  await here.as(visitor, (scope) =>
    insertMembership(scope, { accountId: person.accountId, groupId: group, role }),
  )
  return here.reload(person)
}

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  group = await openGroup()
  leader = await join('浜 花子', 'representative')
  member = await join('浜 次郎', 'member')
})

const at = (path = ''): string => `/${here.key.slug}/groups/${group}/roster${path}`

const enter = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(`/${here.key.slug}/sample-people`, { account: person.accountId })
  return browser
}

const read = async (browser: Browser, path: string, status = 200): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, status])
  const html = await response.text()
  if (status === 200) expect(checkHtml(html)).toEqual([])
  return html
}

const send = async (
  browser: Browser,
  path: string,
  fields: Record<string, string | Blob>,
): Promise<Response> =>
  browser.post(path, { ...fields, idempotency_key: keyIn(await read(browser, at())) })

const entry = { name: '山田 太郎', kana: 'やまだ たろう', since: '2020/4/1', voting: 'yes' }

const idOf = async (name: string): Promise<string> => {
  const row = await here.as(visitor, (scope) =>
    scope.db.selectFrom('roster_people').select('id').where('name', '=', name).executeTakeFirst(),
  )
  return row!.id
}

describe('名簿をつける', () => {
  test('代表者は、会員を役職といっしょに加えられる', async () => {
    const browser = await enter(leader)
    await read(browser, at('/new'))
    const added = await send(browser, at('/new'), {
      ...entry,
      office: 'accountant',
      citizen: 'yes',
    })
    expect(added.status).toBe(303)
    const html = await read(browser, at())
    expect(html).toContain('ヤマダ　タロウ')
    expect(html).toContain('会員は、登録では25人、名簿では1人です。')
  })

  test('足りないところは、その欄で一度に示し、書いたものは残る', async () => {
    const browser = await enter(leader)
    const answer = await send(browser, at('/new'), {
      name: '',
      kana: '山',
      since: '4月1日',
      district: '本町',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const text of [
      '氏名を記入してください',
      'ひらがなかカタカナで',
      '日付として読めません',
      '本町',
    ])
      expect(html).toContain(text)
  })

  test('退会しても、会員だった日と役員だった日は残る', async () => {
    const browser = await enter(leader)
    const id = await idOf('山田 太郎')
    const left = await send(browser, at(`/people/${id}/departure`), { until: '2026/3/31' })
    expect(left.status).toBe(303)
    const was = (day: '2020-03-31' | '2026-03-31' | '2026-04-01') =>
      here.as(visitor, async (scope) => [
        await wasMemberOn(scope, group, { who: { name: '山田太郎' }, day }),
        (await listOfficersOn(scope, group, day)).map(({ office }) => office),
        (await countMembersOn(scope, group, day)).members,
      ])
    expect(await was('2020-03-31')).toEqual([false, [], 0])
    expect(await was('2026-03-31')).toEqual([true, ['accountant'], 1])
    expect(await was('2026-04-01')).toEqual([false, [], 0])
    expect(await read(browser, at('?day=R8.3.31'))).toContain('山田 太郎')
    expect(await read(browser, at())).not.toContain('山田 太郎')
  })

  test('直すには理由が要り、前の内容が記録に残る', async () => {
    const browser = await enter(leader)
    const id = await idOf('山田 太郎')
    const mended = { ...entry, since: '2019/4/1', until: '2026/3/31' }
    expect((await send(browser, at(`/people/${id}/correction`), mended)).status).toBe(422)
    const reason = '入会日が1年ちがっていた'
    const done = await send(browser, at(`/people/${id}/correction`), { ...mended, reason })
    expect(done.status).toBe(303)
    const html = await read(browser, at('/changes'))
    expect(html).toContain('令和2年4月1日（水） → 平成31年4月1日（月）')
    expect(html).toContain(reason)
  })

  test('どの画面も英語で開き、ない役職や人には「ありません」と答える', async () => {
    const browser = await enter(leader)
    const person = `/people/${await idOf('山田 太郎')}`
    for (const path of ['', '/new', '/intake', '/changes', person])
      expect(await read(browser, at(`${path}?lang=en`))).toContain('<html lang="en"')
    const end = await send(browser, at(`${person}/terms/000000000000/end`), { until: '2026/3/31' })
    expect(end.status).toBe(404)
    await read(browser, at('/people/000000000000'), 404)
  })

  test('まちがいとして取り消した人は、どの日にも数えず、記録には残る', async () => {
    const browser = await enter(leader)
    await send(browser, at('/new'), { ...entry, name: 'まちがい 一郎', kana: '' })
    const id = await idOf('まちがい 一郎')
    await send(browser, at(`/people/${id}/removal`), { reason: '二度入れた' })
    expect(await read(browser, at('?day=2021/1/1'))).not.toContain('まちがい 一郎')
    expect(await read(browser, at('?who=left'))).toContain('まちがい 一郎')
  })
})

describe('表から取り込む', () => {
  const table = '氏名\t役職\t入会日\n海野 波\t代表\tH30.4.1\n海野 波\t会計\t\n沖田 凪\t\t2021/5/1\n'

  const preview = async (browser: Browser, pasted: string) => {
    const answer = await send(browser, at('/intake'), { pasted, day: '2026/4/1' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(checkHtml(html)).toEqual([])
    return { html, sign: /name="sign" value="([0-9a-f]+)"/.exec(html)?.[1] ?? '' }
  }

  test('見せるだけでは何も変わらず、はいと答えると、見せたとおりになる', async () => {
    const browser = await enter(leader)
    await read(browser, at('/intake'))
    const { html, sign } = await preview(browser, table)
    expect(html).toContain('同じ人が二度書かれています')
    expect(await read(browser, at())).not.toContain('海野 波')
    const done = await send(browser, at('/intake/run'), { pasted: table, day: '2026/4/1', sign })
    expect(done.status).toBe(303)
    const roster = await read(browser, at())
    expect(roster).toContain('海野 波')
    expect(roster).toContain('沖田 凪')
  })

  test('見ている間に名簿が変わると、取り込まずに新しい結果を見せる', async () => {
    const browser = await enter(leader)
    const pasted = '氏名\t地区\n磯部 洋\t本町\n'
    const { sign } = await preview(browser, pasted)
    await send(browser, at('/new'), { ...entry, name: '磯部洋', kana: '' })
    const again = await send(browser, at('/intake/run'), { pasted, day: '2026/4/1', sign })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('見ている間に名簿が変わりました')
  })

  test('保存したExcelは、そのまま取り込むと何も変えない', async () => {
    const browser = await enter(leader)
    const file = await browser.get(at('/file?as=xlsx'))
    expect(file.status).toBe(200)
    const bytes = await file.arrayBuffer()
    const answer = await send(browser, at('/intake'), {
      table: new File([bytes], '名簿.xlsx'),
      day: '2026/11/20',
      complete: 'yes',
    })
    expect(await answer.text()).toContain('変わるところはありません')
  })

  test('表でないものは、理由を示して受け取らない', async () => {
    const browser = await enter(leader)
    const pdf = new File(['%PDF-1.4\n'], '名簿.pdf')
    const answer = await send(browser, at('/intake'), { table: pdf, day: '2026/4/1' })
    expect(answer.status).toBe(422)
  })
})

describe('だれが見られるか', () => {
  test('会員は名簿を開けず、ほかの人にもない', async () => {
    await read(await enter(member), at(), 404)
    await read(await enter(await here.person('よその人')), at(), 403)
    const away = await openBrowser(site).get(at())
    expect(away.status).toBe(303)
  })

  test('職員は、理由を書くまで名前を見られず、書くと1時間見られて、団体にも分かる', async () => {
    const staff = await here.person('窓口 の人', ['centre'])
    const browser = await enter(staff)
    const before = await read(browser, at())
    expect(before).not.toContain('海野 波')
    expect(before).toContain('理由を残して名前を見る')
    await read(browser, at('/file?as=csv'), 403)
    const empty = await send(browser, at('/viewings'), { reason: ' ' })
    expect(empty.status).toBe(422)
    const reason = '更新の届けと人数が合わないため'
    expect((await send(browser, at('/viewings'), { reason })).status).toBe(303)
    expect(await read(browser, at())).toContain('海野 波')
    expect(await read(await enter(leader), at('/changes'))).toContain(reason)
    const audited = await here.as(visitor, (scope) =>
      scope.db
        .selectFrom('audit_entries')
        .select('actor_name')
        .where('action', '=', 'rosters.view')
        .execute(),
    )
    expect(audited).toEqual([{ actor_name: '窓口 の人' }])
    await read(browser, at('/new'), 403)
  })

  test('役員の名前は、代表者が公開したときだけ、だれにでも見える', async () => {
    const page = `/${here.key.slug}/groups/${group}`
    const everyone = openBrowser(site)
    expect(await read(everyone, page)).not.toContain('海野 波')
    const browser = await enter(leader)
    await send(browser, at('/officers'), { open: 'yes' })
    const html = await read(everyone, page)
    expect(html).toContain('海野 波')
    expect(html).toContain('令和8年11月20日（金）現在')
    expect(html).not.toContain('沖田 凪')
    await send(browser, at('/officers'), { open: 'no' })
    expect(await read(everyone, page)).not.toContain('海野 波')
  })
})

test('やめて5年度が過ぎた人は消え、そのほかの人は残る', async () => {
  const enters = (name: string, until: string | null) =>
    here.as(visitor, (scope) =>
      scope.db
        .insertInto('roster_people')
        .values({
          city_id: scope.city.id,
          id: newId(),
          group_id: group,
          name,
          name_key: name,
          since: '2000-04-01',
          until,
          created_at: testNow,
          updated_at: testNow,
        })
        .execute(),
    )
  await enters('消える人', '2021-03-31')
  await enters('残る人', '2021-04-01')
  await here.as(visitor, purgeLeavers)
  const names = await here.as(visitor, async (scope) =>
    (await scope.db.selectFrom('roster_people').select('name').execute()).map(({ name }) => name),
  )
  expect(names).toContain('残る人')
  expect(names).not.toContain('消える人')
})

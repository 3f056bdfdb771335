import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { type Browser, openBrowser } from '../../../tests/world/site.ts'
import { findSheet, getForm } from '../forms/index.ts'
import {
  decideRegistration,
  getRegistrationSettings,
  lockGroup,
  reviseRegistration,
} from '../groups/index.ts'
import { listTasksOf } from '../procedures/index.ts'
import { pageKind } from './introduction.ts'
import { type Led, openStage, photo, readPage as read, type Stage } from './stage.fixture.ts'

let stage: Stage
const at = (path: string): string => stage.at(path)

beforeAll(async () => {
  stage = await openStage()
})

const everyone = (): Browser => openBrowser(stage.site)

const tellNews = async (led: Led, title: string, more: Record<string, string> = {}) => {
  await led.browser.post(at(`/groups/${led.id}/introduction/news`), {
    title,
    body: 'くわしく',
    ...more,
    intent: 'publish',
  })
  const html = await read(led.browser, at(`/groups/${led.id}/introduction`))
  return /\/news\/[a-z0-9]{12}/.exec(html)?.[0] ?? ''
}

const giveOffer = async (led: Led, title: string): Promise<string> => {
  await led.browser.post(at(`/groups/${led.id}/introduction/offers`), {
    direction: 'offer',
    resource: 'place',
    title,
    body: 'くわしく',
    intent: 'publish',
  })
  const html = await read(everyone(), at(`/groups/${led.id}`))
  return /\/offers\/[a-z0-9]{12}/.exec(html)?.[0] ?? ''
}

const tasksOf = (id: string) =>
  stage.here.as(visitor, (scope) => listTasksOf(scope, { kind: pageKind, id }))

const hide = (led: Led, part: string) =>
  stage.desk.post(at(`/groups/${led.id}/introduction/moderation`), {
    part,
    act: 'hide',
    reason: '確かめてください',
  })

const suspend = async (led: Led): Promise<void> => {
  const centre = await stage.here.person('止める係', ['centre'])
  await stage.here.as(centre, async (scope) => {
    const group = await lockGroup(scope, led.id)
    const done = await decideRegistration(scope, stage.here.city, {
      group,
      name: 'suspend',
      reason: '活動を確かめるため',
    })
    if (!done.ok) throw new Error(String(done.error))
  })
}

describe('登録が止まった団体', () => {
  test('お知らせ・できること・資料・写真は、団体のページにも、検索にも、どの住所にも出ない', async () => {
    const led = await stage.register('止まる会')
    const news = await tellNews(led, '止まる会のもよおし')
    const offer = await giveOffer(led, '止まる会の部屋を貸せます')
    const file = new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n'], 'scan.pdf', { type: 'application/pdf' })
    await led.browser.post(at(`/groups/${led.id}/introduction/papers`), {
      kind: 'accounts',
      year: '2025',
      file,
      who: 'everyone',
    })
    await led.browser.post(at(`/groups/${led.id}/introduction/photos`), {
      photo_1: await photo(),
      alt_1: '止まる会の川',
      consent: 'yes',
    })
    const before = await read(everyone(), at(`/groups/${led.id}`))
    const paper = /\/papers\/[a-z0-9]{12}/.exec(before)?.[0] ?? ''
    const picture = /\/photos\/[a-z0-9]{12}/.exec(before)?.[0] ?? ''
    const search = at(`/search?q=${encodeURIComponent('止まる会のもよおし')}`)
    expect(before).toContain('止まる会の部屋を貸せます')
    expect(await read(everyone(), search)).toContain(at(news))
    await suspend(led)
    const page = await read(everyone(), at(`/groups/${led.id}`))
    for (const word of ['もよおし', '部屋を貸せます', '/papers/', '/photos/'])
      expect([word, page.includes(word)]).toEqual([word, false])
    expect(await read(everyone(), search)).not.toContain(at(news))
    expect(await read(everyone(), at('/offers'))).not.toContain('止まる会')
    for (const path of [news, offer, `/groups/${led.id}/news`, `/groups/${led.id}/feed.atom`])
      await read(everyone(), at(path), 404)
    for (const path of [paper, picture]) await read(everyone(), at(`/groups/${led.id}${path}`), 404)
  })

  test('200件より前のお知らせも検索から消える', async () => {
    const led = await stage.register('よく書く会')
    const first = await tellNews(led, 'ひとつめのたより')
    await stage.here.as(visitor, async (scope) => {
      await sql`INSERT INTO group_news (city_id, id, group_id, title, published_at, created_at, updated_at)
        SELECT ${scope.city.id}, lpad(n::text, 12, '0'), ${led.id}, 'たより', ${scope.now}::timestamptz + interval '1 hour',
          ${scope.now}, ${scope.now} FROM generate_series(1, 200) n`.execute(scope.db)
    })
    const search = at(`/search?q=${encodeURIComponent('ひとつめのたより')}`)
    expect(await read(everyone(), search)).toContain(at(first))
    await suspend(led)
    expect(await read(everyone(), search)).not.toContain(at(first))
  })
})

describe('書きかけ', () => {
  test('日付として読めない日を書いた下書きも、そのまま残る', async () => {
    const led = await stage.register('日付の会')
    const offer = await led.browser.post(at(`/groups/${led.id}/introduction/offers`), {
      direction: 'offer',
      resource: 'place',
      title: '部屋',
      open_until: '来月の末',
      intent: 'save',
    })
    expect(offer.status).toBe(303)
    const page = await led.browser.get(offer.headers.get('location') ?? '')
    expect(await page.text()).toContain('来月の末')
    const news = await led.browser.post(at(`/groups/${led.id}/introduction/news`), {
      title: 'たより',
      event_on: '2026-02-31',
      intent: 'publish',
    })
    expect(news.status).toBe(422)
  })
})

describe('写真の説明', () => {
  test('家族の絵文字で120文字でも入り、こわれない', async () => {
    const led = await stage.register('絵文字の会')
    const added = await led.browser.post(at(`/groups/${led.id}/introduction/photos`), {
      photo_1: await photo(),
      alt_1: '👨‍👩‍👧‍👦'.repeat(60),
      consent: 'yes',
    })
    expect(added.status).toBe(303)
  })
})

describe('止めた部分を団体が外す', () => {
  test('お知らせを取り下げると、直す仕事も消える', async () => {
    const led = await stage.register('外す会')
    const news = await tellNews(led, '外すたより')
    await hide(led, `news:${news.split('/').at(-1)}`)
    expect(await tasksOf(led.id)).toHaveLength(1)
    await led.browser.post(at(`${news}/removal`), {})
    expect(await tasksOf(led.id)).toEqual([])
  })

  test('写真と資料を外しても、紹介の公開をやめても、直す仕事は消え、ほかの部分の仕事は残る', async () => {
    const led = await stage.register('写真を外す会')
    const base = at(`/groups/${led.id}/introduction`)
    await led.browser.post(`${base}/photos`, {
      photo_1: await photo(),
      alt_1: '川',
      consent: 'yes',
    })
    const file = new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n'], 'scan.pdf', { type: 'application/pdf' })
    await led.browser.post(`${base}/papers`, { kind: 'rules', file, who: 'everyone' })
    await led.browser.post(`${base}/edit`, { catch: 'ことば', what: 'あ', intent: 'publish' })
    const html = await read(everyone(), at(`/groups/${led.id}`))
    const picture = /photos\/([a-z0-9]{12})/.exec(html)?.[1] ?? ''
    const paper = /papers\/([a-z0-9]{12})/.exec(html)?.[1] ?? ''
    for (const part of [`photo:${picture}`, `paper:${paper}`, `introduction:${led.id}`])
      await hide(led, part)
    const steps = async () => (await tasksOf(led.id)).map(({ step }) => step).sort()
    expect(await steps()).toEqual(['mend-introduction', 'mend-paper', 'mend-photo'])
    await led.browser.post(`${base}/photos/changes`, { remove: picture })
    expect(await steps()).toEqual(['mend-introduction', 'mend-paper'])
    await led.browser.post(`${base}/papers/changes`, { remove: paper })
    expect(await steps()).toEqual(['mend-introduction'])
    await led.browser.post(`${base}/withdrawal`, {})
    expect(await steps()).toEqual([])
  })
})

describe('二人が同時に', () => {
  test('資料を閉じた人のあとに、前の画面から送った人がいても、閉じたままである', async () => {
    const led = await stage.register('閉じる会')
    const papers = at(`/groups/${led.id}/introduction/papers`)
    const file = () =>
      new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n'], 'a.pdf', { type: 'application/pdf' })
    await led.browser.post(papers, { kind: 'rules', file: file(), who: 'everyone' })
    const html = await read(led.browser, papers)
    const id = /papers\/([a-z0-9]{12})/.exec(html)?.[1] ?? ''
    const was = /name="was-public" value="([a-z0-9]{12})"/.exec(html)?.[1] ?? ''
    const change = (body: Record<string, string>) => led.browser.post(`${papers}/changes`, body)
    expect([id, was]).toEqual([was, id])
    await change({ shown: id, 'was-public': was })
    await read(everyone(), at(`/groups/${led.id}/papers/${id}`), 404)
    await change({ shown: id, 'was-public': was, public: id })
    await read(everyone(), at(`/groups/${led.id}/papers/${id}`), 404)
    await change({ shown: id, public: id })
    await read(everyone(), at(`/groups/${led.id}/papers/${id}`))
  })

  test('一人が同じ「できること」に同時に2回返事をしても、会話は1つで、制限もこえない', async () => {
    const led = await stage.register('返事の会')
    const offers: string[] = []
    for (const title of ['一', '二', '三', '四', '五', '六', '七'])
      offers.push(await giveOfferOnly(led, title))
    const person = await stage.here.person('急ぐ人')
    const [one, two] = [await stage.enter(person), await stage.enter(person)]
    const [first = ''] = offers
    const answers = await Promise.all(
      [one, two].map((browser) => browser.post(at(`${first}/answer`), { body: '借りたい' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    const rest = await Promise.all(
      offers.slice(1).map((path) => one.post(at(`${path}/answer`), { body: 'これも' })),
    )
    expect(rest.map(({ status }) => status).sort()).toEqual([303, 303, 303, 303, 422, 422])
  })
})

const giveOfferOnly = async (led: Led, title: string): Promise<string> => {
  const sent = await led.browser.post(at(`/groups/${led.id}/introduction/offers`), {
    direction: 'offer',
    resource: 'place',
    title,
    body: 'くわしく',
    intent: 'save',
  })
  const path = new URL(sent.headers.get('location') ?? '', 'http://x').pathname
  await led.browser.post(path, {
    direction: 'offer',
    resource: 'place',
    title,
    body: 'くわしく',
    intent: 'publish',
  })
  return path.replace(/^\/[^/]+/, '').replace('/edit', '')
}

describe('書いた人の文', () => {
  test('危ないリンクも、XMLやJSONをこわす字も、動くものにならない', async () => {
    const led = await stage.register('字の会')
    const news = await tellNews(led, '</script><script>alert(1)</script>', {
      body: '[a](javascript:alert(1)) [b](data:text/html,x) <img src=x onerror=alert(1)> [c](/\\evil.example) [d](//evil.example) <javascript:alert(2)> [e](vbscript:x) [f][g]\n\n[g]: javascript:alert(3)',
    })
    const html = await read(everyone(), at(news))
    expect(html).not.toMatch(/href="(javascript|data|vbscript|\/\/|\/\\)/i)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
    const feed = await (await everyone().get(at(`/groups/${led.id}/feed.atom`))).text()
    expect(feed).toContain('&lt;script&gt;')
  })
})

describe('取り下げと直しが重なる', () => {
  test('取り下げを待っていた直しは、公開したとは言わず、もうないことを言う', async () => {
    const led = await stage.register('重なる会')
    const news = await tellNews(led, '重なるたより')
    const [remove, edit] = await stage.here.as(visitor, async (scope) => {
      await lockGroup(scope, led.id)
      const removal = led.browser.post(at(`${news}/removal`), {})
      await setTimeout(150)
      const writing = led.browser.post(at(`${news}/edit`), { title: '直した', intent: 'publish' })
      await setTimeout(150)
      return [{ sent: removal }, { sent: writing }]
    })
    expect((await remove!.sent).status).toBe(303)
    expect((await edit!.sent).status).toBe(404)
  })
})

describe('代表者のいない団体', () => {
  test('だれも読まない返事は書けず、センターの取次ぎを案内する。職員に、話している人の名前は見えない', async () => {
    const led = await stage.register('紙の会')
    const offer = await giveOffer(led, '紙の会の部屋')
    const asked = await stage.enter(await stage.here.person('話した人'))
    expect((await asked.post(at(`${offer}/answer`), { body: '借りたい' })).status).toBe(303)
    const hub = at(`/groups/${led.id}/introduction`)
    expect(await read(led.browser, hub)).toContain('話した人')
    await stage.here.as(visitor, (scope) =>
      sql`UPDATE memberships SET until = ${scope.now} WHERE city_id = ${scope.city.id} AND group_id = ${led.id}`.execute(
        scope.db,
      ),
    )
    expect(await read(stage.desk, hub)).not.toContain('話した人')
    const later = await stage.enter(await stage.here.person('あとの人'))
    expect(await read(later, at(offer))).toContain('お取り次ぎします')
    expect(await read(later, at(offer))).not.toContain(`${offer}/answer`)
    const sent = await later.post(at(`${offer}/answer`), { body: 'だれか' })
    expect(sent.headers.get('location')).toBe(at(offer))
  })
})

describe('困ったときの知らせ', () => {
  test('知らせた理由は、知らせた側と職員だけが読む。対応は両方にメールで伝わる', async () => {
    const led = await stage.register('困る会')
    const offer = await giveOffer(led, '困る会の部屋')
    const other = await stage.enter(await stage.here.person('強い人'))
    const sent = await other.post(at(`${offer}/answer`), { body: '返事の言葉' })
    const talk = new URL(sent.headers.get('location') ?? '', 'http://x').pathname
    await led.browser.post(`${talk}/report`, { reason: 'こわくなりました' })
    expect(await read(led.browser, talk)).toContain('こわくなりました')
    expect(await read(stage.desk, talk)).toContain('こわくなりました')
    const seen = await read(other, talk)
    expect(seen).not.toContain('こわくなりました')
    expect(seen).toContain('この会話は止まっています')
    expect((await other.post(`${talk}/settlement`, { settlement: '自分で' })).status).not.toBe(303)
    await stage.desk.post(`${talk}/settlement`, { settlement: '双方に電話しました' })
    const mails = await stage.mailsAbout('双方に電話しました')
    expect(mails).toHaveLength(2)
    expect(mails.join()).not.toContain('こわくなりました')
  })
})

test('団体の名前が変わると、お知らせの検索結果の名前も変わる', async () => {
  const led = await stage.register('古い名前の会')
  await tellNews(led, '名前が変わるたより')
  const search = at(`/search?q=${encodeURIComponent('名前が変わるたより')}`)
  expect(await read(everyone(), search)).toContain('古い名前の会')
  const { here } = stage
  await here.as(await here.person('直す係', ['centre']), async (scope) => {
    const group = await lockGroup(scope, led.id)
    const sheet = (await findSheet(scope, { kind: 'group', id: led.id, purpose: 'registration' }))!
    const form = await getForm(scope, (await getRegistrationSettings(scope)).form)
    const answers = { ...sheet.answers, name: '新しい名前の会' }
    const content = { answers, visibility: sheet.visibility }
    await reviseRegistration(scope, here.city, { group, form, content })
  })
  const found = await read(everyone(), search)
  expect(found).toContain('新しい名前の会')
  expect(found).not.toContain('古い名前の会')
})

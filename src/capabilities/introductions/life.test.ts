import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { formOf } from '#web/form-data.ts'
import { bodyOf, typeForm } from '../../../tests/access/world/index.ts'
import type { TestCity } from '../../../tests/world/city.ts'
import { type Browser, openBrowser } from '../../../tests/world/site.ts'
import { findSheet } from '../forms/index.ts'
import { registrationSheetKey } from '../groups/index.ts'
import { listTasksOf } from '../procedures/index.ts'
import { lockSituation, saveRevision } from '../revisions/index.ts'
import { pageKind } from './introduction.ts'
import { type Led, openStage, photo, readPage as read, type Stage } from './stage.fixture.ts'

let stage: Stage
let here: TestCity
let site: Stage['site']
let desk: Browser

const at = (path: string): string => stage.at(path)
const enter: Stage['enter'] = (person) => stage.enter(person)
const register: Stage['register'] = (name, more) => stage.register(name, more)
const mailsAbout: Stage['mailsAbout'] = (word) => stage.mailsAbout(word)

beforeAll(async () => {
  stage = await openStage()
  ;({ here, site, desk } = stage)
})

describe('紹介の文', () => {
  test('下書きはだれにも見えず、公開すると団体のページと検索に出る', async () => {
    const { id, browser } = await register('水辺の会')
    const page = at(`/groups/${id}`)
    const edit = at(`/groups/${id}/introduction/edit`)
    await read(browser, edit)
    const text = { catch: 'ほたるの川を次の世代へ', what: '草を刈ります' }
    await browser.post(edit, { ...text, intent: 'save' })
    expect(await read(openBrowser(site), page)).not.toContain(text.catch)
    expect(await read(browser, at(`/groups/${id}/introduction/preview`))).toContain(text.catch)
    const published = await browser.post(edit, { ...text, intent: 'publish' })
    expect(published.status).toBe(303)
    const shown = await read(openBrowser(site), page)
    expect(shown).toContain(text.catch)
    expect(shown).toContain(`property="og:description" content="${text.catch}"`)
    const found = await read(openBrowser(site), at(`/search?q=${encodeURIComponent('ほたるの川')}`))
    expect(found).toContain('水辺の会')
  })

  test('足りないものがあると公開されず、書いたものは下書きに残る', async () => {
    const { id, browser } = await register('足りない会')
    const edit = at(`/groups/${id}/introduction/edit`)
    const again = await browser.post(edit, { what: '残る下書き', intent: 'publish' })
    expect(again.status).toBe(422)
    expect(await read(browser, edit)).toContain('残る下書き')
    expect(await read(openBrowser(site), at(`/groups/${id}`))).not.toContain('残る下書き')
  })

  test('2人が同じところを直すと、あとの人に両方が見え、何も失われない', async () => {
    const { id, browser } = await register('二人の会')
    const edit = at(`/groups/${id}/introduction/edit`)
    await browser.post(edit, { catch: 'はじめ', what: 'あ', intent: 'save' })
    const shown = /name="shown" value="([^"]*)"/.exec(await read(browser, edit))?.[1] ?? ''
    const marks = shown.replaceAll('&quot;', '"')
    await browser.post(edit, { catch: '先の人', what: 'あ', shown: marks, intent: 'save' })
    const clash = await browser.post(edit, {
      catch: 'あとの人',
      what: 'あ',
      shown: marks,
      intent: 'save',
    })
    expect(clash.status).toBe(422)
    const html = await clash.text()
    expect(html).toContain('先の人')
    expect(html).toContain('あとの人')
    expect(await read(browser, edit)).toContain('先の人')
  })
})

describe('掲載の見直し', () => {
  test('職員が理由を添えて止めると消えて団体に知らせが届き、直すと職員が確かめ、もう一度出る', async () => {
    const { id, browser } = await register('見直される会')
    const page = at(`/groups/${id}`)
    const edit = at(`/groups/${id}/introduction/edit`)
    const moderation = at(`/groups/${id}/introduction/moderation`)
    const write = (words: string) =>
      browser.post(edit, { catch: words, what: 'あ', intent: 'publish' })
    await write('電話は090')
    const part = `introduction:${id}`
    const without = await desk.post(moderation, { part, act: 'hide', reason: '' })
    expect(without.status).toBe(422)
    await desk.post(moderation, { part, act: 'hide', reason: '個人の電話が出ています' })
    expect(await read(openBrowser(site), page)).not.toContain('電話は090')
    expect(await mailsAbout('個人の電話が出ています')).toHaveLength(1)
    expect(await read(browser, edit)).toContain('個人の電話が出ています')
    await write('電話は消しました')
    expect(await read(openBrowser(site), page)).not.toContain('電話は消しました')
    const tasks = await here.as(visitor, (scope) => listTasksOf(scope, { kind: pageKind, id }))
    expect(tasks.map(({ step, role }) => [step, role])).toEqual([['check-introduction', 'centre']])
    await desk.post(moderation, { part, act: 'show', reason: '' })
    expect(await read(openBrowser(site), page)).toContain('電話は消しました')
    const after = await here.as(visitor, (scope) => listTasksOf(scope, { kind: pageKind, id }))
    expect(after).toEqual([])
  })
})

describe('写真', () => {
  const srcOf = (html: string): string => /\/photos\/[a-z0-9]+\?size=large/.exec(html)?.[0] ?? ''

  test('説明と確認がないと入らず、入るとすぐに表紙になり、外すと見られなくなる', async () => {
    const { id, browser } = await register('写真の会')
    const photos = at(`/groups/${id}/introduction/photos`)
    const bare = await browser.post(photos, { photo_1: await photo(), alt_1: '', consent: 'yes' })
    expect(bare.status).toBe(422)
    const unsure = await browser.post(photos, { photo_1: await photo(), alt_1: '川' })
    expect(unsure.status).toBe(422)
    const added = await browser.post(photos, {
      photo_1: await photo(),
      alt_1: '川と草',
      consent: 'yes',
    })
    expect(added.status).toBe(303)
    const html = await read(openBrowser(site), at(`/groups/${id}`))
    expect(html).toContain('alt="川と草"')
    expect(html).toMatch(/<img[^>]+width="900"[^>]+height="600"/)
    const address = at(`/groups/${id}${srcOf(html)}`)
    const seen = await openBrowser(site).get(address)
    expect(seen.headers.get('cache-control')).toBe('public, max-age=3600')
    expect(seen.headers.get('content-type')).toBe('image/jpeg')
    const photoId = /photos\/([a-z0-9]+)/.exec(address)?.[1] ?? ''
    await desk.post(at(`/groups/${id}/introduction/moderation`), {
      part: `photo:${photoId}`,
      act: 'hide',
      reason: '顔が大きく写っています',
    })
    expect((await openBrowser(site).get(address)).status).toBe(404)
    const own = await browser.get(address)
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(await read(openBrowser(site), at(`/groups/${id}`))).not.toContain('川と草')
  })

  test('2枚のうち1枚がこわれていても、もう1枚は入り、どれを直すかが分かる', async () => {
    const { id, browser } = await register('こわれた写真の会')
    const broken = new File(['%PDF-1.7'], 'b.jpg', { type: 'image/jpeg' })
    const again = await browser.post(at(`/groups/${id}/introduction/photos`), {
      photo_1: await photo(),
      alt_1: 'よい写真',
      photo_2: broken,
      alt_2: 'こわれた写真',
      consent: 'yes',
    })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('href="#photo_2"')
    expect(await read(openBrowser(site), at(`/groups/${id}`))).toContain('よい写真')
  })
})

describe('お知らせ', () => {
  test('公開すると一覧・ページ・配信に出て、取り下げるとどこにもない', async () => {
    const { id, browser } = await register('お知らせの会')
    const begun = await browser.post(at(`/groups/${id}/introduction/news`), {
      title: '観察会を開きます',
      body: '## 持ち物\n\n- 長ぐつ',
      event_on: '2026-12-12',
      event_place: '橋のたもと',
      intent: 'publish',
    })
    expect(begun.status).toBe(303)
    const everyone = openBrowser(site)
    const list = await read(everyone, at(`/groups/${id}/news`))
    const news = /\/news\/[a-z0-9]{12}/.exec(list)?.[0] ?? ''
    const html = await read(everyone, at(news))
    expect(html).toContain('<h2>持ち物</h2>')
    expect(html).toContain('"@type":"Event"')
    const feed = await everyone.get(at(`/groups/${id}/feed.atom`))
    expect(await feed.text()).toContain('<title>観察会を開きます</title>')
    await browser.post(at(`${news}/removal`), {})
    await read(everyone, at(news), 404)
    expect(await read(everyone, at(`/groups/${id}/news`))).not.toContain('観察会を開きます')
  })
})

describe('できること・ほしいこと', () => {
  const give = async (led: Led, direction: 'offer' | 'want', title: string): Promise<string> => {
    await led.browser.post(at(`/groups/${led.id}/introduction/offers`), {
      direction,
      resource: 'place',
      title,
      body: 'くわしく',
      intent: 'publish',
    })
    const html = await read(openBrowser(site), at(`/groups/${led.id}`))
    return /\/offers\/[a-z0-9]{12}/.exec(html)?.[0] ?? ''
  }

  test('登録のときに書いたものが1つずつのり、ページで足したものが変更届に、変更届で消したものが一覧に表れる', async () => {
    const told = { offers: '・草刈り機を貸せます\n講師を出せます', needs: 'チラシを作れる人' }
    const led = await register('つながる会', told)
    const everyone = openBrowser(site)
    const page = await read(everyone, at(`/groups/${led.id}`))
    for (const title of ['草刈り機を貸せます', '講師を出せます', 'チラシを作れる人'])
      expect(page).toMatch(new RegExp(`<a href="[^"]*/offers/[a-z0-9]{12}"[^>]*>${title}`))
    expect(await read(everyone, at('/offers?direction=want'))).toContain('チラシを作れる人')
    // 登録の用紙には、同じものを二つ持たない。
    const kept = await here.as(led.leader, (scope) =>
      findSheet(scope, registrationSheetKey(led.id)),
    )
    expect(Object.keys(kept?.answers ?? {})).not.toContain('offers')
    expect(await read(led.browser, at(`/groups/${led.id}/registration`))).toContain(
      '草刈り機を貸せます',
    )
    const found = await read(everyone, at(`/search?q=${encodeURIComponent('草刈り機を貸せます')}`))
    expect(found).toContain('つながる会')

    const begun = await led.browser.post(at(`/groups/${led.id}/revisions`), { kind: 'change' })
    const edit = begun.headers.get('location') ?? ''
    stage.pass(1)
    await give(led, 'offer', '部屋を貸せます')
    const form = await read(led.browser, edit)
    expect(/name="offers"[^>]*>([^<]*)/.exec(form)?.[1]?.split('\n')).toEqual([
      '草刈り機を貸せます',
      '講師を出せます',
      '部屋を貸せます',
    ])

    const id = /revisions\/([a-z0-9]+)/.exec(edit)?.[1] ?? ''
    await here.as(led.leader, async (scope) => {
      const situation = await lockSituation(scope, id)
      const { definition, answers } = situation.registered!
      expect(answers.offers).toBe('草刈り機を貸せます\n講師を出せます\n部屋を貸せます')
      const filling = { city: here.city, say: (place: string) => place.slice(-12), about: 'g' }
      const typed = typeForm(definition, filling, {
        name: 'つながる会',
        offers: '部屋を貸せます\n車を出せます',
        needs: 'チラシを作れる人',
      })
      const given = { situation, sent: bodyOf(typed), send: true, receivedOn: null } as const
      const saved = await saveRevision(scope, here.city, { ...given, channel: 'web' })
      expect(saved.ok).toBe(true)
    })
    const after = await read(everyone, at('/offers?direction=offer'))
    for (const title of ['部屋を貸せます', '車を出せます']) expect(after).toContain(title)
    for (const title of ['草刈り機を貸せます', '講師を出せます']) expect(after).not.toContain(title)
    // 変更届で残したものは、ページで書いた種類のまま残る。
    expect(await read(everyone, at('/offers?direction=offer&kind=place'))).toContain(
      '部屋を貸せます',
    )
    const data = await (await everyone.get(at('/open-data/groups.csv'))).text()
    expect(data).toContain(',車を出せます;部屋を貸せます,チラシを作れる人,')
  })

  test('同じ種類をさがす団体の数が出て、返事は名前だけが伝わり、通報すると会話が止まる', async () => {
    const [giver, seeker] = [await register('貸せる会'), await register('さがす会')]
    const place = await give(giver, 'offer', '部屋を貸せます')
    await give(seeker, 'want', '部屋をさがしています')
    const everyone = openBrowser(site)
    expect(await read(everyone, at(place))).toContain('部屋をさがしています')
    expect(await read(everyone, at('/offers?direction=offer&kind=place'))).toContain(
      '同じ種類をさがしている団体が1つあります',
    )
    expect(await read(everyone, at('/offers?direction=want'))).not.toContain('部屋を貸せます')
    const neighbour = await here.person('となりの人')
    const other = await enter(neighbour)
    const own = await giver.browser.post(at(`${place}/answer`), { body: '自分に' })
    expect(own.headers.get('location')).toBe(at(place))
    const sent = await other.post(at(`${place}/answer`), { body: '借りたいです' })
    const talk = new URL(sent.headers.get('location') ?? '', 'http://localhost').pathname
    const mails = await mailsAbout('借りたいです')
    expect(mails).toHaveLength(1)
    expect(mails[0]).toContain('となりの人')
    expect(mails.join().match(/@example\.jp/g)).toHaveLength(1)
    await read(desk, talk, 404)
    await read(seeker.browser, talk, 404)
    await giver.browser.post(talk, { body: 'どうぞ' })
    expect(await read(other, talk)).toContain('どうぞ')
    await giver.browser.post(`${talk}/report`, { reason: 'しつこいためです' })
    expect(await read(desk, talk)).toContain('借りたいです')
    expect((await other.post(talk, { body: 'もっと' })).status).toBe(403)
  })

  test('返事を始められるのは1日に5つまで。6つ目は断られ、次の日にはできる', async () => {
    const led = await register('たくさんの会')
    const places: string[] = []
    for (let at = 1; at <= 6; at += 1) {
      await led.browser.post(`/${here.key.slug}/groups/${led.id}/introduction/offers`, {
        direction: 'want',
        resource: 'people',
        title: `手伝い${at}`,
        intent: 'publish',
      })
    }
    const html = await read(openBrowser(site), at(`/groups/${led.id}`))
    places.push(...new Set(html.match(/\/offers\/[a-z0-9]{12}/g) ?? []))
    expect(places).toHaveLength(6)
    const eager = await enter(await here.person('いそがしい人'))
    const statuses: number[] = []
    for (const place of places)
      statuses.push((await eager.post(at(`${place}/answer`), { body: 'やります' })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 422])
  })
})

describe('運営の資料', () => {
  test('公開した資料はだれでも正しい名前で開け、団体と職員だけの資料は開けない', async () => {
    const { id, browser } = await register('資料の会')
    const papers = at(`/groups/${id}/introduction/papers`)
    const file = () =>
      new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n'], 'scan.pdf', { type: 'application/pdf' })
    const add = (kind: string, who: string) =>
      browser.post(papers, { kind, year: '2025', file: file(), who })
    expect((await add('accounts', 'everyone')).status).toBe(303)
    expect((await add('officers', 'desk')).status).toBe(303)
    const fake = new File(['<html>'], 'scan.pdf', { type: 'application/pdf' })
    const refused = await browser.post(papers, { kind: 'rules', file: fake, who: 'everyone' })
    expect(refused.status).toBe(422)
    const everyone = openBrowser(site)
    const html = await read(everyone, at(`/groups/${id}`))
    const open = [...new Set(html.match(/\/papers\/[a-z0-9]{12}/g))]
    expect(open).toHaveLength(1)
    const given = await everyone.get(at(`/groups/${id}${open[0]}`))
    expect(decodeURIComponent(given.headers.get('content-disposition') ?? '')).toContain(
      '資料の会_収支決算_令和7年度（2025年度）.pdf',
    )
    const all = [...new Set((await read(browser, papers)).match(/\/papers\/[a-z0-9]{12}/g))]
    const closed = all.find((path) => !open.includes(path)) ?? ''
    expect((await everyone.get(at(`/groups/${id}${closed}`))).status).toBe(404)
    expect((await desk.get(at(`/groups/${id}${closed}`))).status).toBe(200)
  })
})

test('充実度は団体の人にだけ見え、来訪者には見えない', async () => {
  const { id, browser } = await register('数えられる会')
  const page = at(`/groups/${id}`)
  expect(await read(browser, page)).toContain('ページの充実度')
  expect(await read(browser, at('/me'))).toContain('ページの充実度')
  expect(await read(openBrowser(site), page)).not.toContain('充実度')
  expect(await read(desk, at('/desk/group-pages'))).toContain('数えられる会')
})

test('下書きの形の送信は、知らない名前が来ても壊れない', async () => {
  const { id, browser } = await register('知らない名前の会')
  const sent = formOf({ 'alt.x': 'a' })
  expect(sent.text('alt.x')).toBe('a')
  const changed = await browser.post(at(`/groups/${id}/introduction/photos/changes`), {
    'alt.zzz': 'a',
    remove: 'zzz',
    cover: 'zzz',
  })
  expect(changed.status).toBe(303)
})

import type { Hono } from 'hono'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { signIn } from '../proposals/world.fixture.ts'
import { searchEntries } from '../publishing/index.ts'
import { importPlan } from './actions/import.ts'
import { linkToItem } from './actions/links.ts'
import { paths } from './paths.ts'
import { planOf } from './presets.fixture.ts'
import { listItems } from './queries/items.ts'
import { findPlan } from './queries/plans.ts'

const store = await openTestStore()
let site: Hono
let here: TestCity
let one: Browser
let other: Browser
let officer: Person
let slug: string

beforeAll(async () => {
  site = await openTestSite(store, () => testNow)
})

const openTown = async (): Promise<void> => {
  here = await openTestCity(store, 'yamaguchi')
  slug = here.key.slug
  one = await signIn(site, here, await here.person('見本 一郎', ['office']))
  other = await signIn(site, here, await here.person('見本 二美', ['office']))
  officer = await here.person('見本 広報', [{ department: 'koho-kocho' }])
}

const read = async (browser: Browser, path: string, status = 200): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, status])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

type Values = Readonly<Record<string, string | readonly string[]>>

/** The fields of a page's first form that asks for `name`, as they stand there. */
const formIn = (html: string, name: string): Record<string, string[]> => {
  const form = [...html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(`name="${name}"`))
  expect([name, form !== undefined]).toEqual([name, true])
  const fields: Record<string, string[]> = {}
  const put = (field: string, value: string): void => {
    fields[field] = [...(fields[field] ?? []), unescaped(value)]
  }
  for (const [tag] of form!.matchAll(/<input[^>]*>/g)) {
    const field = /name="([^"]*)"/.exec(tag)?.[1]
    const isBox = /type="(checkbox|radio)"/.test(tag)
    if (field && (!isBox || / checked/.test(tag)))
      put(field, /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, attributes, text] of form!.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    put(/name="([^"]*)"/.exec(attributes!)![1]!, text!)
  for (const [, attributes, options] of form!.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g))
    put(
      /name="([^"]*)"/.exec(attributes!)![1]!,
      /<option selected value="([^"]*)"/.exec(options!)?.[1] ?? '',
    )
  return fields
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const send = async (
  browser: Browser,
  path: string,
  html: string,
  given: { readonly name: string; readonly change?: Values },
): Promise<Response> => browser.post(path, { ...formIn(html, given.name), ...given.change })

/** Begins the revision of Yamaguchi's plan on its page. @returns the address of the draft */
const beginRevision = async (): Promise<string> => {
  const plan = await read(one, paths.plan(slug, 'plan'))
  expect(plan).toContain('この計画を改訂する')
  const path = paths.begin(slug, 'plan')
  const before = await read(one, path)
  const begun = await one.post(path, { idempotency_key: keyIn(before) })
  expect(begun.status).toBe(303)
  return begun.headers.get('location')!.split('?')[0]!
}

const item = (draft: string, id: string): string => `${draft}/items/${encodeURIComponent(id)}`

const saveItem = async (
  browser: Browser,
  path: string,
  change: Values,
  html?: string,
): Promise<Response> =>
  send(browser, path, html ?? (await read(browser, path)), { name: 'title_ja', change })

describe('計画の改訂', () => {
  beforeEach(openTown)

  test('公開した計画を写し、直し、加え、動かし、番号を変え、新しい版として公開する', async () => {
    const draft = await beginRevision()
    expect(await read(one, draft)).toContain('Ⅰ-(1)-①')

    const saved = await saveItem(one, item(draft, 'Ⅰ-(1)-①'), {
      purpose_ja: '地域の拠点を、すべての地区に置く。',
      mark_2012: '見直し・実施',
      sdgs: ['11', '17'],
      articles_ja: '協働のまちづくり条例 第8条',
    })
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('done=saved'),
    ])

    const added = await send(
      one,
      `${draft}/items/new`,
      await read(one, `${draft}/items/new?below=${encodeURIComponent('Ⅰ-(1)')}`),
      { name: 'title_ja', change: { no: 'Ⅰ-(1)-③', title_ja: '夜間の開館', level: 'item' } },
    )
    expect(added.headers.get('location')).toContain('done=added')

    const whole = await read(one, item(draft, 'Ⅰ-(2)'))
    const renumbered = await saveItem(one, item(draft, 'Ⅰ-(2)'), { no: 'Ⅰ-(9)' }, whole)
    expect(renumbered.status).toBe(303)
    expect(await read(one, draft)).toContain('Ⅰ-(9)-①')

    const place = await send(
      one,
      `${item(draft, 'Ⅱ-(1)-②')}/place`,
      await read(one, item(draft, 'Ⅱ-(1)-②')),
      {
        name: 'how',
        change: { target: 'Ⅱ-(3)', how: 'last' },
      },
    )
    expect(place.headers.get('location')).toContain('done=moved')

    const before = await read(one, `${draft}/compare`)
    expect(before).toMatch(/加わった項目<\/a><\/th><td[^>]*>1</)
    expect(before).toMatch(/場所が変わった項目<\/a><\/th><td[^>]*>1</)
    expect(before).toMatch(/番号が変わった項目<\/a><\/th><td[^>]*>9</)
    expect(before).toMatch(/年次の印が変わった項目<\/a><\/th><td[^>]*>1</)

    // Nothing of it is public.
    expect(await read(openBrowser(site), paths.plan(slug, 'plan'))).not.toContain('夜間の開館')
    expect((await openBrowser(site).get(draft)).status).not.toBe(200)

    const published = await one.post(`${draft}/publication`, {
      idempotency_key: keyIn(await read(one, draft)),
    })
    expect(published.headers.get('location')).toBe(`/${slug}/plans/plan-2?done=published`)
    const now = await read(openBrowser(site), paths.plan(slug, 'plan-2'))
    expect(now).toContain('夜間の開館')
    expect(now).toContain('改訂版')
    const old = await read(openBrowser(site), paths.plan(slug, 'plan'))
    expect(old).toContain('新しい版があります')
    expect(old).not.toContain('夜間の開館')
    const compared = await read(openBrowser(site), paths.compare(slug, 'plan-2', 'plan'))
    expect(compared).toMatch(/番号が変わった項目<\/a><\/th><td[^>]*>9</)
    const sheet = await read(openBrowser(site), paths.item(slug, 'plan-2', 'Ⅰ-(1)-①'))
    expect(sheet).toContain('協働のまちづくり条例 第8条')
    expect(sheet).toContain('17 パートナーシップで目標を達成しよう')

    const found = await here.as(visitor, (scope) =>
      searchEntries(scope, { query: '「夜間の開館」' }),
    )
    expect(found.entries.map(({ url }) => url)).toEqual([paths.item(slug, 'plan-2', 'Ⅰ-(1)-③')])
    // What it replaces is no longer found twice.
    const both = await here.as(visitor, (scope) =>
      searchEntries(scope, { query: '「地域交流センターの設置」', kind: 'plan-item' }),
    )
    expect(both.entries.map(({ url }) => url)).toEqual([paths.item(slug, 'plan-2', 'Ⅰ-(1)-①')])
  })

  test('公開した下書きも、公開した計画も、もう書きかえられない', async () => {
    const draft = await beginRevision()
    const form = await read(one, item(draft, 'Ⅰ-(1)-①'))
    await one.post(`${draft}/publication`, { idempotency_key: keyIn(await read(one, draft)) })
    await saveItem(one, item(draft, 'Ⅰ-(1)-①'), { title_ja: '書きかえ' }, form)
    const items = await here.as(visitor, (scope) => listItems(scope, 'plan-2'))
    expect(items.find(({ no }) => no === 'Ⅰ-(1)-①')?.title.ja).toBe('地域交流センターの設置')
    expect(await read(one, draft)).toContain('この下書きは公開しました')
  })

  test('一つの計画の次の版は、一つの下書きで書く。二つ目は、もうある下書きに導く', async () => {
    const draft = await beginRevision()
    const again = await read(other, paths.begin(slug, 'plan'))
    expect(again).toContain(draft)
    const key = keyIn(await read(other, `${draft}/facts`))
    const second = await other.post(paths.begin(slug, 'plan'), { idempotency_key: key })
    expect(second.status).toBe(422)
    expect(await second.text()).toContain(draft)
  })

  test('下書きのあとに別の版が出たら、その版を消すような公開はしない', async () => {
    const draft = await beginRevision()
    const preset = planOf('yamaguchi', 'plan')
    await here.as(visitor, (scope) =>
      importPlan(scope, { ...preset, id: 'plan-b', series: 'plan', version: 2 }, here.city),
    )
    const refused = await one.post(`${draft}/publication`, {
      idempotency_key: keyIn(await read(one, `${draft}/facts`)),
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('別の版')
    expect(await here.as(visitor, (scope) => findPlan(scope, 'plan-3'))).toBeUndefined()
  })
})

describe('二人で書くとき', () => {
  let draft: string

  beforeAll(async () => {
    await openTown()
    draft = await beginRevision()
  })

  test('ちがう欄を直した二人の文は、合わせて残る', async () => {
    const path = item(draft, 'Ⅰ-(1)-②')
    const [mine, theirs] = [await read(one, path), await read(other, path)]
    await saveItem(other, path, { purpose_ja: '同僚が書いた目的' }, theirs)
    const saved = await saveItem(one, path, { content_ja: '私が書いた内容' }, mine)
    expect(saved.headers.get('location')).toContain('done=merged')
    const now = formIn(await read(one, path), 'title_ja')
    expect([now.purpose_ja, now.content_ja]).toEqual([['同僚が書いた目的'], ['私が書いた内容']])
  })

  test('同じ欄は書きかえず、二つの文を並べて、決めるまで待つ。どちらの文も記録に残る', async () => {
    const path = item(draft, 'Ⅰ-(2)-①')
    const [mine, theirs] = [await read(one, path), await read(other, path)]
    await saveItem(other, path, { purpose_ja: '同僚の目的', present_ja: '同僚の現状' }, theirs)
    const refused = await saveItem(one, path, { purpose_ja: '私の目的' }, mine)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('見本 二美さんが、同じところを先に保存しました')
    expect(html).toContain('見本 二美さんの文')
    expect(html).toContain('<a href="#purpose_ja">目的</a>')
    expect(html).toContain('同僚の目的')
    const form = formIn(html, 'title_ja')
    expect([form.purpose_ja, form.present_ja]).toEqual([['私の目的'], ['同僚の現状']])
    const decided = await saveItem(one, path, { purpose_ja: '二人の目的' }, html)
    expect(decided.headers.get('location')).toContain('done=saved')
    const after = await read(one, path)
    expect(formIn(after, 'title_ja')).toMatchObject({
      purpose_ja: ['二人の目的'],
      present_ja: ['同僚の現状'],
    })
    expect(after).toContain('これまでに保存した文（3回）')
    expect(after).toContain('見本 二美')
  })

  test('同僚が書き加えた項目は、見ないままでは取りのぞけない', async () => {
    const path = item(draft, 'Ⅰ-(2)-②')
    const mine = await read(one, path)
    await saveItem(other, path, { purpose_ja: '同僚の目的' })
    const seen = /name="seen" value="(\d+)"/.exec(mine)![1]!
    const refused = await one.post(`${path}/removal`, { idempotency_key: keyIn(mine), seen })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('見本 二美さんが、あとから書き加えました')
  })
})

describe('断るときは、なぜかを言う', () => {
  let draft: string

  beforeAll(async () => {
    await openTown()
    draft = await beginRevision()
  })

  test('下に項目がある項目、再掲のもとの項目は、何が残っているかを示して取りのぞかない', async () => {
    for (const [id, text, left] of [
      ['Ⅰ-(1)', '下に項目があるので', 'Ⅰ-(1)-①'],
      ['Ⅱ-(4)-①', '再掲しているので', 'Ⅲ-(2)-②'],
    ] as const) {
      const path = item(draft, id)
      const html = await read(one, path)
      const refused = await one.post(`${path}/removal`, { idempotency_key: keyIn(html), seen: '1' })
      expect([id, refused.status]).toEqual([id, 422])
      const shown = await refused.text()
      expect(shown).toContain(text)
      expect(shown).toContain(left)
    }
  })

  test('使っている印や分類は、何項目で使っているかを示して、凡例から外さない', async () => {
    const path = `${draft}/legends`
    const html = await read(one, path)
    const form = formIn(html, 'levels.0.code')
    const at = Object.entries(form).find(
      ([name, [value]]) => name.startsWith('marks.') && name.endsWith('.code') && value === '検討',
    )![0]
    const cleared = Object.fromEntries(
      Object.keys(form)
        .filter((name) => name.startsWith(at.replace('code', '')))
        .map((name) => [name, '']),
    )
    const refused = await one.post(path, { ...form, ...cleared })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/「検討」は\d+項目で使っています/)
  })

  test('ほかの項目の番号、内容のある再掲、行のそろわない英語は、欄のそばで断る', async () => {
    for (const [change, text] of [
      [{ no: 'Ⅰ-(1)-①' }, '番号「Ⅰ-(1)-①」は「地域交流センターの設置」が使っています'],
      [{ alias: 'Ⅱ-(4)-②' }, '再掲の項目は、もとの項目の内容を示します'],
      [{ points_ja: 'a\nb', points_en: 'a' }, '日本語と同じ2行にしてください'],
      [{ title_ja: '' }, '「題名」を書いてください'],
      [{ article_urls: 'javascript:alert(1)', articles_ja: '条例' }, 'アドレスは、1行に1つ'],
    ] as const) {
      const refused = await saveItem(one, item(draft, 'Ⅰ-(1)-②'), change)
      expect([text, refused.status]).toEqual([text, 422])
      const html = await refused.text()
      expect(html).toContain(text)
      expect(checkHtml(html)).toEqual([])
    }
  })

  test('自分の下には動かせない', async () => {
    const path = item(draft, 'Ⅰ')
    const html = await read(one, path)
    const refused = await one.post(`${path}/place`, {
      idempotency_key: keyIn(html),
      target: 'Ⅰ-(1)',
      how: 'last',
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('自分の下には動かせません')
  })
})

describe('だれが書けるか', () => {
  let draft: string

  beforeAll(async () => {
    await openTown()
    draft = await beginRevision()
  })

  test('主管課は自分の計画をつくり、書き、公開する。ほかの計画の下書きは見られない', async () => {
    const department = await signIn(site, here, officer)
    expect((await department.get(draft)).status).toBe(403)
    expect((await department.get(paths.begin(slug, 'plan'))).status).toBe(403)
    expect(await read(department, paths.plan(slug, 'plan'))).not.toContain('この計画を改訂する')

    const blank = await read(department, paths.begin(slug))
    const begun = await send(department, paths.begin(slug), blank, {
      name: 'title_ja',
      change: {
        title_ja: '広報広聴計画',
        about_ja: '市の広報と広聴の計画です。',
        period_from: '令和9',
        period_to: '2030',
      },
    })
    expect(begun.status).toBe(303)
    const own = begun.headers.get('location')!.split('?')[0]!
    expect(await read(department, own)).toContain('項目を1つ以上つくってください')
    await send(department, `${own}/items/new`, await read(department, `${own}/items/new`), {
      name: 'title_ja',
      change: { no: '1', title_ja: 'わかりやすい広報' },
    })
    const published = await department.post(`${own}/publication`, {
      idempotency_key: keyIn(await read(department, own)),
    })
    expect(published.headers.get('location')).toBe(`/${slug}/plans/plan-2026?done=published`)
    const plan = await read(openBrowser(site), `/${slug}/plans/plan-2026`)
    expect(plan).toContain('わかりやすい広報')
    expect(plan).toContain('令和9年度（2027年度）から令和12年度（2030年度）まで')
  })

  test('だれかが開いた下書きの番地も、計画のほかの番地も、住民には開かない', async () => {
    const resident = await signIn(site, here, await here.person('見本 住民'))
    for (const path of [paths.drafts(slug), draft, `${draft}/facts`, `${draft}/compare`])
      expect([path, (await resident.get(path)).status]).toEqual([path, 403])
    expect((await one.get(paths.draft(slug, 'xxxxxxxxxxxx'))).status).toBe(404)
    expect((await one.get(`${draft}/items/none`)).status).toBe(404)
  })
})

describe('計画を進める取組', () => {
  beforeAll(openTown)

  const project = { kind: 'programme', targetId: '' } as const

  test('公開しているものだけが項目に出て、新しい版にも引きつがれる', async () => {
    const path = paths.links(slug, 'plan', 'Ⅰ-(1)-①')
    const html = await read(one, `${path}?kind=programme&q=`)
    const name = /name="add" value="([^"]+)"/.exec(html)?.[1]
    expect(name).toBeDefined()
    const linked = await send(one, path, html, { name: 'add', change: { add: [name!] } })
    expect(linked.headers.get('location')).toContain('done=linked')
    await here.as(await here.person('見本', ['office']), (scope) =>
      linkToItem(scope, { series: 'plan', itemKey: 'Ⅰ-(1)-①' }, [
        { ...project, targetId: 'not-public' },
      ]),
    )
    const sheet = await read(openBrowser(site), paths.item(slug, 'plan', 'Ⅰ-(1)-①'))
    expect(sheet).toContain('この項目を進めている取組')
    expect(sheet).toContain(`/programmes/${name!.split('/')[1]}`)
    expect(sheet).not.toContain('not-public')
    expect(await read(openBrowser(site), paths.plan(slug, 'plan'))).toContain(
      '項目を進めている取組',
    )

    const draft = await beginRevision()
    await saveItem(one, item(draft, 'Ⅰ-(1)-①'), { no: 'Ⅰ-(1)-⑨' })
    await one.post(`${draft}/publication`, { idempotency_key: keyIn(await read(one, draft)) })
    expect(await read(openBrowser(site), paths.item(slug, 'plan-2', 'Ⅰ-(1)-⑨'))).toContain(
      'この項目を進めている取組',
    )
    const removal = await send(one, path, await read(one, path), { name: 'remove' })
    expect(removal.headers.get('location')).toContain('done=unlinked')
    expect(await read(openBrowser(site), paths.item(slug, 'plan', 'Ⅰ-(1)-①'))).not.toContain(
      'この項目を進めている取組',
    )
  })
})

import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveSettings, touchDirectory } from '#capabilities/cities/index.ts'
import { publishEntry } from '#capabilities/publishing/index.ts'
import { capabilities } from '#capabilities/registry.ts'
import { system, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { describeEntries } from './describe.ts'

const datasets = capabilities.flatMap((capability) => capability.datasets ?? [])
const many = 2_345

let here: TestCity
let site: Hono

const group = (no: number, state: string, change: object = {}) => ({
  city_id: here.key.id,
  id: String(no).padStart(12, '0'),
  state,
  name: `見本の会${no}`,
  number: state === 'approved' ? `第${no}号` : null,
  registered_on: state === 'approved' ? '2026-04-01' : null,
  legal_form: here.city.legalForms[0]!.code,
  members: 77_777,
  created_at: testNow,
  updated_at: new Date('2026-10-31T16:00:00Z'),
  ...change,
})

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  await here.as(system('tests'), async (scope) => {
    const rows = Array.from({ length: many }, (_, no) => group(no, 'approved'))
    for (let from = 0; from < many; from += 500)
      await scope.db
        .insertInto('groups')
        .values(rows.slice(from, from + 500))
        .execute()
    await scope.db
      .insertInto('groups')
      .values([
        group(900_001, 'draft', { name: '下書きの会', updated_at: testNow }),
        group(900_002, 'approved', { name: '=1+1 改行\nと𠮷の会' }),
      ])
      .execute()
    await publishEntry(scope, {
      kind: 'issue',
      id: 'a/b',
      title: { ja: '古い課題', en: 'Old issue' },
      summary: { ja: '', en: '' },
      url: `/${here.key.slug}/issues`,
      happenedOn: '2026-11-19',
    })
  })
  site = await openTestSite(store, () => testNow)
})

const at = (path: string): string => `/${here.key.slug}${path}`
const get = (path: string) => openBrowser(site).get(path)
const text = async (path: string): Promise<string> => {
  const answer = await get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const ask = async (path: string) => {
  const answer = await get(path)
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

describe('目録のページ', () => {
  test.each(['ja', 'en'])(
    '%s で、全部のデータと、件数、ライセンス、問い合わせ先が出る',
    async (lang) => {
      const html = await text(at(`/open-data?lang=${lang}`))
      expect(checkHtml(html)).toEqual([])
      for (const { title, code } of datasets) {
        expect(html).toContain(title[lang as 'ja' | 'en'])
        expect(html).toContain(at(`/open-data/${code}.csv`))
      }
      expect(html).toContain('https://creativecommons.org/licenses/by/4.0/')
      expect(html).toContain('2,346')
      expect(html).toContain(here.city.contact.phone)
      expect(html).toContain(lang === 'ja' ? '令和8年11月1日' : '1 November 2026')
    },
  )

  test('データの数が増えても、問い合わせは1回', async () => {
    await here.as(visitor, async (scope) => {
      const counted = countQueries(scope)
      await describeEntries(counted.scope, here.city, datasets)
      expect(counted.count()).toBe(1)
    })
  })

  test('市が決めたライセンスが、どこにも同じように出る', async () => {
    const save = (openDataLicence: string) =>
      here.as(system('tests'), async (scope) => {
        await saveSettings(scope, { ...here.city.settings, openDataLicence })
        touchDirectory(scope)
      })
    await save('CC0 1.0')
    expect(await text(at('/open-data'))).toContain('publicdomain/zero/1.0')
    expect(await text(at('/open-data/catalog.jsonld'))).toContain('publicdomain/zero/1.0')
    await save('市の規則による')
    expect(await text(at('/open-data'))).toContain('使い方の決まり：市の規則による')
    await save('CC BY 4.0')
  })
})

describe('ファイル', () => {
  test('何千件あっても、1件も欠けず、重ならず、下書きは入らない', async () => {
    const csv = await text(at('/open-data/groups.csv'))
    const names = [...csv.matchAll(/見本の会\d+/g)].map(([name]) => name)
    expect(names).toHaveLength(many)
    expect(new Set(names).size).toBe(many)
    expect(csv).not.toContain('下書きの会')
    const { records } = JSON.parse(await text(at('/open-data/groups.json')))
    expect(records).toHaveLength(many + 1)
  })

  test('公開されていない会員数は、列にあっても出ない', async () => {
    expect(await text(at('/open-data/groups.csv'))).not.toContain('77777')
  })

  test('値は変えず、1行に収め、ほかのサイトからも読める', async () => {
    const answer = await get(at('/open-data/groups.csv'))
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('_groups.csv"')
    expect(await answer.text()).toContain(',=1+1 改行 と𠮷の会,')
  })

  test('Shift_JIS のファイルは、表せない文字を〓にし、どこかを言う', async () => {
    const answer = await get(at('/open-data/groups.csv?encoding=cp932'))
    const csv = new TextDecoder('shift_jis').decode(await answer.arrayBuffer())
    expect(csv.startsWith('全国地方公共団体コード,')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(many + 3)
    expect(csv).toContain(',=1+1 改行 と〓の会,')
    const report = await text(at('/open-data/groups/cp932'))
    expect(checkHtml(report)).toEqual([])
    expect(report).toContain('U+20BB7')
    // The name of the last record, below the line of names.
    expect(report).toContain('2,347')
    expect(await text(at('/open-data/issues/cp932'))).toContain('表せない文字は、ありません')
  })

  test('項目の説明とコード表も、それぞれファイルになる', async () => {
    expect(await text(at('/open-data/groups/dictionary.csv'))).toContain('legal_form,')
    expect((await text(at('/open-data/codes/fields.csv'))).split('\r\n')).toHaveLength(
      here.city.fields.length + 2,
    )
    for (const path of ['/open-data/nothing', '/open-data/nothing.csv', '/open-data/groups.xml'])
      expect([path, (await get(at(path))).status]).toEqual([path, 404])
    expect((await get(at('/open-data/groups.csv?encoding=ebcdic'))).status).toBe(404)
  })
})

describe('CKAN と同じ形の API', () => {
  const url = 'http://localhost:3000'

  test('答えは help・success・result の3つだけからなる', async () => {
    const { status, body } = await ask(at('/api/3/action/package_list'))
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(['help', 'success', 'result'])
    expect(body.help).toBe(`${url}${at('/api/3/action/help_show?name=package_list')}`)
    expect(body.success).toBe(true)
    expect(body.result).toHaveLength(datasets.length)
    expect(body.result).toContain(`${here.key.slug}-groups`)
    const page = await ask(at('/api/3/action/package_list?limit=2&offset=1'))
    expect(page.body.result).toEqual(body.result.slice(1, 3))
  })

  test('1件は、名前でも番号でも引け、資料と市と利用の条件を持つ', async () => {
    const { body } = await ask(at(`/api/3/action/package_show?id=${here.key.slug}-groups`))
    const { result } = body
    expect(result).toMatchObject({
      name: `${here.key.slug}-groups`,
      license_id: 'cc-by-40-intl',
      isopen: true,
      state: 'active',
      type: 'dataset',
      private: false,
      metadata_modified: '2026-10-31T16:00:00.000000',
      num_resources: 4,
    })
    expect(result.organization.name).toBe(here.key.slug)
    expect(result.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    for (const { url: address } of result.resources)
      expect([address, (await get(address.replace(url, ''))).status]).toEqual([address, 200])
    const again = await ask(at(`/api/3/action/package_show?id=${result.id}`))
    expect(again.body.result).toEqual(result)
  })

  test('誤りは、CKAN と同じ型と番号で返る', async () => {
    const cases = [
      ['package_show?id=nothing', 404, { __type: 'Not Found Error', message: 'Not found' }],
      ['package_show', 409, { __type: 'Validation Error', name_or_id: ['Missing value'] }],
      ['package_list?limit=x', 409, { __type: 'Validation Error', limit: ['Invalid integer'] }],
      ['package_search?rows=-1', 409, { __type: 'Validation Error', rows: ['Invalid integer'] }],
    ] as const
    for (const [path, status, error] of cases) {
      const found = await ask(at(`/api/3/action/${path}`))
      expect([path, found.status]).toEqual([path, status])
      expect(found.body.success).toBe(false)
      expect(found.body.error).toEqual(error)
    }
    const unknown = await ask(at('/api/3/action/package_delete'))
    expect(unknown.status).toBe(400)
    expect(unknown.body).toBe('Bad request - Action name not known: package_delete')
    expect((await ask(at('/api/3/action/constructor'))).status).toBe(400)
  })

  test('探すと、言葉と条件に合うものが、数とともに返る', async () => {
    const search = async (query: string) =>
      (await ask(at(`/api/3/action/package_search?${query}`))).body.result
    expect(await search('')).toMatchObject({ count: datasets.length, facets: {} })
    expect((await search('')).results).toHaveLength(10)
    expect((await search('rows=0')).results).toEqual([])
    const found = await search(`q=${encodeURIComponent('団体の 分野')}`)
    expect(found.results.map(({ name }: { name: string }) => name)).toContain(
      `${here.key.slug}-group-fields`,
    )
    expect((await search('q=zzzz')).count).toBe(0)
    expect((await search(`fq=name:${here.key.slug}-groups`)).count).toBe(1)
    expect((await search(`fq=organization:other`)).count).toBe(0)
    expect((await ask(at('/api/3/action/package_search?fq=strange:1'))).status).toBe(400)
    const status = await ask(at('/api/3/action/status_show'))
    expect(status.body.result).toMatchObject({ site_url: url, locale_default: 'ja' })
  })

  test('サイト全体でも同じ形で引け、市ごとのものがみな入る', async () => {
    const { body } = await ask('/api/3/action/package_list')
    expect(body.help).toBe(`${url}/api/3/action/help_show?name=package_list`)
    expect(body.result).toContain(`${here.key.slug}-groups`)
    const shown = await ask(`/api/3/action/package_show?id=${here.key.slug}-groups`)
    const own = await ask(at(`/api/3/action/package_show?id=${here.key.slug}-groups`))
    expect(shown.body.result).toEqual(own.body.result)
    const found = await ask(`/api/3/action/package_search?q=${here.key.slug}&rows=100`)
    expect(found.body.result.count).toBe(datasets.length)
  })
})

describe('DCAT', () => {
  test('目録は、全部のデータの場所、利用の条件、最後に変わった時を持つ', async () => {
    const answer = await get(at('/open-data/catalog.jsonld'))
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    const catalogue = JSON.parse(await answer.text())
    expect(catalogue['@type']).toBe('dcat:Catalog')
    expect(catalogue['dcat:dataset']).toHaveLength(datasets.length)
    for (const one of catalogue['dcat:dataset']) {
      expect(one['dct:license']['@id']).toContain('creativecommons.org')
      expect(one['dct:modified']['@value']).toMatch(/^\d{4}-.*Z$/)
      expect(one['dcat:distribution']).toHaveLength(4)
    }
  })

  test('サイト全体の目録は、市の目録を指す', async () => {
    const catalogue = JSON.parse(await text('/open-data/catalog.jsonld'))
    const links = catalogue['dcat:catalog'].map((one: { '@id': string }) => one['@id'])
    expect(links).toContain(`http://localhost:3000${at('/open-data/catalog.jsonld')}`)
  })
})

describe('新着', () => {
  test.each(['rss', 'atom', 'json'])(
    '%s は、種類でしぼれ、日付は市のデータのもの',
    async (format) => {
      const all = await text(at(`/feed.${format}?lang=ja`))
      expect(all).toContain('古い課題')
      expect(all).toContain(`2026:${here.city.code}/issue/a%2Fb`)
      expect(all).toContain(
        format === 'rss' ? 'Thu, 19 Nov 2026 00:00:00 +0900' : '2026-11-19T00:00:00+09:00',
      )
      expect(await text(at(`/feed.${format}?kind=issue&lang=en`))).toContain('Old issue')
      expect(await text(at(`/feed.${format}?kind=project`))).not.toContain('古い課題')
      expect((await get(at(`/feed.${format}?kind=strange`))).status).toBe(404)
    },
  )

  test('どのページの頭からも、新着が見つかる', async () => {
    const html = await text(at('/groups'))
    for (const type of ['application/atom+xml', 'application/rss+xml', 'application/feed+json'])
      expect(html).toContain(`type="${type}"`)
  })
})

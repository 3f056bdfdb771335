import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderPart } from '#web/html/render.ts'
import { findRunRefusal } from './actions/run.ts'
import { placeIn } from './elsewhere.ts'
import { findImporter } from './importers.ts'
import { listCommonFaults } from './queries/row-lists.ts'
import { RevertedPart } from './views/reverted.tsx'
import { checkFile, csv, type Desk, openDesk, runImport, takeBack } from './world.fixture.ts'

const folder = new URL('../../../tests/data/', import.meta.url)
const read = (path: string) => ({
  name: path.split('/').at(-1) ?? path,
  bytes: readFileSync(new URL(path, folder)),
})

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

test.each([
  ['静岡県焼津市駅北5丁目2-11', '焼津市'],
  ['〒425-0091 焼津市八楠1丁目', '焼津市'],
  ['三重県四日市市諏訪町1-5', '四日市市'],
  ['千葉県市川市八幡1-1', '市川市'],
  ['奈良県大和郡山市北郡山町248', '大和郡山市'],
  ['北海道余市郡余市町朝日町26', '余市郡余市町'],
  ['神奈川県高座郡寒川町宮山165', '高座郡寒川町'],
  ['東京都世田谷区世田谷4-21-27', '世田谷区'],
  ['本町5-6-1', undefined],
  ['', undefined],
])('住所「%s」の市区町村は %s', (address, place) => {
  expect(placeIn(address)).toBe(place)
})

describe('ほかの市の表', () => {
  test.each([
    ['takamatsu/takamatsu_city_organization_list.csv', '高松市', 394, 394, 'top'],
    ['yaizu/yohairyosya.csv', '焼津市', 275, 277, 'addresses'],
    ['yaizu/222127_public_toilet.csv', '焼津市', 112, 112, 'code'],
    ['takamatsu/community_center.csv', '高松市', 52, 52, 'addresses'],
  ])('%s は、%s のものと分かり、行の数を言う', async (path, place, rows, all, by) => {
    const { one } = await checkFile(desk, read(path))
    expect(one.facts.elsewhere).toEqual({ place, rows, all, by })
  })

  test('確かめた印がなければ始めず、印があれば始められる', async () => {
    const { one } = await checkFile(desk, read('takamatsu/community_center.csv'))
    const ask = (confirmed: boolean) =>
      desk.town.as(desk.office, (scope) => findRunRefusal(scope, one, { mode: 'rows', confirmed }))
    expect(await ask(false)).toBe('other-city')
    expect(await ask(true)).toBeUndefined()
  })

  test('自分の市の表と、ほかの市の行が半分までの表には、何も言わない', async () => {
    const own = desk.town.city.name.ja
    const rows = [`ア館,${own}本町1-1`, 'イ館,焼津市本町1-1', `ウ館,本町2-2`, 'エ館,焼津市小川1']
    const half = await checkFile(desk, { name: 'a.csv', bytes: csv('施設名,住所', ...rows) })
    expect(half.one.kind).toBe('facilities')
    expect(half.one.facts.elsewhere).toBeUndefined()
    const more = await checkFile(desk, {
      name: 'b.csv',
      bytes: csv('施設名,住所', ...rows, 'オ館,焼津市三ケ名1'),
    })
    expect(more.one.facts.elsewhere).toEqual({ place: '焼津市', rows: 3, all: 5, by: 'addresses' })
  })

  test('組織の一覧で、いちばん上が自分の市なら、何も言わない', async () => {
    const { one } = await checkFile(desk, {
      name: 'c.csv',
      bytes: csv('所属コード,局,課', `1,${desk.town.city.name.ja},`, '2,市民局,みらい課'),
    })
    expect(one.facts.elsewhere).toBeUndefined()
  })
})

test('ほかの市の行を断る理由は、行では短く、上で一度だけ行の数と選び方を言う。言葉は選ぶ欄と同じ', async () => {
  const { one, row } = await checkFile(desk, read('yaizu/222127_public_facility-59773.csv'))
  expect(row(2).faults[0]?.text.ja).toBe('ほかの市区町村（222127）の行です。')
  const faults = await desk.town.as(desk.office, (scope) => listCommonFaults(scope, one.id))
  expect(faults.map(({ count }) => count)).toEqual([230])
  const open = await desk.town.as(desk.office, (scope) =>
    findImporter('facilities')!.open(scope, desk.town.city),
  )
  const foreign = open.questions?.find(({ code }) => code === 'foreign')
  const take = foreign?.options.find(({ code }) => code === 'take')
  expect(faults[0]?.remedy?.ja).toContain(`「${foreign?.label.ja}」`)
  expect(faults[0]?.remedy?.ja).toContain(`「${take?.name.ja}」`)
})

test('元にもどした後は、消した数・もどした数・残した数を言い、作った数を結果として出さない', async () => {
  const file = { name: 'z.csv', bytes: csv('施設名,住所', 'かがやき館,本町1-1') }
  const { one } = await checkFile(desk, file)
  const back = await takeBack(desk, (await runImport(desk, one)).one)
  const html = renderPart(RevertedPart({ lang: 'ja', counts: back.counts }))
  const plain = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  expect(plain).toContain('消した 1 行')
  expect(plain).toContain('もどす前の取込では、1行を作り、0行を変えていました。')
})

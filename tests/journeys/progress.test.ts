import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '#capabilities/progress/form.ts'
import { findPart, findRound, listTasks } from '#capabilities/progress/index.ts'
import { sheetColumns } from '#capabilities/progress/table-columns.ts'
import { readTable, writeExcel } from '#data/tables-in-out/index.ts'
import type { Store } from '../../src/store.ts'
import { launchBrowser } from '../world/browser.ts'
import { openTestCity, type TestCity, testNow } from '../world/city.ts'
import { type Product, startProduct, withClockAt } from '../world/product.ts'
import { openProductStore } from './cast.ts'
import { faultsOf } from './look.ts'
import { comeBy, enterQuickly, type Journey, type Typed, type Visitor } from './visitor.ts'

let product: Product
let store: Store
let browser: Browser

beforeAll(async () => {
  product = await startProduct(withClockAt(testNow))
  store = await openProductStore(product)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await store?.close()
  await product?.stop()
})

/** 広報広聴課 leads two items of Yamaguchi's plan and takes part in four. */
const department = 'koho-kocho'
const year = 2012
const round = `/plans/plan/progress/${year}`
const part = `${round}/departments/${department}`

const listItems = async (town: TestCity) => {
  const officer = await town.person('見本 係', [{ department }])
  return town.as(officer, async (scope) => {
    const held = (await findRound(scope, 'plan', year))!
    const share = (await findPart(scope, held.id, department))!
    return listTasks(scope, share.id)
  })
}

type Items = Awaited<ReturnType<typeof listItems>>

/** What an officer types for one item. */
const typedFor = ({ item, report }: Items[number], words: string): Typed => {
  const fields = fieldsOf(item.no)
  return {
    [fields.results]: `${words} ${item.no}`,
    [fields.next]: '来年度も続けます。',
    ...(report.leads ? { [fields.grade]: '○' } : {}),
  }
}

/** Columns of the file in the order in which it was given out. */
const at = (heading: string): number => sheetColumns.findIndex(({ name }) => name === heading)

const giveFile = async (officer: Visitor, bytes: Uint8Array): Promise<void> => {
  await officer.page.setInputFiles('[name="table"]', {
    name: '進捗.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })
  await officer.send(`${part}/table`)
}

/** Half of the items on the screen, the others in a spreadsheet; then everything is sent. */
const report = async (officer: Visitor, items: Items): Promise<void> => {
  await officer.open('/desk')
  await officer.press(`main a[href$="${part}"]`)
  const [first, second, ...others] = items
  for (const one of [first!, second!])
    await officer.send(part, typedFor(one, '画面で書いた'), { intent: `next:${one.item.no}` })
  await officer.press(`main a[href$="${part}/table"]`)
  const href = (await officer.page.locator('main a[href$="as=xlsx"]').getAttribute('href')) ?? ''
  const given = await officer.download(href)
  // What was given out and comes back as it was changes nothing.
  await giveFile(officer, given)
  expect(await officer.page.locator(`form[action$="${part}/table/run"]`).count()).toBe(0)
  const read = await readTable(given, { name: '進捗.xlsx' })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [header, ...rows] = read.value.tables[0]!.rows.map(({ cells }) => [...cells])
  expect(header).toEqual(sheetColumns.map(({ name }) => name))
  const written = rows.map((cells) => {
    const task = others.find(({ item }) => item.no === cells[at('番号')])
    if (!task) return cells
    const changed = [...cells]
    changed[at('実績')] = `表で書いた ${task.item.no}`
    changed[at('次年度の取組')] = '広げます。'
    if (task.report.leads) changed[at('進捗の区分')] = '◎'
    return changed
  })
  await officer.open(`${part}/table`)
  await giveFile(
    officer,
    await writeExcel([{ name: '進捗', columns: sheetColumns, rows: written }]),
  )
  await officer.send(`${part}/table/run`)
  await officer.send(part, {}, { intent: 'send' })
}

const check = async (office: Visitor, items: Items): Promise<void> => {
  await office.open('/desk')
  await office.press(`main a[href$="${part}/check"]`)
  const accepted = Object.fromEntries(
    items.map(({ item }) => [fieldsOf(item.no).verdict, 'accepted'] as const),
  )
  await office.send(`${part}/check`, accepted, { intent: 'finish' })
}

const ways = [
  ['ja', false],
  ['en', true],
] as const

test.each(ways)(
  '年度の進捗を、始めてから公開するまで画面だけで進める（%s、スクリプト %s）',
  { timeout: 300_000 },
  async (language, javaScript) => {
    const town = await openTestCity(store, 'yamaguchi')
    const about = { url: product.url, preset: 'yamaguchi', city: town.key.slug }
    const journey: Journey = { ...about, language, javaScript }
    const enter = async (name: string, roles: Parameters<TestCity['person']>[1]) =>
      enterQuickly(browser, journey, (await town.person(name, roles)).accountId)
    const office = await enter('見本 事務', ['office'])
    const officer = await enter('見本 広報', [{ department }])
    const member = await enter('見本 委員', ['reviewer'])
    const resident = await comeBy(browser, journey)

    await office.open('/plans/plan/progress')
    await office.press('main a[href$="/progress/new"]')
    await office.send('/progress/new', { year: String(year), due_on: '令和8年12月10日' })
    const items = await listItems(town)
    await report(officer, items)
    await check(office, items)
    await office.page.fill('[name="reason"]', '見本のため')
    await office.press('main button[value="ask-committee"]')

    await member.open('/desk')
    await member.press(`main a[href$="${round}/committee"]`)
    const { no } = items[0]!.item
    await member.send('/committee', { no, body: '読みやすくなりました。' })
    await office.open(`${round}/round`)
    await office.press('main button[value="close-committee"]')
    const answer = await office.page.locator('main textarea').first().getAttribute('name')
    const said = { [answer ?? '']: '写真も増やします。', checked: true }
    await office.send('/answers', said, { intent: 'publish' })

    await resident.open('/plans/plan/progress')
    await resident.press(`main a[href$="${round}"]`)
    const published = await resident.text()
    for (const { item } of items.slice(0, 2)) expect(published).toContain(`画面で書いた ${item.no}`)
    for (const { item } of items.slice(2)) expect(published).toContain(`表で書いた ${item.no}`)
    expect(published).toContain('読みやすくなりました。')
    expect(published).toContain('写真も増やします。')
    const paper =
      (await resident.page.locator('main a[href*="/files/"]').getAttribute('href')) ?? ''
    expect((await resident.download(paper)).subarray(0, 5).toString()).toBe('%PDF-')
    for (const one of [office, officer, member, resident]) await one.close()
    expect(faultsOf(journey)).toEqual([])
  },
)

import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { openTestStore, testNow } from '#tests/world/city.ts'
import { type Browser, keyIn, openTestSite } from '#tests/world/site.ts'
import { signIn } from '../proposals/world.fixture.ts'
import { askCommittee } from './actions/round.ts'
import { fieldsOf } from './form.ts'
import type { Task } from './report.ts'
import {
  department,
  holdRoundFor,
  must,
  openFor,
  openProgressWorld,
  type ProgressWorld,
  sendFor,
  withPart,
  year,
} from './world.fixture.ts'

let site: Hono

const store = await openTestStore()

beforeAll(async () => {
  site = await openTestSite(store, () => testNow)
})

const part = (world: ProgressWorld, rest = '', code = department): string =>
  `/${world.town.key.slug}/plans/plan/progress/${year}/departments/${code}${rest}`

const tasksOf = (world: ProgressWorld, code = department) =>
  withPart(world, { actor: world.office, code }, async (_, { tasks }) => tasks)

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

const pageOf = async (browser: Browser, path: string): Promise<string> =>
  (await browser.get(`${path}?lang=ja`)).text()

/** The whole form of a check as the browser sends it: the items that were shown, with what was found of some. */
const checkOf = (
  html: string,
  tasks: readonly Task[],
  found: Readonly<Record<string, readonly [string, string?]>>,
) => ({
  idempotency_key: keyIn(html),
  intent: 'save',
  ...Object.fromEntries(
    tasks.flatMap(({ item, report }) => {
      const fields = fieldsOf(item.no)
      const [verdict, reason] = found[item.no] ?? [report.verdict, report.verdictReason]
      return [
        [fields.seen, hidden(html, fields.seen)],
        [fields.reason, reason ?? ''],
        ...(verdict === '' ? [] : [[fields.verdict, verdict]]),
      ]
    }),
  ),
})

test('事務局の二人が別の項目を確認しても、先の人の確認は消えない', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  must(await sendFor(world, { actor: world.officer }))
  const second = await world.town.person('見本 事務局二', ['office'])
  const [one, two] = [
    await signIn(site, world.town, world.office),
    await signIn(site, world.town, second),
  ]
  const tasks = await tasksOf(world)
  const [first, next] = tasks.map(({ item }) => item.no)
  const [shownToOne, shownToTwo] = [
    await pageOf(one, part(world, '/check')),
    await pageOf(two, part(world, '/check')),
  ]
  const post = (browser: Browser, html: string, found: Parameters<typeof checkOf>[2]) =>
    browser.post(part(world, '/check'), checkOf(html, tasks, found))
  expect(
    (await post(one, shownToOne, { [first!]: ['correct', '人数を書いてください'] })).status,
  ).toBe(303)
  expect((await post(two, shownToTwo, { [next!]: ['accepted'] })).status).toBe(303)
  const kept = (await tasksOf(world)).slice(0, 2).map(({ report }) => report.verdict)
  expect(kept).toEqual(['correct', 'accepted'])
  // Of the same item the second is told, and keeps what was typed.
  const late = await two.post(part(world, '/check'), {
    ...checkOf(shownToTwo, tasks, { [first!]: ['accepted'] }),
    idempotency_key: `${keyIn(shownToTwo)}2`,
  })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('今保存されている確認：修正を依頼する 人数を書いてください')
  expect((await tasksOf(world))[0]?.report.verdict).toBe('correct')
})

test('報告を締める間に出した報告は、締めた後に届いたものとして断られる', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  const officer = await signIn(site, world.town, world.officer)
  const html = await pageOf(officer, part(world))
  const [task] = await tasksOf(world)
  const fields = fieldsOf(task!.item.no)
  const sent = await holdRoundFor(world, world.office, async (scope, round) => {
    const sending = officer.post(part(world), {
      idempotency_key: keyIn(html),
      [fields.results]: '締める間に書いた文',
      [fields.shown]: hidden(html, fields.shown),
      intent: 'save',
    })
    // Long enough for a form that waits for nobody.
    await Promise.race([sending, new Promise((later) => setTimeout(later, 1_500))])
    must(await askCommittee(scope, world.town.city, { round, reason: '期限を過ぎたため' }))
    return { sending }
  })
  expect((await sent.sending).status).toBe(403)
  expect((await tasksOf(world))[0]?.report.results).toBe('')
})

test('自動の集計が欄に出ているだけの項目は、書いたことにならず、ほかの人の文とぶつからない', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  const lead = 'kyodo-suishin'
  const tasks = await tasksOf(world, lead)
  const counted = tasks.find(({ item }) => item.figures.some(({ counter }) => counter))!
  const [figure] = counted.item.figures
  const other = tasks.find(({ item }) => item.figures.length === 0)!
  const [fields, mine] = [fieldsOf(counted.item.no), fieldsOf(other.item.no)]
  const person = await world.town.person('見本 推進', [{ department: lead }])
  const colleague = await world.town.person('見本 推進二', [{ department: lead }])
  const [one, two] = [
    await signIn(site, world.town, person),
    await signIn(site, world.town, colleague),
  ]
  const html = await pageOf(one, part(world, '', lead))
  const shownToTwo = await pageOf(two, part(world, '', lead))
  const field = new RegExp(`<input[^>]*name="${fields.figure(figure!.code)}"[^>]*>`).exec(html)?.[0]
  const value = /value="([^"]*)"/.exec(field ?? '')?.[1]
  expect(value).toMatch(/^\d+$/)
  const form = (page: string, results: string, also: Record<string, string> = {}) => ({
    idempotency_key: keyIn(page),
    intent: 'save',
    [fields.shown]: hidden(page, fields.shown),
    [fields.results]: results,
    [fields.next]: '',
    [fields.figure(figure!.code)]: value!,
    ...also,
  })
  expect((await two.post(part(world, '', lead), form(shownToTwo, '二人目の文'))).status).toBe(303)
  const saved = await one.post(
    part(world, '', lead),
    form(html, '', {
      [mine.shown]: hidden(html, mine.shown),
      [mine.results]: '一人目の文',
      [mine.next]: '',
    }),
  )
  expect(saved.status).toBe(303)
  const now = await tasksOf(world, lead)
  const textOf = (no: string) => now.find(({ item }) => item.no === no)?.report.results
  expect([textOf(counted.item.no), textOf(other.item.no)]).toEqual(['二人目の文', '一人目の文'])
})

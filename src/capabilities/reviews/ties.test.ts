import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { openTestStore } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { textOfPage } from './leak.fixture.ts'
import { paths } from './paths.ts'
import { declareFor, must, openFor, scoreFor } from './steps.fixture.ts'
import { openReviewWorld, type ReviewWorld, reviewNow } from './world.fixture.ts'

let world: ReviewWorld
let site: Hono
let office: Browser
let slug: string
let reviewId: string

const enter = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(`/${slug}/sample-people`, { account: person.accountId })
  return browser
}

const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(path)
  const html = await response.text()
  expect([path, response.status, checkHtml(html)]).toEqual([path, 200, []])
  return html
}

const sent = async (
  path: string,
  fields: Record<string, string>,
  browser: Browser = office,
): Promise<readonly [number, string]> => {
  const response = await browser.post(path, fields)
  const html = await response.text()
  if (response.status === 422) expect([path, checkHtml(html)]).toEqual([path, []])
  return [response.status, response.headers.get('location') ?? html]
}

beforeAll(async () => {
  const store = await openTestStore(() => reviewNow)
  world = await openReviewWorld(store, {
    preset: 'yamaguchi',
    members: 1,
    requests: [500_000, 500_000, 100_000],
    envelope: 600_000,
    publish: { scores: 'none', comments: false, notSelected: 'none' },
    rubric: {
      aggregate: 'mean',
      quorum: 1,
      tieBreak: [{ by: 'chair' }],
      budget: { total: 1, mode: 'stop_at_first_over', replyDays: 7 },
    },
  })
  slug = world.town.key.slug
  site = await openTestSite(store, () => reviewNow)
  office = await enter(world.office)
  const review = await openFor(world)
  reviewId = review.id
  const [member] = world.members
  must(await declareFor(world, reviewId, member!))
  for (const [at, points] of [9, 9, 8].entries())
    must(
      await scoreFor(world, reviewId, {
        member: member!,
        proposalId: world.contenders[at]!.id,
        points: [points, points, points, points, points],
        comment: '見本コメント',
      }),
    )
  await office.post(paths.closing(slug, reviewId), {})
})

test('同点の順番は、1から重ならずに付けたときだけ、理由とともに記録される', async () => {
  const path = paths.chairOrder(slug, reviewId)
  const [one, two] = world.contenders.map(({ id }) => id)
  const html = await read(office, paths.ranking(slug, reviewId))
  expect(textOfPage(html)).toContain('同点で決まらず')
  const order = (first: string, second: string, reason: string) =>
    sent(path, { [`place.${one}`]: first, [`place.${two}`]: second, reason })
  for (const [first, second, reason] of [
    ['1', '1', '理由'],
    ['', '2', '理由'],
    ['0', '1', '理由'],
    ['1', '2', ' '],
    ['二', '1', '理由'],
  ] as const)
    expect((await order(first, second, reason))[0]).toBe(422)
  expect((await order('２', '１', '地域の偏りを避けるため'))[0]).toBe(303)
  const settled = textOfPage(await read(office, paths.ranking(slug, reviewId)))
  expect(settled).toContain('地域の偏りを避けるため')
  expect(settled).not.toContain('同点で決まらず')
})

test('額を示さない次点には、あとから額を示し、電話の返事を代わりに記録できる', async () => {
  const decide = (at: number, fields: Record<string, string>) =>
    sent(paths.decision(slug, reviewId, world.contenders[at]!.id), { ...fields, intent: 'decide' })
  const form = await read(office, paths.decision(slug, reviewId, world.contenders[1]!.id))
  // Nobody is told scores in this programme: the first words of the reason have none.
  expect(form).toContain('審査の結果、合格の基準に達しました。')
  const seen = /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const base = { seen, reason: '理由', early: '委員会の日程が早まったため' }
  expect((await decide(1, { ...base, outcome: 'selected', amount: '500000' }))[0]).toBe(303)
  expect((await decide(0, { ...base, outcome: 'reserve', amount: '' }))[0]).toBe(303)
  const over = { ...base, outcome: 'selected', amount: '100001', deviation: 'x' }
  expect((await decide(2, over))[0]).toBe(422)
  expect((await decide(2, { ...base, outcome: 'not_selected', amount: '' }))[0]).toBe(303)
  const [reserve] = world.contenders
  const path = paths.reserve(slug, reviewId, reserve!.id)
  await read(office, path)
  expect((await sent(path, { intent: 'offer', amount: '0' }))[0]).toBe(422)
  expect((await sent(path, { intent: 'offer', amount: '100,001' }))[0]).toBe(422)
  expect((await sent(path, { intent: 'offer', amount: '10万円' }))[0]).toBe(303)
  expect((await sent(path, { intent: 'offer', amount: '1' }))[0]).toBe(422)
  await read(office, path)
  expect((await sent(path, { intent: 'end', reason: '待てない' }))[0]).toBe(422)
  expect((await sent(path, { intent: 'answer', answer: 'accepted' }))[0]).toBe(422)
  const leader = await enter(reserve!.representative)
  expect((await sent(path, { intent: 'answer' }, leader))[0]).toBe(403)
  const answer = { intent: 'answer', answer: 'accepted', channel: 'phone' }
  expect((await sent(path, answer))[0]).toBe(303)
  const proposal = textOfPage(await read(leader, `/${slug}/proposals/${reserve!.id}`))
  expect(proposal).toContain('100,000円')
  expect(proposal).toContain('電話で受付')
})

test('点も不採択も公開しない制度では、採択だけが公開され、数も点もコメントも出ない', async () => {
  const call = textOfPage(await read(openBrowser(site), `/${slug}/calls/${world.call.id}`))
  const results = call.slice(call.indexOf('審査の結果'))
  expect(results).toContain('見本の提案2')
  expect(results).not.toContain('見本の提案3')
  expect(call).not.toMatch(/不採択 1件|次点 1件|見本コメント|総合点 [0-9]/)
  const refused = await openBrowser(site).get(`/${slug}/proposals/${world.contenders[2]!.id}`)
  // It was public in the review: that it no longer is, is said; what became of it is not.
  expect(refused.status).toBe(410)
  expect(textOfPage(await refused.text())).not.toMatch(/不採択|次点|見本の提案3|見本コメント|40\.0/)
  const leader = await enter(world.contenders[2]!.representative)
  const own = textOfPage(await read(leader, `/${slug}/proposals/${world.contenders[2]!.id}`))
  expect(own).toContain('不採択')
  expect(own).not.toMatch(/見本コメント|40\.0/)
})

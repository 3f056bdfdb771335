import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { isOperator } from '#web/guard/operator.ts'
import { openLog } from './log.ts'
import { addFigures, openMeter, writeFigures } from './metrics.ts'
import { openSite } from './site.ts'

const token = 't'.repeat(32)

test('数値は、この機械の中からか、合言葉を持つ人だけが見られる', () => {
  const ask = (remote: string, headers: Record<string, string> = {}): boolean =>
    isOperator({ remote, headers: new Headers(headers) }, { token, trustLoopback: true })
  expect([ask('127.0.0.1'), ask('::1'), ask('::ffff:127.0.0.1')]).toEqual([true, true, true])
  expect([ask('192.0.2.1'), ask('unknown'), ask('127.0.0.1.example')]).toEqual([
    false,
    false,
    false,
  ])
  expect(ask('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).toBe(false)
  expect(ask('192.0.2.1', { authorization: `Bearer ${token}` })).toBe(true)
  expect(ask('192.0.2.1', { authorization: `Bearer ${token.slice(1)}` })).toBe(false)
  const without = {
    remote: '192.0.2.1',
    headers: new Headers({ authorization: 'Bearer undefined' }),
  }
  const here = { remote: '127.0.0.1', headers: new Headers() }
  // Behind a proxy on the same machine everybody comes from here.
  expect(isOperator(here, { token, trustLoopback: false })).toBe(false)
  expect(isOperator(without, { token: undefined, trustLoopback: true })).toBe(false)
})

test('応答は経路と結果ごとに数えられ、人の名や住所は出ない', () => {
  const meter = openMeter()
  const route = '/:city/groups/:id'
  for (const [status, seconds] of [
    [200, 0.004],
    [200, 0.2],
    [404, 0.02],
  ] as const)
    meter.observe({ route, method: 'GET', status, seconds })
  const text = writeFigures({ counters: meter.read(), gauges: {} })
  const where = `method="GET",route="${route}"`
  expect(text).toContain('# TYPE tsunagu_requests_total counter\n')
  expect(text).toContain(`tsunagu_requests_total{${where},status="200"} 2\n`)
  expect(text).toContain(`tsunagu_requests_total{${where},status="404"} 1\n`)
  expect(text).toContain('# TYPE tsunagu_request_seconds histogram\n')
  expect(text).toContain(`tsunagu_request_seconds_bucket{${where},le="0.01"} 1\n`)
  expect(text).toContain(`tsunagu_request_seconds_bucket{${where},le="0.5"} 3\n`)
  expect(text).toContain(`tsunagu_request_seconds_bucket{${where},le="+Inf"} 3\n`)
  expect(text).toContain(`tsunagu_request_seconds_count{${where}} 3\n`)
})

test('いくつかの処理の数は足し合わされ、今の値は並べられる', () => {
  const one = { counters: { a: 1, b: 2 }, gauges: { 'm{process="1"}': 5 } }
  const two = { counters: { a: 10 }, gauges: { 'm{process="2"}': 6 } }
  expect(addFigures([one, two])).toEqual({
    counters: { a: 11, b: 2 },
    gauges: { 'm{process="1"}': 5, 'm{process="2"}': 6 },
  })
})

test('サイトの数値には、応答・待っている仕事とメール・接続・記憶が出る', async () => {
  const store = await openTestStore()
  const site = await openSite(
    {
      publicUrl: 'http://localhost:3000',
      sampleWorld: true,
      trustProxy: false,
      ratePerMinute: 0,
      metricsToken: token,
    },
    store,
    { clock: () => new Date(), log: openLog('silent') },
  )
  expect((await site.request('http://localhost:3000/metrics')).status).toBe(403)
  await site.request('http://localhost:3000/no-such-city')
  const headers = { authorization: `Bearer ${token}` }
  const text = await (await site.request('http://localhost:3000/metrics', { headers })).text()
  for (const part of [
    'tsunagu_requests_total{method="GET",route="/:city",status="404"} 1',
    'tsunagu_mails_waiting ',
    'tsunagu_db_connections{process="main",state="open"}',
    'tsunagu_memory_bytes{process="main",kind="rss"}',
  ])
    expect(text).toContain(part)
})

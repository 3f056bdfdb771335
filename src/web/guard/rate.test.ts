import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { networkOf, openRateLimit } from './rate.ts'

test('1分に決めた回数までは通し、次は待つ秒数を言って断る', async () => {
  const limit = openRateLimit(2)
  expect([await limit('192.0.2.1'), await limit('192.0.2.1')]).toEqual([{ ok: true }, { ok: true }])
  const refused = await limit('192.0.2.1')
  expect(refused).toMatchObject({ ok: false })
  expect(refused.ok ? 0 : refused.seconds).toBeGreaterThan(0)
  expect(await limit('192.0.2.2')).toEqual({ ok: true })
})

test('0 なら、だれも断らない', async () => {
  const limit = openRateLimit(0)
  for (let i = 0; i < 100; i += 1) expect(await limit('192.0.2.1')).toEqual({ ok: true })
})

test('いくつもの処理で答えても、一つの相手に許す回数は合わせて同じ', () => {
  const fixture = fileURLToPath(new URL('rate.fixture.ts', import.meta.url))
  const run = spawnSync(process.execPath, [fixture, '10', '8'], { encoding: 'utf8' })
  expect([run.stdout, run.stderr]).toEqual(['10', ''])
})

test('IPv6 は /64 までを一つの相手とみる', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('::ffff:192.0.2.1')).toBe('::ffff:192.0.2.1')
})

import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const hasSampleWorld = (env: Readonly<Record<string, string>>): boolean | undefined => {
  const config = readConfig(env, '/srv/tsunagu')
  return config.ok ? config.value.sampleWorld : undefined
}

test('見本の世界は、この機械からだけ見られるときに開く', () => {
  expect(hasSampleWorld({})).toBe(true)
  expect(hasSampleWorld({ HOST: '::1' })).toBe(true)
  expect(hasSampleWorld({ HOST: 'localhost', PUBLIC_URL: 'http://localhost:3000' })).toBe(true)
})

test.each([
  { NODE_ENV: 'production' },
  { HOST: '0.0.0.0' },
  { PUBLIC_URL: 'https://tsunagu.example.jp' },
  { PUBLIC_URL: 'http://127.example.jp' },
  { TRUST_PROXY: '1' },
])('本番、ほかの機械から届く場所、代理の後ろでは、見本の人になれない: %o', (env) => {
  expect(hasSampleWorld(env)).toBe(false)
})

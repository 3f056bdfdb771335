import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answerAsset } from './answer-asset.ts'
import { loadAssets } from './build.ts'
import { pruneTokens } from './prune-tokens.ts'

const root = join(import.meta.dirname, '../../..')
const assets = await loadAssets(root)
const css = String(assets.serve(assets.css)?.body)

test('style and behaviour together weigh at most 25 KB compressed', () => {
  const weight = [assets.css, assets.js].reduce(
    (sum, path) => sum + (assets.serve(path)?.encodings.gzip.length ?? Number.NaN),
    0,
  )
  expect(weight).toBeGreaterThan(1_000)
  expect(weight).toBeLessThanOrEqual(25 * 1024)
})

test('a second build gives the same addresses', async () => {
  const again = await loadAssets(root)
  expect([again.css, again.js]).toEqual([assets.css, assets.js])
})

test('each client gets the smallest form it takes, and all forms are the same file', () => {
  const plain = answerAsset(assets, assets.css, '')
  const zipped = answerAsset(assets, assets.css, 'gzip, br;q=0')
  const small = answerAsset(assets, assets.css, 'gzip, deflate, BR')
  expect(plain?.headers['content-encoding']).toBeUndefined()
  expect(zipped?.headers['content-encoding']).toBe('gzip')
  expect(small?.headers['content-encoding']).toBe('br')
  expect(String(gunzipSync(zipped?.body ?? ''))).toBe(css)
  expect(String(brotliDecompressSync(small?.body ?? ''))).toBe(css)
  expect(new Set([plain, zipped, small].map((each) => each?.headers.etag)).size).toBe(3)
})

test('what is named by its content is kept for ever, the icon is not', () => {
  expect(answerAsset(assets, assets.js, '')?.headers['cache-control']).toContain('immutable')
  expect(answerAsset(assets, '/assets/icon.svg', '')?.headers['cache-control']).not.toContain(
    'immutable',
  )
})

test('there is nothing behind other names', () => {
  expect(answerAsset(assets, '/assets/../package.json', '')).toBeUndefined()
  expect(answerAsset(assets, '/assets/constructor', '')).toBeUndefined()
})

test('nothing is loaded from elsewhere', () => {
  expect(css).not.toMatch(/@import|@font-face|url\((?!["']?data:image\/svg)/)
})

test('every custom property that is used is defined, and no other is sent', () => {
  const defined = new Set([...css.matchAll(/--([\w-]+):/g)].map(([, name]) => name))
  const used = new Set([...css.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name))
  expect([...used].filter((name) => !defined.has(name))).toEqual([])
  expect([...defined].filter((name) => !used.has(name))).toEqual([])
})

test('properties go when only properties that go used them', () => {
  expect(pruneTokens(':root{--a:1px;--b:var(--a);--c:2px}p{margin:var(--c)}')).toBe(
    ':root{--c:2px}p{margin:var(--c)}',
  )
})

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const tokens = readFileSync(
  join(root, 'node_modules/@digital-go-jp/design-tokens/dist/tokens.css'),
  'utf8',
)
const token = (name: string): string =>
  new RegExp(`--color-primitive-${name}: (#[0-9a-f]{6})`).exec(tokens)?.[1] ?? ''

test.each(['blue', 'light-blue', 'cyan', 'green', 'lime', 'orange', 'red', 'magenta', 'purple'])(
  'the accent %s is readable on white and on its own tint, and white on it',
  (hue) => {
    expect(css).toContain(`.hue-${hue}`)
    expect(contrast(token(`${hue}-900`), '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token(`${hue}-900`), token(`${hue}-50`))).toBeGreaterThanOrEqual(4.5)
  },
)

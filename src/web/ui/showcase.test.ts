import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { checkHtml } from '#web/html/check-html.ts'
import { loadAssets } from '../assets/build.ts'
import { renderAllShowcases } from './showcase.tsx'

const assets = await loadAssets(join(import.meta.dirname, '../../..'))
const pages = renderAllShowcases({ css: assets.css, js: assets.js, publicUrl: 'http://localhost' })
const names = Object.keys(pages)

test.each(names)('%s has nothing that a checker of HTML finds', (name) => {
  expect(checkHtml(pages[name] ?? '')).toEqual([])
})

test.each(names)('%s weighs at most 60 KB with its style and behaviour', (name) => {
  const own = gzipSync(pages[name] ?? '').length
  const shared = [assets.css, assets.js].map(
    (path) => assets.serve(path)?.encodings.gzip.length ?? 0,
  )
  expect(own + (shared[0] ?? 0) + (shared[1] ?? 0)).toBeLessThanOrEqual(60 * 1024)
})

test('a form that came back says so first in its title', () => {
  expect(pages['form-failed-ja']).toContain(
    '<title>エラー：事業の内容を書く｜見本市 つなぐ</title>',
  )
  expect(pages['form-ja']).toContain('<title>事業の内容を書く｜見本市 つなぐ</title>')
})

/** Every class that some page of the product writes. */
const listClasses = (): Set<string> => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.tsx'),
  )
  const written = sources.flatMap((path) => [
    ...readFileSync(join('src', path), 'utf8').matchAll(/class=(?:"([^"]+)"|{[^}]*})/g),
  ])
  return new Set(written.flatMap(([all]) => all.match(/[a-z][\w-]*/g) ?? []))
}

test('every class of the style sheet is used by some page', () => {
  const shown = listClasses()
  const css = String(assets.serve(assets.css)?.body).replace(/url\("[^"]*"\)|url\([^)]*\)/g, '')
  const styled = new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name ?? ''))
  const made = [
    'hue-blue',
    'hue-light-blue',
    'hue-cyan',
    'hue-green',
    'hue-lime',
    'hue-orange',
    'hue-red',
    'hue-magenta',
    'hue-purple',
  ]
  expect(styled.size).toBeGreaterThan(50)
  expect([...styled].filter((name) => !shown.has(name) && !made.includes(name))).toEqual([])
})

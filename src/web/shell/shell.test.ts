import { expect, test } from 'vitest'
import { languages } from '#kernel/bilingual.ts'
import { sampleCity } from '../ui/showcase/world.ts'
import { problemStatuses } from '../ui/showcase.tsx'
import { canonicalPath, isWithin, pathInLanguage } from './navigation.ts'
import { renderProblem } from './problem-page.tsx'

const site = { css: '/a.css', js: '/a.js', publicUrl: 'https://example.jp' }

test('the same page in another language keeps everything else that was asked', () => {
  expect(pathInLanguage('/a/groups?q=%E6%A3%AE&lang=ja&page=2', 'en')).toBe(
    '/a/groups?q=%E6%A3%AE&lang=en&page=2',
  )
  expect(canonicalPath('/a/groups?page=2&lang=en')).toBe('/a/groups?page=2')
  expect(canonicalPath('/a?lang=en')).toBe('/a')
})

test('a place of the menu holds the pages below it and not those beside it', () => {
  expect(isWithin('/a/groups/x?y=1', '/a/groups')).toBe(true)
  expect(isWithin('/a/groups-old', '/a/groups')).toBe(false)
})

const problem = { language: 'ja', requestId: 'r1', path: '/x?y=1', city: sampleCity } as const

test.each(
  languages.flatMap((language) => problemStatuses.map((status) => [language, status] as const)),
)('the page in %s for %i says what happened and has a way on', (language, status) => {
  const html = renderProblem(site, { ...problem, language, status })
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  expect(main).toMatch(/<h1>[^<]{6,}<\/h1>/)
  expect(main).toContain(`href="/${sampleCity.slug}"`)
  expect(main).toContain('href="#contact-us"')
  expect(html).toContain('content="noindex"')
})

test('outside every city a problem page still leads home', () => {
  const html = renderProblem(site, { ...problem, city: undefined, status: 404 })
  expect(html).toContain('href="/"')
  expect(html).not.toContain('#contact')
})

test('what nobody expected names the number to ask for, and does not blame the visitor', () => {
  const html = renderProblem(site, { ...problem, status: 500 })
  expect(html).toContain('r1')
  expect(html).toContain('href="/x?y=1"')
})

test('a known reason is explained; an unknown one, or a name of the language itself, changes nothing', () => {
  const text = (reason: string) => renderProblem(site, { ...problem, status: 403, reason })
  expect(text('origin')).toContain('ほかのサイトから')
  expect(text('constructor')).toBe(text('role'))
})

test('each page names its address, its languages and nothing inline', () => {
  const html = renderProblem(site, { ...problem, status: 404 })
  expect(html).toContain('<link rel="canonical" href="https://example.jp/x?y=1"/>')
  expect(html).toContain('hreflang="en" href="https://example.jp/x?y=1&amp;lang=en"')
  expect(html).not.toMatch(/<style|<script(?! type="module" src="\/a\.js">)/)
})

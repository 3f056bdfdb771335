import { expect, test } from 'vitest'
import { parseHtml } from '#web/html/parse-html.ts'
import type { Feed } from './feed.ts'
import { rfc822, writeAtom, writeJsonFeed, writeRss } from './formats.ts'

const feed: Feed = {
  title: '見本市の新着 & <b>',
  language: 'ja',
  home: 'https://example.jp/mihon',
  self: 'https://example.jp/mihon/feed.atom?lang=ja&kind=issue',
  id: 'tag:example.jp,2026:122246/feed',
  updated: '2026-11-20T00:00:00+09:00',
  items: [
    {
      id: 'tag:example.jp,2026:122246/issue/x',
      title: 'こわれた\u0000文字\u000b ]]> </title> \ud800 終わり',
      summary: '"引用" \u001b \uffff',
      url: 'https://example.jp/mihon/issues/x',
      kind: '地域課題',
      at: '2026-11-20T00:00:00+09:00',
    },
  ],
}

// XML 1.0, production [2] Char.
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

test.each([
  ['RSS', writeRss],
  ['Atom', writeAtom],
] as const)('%s は、何が書かれていても正しい XML である', (_, write) => {
  const xml = write(feed)
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/)
  expect(xml).toMatch(allowed)
  expect(xml.isWellFormed()).toBe(true)
  expect(
    parseHtml(
      xml
        .replace(/^<\?xml.*\?>/, '')
        .replaceAll('<link>', '<l>')
        .replaceAll('</link>', '</l>'),
    ).mismatches,
  ).toEqual([])
  // Nothing but what we know is written as a sign of XML.
  expect(xml.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toContain('&')
  expect(xml).toContain('&lt;/title&gt;')
})

test('日付には地域の時刻のずれが付き、番号は変わらない', () => {
  expect(rfc822('2026-11-20T00:00:00+09:00')).toBe('Fri, 20 Nov 2026 00:00:00 +0900')
  expect(writeRss(feed)).toContain('<pubDate>Fri, 20 Nov 2026 00:00:00 +0900</pubDate>')
  expect(writeAtom(feed)).toContain('<updated>2026-11-20T00:00:00+09:00</updated>')
  for (const text of [writeRss(feed), writeAtom(feed), writeJsonFeed(feed)])
    expect(text).toContain('tag:example.jp,2026:122246/issue/x')
})

test('JSON Feed は 1.1 の必要な項目を持つ', () => {
  const json = JSON.parse(writeJsonFeed(feed))
  expect(json.version).toBe('https://jsonfeed.org/version/1.1')
  expect(json.items[0]).toMatchObject({ id: feed.items[0]!.id, date_published: feed.items[0]!.at })
})

import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#kernel/bilingual.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { renderPart } from '#web/html/render.ts'
import { pageAsked } from '#web/paging.ts'
import { cityOf } from '../../groups/presets.fixture.ts'
import type { Entry, EntryKind } from '../entry.ts'
import { type Found, foundNothing, mostPages } from '../found.ts'
import { readQuestion } from '../question.ts'
import { SearchPage } from './search-page.tsx'

const entry: Entry = {
  cityId: 142042,
  kind: 'group',
  id: 'a',
  title: { ja: '子ども食堂の会 <b>', en: 'Children’s kitchen' },
  summary: { ja: '毎週水曜日に開く食堂です。', en: 'Every Wednesday.' },
  url: '/kamakura/groups/a',
  happenedOn: '2026-04-01',
}

const found = (typed: string, more: Partial<Found> = {}): Found => ({
  ...foundNothing(readQuestion(typed)),
  ...more,
})

const some = (typed: string, more: Partial<Found> = {}): Found =>
  found(typed, {
    entries: [entry],
    total: 1,
    counts: new Map<EntryKind, number>([
      ['group', 1],
      ['plan-item', 2],
    ]),
    ...more,
  })

const show = (one: Found, lang: Language = 'ja'): string =>
  `<html lang="ja"><body>${renderPart(
    <SearchPage
      lang={lang}
      city={cityOf('kamakura')}
      found={one}
      now={new Date('2026-11-20T01:00:00Z')}
    />,
  )}</body></html>`

const states: readonly [string, Found][] = [
  ['何もさがしていない', found('')],
  ['見つかった', some('子供')],
  ['たくさん見つかった', some('子供', { total: 1_000, more: true, page: 3 })],
  ['種類でしぼった', some('子供', { kind: 'group' })],
  ['ない', found('里山 海岸')],
  ['この種類にはない', found('子供', { kind: 'issue', counts: new Map([['group', 3]]) })],
  ['種類だけ', some('', { kind: 'group' })],
  ['種類だけで、まだない', found('', { kind: 'issue' })],
  ['記号だけ', found('%_"')],
  ['ないページ', some('子供', { entries: [], page: 9 })],
  ['悪い言葉', found('"><script>alert(1)</script>')],
]

describe.each(languages)('検索のページ（%s）', (lang) => {
  test.each(states)('%s', (_, one) => {
    const html = show(one, lang)
    expect(checkHtml(html)).toEqual([])
    expect(html).not.toContain('<script>')
  })
})

test('さがした言葉に、書き方がちがっても印がつく', () => {
  const html = show(some('子供 水'))
  expect(html).toContain('<mark>子ども</mark>食堂の会 &lt;b>')
  expect(html).toContain('毎週<mark>水</mark>曜日')
})

test('種類ごとの数と、しぼりこむリンクがある', () => {
  const html = show(some('子供', { kind: 'group' }))
  expect(html).toContain('/kamakura/search?q=%E5%AD%90%E4%BE%9B&amp;kind=plan-item')
  expect(html).toContain('aria-current="true"')
  expect(html).toContain('<span>3件</span>')
})

test('数えきらないときは1,000件以上と伝え、種類ごとの数は出さない', () => {
  const html = show(some('子供', { total: 1_000, more: true, counts: new Map([['group', 1_001]]) }))
  expect(html).toContain('1,000件以上')
  expect(html).not.toContain('1,001')
})

test('見つからないときは、言葉を一つずつさがすリンクと問合せ先がある', () => {
  const alone = [
    { word: '里山', count: 3 },
    { word: '海苔', count: 0 },
  ]
  const nearby = [{ word: '海苔', instead: '海岸' }]
  const html = show(found('里山 海苔', { help: { alone, nearby } }))
  expect(html).toContain('「里山」だけでさがす（3件）')
  expect(html).toContain('「海苔」をふくむものはありません')
  expect(html).toContain('>里山 海岸</a>')
  expect(html).toContain(cityOf('kamakura').contact.office.ja)
})

test('この種類にないときは、ほかの種類でいくつ見つかるかを伝える', () => {
  const html = show(found('子供', { kind: 'issue', counts: new Map([['group', 3]]) }))
  expect(html).toContain('種類をしぼらずにさがす（3件）')
})

test('受付中か、これからか、終わったかを言葉で示す', () => {
  const call = (opensOn: Entry['opensOn'], closesOn: Entry['closesOn']) =>
    show(some('子供', { entries: [{ ...entry, kind: 'call', opensOn, closesOn }] }))
  expect(call('2026-11-01', '2026-11-20')).toContain('受付中（令和8年11月20日（金）まで）')
  expect(call('2026-11-21', '2026-12-20')).toContain('令和8年11月21日（土）から受付')
  expect(call('2026-10-01', '2026-11-19')).toContain('受付終了')
  const hour = (closesAt: string) =>
    show(some('子供', { entries: [{ ...entry, kind: 'call', closesOn: '2026-11-20', closesAt }] }))
  expect(hour('09:59')).toContain('受付終了')
  expect(hour('10:01')).toContain('受付中（令和8年11月20日（金）10:01まで）')
})

test.each([
  [null, 1],
  ['0', 1],
  ['3', 3],
  ['-1', 1],
  ['9999999', 50],
  ['999', 50],
  ['1e3', 1],
])('ページ「%s」は%dページ目', (asked, page) => {
  expect(pageAsked(new URLSearchParams(asked === null ? {} : { page: asked }), mostPages)).toBe(
    page,
  )
})

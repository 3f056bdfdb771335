import { expect, test } from 'vitest'
import { isCurrent, isPublicNews, summaryOf } from './news.ts'
import { isOpenOffer } from './offer.ts'

test('お知らせの要約は、印を取って100文字までにする', () => {
  expect(summaryOf('## 見出し\n\n- **強い**言葉\n[市](https://example.jp)')).toBe(
    '見出し 強い言葉 市',
  )
  expect([...summaryOf('あ'.repeat(100))]).toHaveLength(100)
  expect(summaryOf('あ'.repeat(101))).toBe(`${'あ'.repeat(99)}…`)
})

test('のせておく最後の日までは一覧にあり、次の日に外れる', () => {
  expect(isCurrent({ showUntil: '2026-11-20' }, '2026-11-20')).toBe(true)
  expect(isCurrent({ showUntil: '2026-11-20' }, '2026-11-21')).toBe(false)
  expect(isCurrent({ showUntil: null }, '2099-01-01')).toBe(true)
})

test('登録が終わった団体のお知らせ、下書き、止められたものは、だれも読まない', () => {
  const news = { publishedAt: new Date(), moderation: 'shown' as const, groupRegistered: true }
  expect(isPublicNews(news)).toBe(true)
  expect(isPublicNews({ ...news, groupRegistered: false })).toBe(false)
  expect(isPublicNews({ ...news, publishedAt: null })).toBe(false)
  expect(isPublicNews({ ...news, moderation: 'mended' })).toBe(false)
})

test('できること・ほしいことは、期限の日まで返事ができる', () => {
  const offer = {
    publishedAt: new Date(),
    closedAt: null,
    openUntil: '2026-11-20' as const,
    moderation: 'shown' as const,
  }
  expect(isOpenOffer(offer, '2026-11-20')).toBe(true)
  expect(isOpenOffer(offer, '2026-11-21')).toBe(false)
  expect(isOpenOffer({ ...offer, closedAt: new Date() }, '2026-11-20')).toBe(false)
})

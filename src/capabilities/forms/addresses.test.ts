import { expect, test } from 'vitest'
import { problemTexts } from './problems.ts'
import { readValue } from './read-value.ts'

const read = (typed: string) => readValue('url', typed, {})

test.each([
  ['www.example.jp', 'https://www.example.jp'],
  ['example.jp', 'https://example.jp'],
  ['ｗｗｗ．example.jp/club?a=1', 'https://www.example.jp/club?a=1'],
  ['http://example.jp/', 'http://example.jp/'],
  ['https://example.jp/', 'https://example.jp/'],
])('アドレス %s は %s として受け取る', (typed, stored) => {
  expect(read(typed)).toEqual({ ok: true, value: stored })
})

test.each(['検索してください', 'javascript:alert(1)', 'mailto:a@example.jp', 'なし', 'a b.jp'])(
  '%s はアドレスではない',
  (typed) => {
    expect(read(typed)).toEqual({ ok: false, error: 'url' })
  },
)

test('@で始まる名前は断り、アドレスの見つけ方を欄の名前といっしょに示す', () => {
  expect(read('@satoyama_kai')).toEqual({ ok: false, error: 'accountName' })
  expect(read('＠satoyama')).toEqual({ ok: false, error: 'accountName' })
  const label = { ja: 'SNS', en: 'Social media' }
  expect(problemTexts.accountName({ label }).ja).toMatch(/「SNS」.*リンクをコピー/)
  expect(problemTexts.url({ label }).ja).toContain('「SNS」')
})

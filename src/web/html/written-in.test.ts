import { describe, expect, test } from 'vitest'
import { nameJapanese } from './written-in.ts'

const named = (inside: string): string => {
  const page = (part: string) =>
    `<!doctype html><html lang="en"><body><main>${part}</main></body></html>`
  const { html } = nameJapanese(page(inside))
  return html.slice(page('').indexOf('</main>'), html.length - '</main></body></html>'.length)
}
const told = (main: string, before = ''): boolean =>
  nameJapanese(`<html lang="en"><body>${before}<main>${main}</main></body></html>`).told

describe('英語のページの中の日本語', () => {
  test.each([
    ['<p>海をきれいにする会</p>', '<p lang="ja">海をきれいにする会</p>'],
    ['<a href="/x">NPO法人 海の会</a>', '<a lang="ja" href="/x">NPO法人 海の会</a>'],
    [
      '<p>Registered as 海の 会 in May</p>',
      '<p><span>Registered as <span lang="ja">海の 会</span> in May</span></p>',
    ],
    ['<li><b>New</b> 海の会</li>', '<li><b>New</b> <span lang="ja">海の会</span></li>'],
    ['<img alt="砂浜の絵">', '<img lang="ja" alt="砂浜の絵">'],
    ['<p>One<br>二つめ</p>', '<p>One<br><span lang="ja">二つめ</span></p>'],
  ])('%s は、日本語の部分に lang が付く', (given, expected) => {
    expect(named(given)).toBe(expected)
  })

  test.each([
    '<p>Only English, 12 of 30.</p>',
    '<p lang="ja">海の<b>会</b></p>',
    '<div lang="ja"><p>海の会</p></div>',
    '<textarea>書きかけの文</textarea>',
    '<select><option value="a">海</option></select>',
    '<script type="application/ld+json">{"name":"海の会"}</script>',
    '<a href="/a" title="海 > 山">x</a>',
    '<!-- 海 --><p>x</p>',
  ])('%s は、そのまま', (given) => {
    expect(named(given)).toBe(given)
  })

  test('文があるときだけ、日本語だけの文があると言う。名前や題だけ、見出しの外だけでは言わない', () => {
    expect(told('<p>毎月1回、砂浜を歩いて、ごみを拾います。</p>')).toBe(true)
    expect(told('<div lang="ja"><p>毎月1回、砂浜を歩いて、ごみを拾います。</p></div>')).toBe(true)
    expect(told('<h1>浜の砂を見つめる会（見本）</h1><p>We walk the beach.</p>')).toBe(false)
    expect(told('<p>x</p>', '<p>毎月1回、砂浜を歩いて、ごみを拾います。</p>')).toBe(false)
    expect(told('<textarea>毎月1回、砂浜を歩いて、ごみを拾います。</textarea>')).toBe(false)
  })
})

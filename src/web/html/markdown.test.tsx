import { expect, test } from 'vitest'
import { checkHtml } from './check-html.ts'
import { renderMarkdown } from './markdown.ts'
import { renderPart } from './render.ts'

const render = (text: string): string => renderPart(<div>{renderMarkdown(text)}</div>)

test('書いた人のHTMLは文字として出し、画像は外から読みこまない', () => {
  const html = render('<script>alert(1)</script>\n\n![絵](https://example.com/a.png)')
  expect(html).not.toContain('<script')
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('<img')
})

test('動くものを指すリンクは作らず、外へのリンクには印をつける', () => {
  expect(render('[押す](javascript:alert(1))')).not.toContain('<a')
  expect(render('[市](https://example.jp/)')).toContain('rel="nofollow ugc noopener"')
})

test('見出しはページの見出しの下から始まり、日本語に接した強調も効く', () => {
  const html = render('# 大見出し\n\n**「強調」**です')
  expect(html).toContain('<h2>大見出し</h2>')
  const jumping = render('### 一\n\n##### 二\n\n# 三')
  expect(jumping.match(/<h\d>/g)).toEqual(['<h2>', '<h3>', '<h2>'])
  expect(html).toContain('<strong>「強調」</strong>です')
  expect(checkHtml(html)).toEqual([])
})

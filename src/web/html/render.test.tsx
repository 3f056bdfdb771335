import { expect, test } from 'vitest'
import { jsx } from './jsx-runtime.ts'
import { renderPage, renderPart } from './render.ts'
import { trustedHtml } from './trusted-html.ts'
import { isSafeUrl } from './url.ts'

const canary = `<script>alert("1")</script>&'`

test('what someone typed is escaped in text and in attributes', () => {
  expect(renderPart(<p title={canary}>{canary}</p>)).toBe(
    `<p title="&lt;script>alert(&quot;1&quot;)&lt;/script>&amp;'">&lt;script>alert(&quot;1&quot;)&lt;/script>&amp;'</p>`,
  )
})

test('what someone typed is escaped in a textarea and in an option', () => {
  expect(renderPart(<textarea id="a" name="a" value="</textarea><b>" />)).toBe(
    '<textarea id="a" name="a">&lt;/textarea>&lt;b></textarea>',
  )
  expect(renderPart(<option value={'"'}>{'<'}</option>)).toBe(
    '<option value="&quot;">&lt;</option>',
  )
})

test('the chosen option of a select is marked', () => {
  const select = (
    <select id="a" name="a" value="2">
      <option value="1">一</option>
      <option value="2">二</option>
    </select>
  )
  expect(renderPart(select)).toContain('<option selected value="2">')
})

const dangerous = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0000\u0001javascript:alert(1)',
  'java\tscr\nipt:alert(1)',
  'javascript\r:alert(1)',
  '\u00a0javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,AAAA',
  'vbscript:msgbox(1)',
  'blob:https://example.jp/1',
  'file:///etc/passwd',
  'view-source:javascript:1',
]

test.each(dangerous)('the address %j never reaches a browser', (address) => {
  expect(isSafeUrl(address)).toBe(false)
  expect(renderPart(<a href={address}>団体</a>)).toBe('<a>団体</a>')
  expect(renderPart(<img src={address} alt="" />)).toBe('<img alt/>')
  expect(renderPart(<form method="post" action={address} />)).toBe('<form method="post"></form>')
  expect(renderPart(<button type="submit" formaction={address} />)).toBe(
    '<button type="submit"></button>',
  )
})

const harmless = [
  '',
  '#main',
  '?page=2',
  '/kamakura/groups',
  'https://example.jp/?u=javascript:1',
  'mailto:a@example.jp',
  'tel:0467-00-0000',
  './a:b',
  '/javascript:1',
]

test.each(harmless)('the address %j is kept as it is', (address) => {
  expect(renderPart(<a href={address}>団体</a>)).toBe(
    address === '' ? '<a href>団体</a>' : `<a href="${address}">団体</a>`,
  )
})

test.each(['onclick', 'ONLOAD', 'style', 'dangerouslySetInnerHTML', 'srcdoc', 'a b', 'x"y'])(
  'an attribute named %j is refused even where the compiler did not see it',
  (name) => {
    expect(() => jsx('p', { [name]: 'x' })).toThrow(/attribute/)
  },
)

test('a script with content is refused even where the compiler did not see it', () => {
  expect(() => jsx('script', { children: 'alert(1)' })).toThrow('files only')
})

test('data that looks like a node is not taken for one', () => {
  const forged = JSON.parse('{"type":"b","props":{"dangerouslySetInnerHTML":{"__html":"<i>"}}}')
  expect(renderPart(<p>{forged}</p>)).toBe('<p></p>')
})

test('trusted HTML stands unescaped and without an element around it', () => {
  expect(renderPart(<p>{trustedHtml('<b>一</b>')}二</p>)).toBe('<p><b>一</b>二</p>')
  expect(renderPart(trustedHtml('<b>一</b>'))).toBe('<b>一</b>')
})

test('a page begins with its document type', () => {
  expect(renderPage(<html lang="ja" />)).toBe('<!doctype html><html lang="ja"></html>')
})

test('nothing, false and lists are rendered as a reader expects', () => {
  expect(renderPart(<p>{[null, undefined, false, 0, '', '一', <b key="1">二</b>]}</p>)).toBe(
    '<p>0一<b>二</b></p>',
  )
})

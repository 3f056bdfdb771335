import { expect, test } from 'vitest'
import { checkHtml } from './check-html.ts'
import { JsonLd } from './json-ld.ts'
import { renderPart } from './render.ts'

const typed = '</script><script>alert(1)</script><!-- & \u2028 "引用" 𠮷'

test('人の書いた文字が、データの終わりになることはない', () => {
  const html = renderPart(<JsonLd data={{ '@context': 'https://schema.org', name: typed }} />)
  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script'])
  const inside = html.replace(/^<script type="application\/ld\+json">|<\/script>$/g, '')
  expect(inside).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(inside).name).toBe(typed)
  expect(checkHtml(html)).toEqual([])
})

test('命令としての script は、いまも見つかる', () => {
  expect(checkHtml('<script>alert(1)</script>')).toEqual(['inline: <script>'])
})

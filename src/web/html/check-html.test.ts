import { expect, test } from 'vitest'
import { checkHtml } from './check-html.ts'

const sound = `<!doctype html><html lang="ja"><head><title>団体</title></head><body>
<a href="#main">本文へ</a><main id="main"><h1>団体</h1><h2>a</h2><h3>b</h3><h2>c</h2>
<label for="q">検索</label><input type="search" id="q" name="q" aria-describedby="hint"/><p id="hint">例 &lt;b&gt;</p>
<button type="submit"><svg aria-hidden="true"><path d="M0 0"/></svg>さがす</button>
<a href="/"><img src="/a.png" alt="つなぐ"/></a></main></body></html>`

test('a sound page has no problem', () => {
  expect(checkHtml(sound)).toEqual([])
})

test.each([
  ['<p aria-descrbedby="a" id="a">x</p>', 'unknown-aria: aria-descrbedby on <p a>'],
  ['<p id="a">x</p><p id="a">y</p>', 'duplicate-id: a'],
  ['<label for="a">x</label>', 'lost-reference: for="a" on <label>'],
  ['<p aria-labelledby="a b" id="a">x</p>', 'lost-reference: aria-labelledby="b" on <p a>'],
  ['<table><tr><td headers="h">x</td></tr></table>', 'lost-reference: headers="h" on <td>'],
  ['<a href="#nowhere">x</a>', 'lost-reference: href="#nowhere" on <a>'],
  ['<h2>a</h2><h4>b</h4>', 'heading-jump: h2 to h4'],
  ['<html lang="ja"></html>', 'missing-h1'],
  ['<html lang="ja"><h1>a</h1><h1>b</h1></html>', 'several-h1: 2'],
  ['<a href="/"> </a>', 'empty: <a>'],
  ['<a href="/"><span aria-hidden="true">x</span></a>', 'empty: <a>'],
  ['<a href="/"><img alt src="/a.png"/></a>', 'empty: <a>'],
  ['<button type="submit"></button>', 'empty: <button>'],
  ['<input type="text" id="a" name="a"/>', 'unlabelled: <input a>'],
  ['<p style="color:red">x</p>', 'inline: style on <p>'],
  ['<p onclick="x()">x</p>', 'inline: onclick on <p>'],
  ['<script>x()</script>', 'inline: <script>'],
  ['<a>x</a>', 'no-address: <a>'],
  ['<p><b>x</p></b>', 'mismatch: </p> closes <b>'],
  ['<p>x', 'mismatch: <p> is never closed'],
])('%s is found out', (html, problem) => {
  expect(checkHtml(html)).toContain(problem)
})

test('hidden fields need no label, and what a template holds is no part of the page', () => {
  expect(checkHtml('<input type="hidden" name="a" value="1"/>')).toEqual([])
  expect(checkHtml('<p id="a">x</p><template><p id="a">y</p></template>')).toEqual([])
})

test('text that looks like tags inside a textarea is text', () => {
  expect(checkHtml('<textarea id="a" name="a" aria-label="文"><b></textarea>')).toEqual([])
})

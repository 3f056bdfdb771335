import { expect, test } from 'vitest'
import { formOf } from '../form-data.ts'
import type { View } from '../html/jsx-runtime.ts'
import { listElements, parseHtml } from '../html/parse-html.ts'
import { renderPart } from '../html/render.ts'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  FileInput,
  Form,
  HiddenInput,
  RadioGroup,
  Select,
  Textarea,
  TextInput,
} from '../ui/index.ts'
import { findFormPage } from './form-page.ts'
import {
  hasOwnWords,
  isTooLong,
  isWorthKeeping,
  keepWritten,
  readKeptForm,
  writeKeptForm,
} from './kept-form.ts'
import { refillForm } from './refill.ts'

const options = [
  { value: 'a', label: 'あ' },
  { value: 'b', label: 'い' },
]

type Shown = {
  readonly title?: string
  readonly body?: string
  readonly mode?: string
  readonly marks?: readonly string[]
  readonly side?: string
  readonly agreed?: boolean
  readonly base?: string
}

/** A form as a capability draws it, with what it is given. */
const draw = (shown: Shown, key = 'key-2', action = '/town/things'): View => (
  <Form action={action} idempotencyKey={key} files>
    <HiddenInput name="base" value={shown.base ?? '1'} />
    <TextInput lang="ja" name="title" label="題" value={shown.title} />
    <Textarea lang="ja" name="body" label="本文" value={shown.body} max={400} />
    <Select lang="ja" name="mode" label="形" options={options} value={shown.mode} />
    <CheckboxGroup lang="ja" name="marks" label="印" options={options} values={shown.marks} />
    <RadioGroup lang="ja" name="side" label="側" options={options} value={shown.side} />
    <Checkbox lang="ja" name="agreed" label="同意" checked={shown.agreed} />
    <TextInput lang="ja" name="password" type="password" label="パスワード" />
    <FileInput
      lang="ja"
      name="file"
      label="書類"
      accept={['.pdf']}
      limits={{ types: 'PDF', size: '10MB' }}
    />
    <Button name="intent" value="save">
      送る
    </Button>
  </Form>
)

const written: Required<Shown> = {
  title: '"川" & <橋>',
  body: '\n一行目\n</textarea><b>太字</b> $& $1',
  mode: 'b',
  marks: ['a', 'b'],
  side: 'a',
  agreed: true,
  base: '1',
}

const keptOf = (fields: Record<string, string | readonly string[]>) =>
  keepWritten(formOf(fields), { action: '/town/things', page: '/town/things/new' })

const kept = keptOf({
  ...written,
  agreed: 'yes',
  intent: 'save',
  idempotency_key: 'key-1',
  password: 'ひみつ',
})

/** What a reader's browser makes of it, whatever the order of attributes. */
const seen = (html: string) =>
  listElements(parseHtml(html).root).map(({ name, attributes, children }) => [
    name,
    Object.fromEntries([...attributes].toSorted()),
    children.filter((child) => typeof child === 'string'),
  ])

test('欄を埋め直した画面は、書かれた値で描いた画面と同じ', () => {
  const page = renderPart(draw({ title: '前の題', mode: 'a', marks: ['b'], side: 'b' }))
  const refilled = refillForm(page, kept)
  expect(seen(refilled.html)).toEqual(seen(renderPart(draw(written))))
  expect(refilled.leftOver).toEqual([])
})

test('パスワードと、一度きりの送信の鍵は残さない', () => {
  expect(writeKeptForm(kept)).not.toMatch(/ひみつ|key-1/)
})

test('外した印は、外れたままもどる', () => {
  const page = renderPart(draw({ marks: ['a', 'b'], agreed: true }))
  const bare = refillForm(page, keptOf({ title: '題' })).html
  expect(page).toContain('checked')
  expect(bare).not.toContain('checked')
})

test('画面になくなった欄の内容は、捨てずに示す。押したボタンの名は内容ではない', () => {
  const gone = keptOf({ title: '題', 'rows.3.name': '四行目の人', intent: 'save' })
  expect(refillForm(renderPart(draw({})), gone).leftOver).toEqual(['四行目の人'])
  const elsewhere = renderPart(draw({}, 'k', '/town/other'))
  expect(refillForm(elsewhere, gone)).toEqual({
    html: elsewhere,
    leftOver: ['題', '四行目の人', 'save'],
  })
})

test('選べなくなった値も、捨てずに示す。ほかの値はもどる', () => {
  const gone = keptOf({ mode: 'なくなった形', side: 'なくなった側', marks: ['a', 'なくなった印'] })
  const { html, leftOver } = refillForm(renderPart(draw({})), gone)
  expect(leftOver.toSorted()).toEqual(['なくなった側', 'なくなった印', 'なくなった形'].toSorted())
  expect(html.match(/checked/g)).toHaveLength(1)
})

test('長すぎる様式は、預かる前にそうとわかる', () => {
  const text = (length: number) => keptOf({ body: 'あ'.repeat(length) })
  expect(isTooLong(text(900_000))).toBe(false)
  expect(readKeptForm('town', writeKeptForm(text(900_000)))).toBeDefined()
  expect(isTooLong(text(1_000_000))).toBe(true)
  expect(readKeptForm('town', writeKeptForm(text(1_010_000)))).toBeUndefined()
})

test('手で書いた内容があるかどうかを、符号や番号と見分ける', () => {
  expect(hasOwnWords(keptOf({ intent: 'approve', day: '2026-11-20', next: '/town/me' }))).toBe(
    false,
  )
  expect(hasOwnWords(keptOf({ intent: 'approve', reason: '転居のため' }))).toBe(true)
})

test('同じ宛先の様式がいくつもあるときは、隠れた値の合うものを埋める', () => {
  const page = renderPart(
    <>
      {draw({ base: '1' })}
      {draw({ base: '2' })}
    </>,
  )
  const [first, second] = refillForm(page, keptOf({ base: '2', title: '題' })).html.split('</form>')
  expect([first?.includes('value="題"'), second?.includes('value="題"')]).toEqual([false, true])
})

test('見知らぬ宛先や形の預かりものは読まない', () => {
  const text = writeKeptForm(kept)
  expect(readKeptForm('town', text)).toEqual(kept)
  expect(readKeptForm('other', text)).toBeUndefined()
  for (const page of [
    'https://evil.example/',
    '//evil.example/',
    '/town//x',
    '/town/\\x',
    '/town/\n',
  ])
    expect(readKeptForm('town', JSON.stringify({ ...kept, page }))).toBeUndefined()
  for (const bad of [
    '',
    '{',
    'null',
    '[]',
    '{"action":1}',
    JSON.stringify({ ...kept, fields: [['a', 'b']] }),
  ])
    expect(readKeptForm('town', bad)).toBeUndefined()
})

test('何も書かれていない様式は預からない', () => {
  expect(isWorthKeeping(keptOf({ idempotency_key: 'k', title: ' ' }))).toBe(false)
  expect(isWorthKeeping(kept)).toBe(true)
})

const page = async () => {
  throw new Error('never called')
}
const routes = [
  {
    method: 'GET',
    path: '/:city/things',
    action: 'things.list',
    audience: ['everyone'],
    handle: page,
  },
  {
    method: 'GET',
    path: '/:city/things/:id',
    action: 'things.show',
    audience: ['everyone'],
    handle: page,
  },
  {
    method: 'POST',
    path: '/:city/things/:id/removal',
    action: 'things.remove',
    audience: ['person'],
    handle: page,
  },
] as const

const pageOf = (path: string, referer?: string): string =>
  findFormPage(
    routes,
    { path, headers: new Headers({ host: 'site.example', ...(referer ? { referer } : {}) }) },
    'https://site.example',
  )

test('送り先に画面がなければ、送った画面か、いちばん近い上の画面にもどる', () => {
  const sent = '/town/things/1/removal'
  expect(pageOf(sent, 'https://site.example/town/things?page=2')).toBe('/town/things?page=2')
  expect(pageOf(sent)).toBe('/town/things/1')
  expect(pageOf(sent, 'https://evil.example/town/things')).toBe('/town/things/1')
  expect(pageOf(sent, 'https://site.example/other/things')).toBe('/town/things/1')
  expect(pageOf('/town/nothing/here')).toBe('/town/me')
})

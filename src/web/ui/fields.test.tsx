import { expect, test } from 'vitest'
import { checkHtml } from '#web/html/check-html.ts'
import { renderPart } from '#web/html/render.ts'
import {
  CheckboxGroup,
  cellName,
  DateInput,
  ErrorSummary,
  FileInput,
  Form,
  RadioGroup,
  RepeatedRows,
  Select,
  Textarea,
  TextInput,
} from './index.ts'

test('必須と任意は言葉で示され、指定がなければ何も付かない', () => {
  const input = (required?: boolean) =>
    renderPart(<TextInput lang="ja" name="a" label="氏名" required={required} />)
  expect(input(true)).toContain('※必須')
  expect(input(false)).toContain('※任意')
  expect(input()).not.toContain('※')
})

test('誤りは欄のすぐ下に＊で始まり、欄から先に読まれる', () => {
  const html = renderPart(
    <TextInput lang="ja" name="a" label="氏名" hint="例：見本花子" error="氏名を書いてください" />,
  )
  expect(html).toContain('aria-describedby="a-error a-hint" aria-invalid="true"')
  expect(html).toContain('<p class="error-text" id="a-error">＊氏名を書いてください</p>')
  expect(checkHtml(html)).toEqual([])
})

test('誤りの一覧の行き先は、選択肢の組でも最初の欄である', () => {
  const html = renderPart(
    <>
      <ErrorSummary lang="ja" errors={[{ id: 'kind', message: '種類を選んでください' }]} />
      <RadioGroup
        lang="ja"
        name="kind"
        label="種類"
        options={[
          { value: 'x', label: '一' },
          { value: 'y', label: '二' },
        ]}
      />
    </>,
  )
  expect(html).toContain('href="#kind"')
  expect(html).toContain('<input type="radio" id="kind" name="kind" value="x"')
  expect(html).toContain('<input type="radio" id="kind-2" name="kind" value="y"')
  expect(checkHtml(html)).toEqual([])
})

test('誤りがなければ一覧は出ない', () => {
  expect(renderPart(<ErrorSummary lang="ja" errors={[]} />)).toBe('')
})

test('選んだものは選んだまま戻る', () => {
  const options = [
    { value: '1', label: '一' },
    { value: '2', label: '二' },
  ]
  expect(renderPart(<Select lang="ja" name="a" label="a" options={options} value="2" />)).toContain(
    '<option selected value="2">',
  )
  const boxes = renderPart(
    <CheckboxGroup lang="ja" name="a" label="a" options={options} values={['2']} />,
  )
  expect(boxes).toMatch(/value="2" checked/)
  expect(boxes).not.toMatch(/value="1" checked/)
})

test('文章の先頭の改行は、欄に戻しても失われない', () => {
  expect(renderPart(<Textarea lang="ja" name="a" label="a" value={'\n\n二行目'} />)).toContain(
    '>\n\n\n二行目</textarea>',
  )
})

test('日付は一つの欄で、和暦と西暦の例を示す', () => {
  const html = renderPart(<DateInput lang="ja" name="d" label="始める日" hint="予定で結構です" />)
  expect(html.match(/<input/g)).toHaveLength(1)
  expect(html).toContain('予定で結構です')
  expect(html).toContain('R8.12.1')
})

test('行の欄は名前と行と列で呼ばれ、予備の行がある', () => {
  const html = renderPart(
    <RepeatedRows
      lang="ja"
      name="budget"
      label="内訳"
      columns={[{ code: 'amount', label: '金額', kind: 'money' }]}
      rows={[{ amount: '1,000' }]}
      errors={{ [cellName('budget', 0, 'amount')]: '多すぎます' }}
    />,
  )
  expect(html).toContain('name="budget.0.amount"')
  expect(html).toContain('name="budget.1.amount"')
  expect(html).toContain('＊多すぎます')
  expect(html).toContain('name="add_row" value="budget"')
  expect(checkHtml(html)).toEqual([])
})

test('前に送ったファイルは残り、外すことができる', () => {
  const html = renderPart(
    <FileInput
      lang="ja"
      name="files"
      label="資料"
      accept={['.pdf']}
      limits={{ types: 'PDF', size: '10MB' }}
      kept={[{ id: 'x1', name: '報告.pdf', size: '12KB' }]}
    />,
  )
  expect(html).toContain('name="files.remove" value="x1"')
  expect(html).toContain('「報告.pdf」を外す')
  expect(checkHtml(html)).toEqual([])
})

test('変更する書式は鍵を持ち、検査はサーバーが行う', () => {
  const html = renderPart(
    <Form action="/x" idempotencyKey="k1">
      <p>a</p>
    </Form>,
  )
  expect(html).toContain('method="post"')
  expect(html).toContain('novalidate')
  expect(html).toContain('<input type="hidden" name="idempotency_key" value="k1"/>')
})

test('日の欄に入っている日は、例と同じ書き方で示される', () => {
  const shown = (lang: 'ja' | 'en', value: string) =>
    /value="([^"]*)"/.exec(
      renderPart(<DateInput lang={lang} name="d" label="日" value={value} />),
    )?.[1]
  expect(shown('ja', '2026-11-28')).toBe('令和8年11月28日')
  expect(shown('ja', '2019-05-01')).toBe('令和元年5月1日')
  expect(shown('en', '2026-11-28')).toBe('2026-11-28')
  // What a person wrote comes back as it was written.
  for (const typed of ['R8.11.28', '11月28日', '2026-13-01']) expect(shown('ja', typed)).toBe(typed)
})

import { expect, test } from 'vitest'
import { checkHtml } from '#web/html/check-html.ts'
import { renderPart } from '#web/html/render.ts'
import { BarList, Deadline, KeyNumbers, Pagination, StepNavigation, Table } from './index.ts'
import { listPages } from './pagination.tsx'

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [4, 20, [1, 2, 3, 4, 5, 0, 20]],
  [10, 20, [1, 0, 9, 10, 11, 0, 20]],
  [20, 20, [1, 0, 19, 20]],
])(
  '%i of %i pages shows the ends and the neighbours, and no gap of one page',
  (page, pages, shown) => {
    expect(listPages(page, pages)).toEqual(shown)
  },
)

const paginate = (page: number, total: number) =>
  renderPart(
    <Pagination lang="ja" page={page} pageSize={20} total={total} hrefOf={(to) => `?page=${to}`} />,
  )

test('件数はいつも示され、一ページなら移動の欄はない', () => {
  expect(paginate(1, 7)).toBe('<p class="page-range">全7件のうち 1〜7件目</p>')
  expect(paginate(1, 0)).toContain('全0件のうち 0〜0件目')
})

test('最初のページに前はなく、最後のページに次はない', () => {
  expect(paginate(1, 41)).not.toContain('rel="prev"')
  expect(paginate(1, 41)).toContain('rel="next"')
  expect(paginate(3, 41)).not.toContain('rel="next"')
  expect(paginate(3, 41)).toContain('全41件のうち 41〜41件目')
})

const deadline = (daysLeft: number) =>
  renderPart(
    <Deadline lang="ja" time={{ iso: '2026-12-01', text: '12月1日' }} daysLeft={daysLeft} />,
  )

test('締切は日数を言葉で示し、過ぎたら受付終了になる', () => {
  expect(deadline(5)).toContain('あと5日')
  expect(deadline(0)).toContain('今日まで')
  expect(deadline(-1)).toContain('受付終了')
})

test('することの期限は、過ぎても終わらず、何日遅れているかを示す', () => {
  const html = renderPart(
    <Deadline
      lang="ja"
      time={{ iso: '2026-12-01', text: '12月1日' }}
      daysLeft={-3}
      passed="overdue"
    />,
  )
  expect(html).toContain('期限を3日過ぎています')
  expect(html).not.toContain('受付終了')
})

test('表は見出しの向きを持ち、数は右に寄り、横に動かせる', () => {
  const html = renderPart(
    <Table
      lang="ja"
      id="t"
      caption="団体"
      columns={[
        { label: '名前', heading: true, cell: (row: string[]) => row[0] },
        { label: '人数', numeric: true, cell: (row: string[]) => row[1] },
      ]}
      rows={[['里山の会', '12']]}
    />,
  )
  expect(html).toContain('<th scope="row">里山の会</th>')
  expect(html).toContain('<td data-numeric="true">12</td>')
  expect(html).toContain('tabindex="0" aria-labelledby="t-caption"')
  expect(checkHtml(html)).toEqual([])
})

test('棒の長さは値の割合で、全部が0でも描ける', () => {
  const bars = (values: number[]) =>
    renderPart(
      <BarList
        id="b"
        caption="数"
        headings={{ label: '分野', value: '団体数' }}
        bars={values.map((value) => ({ label: `l${value}`, value, text: `${value}団体` }))}
      />,
    )
  expect(bars([50, 200])).toContain('<rect width="25.0%"')
  expect(bars([0])).toContain('<rect width="0.0%"')
})

test('段階は全体の数と今の位置を読み上げる', () => {
  const html = renderPart(
    <StepNavigation
      lang="ja"
      steps={[
        { label: '入力', state: 'done', href: '/1' },
        { label: '確認', state: 'current' },
        { label: '完了', state: 'upcoming' },
      ]}
    />,
  )
  expect(html).toContain('全3ステップ中、2ステップ目まで進んでいます')
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
})

test('数の単位は、日本語では続けて、英語では間を空けて書く', () => {
  const number = (unit: string) =>
    renderPart(<KeyNumbers numbers={[{ label: 'x', value: '5', unit, note: 'n' }]} />)
  expect(number('団体')).toContain('<strong>5</strong>団体')
  expect(number('groups')).toContain('<strong>5</strong> groups')
})

import { describe, expect, test } from 'vitest'
import { languages } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { documentsOf } from '#kernel/source.ts'
import { checkHtml } from '#web/html/check-html.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { renderPart } from '#web/html/render.ts'
import { cityOf, presetNames } from '../../groups/presets.fixture.ts'
import { planOf, plansOf } from '../presets.fixture.ts'
import { countLevels } from '../tally.ts'
import type { Filter } from '../tree.ts'
import { ItemPage } from './item-page.tsx'
import { PlanList } from './plan-list.tsx'
import { PlanPage } from './plan-page.tsx'

/** The page's part within a document, so that headings are counted too. */
const render = (view: View): string => `<html lang="ja"><body>${renderPart(view)}</body></html>`

const today: PlainDate = '2026-11-20'

const documents = documentsOf(presetNames.flatMap(plansOf), 'ja')

const showPlan = (preset: string, id: string, filter: Filter = {}): string => {
  const { items, ...plan } = planOf(preset, id)
  return render(
    <PlanPage
      lang="ja"
      city={cityOf(preset)}
      plan={plan}
      items={items}
      filter={filter}
      heads={plansOf(preset)}
      links={[]}
      today={today}
      documents={documents}
    />,
  )
}

const listOf = (today: PlainDate): string => {
  const { items, ...plan } = planOf('kamagaya', 'plan')
  const plans = [{ ...plan, levelCounts: countLevels(plan, items) }]
  return render(<PlanList lang="ja" city={cityOf('kamagaya')} plans={plans} today={today} />)
}

test('計画期間の最後の年度が過ぎた計画は、期間が終わったことを言う', () => {
  expect(listOf('2021-03-31')).not.toContain('計画期間は終わりました')
  expect(listOf('2021-04-01')).toContain('計画期間は終わりました')
  expect(showPlan('kamagaya', 'plan')).toContain(
    '平成28年度（2016年度）から令和2年度（2020年度）まででした',
  )
  expect(showPlan('chigasaki', 'comprehensive-plan')).not.toContain('計画期間は終わりました')
})

const showItem = (preset: string, id: string, no: string): string => {
  const { items, ...plan } = planOf(preset, id)
  const item = items.find((one) => one.no === no)!
  return render(
    <ItemPage lang="ja" city={cityOf(preset)} {...{ plan, items, item, documents }} links={[]} />,
  )
}

describe.each(presetNames)('%s', (preset) => {
  test.each(languages)('計画の一覧、どの計画、どの項目のページにも誤りがない（%s）', (lang) => {
    const city = cityOf(preset)
    const all = plansOf(preset)
    const list = all.map(({ items, ...plan }) => ({
      ...plan,
      levelCounts: countLevels(plan, items),
    }))
    expect(
      checkHtml(render(<PlanList lang={lang} city={city} plans={list} today={today} />)),
    ).toEqual([])
    for (const { items, ...plan } of all) {
      const page = (
        <PlanPage
          {...{ lang, city, plan, items }}
          heads={all}
          links={[]}
          filter={{}}
          today={today}
          documents={documents}
        />
      )
      expect([plan.id, ...checkHtml(render(page))]).toEqual([plan.id])
      for (const item of items)
        expect([
          item.no,
          ...checkHtml(
            render(<ItemPage {...{ lang, city, plan, items, item, documents }} links={[]} />),
          ),
        ]).toEqual([item.no])
    }
  })
})

test('計画のない市の一覧は、何が並ぶかを伝える', () => {
  const html = render(<PlanList lang="ja" city={cityOf('chigasaki')} plans={[]} today={today} />)
  expect(html).toContain('公開している計画はまだありません')
})

test('計画のページに、印刷された番号・分類・年次の印・達成度と基準がすべてある', () => {
  const guideline = showPlan('kamakura', 'guideline')
  for (const text of ['6-(1)-0-1', 'Ⅰ（重点施策）', '26.09%']) expect(guideline).toContain(text)
  const plan = showPlan('yamaguchi', 'plan')
  for (const text of ['Ⅰ-(1)-①', '検討・一部実施', '再掲', '前年度から継続'])
    expect(plan).toContain(text)
  const previous = showPlan('kamagaya', 'previous-plan')
  for (const text of ['達成度 A', '90%以上', '14.81%', '59.26%', '25.93%'])
    expect(previous).toContain(text)
})

test('文書の誤りは、直さずに注記として示す', () => {
  const { warnings } = planOf('yamaguchi', 'plan')
  const html = showPlan('yamaguchi', 'plan')
  expect(html).toContain(`この計画書についての注記（${warnings.length}件）`)
})

test('しぼりこむと、当てはまる数と計画全体へのリンクがある', () => {
  const html = showPlan('kamakura', 'guideline', { class: 'Ⅰ' })
  expect(html).toContain('6項目が当てはまります')
  expect(html).toContain('計画全体にもどる')
})

test('当てはまるものがない、あるいは知らない分類でも、行き止まりにならない', () => {
  for (const filter of [{ class: '<script>' }, { department: 'なし', class: 'Ⅰ' }]) {
    const html = showPlan('kamakura', 'guideline', filter)
    expect(html).toContain('当てはまる項目はありません')
    expect(html).toContain('計画全体にもどる')
    expect(html).not.toContain('<script>')
  }
})

test('再掲の項目は、元の項目とその内容を示す', () => {
  const html = showItem('yamaguchi', 'plan', 'Ⅲ-(2)-②')
  expect(html).toContain('再掲：Ⅱ-(4)-① をもう一度掲げた項目です')
  expect(html).toContain('/yamaguchi/plans/plan/items/%E2%85%A1-(4)-%E2%91%A0')
  expect(html).toContain('目的')
})

test('元の項目は、どこに再掲されているかを示す', () => {
  expect(showItem('yamaguchi', 'plan', 'Ⅱ-(4)-①')).toContain('Ⅲ-(2)-②')
})

test('項目のページに、対象の■□と、矢印の意味がある', () => {
  const html = showItem('yamaguchi', 'plan', 'Ⅳ-(3)-①')
  expect(html).toContain('■')
  expect(html).toContain('□')
  expect(html).toContain('前年度から継続（平成22年度（2010年度）からの「実施」）')
})

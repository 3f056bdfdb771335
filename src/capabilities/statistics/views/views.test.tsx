import { describe, expect, test } from 'vitest'
import { languages } from '#kernel/bilingual.ts'
import { checkHtml } from '#web/html/check-html.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { renderPart } from '#web/html/render.ts'
import { cityOf, presetNames } from '../../groups/presets.fixture.ts'
import { registered } from '../live.fixture.ts'
import { compose } from '../live.ts'
import { statisticsOf, tableOf } from '../presets.fixture.ts'
import { StatisticPage } from './statistic-page.tsx'
import { StatisticsPage } from './statistics-page.tsx'

const render = (view: View): string => `<html lang="ja"><body>${renderPart(view)}</body></html>`

const show = (preset: string, id: string): string =>
  render(
    <StatisticPage
      lang="ja"
      city={cityOf(preset)}
      shown={{ table: tableOf(preset, id) }}
      source="指針"
    />,
  )

const live = [
  {
    label: { ja: '登録団体', en: 'Registered groups' },
    value: '1,234',
    unit: { ja: '団体', en: '' },
    note: { ja: '今日', en: 'today' },
    path: '/x/groups',
  },
]

const liveTables = [registered]

describe.each(presetNames)('%s', (preset) => {
  test.each(languages)('一覧と、どの表のページにも誤りがない（%s）', (lang) => {
    const city = cityOf(preset)
    const { tables } = statisticsOf(preset)
    const list = (
      <StatisticsPage {...{ lang, city, tables, live, liveTables }} sourceOf={(source) => source} />
    )
    expect(checkHtml(render(list))).toEqual([])
    for (const table of tables) {
      const page = <StatisticPage {...{ lang, city, shown: { table } }} source={table.source} />
      expect([table.id, ...checkHtml(render(page))]).toEqual([table.id])
    }
  })
})

test('一覧は、表ごとに基準日・母数・注・出典・種類を示す', () => {
  const { tables } = statisticsOf('kamakura')
  const html = render(
    <StatisticsPage
      {...{ lang: 'ja', city: cityOf('kamakura'), tables, live: [], liveTables }}
      sourceOf={() => '市民活動の指針'}
    />,
  )
  for (const text of ['令和2年（2020年）3月31日（火）', '384、390', '市民活動の指針', '複数回答'])
    expect(html).toContain(text)
  expect(html).toContain(tables[0]!.notes[0]!.ja)
  expect(html).not.toContain('いまの数字')
})

test('いま数えた数は、上にまとめて示す', () => {
  const html = render(
    <StatisticsPage
      {...{ lang: 'ja', city: cityOf('kamakura'), tables: [], live, liveTables }}
      sourceOf={() => ''}
    />,
  )
  expect(html).toContain('1,234')
  expect(html).toContain('公開している統計はまだありません')
})

test('印刷とちがう割合には印がつき、計算と件数を示す', () => {
  const html = show('kamakura', 'joint-proposal-rates')
  expect(html).toContain('※')
  expect(html).toContain('17/19')
  expect(html).toContain('印刷は89.4、計算は89.5（17/19）。 切り捨てると印刷と同じになります。')
  expect(show('kamakura', 'survey-willingness')).not.toContain('印刷された割合が、件数から')
})

test('割合から復元した件数には、そのことがわかる印がつく', () => {
  const html = show('kamakura', 'survey-issues')
  expect(html).toContain('印刷された割合から復元した件数')
  expect(html).toContain('複数回答の問いです')
})

test('年ごとの表には折れ線と、同じ数の表がある', () => {
  const html = show('kamagaya', 'settlement')
  expect(html).toContain('<polyline')
  expect(html).toContain('定住意識 経年変化の折れ線グラフ。数値は表にあります。')
  expect(html).toContain('29.2')
})

test('割合の棒は、50％か100％を端とし、件数の棒は、いちばん大きい値を端とする', () => {
  expect(show('kamakura', 'survey-willingness')).toContain('<rect width="54.4%"')
  expect(show('kamakura', 'joint-proposal-rates')).toContain('<rect width="89.5%"')
  expect(show('kamakura', 'joint-proposals')).toContain('<rect width="100.0%"')
})

test('表のCSVへのリンクがある', () => {
  expect(show('kamakura', 'survey-base')).toContain('/kamakura/statistics/survey-base.csv')
})

test('公表された数といまの数は一つの表に並び、切れ目で線がつながらない', async () => {
  const live = {
    live: registered,
    count: () => registered.count(undefined as never, undefined as never),
  }
  const shown = await compose('registered-groups', tableOf('kamakura', 'registered-groups'), live)
  const html = render(
    <StatisticPage lang="ja" city={cityOf('kamakura')} shown={shown!} source="指針" />,
  )
  for (const text of [
    '公表された数といまの数',
    '146',
    '384',
    '390',
    '412',
    '数え方',
    '≀ いまの前に切れ目',
  ])
    expect(html).toContain(text)
  // 384 and 390 are joined; what stands alone on its side of a break is a dot.
  expect(html.match(/<polyline/g)).toHaveLength(1)
  expect(html.match(/class="chart-break"/g)).toHaveLength(2)
})

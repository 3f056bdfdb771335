import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#kernel/bilingual.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { renderPart } from '#web/html/render.ts'
import { noHelp } from '../../publishing/index.ts'
import { type DirectoryCounts, type ListedGroup, wholeDirectory } from '../directory.ts'
import { drawDistricts, type MapShape, mapFrames, shortName } from '../district-map.ts'
import { cityOf, presetNames } from '../presets.fixture.ts'
import { Directory } from './directory.tsx'
import type { DirectoryProps } from './directory-props.ts'

const listed: ListedGroup = {
  id: '0123456789ab',
  name: '<b>里山</b>を歩く会',
  nameKana: 'サトヤマヲアルクカイ',
  head: 'サ',
  recruiting: true,
  beginners: true,
  jointProjects: 2,
  summary: { ja: '雑木林の手入れ', en: 'care of the woods' },
  fields: ['environment'],
  areas: ['koide', 'whole'],
  days: ['saturday'],
}

const counts = (more: Partial<DirectoryCounts> = {}): DirectoryCounts => ({
  found: 51,
  held: 51,
  more: false,
  total: 60,
  unplaced: 3,
  byValue: {
    field: new Map([
      ['environment', 51],
      ['health', 7],
    ]),
    form: new Map([['npo', 20]]),
    area: new Map([
      ['koide', 12],
      ['kaigan', 3],
      ['whole', 9],
    ]),
    day: new Map([['saturday', 40]]),
  },
  byFlag: { recruiting: 33, beginners: 21, joint: 0 },
  ...more,
})

const show = (more: Partial<DirectoryProps> = {}, lang: Language = 'ja'): string =>
  renderPart(
    <Directory
      lang={lang}
      city={cityOf('chigasaki')}
      filter={wholeDirectory}
      counts={counts()}
      groups={[listed]}
      marks={[]}
      parted={[]}
      help={noHelp}
      {...more}
    />,
  )

const nothing = counts({ found: 0, held: 4 })

const states: readonly (readonly [string, Partial<DirectoryProps>])[] = [
  ['全部', {}],
  [
    'しぼった',
    {
      filter: {
        ...wholeDirectory,
        q: '海',
        field: ['environment'],
        recruiting: true,
        sort: 'match',
      },
    },
  ],
  ['地図', { filter: { ...wholeDirectory, view: 'map', area: ['koide'] } }],
  [
    '地図のない市',
    { filter: { ...wholeDirectory, view: 'map' }, city: { ...cityOf('chigasaki'), areas: [] } },
  ],
  [
    'ない',
    {
      filter: { ...wholeDirectory, q: '里山 海苔', field: ['health'], sort: 'match' },
      groups: [],
      counts: nothing,
      help: {
        alone: [
          { word: '里山', count: 4 },
          { word: '海苔', count: 0 },
        ],
        nearby: [{ word: '海苔', instead: '海岸' }],
      },
    },
  ],
  ['ないページ', { filter: { ...wholeDirectory, page: 9 }, groups: [] }],
  ['まだ1つもない', { groups: [], counts: counts({ found: 0, held: 0, total: 0 }) }],
  ['悪い言葉', { filter: { ...wholeDirectory, q: '"><script>alert(1)</script>' } }],
]

describe.each(languages)('団体をさがすページ（%s）', (lang) => {
  test.each(states)('%s', (_, state) => {
    const html = show(state, lang)
    expect(checkHtml(html)).toEqual([])
    expect(html).not.toContain('<script>')
  })
})

test('名前は文字として出て、50件を超えると次のページがある', () => {
  expect(show()).toContain('&lt;b>里山')
  expect(show()).toContain('/chigasaki/groups?page=2')
})

test('五十音順の一覧は行の見出しに分かれ、そこへ行ける。ほかの順では分かれない', () => {
  const groups = [
    { ...listed, id: 'aaaaaaaaaaaa', head: 'ア' },
    listed,
    { ...listed, id: 'bbbbbbbbbbbb', head: '里' },
  ]
  const html = show({ groups })
  for (const [at, name] of ['あ', 'さ', 'そのほか'].entries()) {
    expect(html).toContain(`<a href="#row-${at + 1}">${name}</a>`)
    expect(html).toMatch(new RegExp(`<h3 id="row-${at + 1}">${name}</h3>`))
  }
  expect(checkHtml(html)).toEqual([])
  expect(show({ groups, filter: { ...wholeDirectory, sort: 'newest' } })).not.toContain('row-1')
})

test('選べるものには数がつき、だれもいないものは出ない', () => {
  const html = show()
  expect(html).toMatch(/環境[^<]*<\/span> <small>51<\/small>/)
  expect(html).not.toContain('name="joint"')
})

test('選んだ条件は、1つずつ外せる', () => {
  const filter = {
    ...wholeDirectory,
    q: '海',
    field: ['environment', 'health'],
    recruiting: true,
    sort: 'match',
  } as const
  const html = show({ filter })
  expect(html).toContain('href="/chigasaki/groups?q=%E6%B5%B7&amp;field=health&amp;recruiting=yes"')
  expect(html).toContain(
    'href="/chigasaki/groups?q=%E6%B5%B7&amp;field=environment&amp;field=health"',
  )
  expect(html).toContain(
    'href="/chigasaki/groups?field=environment&amp;field=health&amp;recruiting=yes"',
  )
})

test('地図の円は、その地域でしぼった一覧へ行き、同じ数の表がそばにある', () => {
  const html = show({ filter: { ...wholeDirectory, view: 'map' } })
  expect(html).toContain('aria-label="小出地区　12団体"')
  expect(html.match(/\/chigasaki\/groups\?area=koide/g)).toHaveLength(3)
  expect(html).toContain('市内全域')
})

test('さがした言葉には印がつく', () => {
  expect(show({ marks: ['里山', '雑木林'] })).toContain('<mark>雑木林</mark>の手入れ')
})

test('見つからないときは、どの言葉がないか、近い言葉、言葉だけの数、問合せ先を示す', () => {
  const html = show(states[4]![1])
  expect(html).toContain('「里山」だけでさがす（4団体）')
  expect(html).toContain('「海苔」をふくむ団体はありません')
  expect(html).toContain('>里山 海岸</a>')
  expect(html).toContain('言葉だけでさがす（4団体）')
  expect(html).toContain(cityOf('chigasaki').contact.office.ja)
})

const shapes = Object.keys(mapFrames) as MapShape[]
const maps = presetNames.flatMap((name) =>
  languages.flatMap((lang) => shapes.map((shape) => [name, lang, shape] as const)),
)

test('電話でも読めるように、細い地図の字は、画面の幅が360pxでも11pxより小さくならない', () => {
  const { width, letter } = mapFrames.narrow
  expect((letter * (360 - 2 * 16 - 2)) / width).toBeGreaterThanOrEqual(11)
})

test('地図の名前は「地区」をつけずに書く', () => {
  expect(['小出地区', '地区', '大内', 'Koide district'].map(shortName)).toEqual([
    '小出',
    '地区',
    '大内',
    'Koide',
  ])
})

test.each(maps)(
  '%sの地図（%s、%s）では、名前どうしも円どうしも重ならず、枠からはみ出さない',
  (name, lang, shape) => {
    const frame = mapFrames[shape]
    const widthOf = (text: string): number =>
      [...text].reduce((sum, sign) => sum + (sign > '\u3000' ? 1 : 0.53), 0) * frame.letter
    const city = cityOf(name)
    const area = new Map(city.areas.map(({ code }, at) => [code, (at * 7) % 30]))
    const drawn = drawDistricts(city.areas, { counts: area, lang, shape })
    expect(drawn).toHaveLength(city.areas.filter(({ place }) => place).length)
    for (const [at, one] of drawn.entries()) {
      expect(one.x - Math.max(one.r, widthOf(one.short) / 2)).toBeGreaterThan(0)
      expect(one.x + Math.max(one.r, widthOf(one.short) / 2)).toBeLessThan(frame.width)
      expect(one.y + one.r + 14).toBeLessThan(frame.height)
      for (const other of drawn.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r)
        const apart = Math.abs(one.y + one.r - other.y - other.r) >= 12
        const beside = Math.abs(one.x - other.x) >= (widthOf(one.short) + widthOf(other.short)) / 2
        expect([one.name, other.name, apart || beside]).toEqual([one.name, other.name, true])
      }
    }
  },
)

test('北の地域は地図でも上にあり、東の地域は右にある', () => {
  const city = cityOf('yamaguchi')
  const drawn = drawDistricts(city.areas, { counts: new Map(), lang: 'ja', shape: 'wide' })
  const at = (code: string) => drawn.find(({ area }) => area.code === code)!
  expect(at('ato').y).toBeLessThan(at('ogori').y)
  expect(at('tokuji').x).toBeGreaterThan(at('kagawa').x)
  expect(at('aio').y).toBeGreaterThan(at('ouchi').y)
})

test('地区でしぼると、市内全域の団体の数と、いっしょに見る道が示され、いっしょのときと全体では示されない', () => {
  const asked = show({ filter: { ...wholeDirectory, area: ['koide'] } })
  expect(asked).toContain('市内全域で活動している団体は9団体あります。')
  expect(asked).toContain('/chigasaki/groups?area=whole&amp;area=koide')
  for (const area of [[], ['whole'], ['whole', 'koide']])
    expect(show({ filter: { ...wholeDirectory, area } })).not.toContain(
      '市内全域の団体もいっしょに',
    )
  const none = counts({ byValue: { ...counts().byValue, area: new Map([['koide', 12]]) } })
  expect(show({ filter: { ...wholeDirectory, area: ['koide'] }, counts: none })).not.toContain(
    '市内全域の団体もいっしょに',
  )
})

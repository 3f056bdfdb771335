import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { corporateCheckDigit } from '#kernel/codes.ts'
import { placeOf } from '../npos/place.ts'
import { checkFile, type Desk, openDesk, runImport, texts } from './world.fixture.ts'

const corporate = (twelve: string): string => corporateCheckDigit(twelve) + twelve

/** The 60 columns of the download, in their order and their widths. */
const header = [
  '法人名称',
  '法人名称カナ',
  '所轄庁',
  '権限移譲先市町村',
  '主たる事務所の所在地',
  '主たる事業所の郵便番号',
  '従たる事務所の所在地',
  '代表者氏名',
  '団体代表者名（フリガナ）',
  '法人設立認証年月日',
  '設立年月日',
  '定款に記載された目的',
  ...[...'１２３４５６７８９'].map((digit) => `活動分野${digit}`),
  ...['１０', '１１', '１２', '１３', '１４', '１５', '１６', '１７', '１８', '１９', '２０'].map(
    (number) => `活動分野${number}`,
  ),
  ...[...'１２３４'].map((digit) => `認定（認定・特例認定${digit}）`),
  ...[...'１２３'].map((digit) => `認定（PST基準${digit}）`),
  '認定（PST基準 条例指定（都道府県及び市区町村名））',
  '認定（認定開始日）',
  '認定（認定満了日）',
  '認定（認定取消日）',
  '認定（特例認定年月日）',
  '認定（特例認定満了日）',
  '認定（特例認定取消日）',
  '監督情報',
  '解散情報',
  '法人情報URL',
  '法人番号',
  '条例個別指定フラグ',
  '特定非営利活動に係る事業',
  'その他の事業',
  '事業年度開始日',
  '事業年度終了日',
]

const rowOf = (values: Readonly<Record<string, string>>): string =>
  header.map((name) => `"${(values[name] ?? '').replaceAll('"', '""')}"`).join(',')

const base = {
  法人名称: '特定非営利活動法人見本の森',
  法人名称カナ: 'トクテイヒエイリカツドウホウジンミホンノモリ',
  所轄庁: '神奈川県',
  主たる事務所の所在地: '鎌倉市御成町１番１号',
  主たる事業所の郵便番号: '2480012',
  代表者氏名: '見本　森太郎',
  法人設立認証年月日: '2005/04/01',
  活動分野２: '○',
  活動分野７: '○',
  '認定（認定・特例認定１）': '○',
  '認定（認定満了日）': '2029/09/01',
  法人番号: corporate('021005001234'),
}

const file = (...rows: readonly string[]) => ({
  name: '000_AdministrativeInputData_20261004.csv',
  bytes: iconv.encode(`${[header.join(','), ...rows].join('\r\n')}\r\n`, 'cp932'),
})

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

describe('内閣府NPO法人ポータルの一括ダウンロード', () => {
  test('全国のファイルから、この市の法人だけを取り、ほかの市と所在地の分からないものは対象外とする', async () => {
    const { one, counts, row } = await checkFile(
      desk,
      file(
        rowOf(base),
        rowOf({
          ...base,
          法人名称: 'よその会',
          主たる事務所の所在地: '逗子市逗子五丁目',
          法人番号: '',
        }),
        rowOf({ ...base, 法人名称: '解散した会', 主たる事務所の所在地: '', 法人番号: '' }),
      ),
    )
    expect([one.kind, one.facts.encoding]).toEqual(['npos', 'cp932'])
    expect([counts.outcome('create'), counts.outcome('left-out')]).toEqual([1, 2])
    expect(row(2).record).toMatchObject({
      fields: ['2', '7'],
      certification: 'certified',
      certifiedUntil: '2029-09-01',
      approvedOn: '2005-04-01',
      postalCode: '248-0012',
    })
    expect(texts(row(3).faults)).toEqual(['主たる事務所が、ほかの市区町村です。'])
  })

  test('法人番号が同じなら、名前が変わっても同じ法人。解散が書かれれば、それが変わるところ', async () => {
    const first = await checkFile(desk, file(rowOf(base)))
    await runImport(desk, first.one)
    const again = await checkFile(desk, file(rowOf(base)))
    expect(again.counts.outcome('same')).toBe(1)
    const { row } = await checkFile(
      desk,
      file(
        rowOf({
          ...base,
          法人名称: '特定非営利活動法人見本の里',
          解散情報: '2026年05月18日 社員総会の決議',
        }),
      ),
    )
    expect(Object.keys(row(2).changes).sort()).toEqual(['dissolution', 'name'])
  })
})

test('同じ名前の市は、都道府県で見分ける', () => {
  const fuchu = {
    name: { ja: '府中市', en: 'Fuchu', kana: '' },
    prefecture: { ja: '東京都', en: '' },
  }
  expect(placeOf({ address: '府中市宮西町2-24', authority: '東京都' }, fuchu)).toBe('here')
  expect(placeOf({ address: '府中市府川町315', authority: '広島県' }, fuchu)).toBe('elsewhere')
  expect(placeOf({ address: '広島県府中市府川町315', authority: '内閣府' }, fuchu)).toBe(
    'elsewhere',
  )
  expect(placeOf({ address: '府中市宮西町2-24', authority: '内閣府' }, fuchu)).toBe('unclear')
})

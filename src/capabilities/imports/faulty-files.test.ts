import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkFile, csv, type Desk, openDesk, runImport, texts } from './world.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

const check = (name: string, bytes: Uint8Array) => checkFile(desk, { name, bytes })
const utf16 = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

describe('ほかの形の、まちがいのある表', () => {
  test('1. BOMのあるUTF-16のタブ区切り', async () => {
    const { one, row } = await check(
      'a.txt',
      utf16('名称\t住所\t電話番号\r\n東会館\t東町1-1\t0467-23-0001\r\n'),
    )
    expect([one.facts.encoding, one.facts.delimiter, row(2).outcome]).toEqual([
      'utf-16le',
      '\t',
      'create',
    ])
  })

  test('2. セミコロン区切りで、引用符の中に改行と区切りがある', async () => {
    const { one, row, counts } = await check(
      'b.csv',
      csv('名称;住所;説明', '西会館;西町1-1;"一階;受付\r\n二階;会議室"'),
    )
    expect([one.facts.delimiter, counts.all]).toEqual([';', 1])
    expect(row(2).record.description).toBe('一階;受付\n二階;会議室')
  })

  test('3. 題名・基準日・空行が見出しの上にあり、終わりに合計と注記がある', async () => {
    const { one, row, counts } = await check(
      'c.csv',
      csv(
        '市内施設一覧,,,',
        '令和8年4月1日現在,,,',
        ',,,',
        '番号,施設名,所在地,定員',
        '1,南会館,南町1-1,30人',
        '2,北会館,北町1-1,"1,200"',
        '合計,,,"1,230"',
        '※1 定員は目安です。,,,',
      ),
    )
    expect([one.plan.header, one.facts.rows]).toEqual([4, 7])
    expect([row(5).record.capacity, row(6).record.capacity]).toEqual([30, 1200])
    expect([counts.outcome('create'), counts.outcome('left-out')]).toEqual([2, 2])
    expect(texts(row(7).faults)).toEqual(['合計の行です。'])
    expect(texts(row(8).faults)).toEqual(['表の下の注記です。'])
  })

  test('4. 見出しが2行にわたる', async () => {
    const { one, row } = await check(
      'd.csv',
      csv(
        '施設名,所在地,位置,,連絡先',
        ',,緯度,経度,電話番号',
        '中会館,中町1-1,35.31923,139.54669,0467-23-0004',
      ),
    )
    expect(one.plan.header).toBe(2)
    expect(row(3).record).toMatchObject({
      name: '中会館',
      latitude: 35.31923,
      phone: '0467-23-0004',
    })
  })

  test('5. Excelで結合した担当課と、2行の結合した見出し', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '施設',
          rows: [
            ['施設名', '位置', null, '所管課'],
            [null, '緯度', '経度', null],
            ['甲会館', 35.31, 139.54, '文化課'],
            ['乙会館', 35.32, 139.55, null],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
            { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
            { startRow: 0, startCol: 3, endRow: 1, endCol: 3 },
            { startRow: 2, startCol: 3, endRow: 3, endCol: 3 },
          ],
        },
      ],
    })
    const { one, row } = await check('e.xlsx', bytes)
    expect(one.plan.header).toBe(2)
    expect(one.facts.notices.map(({ kind }) => kind)).toContain('merged-cells')
    expect([row(3).record.department, row(4).record.department]).toEqual(['bunka', 'bunka'])
    expect(texts(row(3).notes)).toContain('位置が1キロメートルほどのあらさです。')
  })

  test('6. 右の空の列と、途中の空の行', async () => {
    const { one, counts } = await check(
      'f.csv',
      csv('名称,住所,,,', '丙会館,丙町1-1,,,', ',,,,', '丁会館,丁町1-1,,,'),
    )
    expect([one.facts.width, counts.outcome('create')]).toEqual([2, 2])
    expect(one.facts.notices.map(({ kind }) => kind)).toEqual([
      'empty-trailing-columns',
      'empty-rows',
    ])
  })

  test('7. 和暦のいろいろな書き方と、Excelの日付の番号（団体の設立日）', async () => {
    const { row } = await check(
      'g.csv',
      csv(
        '団体名,代表者氏名,設立年月日',
        'いの会,見本 一,昭和64年1月7日',
        'ろの会,見本 二,H元.1.8',
        'はの会,見本 三,令和元年五月一日',
        'にの会,見本 四,43556',
        'ほの会,見本 五,平成40年',
      ),
    )
    expect([2, 3, 5].map((number) => row(number).record.founded)).toEqual([
      '1989-01-07',
      '1989-01-08',
      '2019-04-01',
    ])
    expect(texts(row(5).notes)).toEqual(['表計算の日付の番号として読みました。'])
    expect(row(6).outcome).toBe('refused')
  })

  test('8. CP932の㈱・①・髙・﨑・№と、半角カナ', async () => {
    const { row, one } = await check(
      'h.csv',
      iconv.encode('№,施設名,フリガナ,住所\r\n1,㈱髙﨑①号館,ﾀｶｻﾞｷｲﾁｺﾞｳｶﾝ,①町1-1\r\n', 'cp932'),
    )
    expect(one.facts.encoding).toBe('cp932')
    expect(row(2).record).toMatchObject({ name: '㈱髙﨑①号館', nameKana: 'タカザキイチゴウカン' })
  })

  test('9. 昔のMacの行の終わり（CRだけ）', async () => {
    const { counts } = await check(
      'i.csv',
      Buffer.from('名称,住所\r子会館,子町1-1\r丑会館,丑町1-1\r'),
    )
    expect(counts.outcome('create')).toBe(2)
  })

  test('10. ="0123" の形で守られた番号と電話', async () => {
    const { row } = await check(
      'j.csv',
      csv('NO,名称,住所,電話番号', '="0000012345",寅会館,寅町1-1,="0467230010"'),
    )
    expect(row(2).record).toMatchObject({ sourceId: '0000012345', phone: '0467230010' })
    expect(texts(row(2).notes)).toContain('="…" の形で守られた値を、そのまま読みました。')
  })

  test('11. 先頭の0を失った電話と郵便番号', async () => {
    const { row } = await check(
      'k.csv',
      csv('名称,郵便番号,住所,電話番号', '卯会館,600001,卯町1-1,467230011'),
    )
    expect(row(2).record).toMatchObject({ postalCode: '060-0001', phone: '0467230011' })
    expect(texts(row(2).notes)).toEqual([
      '失われた先頭の0をもどしました。',
      '失われた先頭の0をもどしました。',
    ])
  })

  test('12. 緯度と経度の入れかわりは直して言い、片方だけのものと日本の外は断る', async () => {
    const { row } = await check(
      'l.csv',
      csv(
        '名称,住所,緯度,経度',
        '辰会館,辰町1-1,139.54669,35.31923',
        '巳会館,巳町1-1,35.31923,',
        '午会館,午町1-1,0,0',
      ),
    )
    expect(row(2).record).toMatchObject({ latitude: 35.31923, longitude: 139.54669 })
    expect(texts(row(2).notes)).toEqual(['緯度と経度の入れかわりを直しました。'])
    expect(texts(row(3).faults)).toEqual(['緯度と経度の両方を書いてください。'])
    expect(texts(row(4).faults)).toEqual(['日本の外の場所です。'])
  })

  test('13. 検査数字のない団体コードと、まちがった検査数字', async () => {
    const { row } = await check(
      'm.csv',
      csv(
        '全国地方公共団体コード,名称,住所',
        '14204,未会館,未町1-1',
        '142042,申会館,申町1-1',
        '142041,酉会館,酉町1-1',
      ),
    )
    expect([row(2).record.municipalCode, row(3).outcome, row(4).outcome]).toEqual([
      '142042',
      'create',
      'refused',
    ])
    expect(texts(row(2).notes)).toEqual(['検査数字を加えました。'])
  })

  test('14. 名前が空の行は、どのセルかを言って断り、ほかの行は作る', async () => {
    const { row, counts } = await check('n.csv', csv('名称,住所', ',戌町1-1', '亥会館,亥町1-1'))
    expect(row(2).faults).toMatchObject([{ column: 'name', text: { ja: '必要な欄が空です。' } }])
    expect(counts.outcome('create')).toBe(1)
  })

  test('15. カンマで割れた住所は、直し方が一つなら直して言い、消えたセルのずれは断る', async () => {
    const { row } = await check(
      'o.csv',
      csv(
        '名称,住所,緯度,経度,電話番号,URL',
        '春会館,春町1-1,35.31923,139.54669,0467-23-0015,https://example.jp/a',
        '夏会館,夏町1-1,二階,35.32,139.55,0467-23-0016,https://example.jp/b',
        '秋会館,35.33923,139.56669,0467-23-0017,https://example.jp/c',
      ),
    )
    expect(row(3).record).toMatchObject({ address: '夏町1-1,二階', phone: '0467-23-0016' })
    expect(texts(row(3).notes)[0]).toContain('つなぎ直しました')
    expect(row(4).outcome).toBe('refused')
    expect(texts(row(4).faults)[0]).toContain('左に1つずれています')
  })

  test('16. まったく同じ行は一つだけ作り、見出しのくり返しは飛ばす', async () => {
    const { row, counts } = await check(
      'p.csv',
      csv('名称,住所', '冬会館,冬町1-1', '名称,住所', '冬会館,冬町1-1'),
    )
    expect([counts.outcome('create'), counts.outcome('left-out')]).toEqual([1, 2])
    expect(texts(row(4).faults)).toEqual(['2行目とまったく同じ内容です。'])
  })

  test('17. 式として動く文字は、取り込むときも報告でも文字のまま', async () => {
    const { row, one } = await check('q.csv', csv('名称,住所', '=HYPERLINK("http://x")会館,町1-1'))
    expect(row(2).record.name).toBe('=HYPERLINK("http://x")会館')
    const done = await runImport(desk, one)
    expect(done.counts.result('created')).toBe(1)
  })

  test('18. 取り込める列のない表（市区町村の一覧）は、必要な列がないと分かる', async () => {
    const { readFileSync } = await import('node:fs')
    const bytes = readFileSync(
      new URL('../../../tests/data/municipalities/localgovjp-utf8.excerpt.csv', import.meta.url),
    )
    const { one, counts, rows } = await check('localgovjp.csv', bytes)
    expect(one.plan.columns.name).toBeUndefined()
    expect(counts.outcome('create')).toBe(0)
    expect(texts(rows[0]!.faults)[0]).toBe('必要な列が、ファイルにないか、選ばれていません。')
  })
})

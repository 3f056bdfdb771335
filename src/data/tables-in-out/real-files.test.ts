import { describe, expect, test } from 'vitest'
import {
  cellOf,
  type HeaderMatch,
  listShiftedRows,
  matchHeader,
  readChoice,
  readCode,
  readCoordinates,
  readCorporateNumber,
  readDate,
  readLatitude,
  readLine,
  readList,
  readLongitude,
  readMunicipalCode,
  readMunicipalCodeAmong,
  readPhone,
  readPostalCode,
  readText,
  readTime,
  readUrl,
  readWholeNumber,
  readYesNo,
} from '#kernel/tables/index.ts'
import {
  eventColumns,
  facilityColumns,
  municipalityColumns,
  openTable,
  type Tally,
  tally,
} from './columns.fixture.ts'

const whole = (values: number, empty = 0): Tally => ({ values, empty, remarks: {}, problems: {} })
const codes = (match: HeaderMatch): string[] => match.matched.map(({ known }) => known.code)
const utf8 = { format: 'csv', encoding: 'utf-8', marked: false, delimiter: ',' } as const

/** A table with nothing wrong about its shape: header on row 1, no title, no odd columns or rows. */
const expectTidy = (match: HeaderMatch, rows: number): void => {
  expect(match.row).toBe(1)
  expect(match.rows).toHaveLength(rows)
  expect([match.titles, match.doubled, match.unnamed, match.missing, match.repeated]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ])
  expect(listShiftedRows(match)).toEqual([])
}

const expectPlaces = (match: HeaderMatch, count: number): void => {
  const places = match.rows.map((row) =>
    readCoordinates(cellOf(match, row, 'latitude'), cellOf(match, row, 'longitude')),
  )
  expect(
    places.filter((place) => place.ok && place.value.value && !place.value.remarks.length),
  ).toHaveLength(count)
}

describe('高松市', () => {
  test('市民活動施設 4件: 英語の見出し、電話と位置はすべて読める', async () => {
    const { file, match } = await openTable(
      'takamatsu/citizen_activity_facility.csv',
      facilityColumns,
    )
    expect(file.facts).toEqual({ ...utf8, lineEnds: ['\r\n'] })
    expect(file.tables[0]!.noticed).toEqual([])
    expectTidy(match, 4)
    expect(match.unknown.map(({ name }) => name)).toEqual([
      'note',
      'availableDate',
      'availableDateNote',
    ])
    expect(tally(match, 'phone', readPhone)).toEqual(whole(4))
    expect(tally(match, 'opens', readTime)).toEqual(whole(2, 2))
    expect(tally(match, 'url', readUrl)).toEqual(whole(2, 2))
    expectPlaces(match, 4)
  })

  test('コミュニティセンター 52件: ExcelとCSVは同じ表になる', async () => {
    const csv = await openTable('takamatsu/community_center.csv', facilityColumns)
    const excel = await openTable('takamatsu/community_center.xlsx', facilityColumns)
    expect([csv.file.facts, excel.file.facts]).toEqual([
      { ...utf8, lineEnds: ['\r\n'] },
      { format: 'xlsx' },
    ])
    expect(excel.file.sheets).toEqual(['Sheet1'])
    expect(excel.file.tables[0]!.rows).toEqual(csv.file.tables[0]!.rows)
    expect(excel.file.tables[0]!.noticed).toEqual([])
    expectTidy(excel.match, 52)
    expect(tally(excel.match, 'phone', readPhone)).toEqual(whole(52))
    expectPlaces(excel.match, 52)
  })

  test('組織一覧 394件: 10けたのコードは先頭の0を保ち、重ならない', async () => {
    const { file, match } = await openTable('takamatsu/takamatsu_city_organization_list.csv', [
      { code: 'id', names: ['affiliationCode'], kind: 'code', required: true },
      { code: 'name', names: ['affiliationName'], kind: 'line', required: true },
      { code: 'from', names: ['applicableDate'], kind: 'date' },
      { code: 'phone', names: ['telephoneNumber'], kind: 'phone' },
      { code: 'level', names: ['mechanismName'], kind: 'choice' },
    ])
    expect(file.tables[0]!.noticed).toEqual([])
    expectTidy(match, 394)
    expect(tally(match, 'id', readCode(10))).toEqual(whole(394))
    expect(new Set(match.rows.map((row) => cellOf(match, row, 'id'))).size).toBe(394)
    expect(tally(match, 'from', readDate)).toEqual(whole(394))
    expect(tally(match, 'phone', readPhone)).toEqual(whole(320, 74))
    const level = readChoice(
      ['市長', '副市長', '局', '部', '課', '室・出先'].map((name) => ({
        code: name,
        names: [name],
      })),
    )
    expect(tally(match, 'level', level)).toEqual(whole(394))
    const bureaus = match.rows.filter((row) => cellOf(match, row, 'level') === '局')
    expect(bureaus).toHaveLength(16)
  })

  test('手書きの行事 45件: 名前のない12列を言い、年のない日と文章の日は一つも日にしない', async () => {
    const { file, match } = await openTable('takamatsu/events.csv', eventColumns)
    expect(file.facts).toEqual({ ...utf8, lineEnds: ['\r\n'] })
    expect(file.tables[0]).toMatchObject({ width: 16 })
    expect(
      file.tables[0]!.noticed.map(({ kind, rows, columns }) => [kind, rows.length, columns.length]),
    ).toEqual([
      ['empty-trailing-columns', 0, 12],
      ['line-breaks-in-cells', 41, 14],
    ])
    expectTidy(match, 45)
    expect(codes(match)).toEqual([
      'id',
      'from',
      'opens',
      'closes',
      'name',
      'place',
      'latitude',
      'longitude',
      'fee',
      'capacity',
      'url',
      'phone',
    ])
    expect(match.unknown.map(({ name }) => name)).toEqual([
      '対象',
      '説明',
      '申込期間',
      '問い合わせ先（市の担当課）',
    ])

    const days = tally(match, 'from', readDate)
    expect([days.values, days.empty]).toEqual([0, 0])
    expect(Object.entries(days.problems).map(([problem, rows]) => [problem, rows.length])).toEqual([
      ['range', 6],
      ['no-year', 28],
      ['several-days', 6],
      ['not-a-date', 5],
    ])
    expect(days.problems['not-a-date']).toEqual([28, 43, 44, 45, 46])
  })

  test('手書きの行事: 時刻、位置、電話、URLの読めるものだけを読み、言葉は残す', async () => {
    const { match } = await openTable('takamatsu/events.csv', eventColumns)
    expect(tally(match, 'opens', readTime)).toEqual({
      values: 40,
      empty: 2,
      remarks: { 'words-beside': [8], 'nothing-sign': [45, 46] },
      problems: { 'not-a-time': [28, 44], range: [43] },
    })
    expect(tally(match, 'closes', readTime)).toEqual({
      values: 38,
      empty: 5,
      remarks: { 'words-beside': [2, 3, 4, 8], 'nothing-sign': [16, 28, 31, 45, 46] },
      problems: { range: [43], 'not-a-time': [44] },
    })
    for (const [code, read] of [
      ['latitude', readLatitude],
      ['longitude', readLongitude],
    ] as const)
      expect(tally(match, code, read)).toEqual({
        ...whole(43),
        problems: { 'several-places': [18, 40] },
      })
    expect(tally(match, 'phone', readPhone)).toEqual({
      ...whole(37),
      problems: { 'several-numbers': [10, 11, 15, 16, 26, 28, 31], 'no-area-code': [23] },
    })
    expect(tally(match, 'url', readUrl)).toEqual({
      ...whole(44, 1),
      remarks: { 'nothing-sign': [13], 'words-beside': [16, 24, 28, 31] },
    })
    const capacity = tally(match, 'capacity', readWholeNumber())
    expect([capacity.values, capacity.empty, capacity.problems['not-a-number']?.length]).toEqual([
      3, 6, 36,
    ])
    const row = match.rows.find(({ number }) => number === 44)!
    expect(readDate(cellOf(match, row, 'from'))).toEqual({
      ok: false,
      error: { code: 'not-a-date', words: '日程調整し決定' },
    })
  })
})

describe('焼津市', () => {
  test('公共施設 230件 (24列): 10けたの番号、カナ、位置がすべて読め、空の列は空のまま', async () => {
    const { file, match } = await openTable(
      'yaizu/222127_public_facility-59773.csv',
      facilityColumns,
    )
    expect(file.facts).toEqual({ ...utf8, lineEnds: ['\r\n'] })
    expect(file.tables[0]).toMatchObject({ width: 24, noticed: [] })
    expectTidy(match, 230)
    expect(match.absent.map(({ code }) => code)).toEqual(['postal'])
    expect(match.unknown).toHaveLength(11)
    expect(tally(match, 'city', readMunicipalCode)).toEqual(whole(230))
    expect(tally(match, 'id', readCode(10))).toEqual(whole(230))
    expect(tally(match, 'kana', readLine)).toEqual(whole(230))
    expect(tally(match, 'phone', readPhone)).toEqual(whole(0, 230))
    expect(tally(match, 'corporate', readCorporateNumber)).toEqual(whole(0, 230))
    expectPlaces(match, 230)
  })

  test('地域交流センター 9件: BOMのあるUTF-8', async () => {
    const { file, match } = await openTable('yaizu/222127_community_center.csv', facilityColumns)
    expect(file.facts).toEqual({ ...utf8, marked: true, lineEnds: ['\r\n'] })
    expectTidy(match, 9)
    expect(match.matched[0]).toMatchObject({ column: 1, name: '都道府県コード又は市区町村コード' })
    expectPlaces(match, 9)
  })

  test('公衆トイレ 112件 (新しい標準の39列): 所在地と有無が読める', async () => {
    const { file, match } = await openTable('yaizu/222127_public_toilet.csv', [
      ...facilityColumns,
      { code: 'wheelchair', names: ['車椅子使用者用トイレ有無'], kind: 'yes-no' },
      { code: 'ostomate', names: ['オストメイト設置トイレ有無'], kind: 'yes-no' },
      { code: 'men', names: ['男性トイレ数(小便器)'], kind: 'whole-number' },
    ])
    expect(file.tables[0]).toMatchObject({ width: 39, noticed: [] })
    expectTidy(match, 112)
    expect(match.matched.find(({ known }) => known.code === 'address')?.name).toBe(
      '所在地_連結表記',
    )
    expect(tally(match, 'wheelchair', readYesNo)).toEqual(whole(112))
    expect(match.rows.filter((row) => cellOf(match, row, 'wheelchair') === '有')).toHaveLength(44)
    expect(tally(match, 'ostomate', readYesNo)).toEqual(whole(112))
    expect(tally(match, 'men', readWholeNumber())).toEqual(whole(112))
    expectPlaces(match, 112)
  })

  test('行事 16件 (80列): 失われた法人番号は16件とも問題になり、日と時刻はすべて読める', async () => {
    const { file, match } = await openTable('yaizu/event_excerpt.csv', eventColumns)
    const rows = Array.from({ length: 16 }, (_, at) => at + 2)
    expect(file.facts).toEqual({ ...utf8, lineEnds: ['\n'] })
    expect(file.tables[0]).toMatchObject({ width: 80 })
    expect(file.tables[0]!.noticed).toEqual([{ kind: 'exponents', rows, columns: [2] }])
    expectTidy(match, 16)
    expect(match.matched).toHaveLength(17)
    expect(match.unknown).toHaveLength(63)
    expect(tally(match, 'corporate', readCorporateNumber)).toEqual({
      values: 0,
      empty: 0,
      remarks: {},
      problems: { exponent: rows },
    })
    for (const code of ['from', 'to']) expect(tally(match, code, readDate)).toEqual(whole(16))
    for (const code of ['opens', 'closes']) expect(tally(match, code, readTime)).toEqual(whole(16))
    expect(tally(match, 'keywords', readList(readText))).toEqual(whole(8, 8))
    expect(tally(match, 'phone', readPhone)).toEqual({
      ...whole(13, 3),
      remarks: { 'label-dropped': [14] },
    })
    expectPlaces(match, 5)
  })

  test('要配慮者利用施設 277件: №で始まるCP932、改行のあるセル、二つの電話番号', async () => {
    const { file, match } = await openTable('yaizu/yohairyosya.csv', [
      ...facilityColumns,
      { code: 'plan', names: ['避難確保計画対象'], kind: 'yes-no' },
      { code: 'kind', names: ['地域防災計画分類'], kind: 'choice' },
      { code: 'collapse', names: ['家屋倒壊危険区域'], kind: 'yes-no' },
    ])
    expect(file.facts).toEqual({ ...utf8, encoding: 'cp932', lineEnds: ['\r\n'] })
    expect(file.tables[0]!.noticed).toMatchObject([{ kind: 'line-breaks-in-cells', columns: [7] }])
    expect(file.tables[0]!.noticed[0]!.rows).toHaveLength(36)
    expectTidy(match, 277)
    expect(match.matched[0]).toMatchObject({ name: '№', known: { code: 'id' } })
    expect(tally(match, 'postal', readPostalCode)).toEqual(whole(277))
    expect(tally(match, 'phone', readPhone)).toEqual({
      ...whole(274),
      problems: { 'several-numbers': [135, 181, 205] },
    })
    expect(tally(match, 'name', readLine).remarks).toEqual({ trimmed: [5, 194] })
    expect(tally(match, 'plan', readYesNo)).toEqual(whole(277))
    const kinds = [
      '障害福祉サービス等提供施設',
      '老人福祉施設',
      '医療関係施設',
      '児童福祉施設',
      '幼稚園',
      '学校',
    ]
    expect(
      tally(match, 'kind', readChoice(kinds.map((name) => ({ code: name, names: [name] })))),
    ).toEqual(whole(277))
    const collapse = tally(match, 'collapse', readYesNo)
    expect([
      collapse.values,
      collapse.remarks['words-beside']?.length,
      collapse.problems['not-yes-or-no']?.length,
    ]).toEqual([4, 4, 273])
    expectPlaces(match, 277)
  })
})

describe('全国の市区町村 (抜き出した50件)', () => {
  const files = [
    'municipalities/localgovjp-utf8.excerpt.csv',
    'municipalities/localgovjp-sjis-20200104.excerpt.csv',
  ] as const

  test('UTF-8とCP932の版は、文字も行の終わりもちがっても同じ列になる', async () => {
    const [now, before] = await Promise.all(
      files.map((path) => openTable(path, municipalityColumns)),
    )
    expect(now!.file.facts).toEqual({ ...utf8, marked: true, lineEnds: ['\n'] })
    expect(before!.file.facts).toEqual({ ...utf8, encoding: 'cp932', lineEnds: ['\r\n'] })
    for (const { match } of [now!, before!]) {
      expectTidy(match, 50)
      expectPlaces(match, 50)
      expect(tally(match, 'url', readUrl)).toEqual(whole(50))
    }
    expect(before!.match.absent.map(({ code }) => code)).toEqual(['code6'])
  })

  test('先頭の0が失われた18件も、6けたのコードと同じになる', async () => {
    const { match } = await openTable(files[0], municipalityColumns)
    const cells = match.rows.map((row) => cellOf(match, row, 'code5'))
    const readFive = readMunicipalCodeAmong(cells)
    const short = tally(match, 'code5', readFive)
    // Alone, two of the codes could also be one of six digits that lost its zero.
    expect(tally(match, 'code5', readMunicipalCode).problems.ambiguous).toHaveLength(2)
    expect([
      short.values,
      short.remarks['zero-restored']?.length,
      short.remarks['check-digit-added']?.length,
    ]).toEqual([50, 18, 32])
    expect(tally(match, 'code6', readMunicipalCode)).toEqual(whole(50))
    for (const row of match.rows) {
      const code = readFive(cellOf(match, row, 'code5'))
      expect(code.ok && code.value.value).toBe(cellOf(match, row, 'code6'))
    }
  })

  test('同じ名前の市町村が9組あり、名前では区別できない', async () => {
    const { match } = await openTable(files[0], municipalityColumns)
    const names = match.rows.map((row) => cellOf(match, row, 'name'))
    const repeated = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
    expect(repeated).toHaveLength(9)
    expect(repeated).toContain('府中市')
    expect(repeated).toContain('伊達市')
  })

  test('二つの版のちがいは、コード二つと名前二つだけ', async () => {
    const [now, before] = await Promise.all(
      files.map(async (path) => {
        const { match } = await openTable(path, municipalityColumns)
        return new Map(
          match.rows.map((row) => [cellOf(match, row, 'code5'), cellOf(match, row, 'name')]),
        )
      }),
    )
    const all = new Set([...now!.keys(), ...before!.keys()])
    const changes = [...all].filter((code) => now!.get(code) !== before!.get(code))
    expect(changes.map((code) => [code, before!.get(code), now!.get(code)])).toEqual([
      ['4302', '七ケ宿町', '七ヶ宿町'],
      ['28221', '篠山市', '丹波篠山市'],
      ['40231', undefined, '那珂川市'],
      ['40305', '那珂川町', undefined],
    ])
  })

  test('都道府県47件: 5けたになった9件のコードは、県のコードとして読む', async () => {
    const { match } = await openTable('municipalities/prefjp-utf8.csv', [
      { code: 'name', names: ['pref'], kind: 'line', required: true },
      { code: 'code6', names: ['lgcode'], kind: 'municipal-code', required: true },
    ])
    expectTidy(match, 47)
    const read = tally(match, 'code6', readMunicipalCode)
    expect(read).toEqual({
      ...whole(47),
      remarks: { 'zero-restored': [2, 3, 4, 5, 6, 7, 8, 9, 10] },
    })
    const first = readMunicipalCode(cellOf(match, match.rows[0]!, 'code6'))
    expect(first.ok && first.value.value).toBe('010006')
  })
})

test('知らない見出しだけの表は、どの行も読まない', async () => {
  const { file } = await openTable('takamatsu/community_center.csv', facilityColumns)
  const match = matchHeader(file.tables[0]!, [
    { code: 'a', names: ['知らない列'], kind: 'line', required: true },
    { code: 'b', names: ['もう一つ'], kind: 'line' },
  ])
  expect([match.row, match.rows.length, match.missing.length, match.absent.length]).toEqual([
    undefined,
    0,
    1,
    1,
  ])
})

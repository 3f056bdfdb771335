import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type PlainDate } from '../calendar.ts'
import { corporateCheckDigit, municipalCheckDigit } from '../codes.ts'
import type { CellReader } from './cell-reading.ts'
import { readChoice, readList } from './choice-cells.ts'
import {
  readCode,
  readCorporateNumber,
  readMunicipalCode,
  readMunicipalCodeAmong,
} from './code-cells.ts'
import { readEmail, readPhone, readPostalCode, readUrl } from './contact-cells.ts'
import { dayOfSerial, readDate, readTime } from './date-cells.ts'
import { readWholeNumber, readYesNo } from './number-cells.ts'
import { readCoordinates, readLatitude, readLongitude } from './place-cells.ts'
import { readLine, readText } from './text-cells.ts'

/** The value, with remarks behind it when there are some; `!problem` when it cannot be read. */
const show = <T>(read: CellReader<T>, cell: string): unknown => {
  const reading = read(cell)
  if (!reading.ok) return `!${reading.error.code}`
  const { value, remarks } = reading.value
  return remarks.length === 0 ? value : [value, ...remarks.map(({ code }) => code)]
}

const readers: Readonly<Record<string, CellReader<unknown>>> = {
  readText,
  readLine,
  readWholeNumber: readWholeNumber(),
  readYesNo,
  readDate,
  readTime,
  readPostalCode,
  readPhone,
  readEmail,
  readUrl,
  readCorporateNumber,
  readMunicipalCode,
  readCode: readCode(10),
  readLatitude,
  readLongitude,
  readChoice: readChoice([{ code: 'a', names: ['あ'] }], 'other'),
  readList: readList(readText),
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('空のセルは値なし、「—」は値なしと言い、数式の失敗と失われた文字は問題になる', () => {
    for (const cell of ['', '  ', '　', '\u200b']) expect(show(read, cell), cell).toBeUndefined()
    for (const cell of ['—', '－', ' ー ', '---'])
      expect(show(read, cell), cell).toEqual([undefined, 'nothing-sign'])
    for (const cell of ['#REF!', '#N/A', '#DIV/0!', '######'])
      expect(show(read, cell), cell).toBe('!spreadsheet-error')
    expect(show(read, '市民\ufffd館')).toBe('!unreadable-characters')
  })

  test('とても長いセルでも、時間は長さの二乗にならない', () => {
    for (const run of [' ', '1', '(', '0-', '*', 'a@', '。'])
      expect(() => read(`x${run.repeat(200_000)}x`), run).not.toThrow()
  })

  test('どんな文字でも投げず、読めないときは書かれたままの言葉を返す', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const reading = read(cell)
        if (!reading.ok) expect(reading.error.words).toBe(cell)
      }),
    )
  })
})

test('文は前後の空白と制御文字をのぞき、変えたことを言う', () => {
  expect(show(readText, '市民会館')).toBe('市民会館')
  expect(show(readText, ' 市民会館　')).toEqual(['市民会館', 'trimmed'])
  expect(show(readText, '市民\u0007会館')).toEqual(['市民会館', 'control-characters-removed'])
  expect(show(readText, '1階\r\n会議室')).toBe('1階\n会議室')
  expect(show(readLine, '1階\r\n会議室')).toEqual(['1階 会議室', 'lines-joined'])
  expect(show(readLine, '髙﨑　𠮷')).toBe('髙﨑　𠮷')
  expect(show(readLine, '\ue000辺')).toEqual(['\ue000辺', 'external-characters'])
})

test.each<[string, unknown]>([
  ['１，２３４', 1234],
  ['1,234円', [1234, 'unit-dropped']],
  ['￥1,000', 1000],
  ['30名', [30, 'unit-dropped']],
  ['5.0', [5, 'decimals-dropped']],
  ['▲5', '!negative'],
  ['1.5', '!fraction'],
  ['15名程度', '!not-a-number'],
  ['3千円', '!scaled-unit'],
  ['5万', '!scaled-unit'],
  ['なし', '!not-a-number'],
  ['1,23', '!misplaced-comma'],
  ['1.00E+12', '!exponent'],
])('数 %s', (cell, expected) => {
  expect(show(readWholeNumber(), cell)).toEqual(expected)
})

test('負の数は、許すときだけ読む', () => {
  const read = readWholeNumber({ min: -100, max: 100 })
  for (const cell of ['▲5', '△5', '-5', '(5)', '−５']) expect(show(read, cell), cell).toBe(-5)
  expect(show(read, '▲101')).toBe('!too-small')
  expect(show(read, '101')).toBe('!too-large')
  expect(show(read, '▲0')).toBe(0)
})

test('有無・○×・1と0・はいといいえを読み、かっこの中の言葉は残す', () => {
  for (const cell of ['有', 'あり', '○', '〇', '◯', '1', '１', 'はい', 'TRUE', '可'])
    expect(show(readYesNo, cell), cell).toBe(true)
  for (const cell of ['無', 'なし', '×', '✕', '0', '０', 'いいえ', 'FALSE', '対象外'])
    expect(show(readYesNo, cell), cell).toBe(false)
  expect(readYesNo('〇（土石流）')).toEqual({
    ok: true,
    value: { value: true, remarks: [{ code: 'words-beside', words: '土石流' }] },
  })
  expect(show(readYesNo, '区域外')).toBe('!not-yes-or-no')
})

test.each<[string, unknown]>([
  ['2026-04-01', '2026-04-01'],
  ['2026/4/1', '2026-04-01'],
  ['20260401', '2026-04-01'],
  ['R8.4.1', '2026-04-01'],
  ['Ｒ８．４．１', '2026-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['㋿元年５月１日', '2019-05-01'],
  ['㍻31年4月30日', '2019-04-30'],
  ['令和８年４月１日（水）', '2026-04-01'],
  ['2026/4/1 0:00', '2026-04-01'],
  ['2026-04-01T09:30:00+09:00', ['2026-04-01', 'time-dropped']],
  ['46113', ['2026-04-01', 'serial-number']],
  ['12', '!not-a-date'],
  ['毎週日曜', '!not-a-date'],
  ['随時（要調整）', '!not-a-date'],
  ['9月11日', '!no-year'],
  ['9月11日(aaa)', '!no-year'],
  ['9月11日（水）', '!no-year'],
  ['令和8年4月', '!no-day'],
  ['8/4/1', '!no-era'],
  ['2026/2/30', '!no-such-day'],
  ['平成31年5月1日', '!outside-era'],
  ['9月7日(土)～\n11月4日(月・祝)', '!range'],
  ['10月4日、11日、18日', '!several-days'],
])('日 %s', (cell, expected) => {
  expect(show(readDate, cell)).toEqual(expected)
})

test('表計算の日の番号は、1900年3月からの日と行き来できる', () => {
  expect(dayOfSerial(60)).toBeUndefined()
  expect(dayOfSerial(61)).toBe('1900-03-01')
  expect(dayOfSerial(45383)).toBe('2024-04-01')
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 99_999 }), (serial) => {
      expect(daysBetween('1899-12-30', dayOfSerial(serial)!)).toBe(serial)
    }),
  )
})

test('どの日も、和暦と西暦の書き方から同じ日に読める', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), (days) => {
      const day: PlainDate = addDays('2019-05-01', days)
      const [year, month, date] = day.split('-').map(Number)
      const era = year! - 2018
      if (era > 99) return
      for (const cell of [
        day,
        `${year}/${month}/${date}`,
        `R${era}.${month}.${date}`,
        `令和${era === 1 ? '元' : era}年${month}月${date}日`,
      ])
        expect(show(readDate, cell), cell).toBe(day)
    }),
  )
})

test.each<[string, unknown]>([
  ['9:00', '09:00'],
  ['９：００', '09:00'],
  ['9時', '09:00'],
  ['9時半', '09:30'],
  ['午前１０時', '10:00'],
  ['午後1時30分', '13:30'],
  ['午後12時', '12:00'],
  ['午前0時', '00:00'],
  ['13:00:00', '13:00'],
  ['24:00', '24:00'],
  ['0.375', ['09:00', 'serial-number']],
  ['17:00（最終入館16:30まで）', ['17:00', 'words-beside']],
  ['10:00\n（一部コーナーを除く）', ['10:00', 'words-beside']],
  ['25:00', '!no-such-time'],
  ['24:30', '!no-such-time'],
  ['9:60', '!no-such-time'],
  ['9:00～17:00', '!range'],
  ['随時', '!not-a-time'],
])('時刻 %s', (cell, expected) => {
  expect(show(readTime, cell)).toEqual(expected)
})

test.each<[string, unknown]>([
  ['〒248-0012', '248-0012'],
  ['２４８－００１２', '248-0012'],
  ['2480012', '248-0012'],
  ['600001', ['060-0001', 'zero-restored']],
  ['248-001', '!not-7-digits'],
])('郵便番号 %s', (cell, expected) => {
  expect(show(readPostalCode, cell)).toEqual(expected)
})

test('電話番号は書かれたハイフンのまま、似た線は直し、二つあるものは問題になる', () => {
  const printed = (cell: string): unknown => {
    const reading = readPhone(cell)
    if (!reading.ok) return `!${reading.error.code}`
    const { value, remarks } = reading.value
    return [value?.printed, ...remarks.map(({ code }) => code)]
  }
  expect(printed('054－662-0076')).toEqual(['054-662-0076'])
  expect(printed('0467−23‐3000')).toEqual(['0467-23-3000'])
  expect(printed('0467-23-3000 内線2345')).toEqual(['0467-23-3000 内線2345'])
  expect(printed('電話番号：054-247-3823')).toEqual(['054-247-3823', 'label-dropped'])
  expect(printed('878127534')).toEqual(['0878127534', 'zero-restored'])
  expect(printed('9010061190')).toEqual(['090-1006-1190', 'zero-restored'])
  expect(printed('839-2865')).toBe('!no-area-code')
  expect(printed('087-833-2282\n（087-839-2292）')).toBe('!several-numbers')
  expect(printed('（小）054-625-7200、（GH）054-625-8525')).toBe('!several-numbers')
  expect(printed('8.78E+08')).toBe('!exponent')
})

test.each<[string, unknown]>([
  ['info@example.jp', 'info@example.jp'],
  ['ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'info@example.jp'],
  ['mailto:info@example.jp', ['info@example.jp', 'label-dropped']],
  ['a@example.jp、b@example.jp', '!several-addresses'],
  ['info example.jp', '!no-at-mark'],
])('メール %s', (cell, expected) => {
  expect(show(readEmail, cell)).toEqual(expected)
})

test.each<[string, unknown]>([
  ['https://www.city.yaizu.lg.jp/a?b=c', 'https://www.city.yaizu.lg.jp/a?b=c'],
  ['https://menkai-kagawa.com/\n', 'https://menkai-kagawa.com/'],
  [
    'オフィシャルサイト\n\nhttps://www.kamatamare.jp/',
    ['https://www.kamatamare.jp/', 'words-beside'],
  ],
  ['www.city.yaizu.lg.jp', ['https://www.city.yaizu.lg.jp', 'scheme-added']],
  ['javascript:alert(1)', '!not-a-web-address'],
  ['https://a:b@example.jp/', '!has-password'],
  ['https://a.jp/ https://b.jp/', '!several-addresses'],
  ['公式サイト', '!not-a-web-address'],
])('URL %s', (cell, expected) => {
  expect(show(readUrl, cell)).toEqual(expected)
})

test.each<[string, unknown]>([
  ['1000020142077', '1000020142077'],
  ['１０００－０２０１－４２０７７', '1000020142077'],
  ['T1000020142077', ['1000020142077', 'label-dropped']],
  ['1.000020142077E+12', ['1000020142077', 'exponent-restored']],
  ['1.00E+12', '!exponent'],
  ['2000020142077', '!check-digit'],
  ['100002014207', '!not-13-digits'],
])('法人番号 %s', (cell, expected) => {
  expect(show(readCorporateNumber, cell)).toEqual(expected)
})

test('法人番号は、正しい検査数字のものだけを読む', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), fc.integer({ min: 0, max: 9 }), (twelve, first) => {
      const isRight = corporateCheckDigit(twelve) === String(first)
      expect(readCorporateNumber(`${first}${twelve}`).ok).toBe(isRight)
    }),
  )
})

test.each<[string, unknown]>([
  ['142077', '142077'],
  ['１４２０７７', '142077'],
  ['14207', ['142077', 'check-digit-added']],
  ['1100', ['011002', 'zero-restored']],
  ['10006', ['010006', 'zero-restored']],
  ['12025', ['012025', 'zero-restored']],
  ['142078', '!check-digit'],
  ['482013', '!check-digit'],
  ['00', '!not-6-digits'],
  ['99', '!not-6-digits'],
  ['10007', '!no-such-code'],
])('団体コード %s', (cell, expected) => {
  expect(show(readMunicipalCode, cell)).toEqual(expected)
})

test('どちらとも読める5けたの団体コードは、決めずに問題とする', () => {
  // 13315 is 013315 (a town in 北海道) without its zero, or a town of 東京都 without its check digit.
  expect(municipalCheckDigit('01331')).toBe('5')
  expect(show(readMunicipalCode, '13315')).toBe('!ambiguous')
  const among = (...cells: string[]): unknown => show(readMunicipalCodeAmong(cells), '13315')
  expect(among('13315', '142077')).toEqual(['013315', 'zero-restored'])
  expect(among('13315', '1100')).toEqual(['133159', 'check-digit-added'])
  expect(among('13315', '14207')).toEqual(['133159', 'check-digit-added'])
  expect(among('13315', '10006')).toEqual(['013315', 'zero-restored'])
  expect(among('13315')).toBe('!ambiguous')
})

test('決まったけた数のコードは、失われた先頭の0をもどす', () => {
  expect(show(readCode(10), '0000010001')).toBe('0000010001')
  expect(show(readCode(10), '10001')).toEqual(['0000010001', 'zero-restored'])
  expect(show(readCode(3), '10001')).toBe('!wrong-length')
  expect(show(readCode(), 'Ａ－１')).toBe('A-1')
  expect(show(readCode(), '1.00E+12')).toBe('!exponent')
  expect(show(readCode(), '第1号')).toBe('!not-a-code')
})

test('緯度経度は日本の中だけ、入れかわりはもどして言う', () => {
  const at = (latitude: string, longitude: string): unknown =>
    show(() => readCoordinates(latitude, longitude), '')
  expect(at('34.86313333', '138.320437')).toEqual({ latitude: 34.86313333, longitude: 138.320437 })
  expect(at('138.320437', '34.86313333')).toEqual([
    { latitude: 34.86313333, longitude: 138.320437 },
    'swapped',
  ])
  expect(at('', '')).toBeUndefined()
  expect(at('34.8', '')).toBe('!half-a-place')
  expect(at('0', '0')).toBe('!outside-japan')
  expect(at('51.5', '138.3')).toBe('!outside-japan')
  expect(at('34.86', '138.32')).toEqual([{ latitude: 34.86, longitude: 138.32 }, 'coarse'])
  expect(at('①34.33060415\n②34.33050779', '134.05')).toBe('!several-places')
  expect(at('北緯34度51分', '138.3')).toBe('!not-degrees')
  expect(show(readLatitude, '138.3')).toBe('!outside-japan')
  expect(show(readLongitude, '34.8')).toBe('!outside-japan')
})

test('決まった言葉だけを選び、「その他」は書かれた言葉を残す', () => {
  const choices = [
    { code: 'welfare', names: ['老人福祉施設', '福祉'] },
    { code: 'child', names: ['子ども', 'こども'] },
  ]
  const read = readChoice(choices, 'other')
  for (const cell of [
    '老人福祉施設',
    '②老人福祉施設',
    '2. 老人福祉施設',
    '老人 福祉施設',
    'welfare',
  ])
    expect(show(read, cell), cell).toEqual({ code: 'welfare' })
  expect(show(read, 'コドモ')).toEqual({ code: 'child' })
  expect(show(read, 'その他')).toEqual({ code: 'other' })
  expect(show(read, 'その他（手話）')).toEqual({ code: 'other', words: '手話' })
  expect(show(read, '老人')).toBe('!unknown-choice')
  expect(show(readChoice(choices), 'その他（手話）')).toBe('!unknown-choice')
  expect(show(read, 'それ以外とその他の人')).toBe('!unknown-choice')
})

test('「;」で区切った一覧を読み、ほかの区切りと重なりは言う', () => {
  const read = readList(readText)
  expect(show(read, '手話;言語；ろう者')).toEqual(['手話', '言語', 'ろう者'])
  expect(show(read, '手話;;手話')).toEqual([['手話'], 'items-doubled'])
  expect(show(read, '手話、言語')).toEqual([['手話、言語'], 'other-separator'])
  expect(show(readList(readWholeNumber()), '1;x')).toBe('!not-a-number')
})

import { describe, expect, test } from 'vitest'
import { corporateCheckDigit } from '#kernel/codes.ts'
import { foldAddress, foldGroupName, foldPersonName, keysOf } from './folding.ts'

const city = {
  name: { ja: '鎌倉市', en: 'Kamakura' },
  prefecture: { ja: '神奈川県', en: 'Kanagawa' },
} as unknown as Parameters<typeof foldAddress>[1]

describe('団体の名前をそろえる', () => {
  test.each([
    ['NPO法人みどりの会', '特定非営利活動法人　みどりの会'],
    ['（特非）みどりの会', 'ＮＰＯ法人 ミドリの会'],
    ['認定NPO法人みどりの会', 'みどりの会'],
    ['一般社団法人 湘南サポート', '(一社)湘南ｻﾎﾟｰﾄ'],
    ['鎌倉音樂會', '鎌倉音楽会'],
    ['髙﨑クラブ', '高崎くらぶ'],
    ['子育て・サロン「ひだまり」', '子育てサロンひだまり'],
    ['みどりの会株式会社', '株式会社みどりの会'],
  ])('%s と %s は同じ', (one, other) => {
    expect(foldGroupName(one)).toBe(foldGroupName(other))
  })

  test.each([
    ['みどりの会', 'みどり会'],
    ['東みどりの会', 'みどりの会'],
    ['社団法人を学ぶ会', '学ぶ会'],
  ])('%s と %s は別', (one, other) => {
    expect(foldGroupName(one)).not.toBe(foldGroupName(other))
  })

  test('団体の形の言葉だけの名前は、空にならない', () => {
    expect(foldGroupName('NPO法人')).toBe('npo法人')
  })
})

test('人の名前は、字体と空白の違いを見ない', () => {
  expect(foldPersonName('髙橋　惠子')).toBe(foldPersonName('高橋恵子'))
  expect(foldPersonName('ﾀｶﾊｼ ｹｲｺ')).toBe(foldPersonName('たかはし　けいこ'))
})

describe('住所をそろえる', () => {
  test.each([
    ['〒248-0012 神奈川県鎌倉市御成町三丁目4番5号 コーポ201', '御成町3-4-5'],
    ['鎌倉市御成町３－４－５', '御成町3丁目4の5'],
    ['御成町十二番地', '御成町12'],
  ])('%s と %s は同じ', (one, other) => {
    expect(foldAddress(one, city)).not.toBe('')
    expect(foldAddress(one, city)).toBe(foldAddress(other, city))
  })

  test('番地のない住所では、同じとみなさない', () => {
    expect(foldAddress('鎌倉市御成町', city)).toBe('')
  })
})

test('法人番号は、検査数字が合うものだけを手がかりにする', () => {
  const twelve = '000020142077'
  const number = corporateCheckDigit(twelve) + twelve
  const kinds = (corporateNumber: string) =>
    keysOf({ name: '', corporateNumber }, city).map(({ key }) => key)
  expect(kinds(`Ｔ${number}`)).toEqual([number])
  expect(kinds(`${(Number(number[0]) + 1) % 10}${twelve}`)).toEqual([])
})

test('1文字の名前と、書かれていないことは、手がかりにならない', () => {
  expect(keysOf({ name: '和', nameKana: '', phones: ['電話なし'], emails: [''] }, city)).toEqual([])
})

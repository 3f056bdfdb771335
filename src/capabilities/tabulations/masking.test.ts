import { describe, expect, test } from 'vitest'
import { mask, proposeMasks } from './masking.ts'

const kinds = (text: string) => proposeMasks(text).map(({ kind, text: found }) => [kind, found])

describe('自由記述の個人情報', () => {
  test('電話、メール、名前、番地に印を付けることを提案する', () => {
    expect(kinds('連絡は0467-23-3000まで')).toEqual([['phone', '0467-23-3000']])
    expect(kinds('０９０－１２３４－５６７８へ')).toEqual([['phone', '０９０－１２３４－５６７８']])
    expect(kinds('taro@example.jpに返事を')).toEqual([['mail', 'taro@example.jp']])
    expect(kinds('窓口の佐藤さんが親切でした')).toEqual([['name', '佐藤']])
    expect(kinds('山田様とスミス氏')).toEqual([
      ['name', '山田'],
      ['name', 'スミス'],
    ])
    expect(kinds('御成町3丁目18-10に住む')[0]?.[0]).toBe('address')
  })

  test('名前ではない「皆さん」「お客様」「同様」や、年度と人数は提案しない', () => {
    expect(kinds('皆さんとお客様、地域の皆様も同様です。平成25年度に103人。')).toEqual([])
  })

  test('確かめた所だけを伏せ、残りの文字は変えない', () => {
    const text = '佐藤さん（0467-23-3000）と森さんの店'
    const [name, phone] = proposeMasks(text)
    expect(mask(text, [name!, phone!])).toBe('●●さん（●●）と森さんの店')
    expect(mask(text, [])).toBe(text)
  })

  test('丁目のない所番地も、伏せる候補になる', () => {
    const found = (text: string) => proposeMasks(text).map(({ kind, text: part }) => [kind, part])
    expect(found('鎌倉市御成町18番10号の者です')).toEqual([['address', '鎌倉市御成町18番10号']])
    expect(found('大船1-2-3に住んでいます')).toEqual([['address', '大船1-2-3']])
    expect(found('平成30年4月に始めた')).toEqual([])
    expect(found('参加者は20-30人です')).toEqual([])
  })
})

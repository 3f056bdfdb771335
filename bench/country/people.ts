import type { Word } from './fields.ts'
import type { Random } from './random.ts'

const surnames: readonly Word[] = [
  ['佐藤', 'サトウ'],
  ['鈴木', 'スズキ'],
  ['髙橋', 'タカハシ'],
  ['田中', 'タナカ'],
  ['渡邉', 'ワタナベ'],
  ['伊藤', 'イトウ'],
  ['山本', 'ヤマモト'],
  ['中村', 'ナカムラ'],
  ['小林', 'コバヤシ'],
  ['加藤', 'カトウ'],
  ['吉田', 'ヨシダ'],
  ['山田', 'ヤマダ'],
  ['佐々木', 'ササキ'],
  ['山﨑', 'ヤマザキ'],
  ['松本', 'マツモト'],
  ['井上', 'イノウエ'],
  ['木村', 'キムラ'],
  ['林', 'ハヤシ'],
  ['齋藤', 'サイトウ'],
  ['清水', 'シミズ'],
]
const givenNames: readonly Word[] = [
  ['和子', 'カズコ'],
  ['幸子', 'サチコ'],
  ['洋子', 'ヨウコ'],
  ['節子', 'セツコ'],
  ['久美子', 'クミコ'],
  ['恵', 'メグミ'],
  ['陽子', 'ヨウコ'],
  ['美咲', 'ミサキ'],
  ['茂', 'シゲル'],
  ['隆', 'タカシ'],
  ['博', 'ヒロシ'],
  ['正', 'タダシ'],
  ['健一', 'ケンイチ'],
  ['誠', 'マコト'],
  ['直樹', 'ナオキ'],
  ['大輔', 'ダイスケ'],
  ['翔太', 'ショウタ'],
  ['勇', 'イサム'],
  ['清', 'キヨシ'],
  ['千代子', 'チヨコ'],
]

/** Somebody's name with its フリガナ. */
export const inventPerson = (random: Random): { readonly name: string; readonly kana: string } => {
  const [surname, surnameKana] = random.pick(surnames)
  const [given, givenKana] = random.pick(givenNames)
  return { name: `${surname} ${given}`, kana: `${surnameKana}　${givenKana}` }
}

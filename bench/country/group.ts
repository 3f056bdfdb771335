import { hiraganaToKatakana } from '#kernel/text.ts'
import { type FieldWords, fieldWords, type Word } from './fields.ts'
import { inventPerson } from './people.ts'
import type { Random } from './random.ts'

const surroundings: readonly Word[] = [
  ['みどり', 'みどり'],
  ['さくら', 'さくら'],
  ['あおぞら', 'あおぞら'],
  ['ひまわり', 'ひまわり'],
  ['せせらぎ', 'せせらぎ'],
  ['東', 'ひがし'],
  ['西', 'にし'],
  ['南', 'みなみ'],
  ['北', 'きた'],
  ['中央', 'ちゅうおう'],
  ['山手', 'やまて'],
  ['川辺', 'かわべ'],
  ['新町', 'しんまち'],
  ['本町', 'ほんちょう'],
  ['ふれあい', 'ふれあい'],
  ['ほほえみ', 'ほほえみ'],
  ['たんぽぽ', 'たんぽぽ'],
  ['のぞみ', 'のぞみ'],
]
const endings: readonly Word[] = [
  ['の会', 'のかい'],
  ['クラブ', 'くらぶ'],
  ['ネットワーク', 'ねっとわーく'],
  ['サークル', 'さーくる'],
  ['を楽しむ会', 'をたのしむかい'],
  ['友の会', 'とものかい'],
  ['実行委員会', 'じっこういいんかい'],
  ['隊', 'たい'],
  ['ひろば', 'ひろば'],
  ['プロジェクト', 'ぷろじぇくと'],
  ['を考える会', 'をかんがえるかい'],
]

/** Numbers of 390 groups (鎌倉市 令和2年3月末). */
const legalForms = [
  ['voluntary-association', 295],
  ['npo-corporation', 58],
  ['neighbourhood-association', 18],
  ['general-association', 14],
  ['social-welfare-corporation', 3],
  ['public-interest-foundation', 1],
  ['public-interest-association', 1],
] as const

/** Shares of 鎌ケ谷市's survey: under 10, 10–49, 50–99, 100 and more. */
const sizes = [
  [[3, 9], 20],
  [[10, 49], 60],
  [[50, 99], 11.7],
  [[100, 400], 8.3],
] as const satisfies readonly (readonly [readonly [number, number], number])[]

const weekdays = ['月', '火', '水', '木', '金', '土', '日'] as const

const nameOf = (random: Random, field: FieldWords, town: Word, legalForm: string): Word => {
  const [theme, themeKana] = random.pick(field.themes)
  const [around, aroundKana] = random.pick(surroundings)
  const [ending, endingKana] = random.pick(endings)
  const before: Word = random.chance(0.35)
    ? town
    : random.chance(0.75)
      ? [around, aroundKana]
      : ['', '']
  const corporate: Word =
    legalForm === 'npo-corporation' ? ['NPO法人', 'えぬぴーおーほうじん'] : ['', '']
  const number = random.chance(0.06) ? String(random.between(2, 9)) : ''
  return [
    `${corporate[0]}${before[0]}${theme}${ending}${number}`,
    `${corporate[1]}${before[1]}${themeKana}${endingKana}${number}`,
  ]
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const dayBetween = (random: Random, first: number, last: number): string =>
  `${random.between(first, last)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`

const listFields = (random: Random, main: FieldWords): readonly string[] => {
  const weights = fieldWords.map((field) => [field.code, field.weight] as const)
  const more = random.weighted([
    [0, 30],
    [1, 28],
    [2, 20],
    [3, 12],
    [4, 10],
  ] as const)
  return [...new Set([main.code, ...Array.from({ length: more }, () => random.weighted(weights))])]
}

/** What a group tells of itself, as the answers of a registration form; and when it registered. */
export type InventedGroup = {
  readonly answers: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly registeredOn: string
}

const textsOf = (random: Random, field: FieldWords, town: string) => {
  const [act, other] = [random.pick(field.acts), random.pick(field.acts)]
  const person = random.pick(field.people)
  const aim = random.pick(field.aims)
  return {
    purpose: `${town}で、${person}とともに、${aim}を目的とする。市民が自ら考えて動き、行政や学校、事業者とも力を合わせる。`,
    activities: `${act}${act === other ? '' : `と${other}`}を、${person}を中心に続けています。${random.chance(0.5) ? 'ボランティアの人も、一度だけの参加も歓迎します。' : '見学はいつでもできます。'}年に${random.between(1, 12)}回、${random.pick(['市民活動センター', '公民館', 'コミュニティセンター', '小学校', '自治会館'])}で活動の報告をしています。${random.chance(0.3) ? `令和${random.between(1, 7)}年には市との協働で${random.pick(field.acts)}を行いました。` : ''}`,
    offers: random.chance(0.5)
      ? `${random.pick(field.acts)}の講師、${random.pick(['手伝い', '道具の貸し出し', '会場'])}`
      : '',
    needs: random.chance(0.5)
      ? random.pick(['活動の場所', '若い担い手', '会計の手伝い', '資金', '広報の手伝い'])
      : '',
  }
}

/** A group of the town: name, form, size, fields, words, leader. @param town its name and reading */
export const inventGroup = (random: Random, town: Word): InventedGroup => {
  const weights = fieldWords.map((field) => [field, field.weight] as const)
  const field = random.weighted(weights)
  const legalForm = random.weighted(legalForms)
  const [name, kana] = nameOf(random, field, town, legalForm)
  const [least, most] = random.weighted<readonly [number, number]>(sizes)
  const members = random.between(least, most)
  const leader = inventPerson(random)
  const contact = random.chance(0.6) ? leader : inventPerson(random)
  const place = random.pick(surroundings)[0]
  const phone = `0${random.between(10, 99)}-${random.between(100, 999)}-${random.between(1000, 9999)}`
  const founded = dayBetween(random, 1975, 2024)
  const registered = dayBetween(random, Math.max(2005, Number(founded.slice(0, 4)) + 1), 2025)
  return {
    registeredOn: registered,
    answers: {
      name,
      name_kana: hiraganaToKatakana(kana),
      legal_form: legalForm,
      founded,
      members,
      members_in_city: random.between(Math.ceil(members / 2), members),
      officers: random.between(2, 9),
      fee: random.chance(0.3) ? '会費はありません' : `年${random.between(1, 12) * 500}円`,
      ...textsOf(random, field, town[0]),
      fields: listFields(random, field),
      area: `${place}地区`,
      days: `毎週${random.pick(weekdays)}曜日`,
      recruiting: random.chance(0.7),
      recruiting_conditions: random.chance(0.5) ? 'どなたでも' : '月に一度は来られる人',
      representative_title: '代表',
      representative_name: leader.name,
      representative_kana: leader.kana,
      representative_address: `${town[0]}${place}町${random.between(1, 9)}-${random.between(1, 30)}`,
      representative_phone: phone,
      contact_name: contact.name,
      contact_phone: phone,
      office_address: `${town[0]}${place}町${random.between(1, 9)}番地`,
      consent_publication: true,
      pledge: true,
    },
  }
}

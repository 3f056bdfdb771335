import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { RoundingRule } from '#kernel/ratio.ts'

/** A way of measuring that cities may follow, so that their values mean the same. */
export type SharedDefinition = {
  readonly code: string
  readonly title: Bilingual
  readonly numerator: Bilingual
  /** Left out for a plain number, which is shown side by side but never ranked. */
  readonly denominator?: Bilingual
  readonly unit: Bilingual
  readonly direction: 'up' | 'down' | 'keep'
  readonly rounding: RoundingRule
  readonly frequency: Bilingual
  /** What else must be the same. */
  readonly conditions: Bilingual
  /** The product's own counter that fills it in. */
  readonly counter?: string
}

const percent = both('%', '%')
const oneDecimal: RoundingRule = { decimals: 1, rounding: 'half_up' }
const whole: RoundingRule = { decimals: 0, rounding: 'half_up' }

export const definitionCodes = [
  'civic-activity',
  'neighbourhood-activity',
  'participation',
  'voice-reflected',
  'staff-understanding',
  'want-to-stay',
  'good-to-live-in',
  'registered-groups',
  'joint-projects',
] as const
export type DefinitionCode = (typeof definitionCodes)[number]

const survey = both(
  '市民を無作為に選んだ調査で、「わからない」と無回答も母数に入れます。',
  'A random sample of residents; “don’t know” and no answer are part of the whole.',
)

const asked = both('調査に答えた市民', 'Residents who answered the survey')

const shareOfResidents = {
  denominator: asked,
  unit: percent,
  direction: 'up' as const,
  rounding: oneDecimal,
  frequency: both('市の調査のたび', 'With each survey of the city'),
  conditions: survey,
}

const definitions: Readonly<Record<DefinitionCode, Omit<SharedDefinition, 'code'>>> = {
  'civic-activity': {
    ...shareOfResidents,
    title: both('市民活動を行っている市民の割合', 'Residents who carry out civic activities'),
    numerator: both(
      'この1年に市民活動（ボランティア、NPO）を行ったと答えた市民',
      'Residents who say they carried out civic activities within the year',
    ),
  },
  'neighbourhood-activity': {
    ...shareOfResidents,
    title: both(
      '地域活動に参加している市民の割合',
      'Residents who take part in neighbourhood activities',
    ),
    numerator: both(
      'この1年に町内会などの地域の活動に参加したと答えた市民',
      'Residents who say they took part in neighbourhood activities within the year',
    ),
  },
  participation: {
    ...shareOfResidents,
    title: both(
      'まちづくりや市民参画の活動に参加している市民の割合',
      'Residents who take part in community building and civic participation',
    ),
    numerator: both(
      '審議会、ワークショップ、意見公募など市政への参画をしたと答えた市民',
      'Residents who say they took part in councils, workshops or consultations of the city',
    ),
  },
  'voice-reflected': {
    ...shareOfResidents,
    title: both(
      '市政に市民の声が反映されていると思う市民の割合',
      'Residents who think their voices are reflected in city government',
    ),
    numerator: both(
      '反映されている、ある程度反映されていると答えた市民',
      'Residents who answer that they are, or are to some degree',
    ),
  },
  'staff-understanding': {
    title: both('協働を説明できる職員の割合', 'City staff who can explain collaboration'),
    numerator: both('「説明できる」と答えた職員', 'Staff who answer that they can'),
    denominator: both('調査に答えた職員', 'Staff who answered the survey'),
    unit: percent,
    direction: 'up',
    rounding: oneDecimal,
    frequency: both('毎年度', 'Every fiscal year'),
    conditions: both(
      '全職員を対象とし、「聞いたことがある」は入れません。',
      'All staff are asked; “have heard of it” does not count.',
    ),
  },
  'want-to-stay': {
    ...shareOfResidents,
    title: both('これからも住み続けたい市民の割合', 'Residents who want to go on living here'),
    numerator: both(
      '永住したい、当分の間住みたいと答えた市民',
      'Residents who want to stay for good or for the time being',
    ),
  },
  'good-to-live-in': {
    ...shareOfResidents,
    title: both('住みよいと思う市民の割合', 'Residents who find the city good to live in'),
    numerator: both(
      '住みよい、まあ住みよいと答えた市民',
      'Residents who find it good or fairly good',
    ),
  },
  'registered-groups': {
    title: both('登録団体の数', 'Registered groups'),
    numerator: both(
      '年度末に登録が続いている市民活動団体',
      'Groups whose registration holds at the end of the fiscal year',
    ),
    unit: both('団体', ' groups'),
    direction: 'up',
    rounding: whole,
    frequency: both('毎年度末', 'At the end of each fiscal year'),
    conditions: both(
      '区分が二つある団体も1団体と数えます。市の大きさがちがうため、数の大小は比べません。',
      'A group with two classes counts once. Cities differ in size, so the numbers are not ranked.',
    ),
    counter: 'groups-registered',
  },
  'joint-projects': {
    title: both('協働事業の数', 'Joint projects'),
    numerator: both(
      'その年度に市と団体が協定を結んで行った事業',
      'Projects run in the year under an agreement of the city and groups',
    ),
    unit: both('件', ''),
    direction: 'up',
    rounding: whole,
    frequency: both('毎年度', 'Every fiscal year'),
    conditions: both(
      '途中で終わったものも数えます。市の大きさがちがうため、数の大小は比べません。',
      'Projects ended early count too. Cities differ in size, so the numbers are not ranked.',
    ),
    counter: 'projects',
  },
}

/** Every shared definition, in the order in which they are offered. */
export const sharedDefinitions: readonly SharedDefinition[] = definitionCodes.map((code) => ({
  code,
  ...definitions[code],
}))

export const findDefinition = (code: string): SharedDefinition | undefined =>
  sharedDefinitions.find((one) => one.code === code)

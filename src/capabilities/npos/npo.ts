import type { Bilingual } from '#kernel/bilingual.ts'
import { both } from '#kernel/bilingual.ts'

/** NPO法人 with an office in the city, as the portal of the Cabinet Office lists it. */
export type Npo = {
  readonly id: string
  readonly corporateNumber: string | null
  readonly name: string
  readonly nameKana: string
  readonly authority: string
  readonly postalCode: string
  readonly address: string
  readonly representative: string
  readonly approvedOn: string | null
  readonly foundedOn: string | null
  readonly purpose: string
  /** Numbers 1 to 20 of the law's list. */
  readonly fields: readonly string[]
  readonly certification: '' | 'certified' | 'provisional'
  readonly certifiedUntil: string | null
  readonly supervision: string
  readonly dissolution: string
  readonly url: string
}

export type NpoFacts = Omit<Npo, 'id'>

export const emptyNpo: NpoFacts = {
  corporateNumber: null,
  name: '',
  nameKana: '',
  authority: '',
  postalCode: '',
  address: '',
  representative: '',
  approvedOn: null,
  foundedOn: null,
  purpose: '',
  fields: [],
  certification: '',
  certifiedUntil: null,
  supervision: '',
  dissolution: '',
  url: '',
}

/** The twenty fields of the law (特定非営利活動促進法 別表), in short. */
export const lawFields: readonly Bilingual[] = [
  both('保健・医療・福祉', 'Health and welfare'),
  both('社会教育', 'Social education'),
  both('まちづくり', 'Community building'),
  both('観光', 'Tourism'),
  both('農山漁村・中山間地域', 'Rural areas'),
  both('学術・文化・芸術・スポーツ', 'Culture and sports'),
  both('環境の保全', 'Environment'),
  both('災害救援', 'Disaster relief'),
  both('地域安全', 'Community safety'),
  both('人権・平和', 'Human rights and peace'),
  both('国際協力', 'International cooperation'),
  both('男女共同参画', 'Gender equality'),
  both('子どもの健全育成', 'Children'),
  both('情報化社会', 'Information society'),
  both('科学技術', 'Science and technology'),
  both('経済活動の活性化', 'Economy'),
  both('職業能力・雇用', 'Employment'),
  both('消費者の保護', 'Consumer protection'),
  both('団体への連絡・助言・援助', 'Support of groups'),
  both('条例で定める活動', 'Activities by ordinance'),
]

/** True for one that has been dissolved, or whose approval was withdrawn. */
export const hasEnded = ({ dissolution, supervision }: Pick<Npo, 'dissolution' | 'supervision'>) =>
  dissolution !== '' || /認証取消/.test(supervision)

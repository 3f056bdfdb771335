import type { Bilingual } from './bilingual.ts'
import type { MailPace } from './mail-pace.ts'

/** An entry of one of the city's code lists. */
export type CodeEntry = { readonly code: string; readonly name: Bilingual }

/** 地区: a part of the city in which groups work. One without a place, as 市内全域, is on no map. */
export type CityArea = CodeEntry & {
  readonly kana: string
  readonly place?: { readonly latitude: number; readonly longitude: number } | undefined
}

/** What a city decides about the product's own behaviour. Every setting has a default. */
export type CitySettings = {
  /** Staff and reviewers must give a second factor at sign-in. */
  readonly staffSecondFactor: boolean
  /** Licence of the open data. */
  readonly openDataLicence: string
  /** Days in which a representative can object to being replaced by the desk. */
  readonly recoveryObjectionDays: number
  /** Days after which the file of an import and the copies of its rows are deleted. */
  readonly importKeptDays: number
  /** The hour of the day, Tokyo time, at which mails that wait are sent together: 0 to 23. */
  readonly digestHour: number
  /** Whether they are sent together on the working days of a city hall, or every day. */
  readonly digestDays: 'business' | 'every'
  /** How people get mails that may wait while they have not chosen themselves. */
  readonly mailPace: {
    readonly staff: MailPace
    readonly reviewer: MailPace
    /** Members of groups and residents. */
    readonly others: MailPace
  }
}

export const defaultSettings: CitySettings = {
  staffSecondFactor: false,
  openDataLicence: 'CC BY 4.0',
  recoveryObjectionDays: 14,
  importKeptDays: 365,
  digestHour: 8,
  digestDays: 'business',
  mailPace: { staff: 'at_once', reviewer: 'at_once', others: 'at_once' },
}

export type CityContact = {
  readonly office: Bilingual
  readonly address?: Bilingual | undefined
  readonly phone?: string | undefined
  readonly fax?: string | undefined
  readonly email?: string | undefined
}

/** How the centre itself is reached, where the city says so. */
export type CentreContact = {
  readonly address?: Bilingual | undefined
  readonly phone?: string | undefined
  readonly fax?: string | undefined
  readonly email?: string | undefined
  /** When somebody is there, in words. */
  readonly hours?: Bilingual | undefined
}

/** A city as every page knows it: its names, its words, its code lists, its settings. */
export type City = {
  /** 全国地方公共団体コード as a number. */
  readonly id: number
  readonly slug: string
  readonly code: string
  readonly host: string | null
  readonly name: Bilingual & { readonly kana: string }
  readonly prefecture: Bilingual
  readonly motto?: Bilingual | undefined
  readonly hue: string
  readonly contact: CityContact
  readonly centre: Bilingual
  readonly centreContact?: CentreContact | undefined
  readonly words: Readonly<Record<string, Bilingual>>
  readonly departments: readonly CodeEntry[]
  readonly fields: readonly CodeEntry[]
  readonly legalForms: readonly CodeEntry[]
  readonly modes: readonly CodeEntry[]
  readonly areas: readonly CityArea[]
  readonly settings: CitySettings
}

/** The city's own word for a thing, or the common one. */
export const wordOf = (city: City, term: string, common: Bilingual): Bilingual =>
  city.words[term] ?? common

/** Who is named where people are told whom to ask. */
export type Asked = { readonly name: Bilingual } & Pick<CentreContact, 'phone' | 'email' | 'hours'>

/** Whom to ask about groups and what they do: the centre where its telephone or mail is known, else the office. */
export const whomToAsk = ({ centre, centreContact, contact }: City): Asked =>
  centreContact?.phone || centreContact?.email
    ? { ...centreContact, name: centre }
    : { name: contact.office, phone: contact.phone, email: contact.email }

/** The name behind a code, or the code itself when the list no longer holds it. */
export const nameOfCode = (list: readonly CodeEntry[], code: string): Bilingual =>
  list.find((entry) => entry.code === code)?.name ?? { ja: code, en: code }

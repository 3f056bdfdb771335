import type { City } from '#kernel/city.ts'
import { defaultSettings } from '#kernel/city.ts'
import type { Frame } from '../../shell/frame.ts'

/** A city that does not exist, for looking at components. */
export const sampleCity: City = {
  id: 999_999,
  slug: 'minato-no-oka',
  code: '999999',
  host: null,
  name: { ja: '見本市', en: 'Mihon City', kana: 'みほんし' },
  prefecture: { ja: '見本県', en: 'Mihon' },
  hue: 'green',
  contact: {
    office: { ja: '市民協働課 協働推進係', en: 'Civic Collaboration Division' },
    address: { ja: '見本市中央1丁目1番1号 市役所2階', en: '1-1-1 Chuo, Mihon City Hall 2F' },
    phone: '0000-00-0000',
    email: 'kyodo@city.mihon.example.jp',
  },
  centre: { ja: '市民活動センター', en: 'Civic Activity Centre' },
  words: {},
  departments: [],
  fields: [],
  legalForms: [],
  modes: [],
  areas: [],
  settings: defaultSettings,
}

/** Where a page of the showcase stands. */
export type Place = Pick<Frame, 'lang' | 'site'> & { city?: City }

export const frameAt = ({ lang, site, city = sampleCity }: Place, path: string): Frame => ({
  lang,
  site,
  city,
  path: `/${city.slug}${path}`,
})

import { type Bilingual, both, type Language } from '#kernel/bilingual.ts'

/** Under what the data may be used. */
export type Licence = {
  /** As catalogues of CKAN name it. */
  readonly id: string
  readonly title: Bilingual
  /** Its text; undefined for words of a city's own, which are printed as they stand. */
  readonly url?: string | undefined
  /** A page that explains it in the reader's language. */
  readonly summary?: (language: Language) => string
  readonly open: boolean
}

const creativeCommons = (id: string, title: Bilingual, path: string): Licence => ({
  id,
  title,
  url: `https://creativecommons.org/${path}/`,
  summary: (language) => `https://creativecommons.org/${path}/deed.${language}`,
  open: true,
})

/** Licences that cities in Japan choose, by the words of the setting. */
const known: Readonly<Record<string, Licence>> = {
  'CC BY 4.0': creativeCommons(
    'cc-by-40-intl',
    both(
      'クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）',
      'Creative Commons Attribution 4.0 International (CC BY 4.0)',
    ),
    'licenses/by/4.0',
  ),
  'CC BY-SA 4.0': creativeCommons(
    'cc-by-sa-40-intl',
    both(
      'クリエイティブ・コモンズ 表示-継承 4.0 国際（CC BY-SA 4.0）',
      'Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)',
    ),
    'licenses/by-sa/4.0',
  ),
  'CC BY 2.1 JP': creativeCommons(
    'cc-by-21-jp',
    both(
      'クリエイティブ・コモンズ 表示 2.1 日本（CC BY 2.1 JP）',
      'Creative Commons Attribution 2.1 Japan (CC BY 2.1 JP)',
    ),
    'licenses/by/2.1/jp',
  ),
  'CC0 1.0': creativeCommons(
    'cc-zero',
    both(
      'クリエイティブ・コモンズ 全世界 1.0（CC0 1.0）',
      'Creative Commons Zero 1.0 Universal (CC0 1.0)',
    ),
    'publicdomain/zero/1.0',
  ),
  '公共データ利用規約（第1.0版）': {
    id: 'pdl-10',
    title: both('公共データ利用規約（第1.0版）', 'Public Data License 1.0'),
    url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0',
    open: true,
  },
}

/** The licence that the city's setting names. */
export const licenceOf = (setting: string): Licence =>
  known[setting] ?? { id: 'other', title: both(setting, setting), open: false }

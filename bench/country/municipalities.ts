import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'

/** One of the 1,741 municipalities: 792 cities, 23 special wards, 743 towns, 183 villages. */
export type Municipality = {
  /** 全国地方公共団体コード with its check digit. */
  readonly code: string
  readonly prefecture: string
  readonly name: string
  /** ひらがな. */
  readonly kana: string
}

/** Every municipality of the country (municipalities.csv: code4fukui/localgovjp, CC0). */
export const listMunicipalities = (): readonly Municipality[] => {
  const lines = readFileSync(join(projectRoot(), 'bench/country/municipalities.csv'), 'utf8')
  return lines
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code, prefecture, name, kana] = line.split(',')
      return { code: code!, prefecture: prefecture!, name: name!, kana: kana! }
    })
}

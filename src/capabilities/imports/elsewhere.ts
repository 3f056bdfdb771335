import type { City } from '#kernel/city.ts'
import { foldHeader } from '#kernel/tables/index.ts'
import type { ImportRecord } from '#web/importer.ts'
import type { Elsewhere } from './plan.ts'

/** A row as far as it tells where its list comes from. */
export type PlacedRow = { readonly cells: readonly string[]; readonly record: ImportRecord }

type Kind = 'code' | 'columns' | 'addresses'

/** Columns by their names, known to an importer or not: a list of departments may carry the municipality's code too. */
const headerKinds: readonly (readonly [RegExp, Kind])[] = [
  [/(地方公共団体|市区町村|市町村|^団体)コード$/, 'code'],
  [/(市区町村|市町村|地方公共団体|自治体)(名|名称)?$/, 'columns'],
  [/(住所|所在地|設置場所|所在地_連結表記|住所_連結表記|^address)(\(.*\))?$/, 'addresses'],
]

const kindOf = (name: string): Kind | undefined => {
  const folded = foldHeader(name)
  return headerKinds.find(([shape]) => shape.test(folded) || shape.test(name.trim()))?.[1]
}

const prefectureShape = /^(?:北海道|東京都|京都府|大阪府|[^市区町村0-9]{2,3}県)/

/** Counties first, because some bear 市 in their names, as some cities bear it twice. */
const placeShapes: readonly RegExp[] = [
  /^(?:余市|高市)郡.{1,6}?[町村]/,
  /^[^市区町村]{1,4}郡[^市区]{1,6}?[町村]/,
  /^(?:四日市市|廿日市市|野々市市|.{1,7}?市)/,
]

const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('ヶ', 'ケ')
    .replace(/\s/g, '')
    .replace(/^〒?\d{3}-?\d{4}/, '')

/** The municipality that an address begins with, or undefined when it names none. */
export const placeIn = (text: string): string | undefined => {
  const plain = plainText(text)
  const [prefecture = ''] = prefectureShape.exec(plain) ?? []
  const rest = plain.slice(prefecture.length)
  for (const shape of placeShapes) {
    const [place] = shape.exec(rest) ?? []
    if (place) return place
  }
  return prefecture === '東京都' ? /^[^市区]{1,4}区/.exec(rest)?.[0] : undefined
}

const isOwn = (city: City, text: string): boolean => {
  const plain = plainText(text)
  const [prefecture] = prefectureShape.exec(plain) ?? []
  return (
    (prefecture === undefined || prefecture === plainText(city.prefecture.ja)) &&
    plain.slice(prefecture?.length ?? 0).includes(plainText(city.name.ja))
  )
}

/** The first five digits are the municipality; the sixth only checks them, and is often left out. */
const isOtherCode = (city: City, cell: string): boolean => {
  const digits = cell.normalize('NFKC').trim().padStart(5, '0')
  return /^\d{5,6}$/.test(digits) && digits.slice(0, 5) !== city.code.padStart(6, '0').slice(0, 5)
}

/** 高松市, 高松市役所: what stands at the top of the organisation of a city. */
const topShape = /^(.{1,7}[市町村])(?:役所|役場)?$/

/** Beyond the first rows a name without anything above it is no longer the top. */
const topRows = 3

/** Looks at the rows of a file, one after the other, for whether most of them are another municipality's. */
export const watchPlaces = (
  city: City,
  header: readonly string[],
): { readonly see: (row: PlacedRow) => void; readonly find: () => Elsewhere | undefined } => {
  const columns = header.flatMap((name, at) => {
    const kind = kindOf(name)
    return kind ? [{ kind, at }] : []
  })
  const places = new Map<string, number>()
  const counts: Record<Kind, number> = { code: 0, columns: 0, addresses: 0 }
  let [all, top]: [number, string | undefined] = [0, undefined]

  const otherOf = ({ cells }: PlacedRow): { kind: Kind; place: string } | undefined => {
    const filled = columns
      .map(({ kind, at }) => ({ kind, words: (cells[at] ?? '').trim() }))
      .filter(({ words }) => words !== '')
    const named = filled.filter(({ kind }) => kind !== 'code')
    if (named.some(({ words }) => isOwn(city, words))) return undefined
    const [place] = named.flatMap(({ words }) => placeIn(words) ?? [])
    const code = filled.find(({ kind, words }) => kind === 'code' && isOtherCode(city, words))
    if (code) return { kind: 'code', place: place ?? code.words }
    const told = place && named.find(({ words }) => placeIn(words) !== undefined)
    return told ? { kind: told.kind, place } : undefined
  }

  const see = (row: PlacedRow): void => {
    all += 1
    const { name, above, level } = row.record
    if (all <= topRows && level !== undefined && above === '' && typeof name === 'string')
      top ??= topShape.exec(plainText(name))?.[1]
    const other = otherOf(row)
    if (!other) return
    counts[other.kind] += 1
    places.set(other.place, (places.get(other.place) ?? 0) + 1)
  }

  const find = (): Elsewhere | undefined => {
    if (top && !isOwn(city, top)) return { place: top, rows: all, all, by: 'top' }
    const [most] = [...places].sort(([, one], [, other]) => other - one)
    if (!most) return undefined
    const [place, rows] = most
    if (rows * 2 <= all) return undefined
    const kinds = ['code', 'columns', 'addresses'] as const
    const by = kinds.reduce((best, kind) => (counts[kind] > counts[best] ? kind : best), kinds[0])
    return { place, rows, all, by }
  }
  return { see, find }
}

/** 五十音の行, each with its kana as the order of readings knows them. */
const rows: readonly (readonly [name: string, kana: string])[] = [
  ['あ', 'アイウエオ'],
  ['か', 'カキクケコ'],
  ['さ', 'サシスセソ'],
  ['た', 'タチツテト'],
  ['な', 'ナニヌネノ'],
  ['は', 'ハヒフヘホ'],
  ['ま', 'マミムメモ'],
  ['や', 'ヤユヨ'],
  ['ら', 'ラリルレロ'],
  ['わ', 'ワヲン'],
]

/** The row under which a name stands; undefined for names that begin with no kana. */
export const rowOfHead = (head: string): string | undefined =>
  rows.find(([, kana]) => head !== '' && kana.includes(head))?.[0]

export type KanaRow<T> = { readonly name: string | undefined; readonly members: readonly T[] }

/** What stands in the order of readings, parted where a new row begins. */
export const partByRow = <T extends { readonly head: string }>(
  listed: readonly T[],
): readonly KanaRow<T>[] => {
  const parts = new Map<string | undefined, T[]>()
  for (const one of listed) {
    const name = rowOfHead(one.head)
    parts.set(name, [...(parts.get(name) ?? []), one])
  }
  return [...parts].map(([name, members]) => ({ name, members }))
}

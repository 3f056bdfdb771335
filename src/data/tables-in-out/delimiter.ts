export type Delimiter = ',' | '\t' | ';'
export type LineEnd = '\r\n' | '\n' | '\r'

const candidates: readonly Delimiter[] = [',', '\t', ';']
const recordsSampled = 40

const withoutQuoted = (text: string): string => text.replace(/"[^"]*"/g, '""')

/** How many records agree on a number of delimiters above zero; that number itself decides a tie. */
const scoreOf = (records: readonly string[], delimiter: Delimiter): number => {
  const counts = new Map<number, number>()
  for (const record of records) {
    const count = record.split(delimiter).length - 1
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
  }
  const scores = [...counts].map(([count, times]) => times + count / (count + 1))
  return Math.max(0, ...scores)
}

/** Comma, tab or semicolon: the one on whose number the first records agree best. */
export const findDelimiter = (text: string): Delimiter => {
  const records = withoutQuoted(text.slice(0, 100_000))
    .split(/\r\n|[\r\n]/)
    .filter((record) => record.trim() !== '')
    .slice(0, recordsSampled)
  return candidates.reduce((best, delimiter) =>
    scoreOf(records, delimiter) > scoreOf(records, best) ? delimiter : best,
  )
}

/** The line ends between records, those within quotes left out, each kind once. */
export const findLineEnds = (text: string): LineEnd[] => {
  const found = new Set<string>()
  for (const [end] of withoutQuoted(text).matchAll(/\r\n|[\r\n]/g)) found.add(end)
  return (['\r\n', '\n', '\r'] as const).filter((end) => found.has(end))
}

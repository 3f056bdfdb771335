import type { SheetColumn, SheetDraft } from '#data/tables-in-out/index.ts'
import type { Language } from '#kernel/bilingual.ts'
import { flatCells, flatten } from './flat-rows.ts'
import { outlineOf, readingNotes } from './outline.ts'
import type { Results } from './results.ts'
import { sentences } from './sentences.ts'

const numeric: ReadonlySet<string> = new Set(['count', 'n', 'percent', 'value'])

const figureColumns = (lang: Language): SheetColumn[] =>
  Object.entries(sentences[lang].csvHeadings).map(([code, name]) => ({
    name,
    kind: numeric.has(code) ? 'number' : 'text',
  }))

const outlineSheet = (results: Results, lang: Language): SheetDraft => {
  const words = sentences[lang]
  return {
    name: words.sheets.outline,
    columns: [
      { name: words.item, kind: 'text' },
      { name: words.value, kind: 'text' },
    ],
    rows: [
      [words.title, results.title[lang]],
      ...outlineOf(results, lang).map(({ term, description }) => [term, description]),
      ...readingNotes(results, lang).map((note) => [words.notes, note]),
    ],
  }
}

const textSheet = (results: Results, lang: Language): SheetDraft => {
  const words = sentences[lang]
  const columns = [words.csvHeadings.question, words.heading, words.text, words.cityAnswer]
  return {
    name: words.sheets.texts,
    columns: columns.map((name) => ({ name, kind: 'text' })),
    rows: results.questions.flatMap(({ counted, groups }) =>
      groups.flatMap(({ title, answer, texts }) =>
        texts.map((text) => [counted.label[lang], title, text, answer]),
      ),
    ),
  }
}

/** All tables as sheets of one Excel file; sheets with nothing on them are left out. */
export const resultsSheets = (results: Results, lang: Language): readonly SheetDraft[] => {
  const words = sentences[lang]
  const rows = flatten(results, lang)
  const sheet = (name: string, ...kinds: readonly string[]): SheetDraft => ({
    name,
    columns: figureColumns(lang),
    rows: rows.filter(({ kind }) => kinds.includes(kind)).map((row) => flatCells(row, lang, true)),
  })
  return [
    outlineSheet(results, lang),
    sheet(words.sheets.simple, 'returns', 'simple', 'number', 'sum'),
    sheet(words.sheets.waves, 'wave'),
    sheet(words.sheets.crosses, 'cross'),
    textSheet(results, lang),
  ].filter((one) => one.rows.length > 0)
}

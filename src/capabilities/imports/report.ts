import type { SheetColumn, SheetValue } from '#data/tables-in-out/index.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import type { CellNote, OpenImporter } from '#web/importer.ts'
import type { Import, ImportRow } from './import.ts'
import { sentences } from './sentences.ts'
import { fieldLabel, letterOf, valueText } from './views/labels.ts'

type Told = { readonly one: Import; readonly open: OpenImporter; readonly lang: Language }

const tell = (notes: readonly CellNote[], { open, lang }: Told): string =>
  notes
    .map(({ column, text, words }) =>
      [
        column === '' ? '' : `[${fieldLabel(open, column, lang)}]`,
        say(text, lang),
        words.trim() === '' ? '' : `「${words.trim().slice(0, 100)}」`,
      ].join(''),
    )
    .join(' ')

const tellChanges = ({ changes }: ImportRow, { open, lang }: Told): string =>
  Object.entries(changes)
    .map(
      ([field, [before, after]]) =>
        `${fieldLabel(open, field, lang)}: ${sentences[lang].wasNow(valueText(open, field, before), valueText(open, field, after))}`,
    )
    .join(' / ')

const resultOf = (row: ImportRow, lang: Language): string => {
  const words = sentences[lang]
  const name = row.result
    ? words.results[row.result]
    : row.outcome === 'read'
      ? ''
      : words.outcomes[row.outcome]
  return row.reverted ? `${name}・${words.reverted[row.reverted]}` : name
}

/** The heading of a report: what was found of each row, then the columns of the file as they are. */
export const reportColumns = ({ one, lang }: Told): readonly SheetColumn[] => {
  const words = sentences[lang]
  const told = [words.row, words.outcome, words.about, words.details, words.mended]
  const theirs = Array.from(
    { length: one.facts.width },
    (_, at) => one.header[at] || words.column(letterOf(at + 1)),
  )
  return [...told, ...theirs].map((name, at) => ({ name, kind: at === 0 ? 'number' : 'text' }))
}

/** A row of the report, with the cells of the file as they stand. */
export const reportRow = (row: ImportRow, told: Told): readonly SheetValue[] => {
  const { one, lang } = told
  const why = [
    tell(row.faults, told),
    tellChanges(row, told),
    row.leftWhy && say(row.leftWhy, lang),
  ]
  return [
    row.number,
    resultOf(row, lang),
    row.targetName ?? (typeof row.record.name === 'string' ? row.record.name : ''),
    why.filter(Boolean).join(' '),
    tell(row.notes, told),
    ...Array.from({ length: one.facts.width }, (_, at) => row.cells[at] ?? ''),
  ]
}

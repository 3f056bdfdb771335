import { type Language, say } from '#kernel/bilingual.ts'
import type { ImportValue, OpenImporter } from '#web/importer.ts'

/** A, B, … Z, AA: as spreadsheet programs call their columns. */
export const letterOf = (column: number): string => {
  const at = column - 1
  const rest = Math.floor(at / 26)
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + (at % 26))
}

/** What a field is called. */
export const fieldLabel = (
  importer: Pick<OpenImporter, 'columns' | 'fields'>,
  field: string,
  lang: Language,
): string => {
  const label =
    importer.columns.find(({ code }) => code === field)?.label ?? importer.fields?.[field]
  return label ? say(label, lang) : field
}

/** A value as people read it. */
export const valueText = (
  importer: Pick<OpenImporter, 'show'>,
  field: string,
  value: ImportValue,
): string => {
  if (value === null) return ''
  if (importer.show) return importer.show(field, value)
  return Array.isArray(value) ? value.join('、') : String(value)
}

import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { cleanLine } from '#kernel/text.ts'
import type { CodeTable, Dataset, DatasetColumn, DatasetRow, DatasetValue } from '#web/dataset.ts'
import { column } from '#web/dataset-columns.ts'

/** Every table begins with whose it is, as the standard data sets of Japanese cities do. */
const cityColumns: readonly DatasetColumn[] = [
  column('local_government_code', 'text', {
    name: both('全国地方公共団体コード', 'Local government code'),
    definition: both('市のコード（6桁）', 'Code of the city (6 digits)'),
  }),
  column('local_government_name', 'text', {
    name: both('地方公共団体名', 'Local government'),
    definition: both('市の名前', 'Name of the city'),
  }),
]

/** All columns of a data set, in their order. */
export const columnsOf = (dataset: Dataset): readonly DatasetColumn[] => [
  ...cityColumns,
  ...dataset.columns,
]

/** The code tables that a data set draws from, each once. */
export const codeTablesOf = (dataset: Dataset): readonly CodeTable[] => [
  ...new Map(dataset.columns.flatMap(({ codes }) => (codes ? [[codes.name, codes]] : []))).values(),
]

/** A value as it leaves: texts on one line, without what nobody sees; addresses whole. */
const tidy = (value: DatasetValue | undefined, type: DatasetColumn['type'], site: string) => {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return value
  const line = cleanLine(value)
  if (line === '') return null
  return type === 'url' && line.startsWith('/') ? `${site}${line}` : line
}

/** Whose rows they are, and where the site stands. */
export type Place = { readonly city: City; readonly publicUrl: string }

/** The values of a row in the order of {@link columnsOf}. */
export const valuesOf = (
  dataset: Dataset,
  row: DatasetRow,
  { city, publicUrl }: Place,
): readonly DatasetValue[] => [
  city.code,
  city.name.ja,
  ...dataset.columns.map(({ code, type }) => tidy(row[code], type, publicUrl)),
]

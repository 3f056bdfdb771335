import { both } from '#kernel/bilingual.ts'
import type { ImportRecord, RowKey } from '#web/importer.ts'
import { nameKey } from '../../facilities/index.ts'

const textOf = (record: ImportRecord, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

/** Registration and corporate numbers prove the same group; a name with its leader or telephone makes it likely. */
export const groupKeys = (record: ImportRecord): readonly RowKey[] => {
  const name = nameKey(textOf(record, 'name'))
  const beside = ['representative_name', 'contact_phone', 'representative_phone', 'office_address']
    .map((field) => textOf(record, field))
    .filter((text) => text !== '')
  const number = textOf(record, 'number')
  const corporate = textOf(record, 'corporate_number')
  return [
    ...(number
      ? [
          {
            key: `number ${number}`,
            text: both('登録番号が同じ', 'the same registration number'),
            proves: true,
          },
        ]
      : []),
    ...(corporate
      ? [
          {
            key: `corporate ${corporate}`,
            text: both('法人番号が同じ', 'the same corporate number'),
            proves: true,
          },
        ]
      : []),
    ...beside.map((text) => ({
      key: `name ${name} ${nameKey(text)}`,
      text: both('名前と連絡先が同じ', 'the same name and contact'),
      proves: false,
    })),
    ...(beside.length === 0 && number === '' && corporate === ''
      ? [{ key: `name ${name}`, text: both('名前が同じ', 'the same name'), proves: false }]
      : []),
  ]
}

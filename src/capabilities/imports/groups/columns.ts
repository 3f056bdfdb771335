import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  type CellKind,
  type CellReader,
  type Choice,
  readChoice,
  readCorporateNumber,
  readDate,
  readEmail,
  readLine,
  readPhone,
  readPostalCode,
  readText,
  readUrl,
  readWholeNumber,
  readYesNo,
} from '#kernel/tables/index.ts'
import { foldForSearch, toKatakana } from '#kernel/text.ts'
import type { ImportColumn, ImportValue } from '#web/importer.ts'
import { type FormDefinition, type FormField, fieldsOf, optionsOf } from '../../forms/index.ts'
import { otherWordsFor } from './choice-words.ts'
import { headersOf } from './headers.ts'

const mapped =
  <T>(read: CellReader<T>, map: (value: T) => ImportValue): CellReader<ImportValue> =>
  (cell) => {
    const reading = read(cell)
    if (!reading.ok) return reading
    const { value, remarks } = reading.value
    return { ok: true, value: { value: value === undefined ? undefined : map(value), remarks } }
  }

const choicesOf = (field: FormField, city: City): readonly Choice[] =>
  optionsOf(field, city).map(({ code, label }) => ({
    code,
    names: [label.ja, label.en, ...otherWordsFor(label.ja)],
  }))

const fold = (text: string): string => foldForSearch(text).replace(/\s/g, '')

/**
 * Several choices in one cell: parted by ; as the standard has it, or by 、 and the like, which stand in names of fields
 * too; so the longest names are looked for first, and nothing may be left over.
 */
const readChoices = (choices: readonly Choice[]): CellReader<ImportValue> => {
  const names = choices
    .flatMap(({ code, names: all }) => all.map((name) => ({ code, key: fold(name) })))
    .filter(({ key }) => key !== '')
    .sort((a, b) => b.key.length - a.key.length)
  return (cell) => {
    let rest = fold(cell)
    if (rest === '' || /^[-ー]$/.test(rest))
      return { ok: true, value: { value: undefined, remarks: [] } }
    const found = new Set<string>()
    while (rest !== '') {
      rest = rest.replace(/^[;；、,，／/・|\d.)①-⑳]+/u, '')
      if (rest === '') break
      const name = names.find(({ key }) => rest.startsWith(key))
      if (!name) return { ok: false, error: { code: 'unknown-choice', words: cell } }
      found.add(name.code)
      rest = rest.slice(name.key.length)
    }
    return { ok: true, value: { value: [...found], remarks: [] } }
  }
}

type Reading = { readonly kind: CellKind; readonly read: CellReader<ImportValue> }

const readings = (field: FormField, city: City): Reading | undefined => {
  switch (field.kind) {
    case 'text':
      return { kind: 'line', read: readLine }
    case 'kana':
      return { kind: 'line', read: mapped(readLine, toKatakana) }
    case 'textarea':
      return { kind: 'text', read: readText }
    case 'number':
    case 'money':
      return { kind: 'whole-number', read: readWholeNumber() }
    case 'date':
      return { kind: 'date', read: readDate }
    case 'email':
      return { kind: 'email', read: readEmail }
    case 'phone':
      return { kind: 'phone', read: mapped(readPhone, ({ printed }) => printed) }
    case 'postal':
      return { kind: 'postal-code', read: readPostalCode }
    case 'url':
      return { kind: 'url', read: readUrl }
    case 'corporate_number':
      return { kind: 'corporate-number', read: readCorporateNumber }
    case 'choice':
      return {
        kind: 'choice',
        read: mapped(readChoice(choicesOf(field, city)), ({ code }) => code),
      }
    case 'choices':
      return { kind: 'list', read: readChoices(choicesOf(field, city)) }
    case 'yes_no':
    case 'declaration':
      return { kind: 'yes-no', read: readYesNo }
    default:
      return undefined
  }
}

const own: readonly ImportColumn[] = [
  {
    code: 'number',
    kind: 'code',
    label: both('登録番号', 'Registration number'),
    names: headersOf('number', []),
    read: readLine,
  },
  {
    code: 'registeredOn',
    kind: 'date',
    label: both('登録日', 'Registered on'),
    names: headersOf('registeredOn', []),
    read: readDate,
  },
  {
    code: 'validUntil',
    kind: 'date',
    label: both('登録の期限', 'Valid until'),
    names: headersOf('validUntil', []),
    read: readDate,
  },
]

/** The city's own form of registration as columns, with the words under which lists of groups have them. */
export const groupColumns = (definition: FormDefinition, city: City): readonly ImportColumn[] => {
  const codes = new Set(fieldsOf(definition).map(({ code }) => code))
  return [
    ...own,
    ...fieldsOf(definition).flatMap((field): ImportColumn[] => {
      const reading = readings(field, city)
      if (!reading) return []
      const { code, label } = field
      return [
        {
          code,
          label,
          ...reading,
          names: headersOf(code, [...codes], label),
          required: code === 'name',
        },
      ]
    }),
  ]
}

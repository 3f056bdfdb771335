import { both } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { problemTexts, readCoordinates, remarkTexts } from '#kernel/tables/index.ts'
import type {
  CellNote,
  ImportAnswers,
  ImportRecord,
  ImportValue,
  RowReading,
} from '#web/importer.ts'
import type { FacilityKind } from './facility.ts'
import { addressKey, nameKey } from './keys.ts'

/** The question about rows of other municipalities, in the same words wherever it is spoken of. */
export const foreignQuestion = both(
  'ほかの市区町村の団体コードの行',
  'Rows under another municipality’s code',
)
export const foreignTake = both('取り込む（市外にある施設など）', 'Take them')

type Given = { readonly city: City; readonly kinds: readonly FacilityKind[] }
type Row = { readonly cellOf: (column: string) => string; readonly answers: ImportAnswers }
type Open = { record: Record<string, ImportValue>; notes: CellNote[]; faults: CellNote[] }

const settlePlace = (open: Open, { cellOf }: Row): void => {
  const [latitude, longitude] = [cellOf('latitude'), cellOf('longitude')]
  const place = readCoordinates(latitude, longitude)
  const words = `${latitude}, ${longitude}`
  if (!place.ok) {
    open.faults.push({ column: 'latitude', text: problemTexts[place.error.code], words })
    return
  }
  const { value, remarks } = place.value
  for (const { code } of remarks)
    open.notes.push({ column: 'latitude', text: remarkTexts[code], words })
  if (!value) return
  open.record.latitude = value.latitude
  open.record.longitude = value.longitude
}

const parts = ['prefecture', 'town', 'district', 'block'] as const

const textOf = (record: ImportRecord, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

/** The parts of an address become one where the list has no whole one; afterwards they are not needed. */
const settleAddress = (open: Open): void => {
  const joined = parts.map((part) => textOf(open.record, part)).join('')
  const fine = textOf(open.record, 'district') + textOf(open.record, 'block')
  if (textOf(open.record, 'address') === '' && fine !== '') open.record.address = joined
  for (const part of parts) delete open.record[part]
}

const settleCity = (open: Open, { answers }: Row, { city }: Given): void => {
  const code = open.record.municipalCode
  if (typeof code !== 'string' || code === city.code || answers.foreign === 'take') return
  open.faults.push({
    column: 'municipalCode',
    text: both(`ほかの市区町村（${code}）の行です。`, `A row of another municipality (${code}).`),
    remedy: both(
      `この市は${city.code}です。取り込むときは、列の選び方にもどり、「${foreignQuestion.ja}」で「${foreignTake.ja}」を選んでください。`,
      `This city is ${city.code}. To take them, go back to the columns and choose “${foreignTake.en}” for “${foreignQuestion.en}”.`,
    ),
    words: code,
  })
}

const settleKind = (open: Open, { answers }: Row): void => {
  const { kind } = open.record
  if (typeof kind === 'string' && kind.startsWith('?')) {
    const words = kind.slice(1)
    open.record.kindWords = words
    delete open.record.kind
    open.notes.push({
      column: 'kind',
      text: both(
        '市の一覧にない種類なので、言葉のまま残します。',
        'The city has no such kind; the words are kept as they are.',
      ),
      words,
    })
  }
  if (open.record.kind === undefined && answers.kind) open.record.kind = answers.kind
}

/** A name that exactly one department bears is that department; any other is kept in words. */
const settleDepartment = (open: Open, { city }: Given): void => {
  const words = textOf(open.record, 'department')
  if (words === '') return
  const found = city.departments.filter(({ name }) => nameKey(name.ja) === nameKey(words))
  const [one] = found
  if (one && found.length === 1) open.record.department = one.code
  else {
    delete open.record.department
    open.record.departmentWords = words
  }
}

/** What several cells of a row say together. */
export const settleFacility = (reading: RowReading, row: Row, given: Given): RowReading => {
  const open: Open = {
    record: { ...reading.record },
    notes: [...reading.notes],
    faults: [...reading.faults],
  }
  settlePlace(open, row)
  settleAddress(open)
  settleCity(open, row, given)
  settleKind(open, row)
  settleDepartment(open, given)
  return { ...reading, ...open }
}

/** Fifty metres: what two people make of the same place. */
const sameDegrees = 0.0005

/**
 * Two writings of one address are no change, nor are coordinates a few metres apart. A number that a facility has from
 * one list is not exchanged for that of another.
 */
export const isSameValue = (field: string, before: ImportValue, after: ImportValue): boolean => {
  if (before === after) return true
  if (typeof before === 'number' && typeof after === 'number')
    return /tude$/.test(field) && Math.abs(before - after) < sameDegrees
  if (typeof before !== 'string' || typeof after !== 'string') return false
  if (field === 'address') return before !== '' && addressKey(before) === addressKey(after)
  return field === 'sourceId' && before !== ''
}

/** Codes by their names. */
export const showValue = (field: string, value: ImportValue, { city, kinds }: Given): string => {
  if (value === null) return ''
  if (field === 'kind') return kinds.find(({ code }) => code === value)?.name.ja ?? String(value)
  if (field === 'department') return nameOfCode(city.departments, String(value)).ja
  return String(value)
}

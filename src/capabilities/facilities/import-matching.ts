import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { Candidate, ImportRecord, Match, RowKey } from '#web/importer.ts'
import { addressKey, idKey, metresBetween, nameKey } from './keys.ts'
import { type Known, listKnown } from './queries/matching.ts'

const textOf = (record: ImportRecord, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

/** Keys of a row that no other row of its file may have. A name alone is none: 集会所 are many. */
export const rowKeys = (record: ImportRecord): readonly RowKey[] => {
  const [name, address, id] = ['name', 'address', 'sourceId'].map((field) => textOf(record, field))
  return [
    ...(name && address
      ? [
          {
            key: `place ${nameKey(name)} ${addressKey(address)}`,
            text: both('名前と所在地が同じ', 'the same name and address'),
            proves: false,
          },
        ]
      : []),
    ...(id
      ? [{ key: `id ${idKey(id)}`, text: both('番号が同じ', 'the same number'), proves: false }]
      : []),
  ]
}

type Asked = {
  readonly name: string
  readonly address: string
  readonly id: string
  readonly place: { readonly latitude: number; readonly longitude: number } | undefined
}

const asked = (record: ImportRecord): Asked => {
  const { latitude, longitude } = record
  return {
    name: nameKey(textOf(record, 'name')),
    address: addressKey(textOf(record, 'address')),
    id: idKey(textOf(record, 'sourceId')),
    place:
      typeof latitude === 'number' && typeof longitude === 'number'
        ? { latitude, longitude }
        : undefined,
  }
}

const near = 150

const isNear = (row: Asked, known: Known): boolean =>
  row.place !== undefined &&
  known.latitude !== null &&
  known.longitude !== null &&
  metresBetween(row.place, { latitude: known.latitude, longitude: known.longitude }) <= near

const hasId = (row: Asked, known: Known): boolean =>
  row.id !== '' && known.source_id !== null && idKey(known.source_id) === row.id

const hasName = (row: Asked, known: Known): boolean => known.name_key === row.name

const hasAddress = (row: Asked, known: Known): boolean =>
  row.address !== '' && known.address_key === row.address

/** Two signs that agree, the surest first; a number alone is not enough, as every list counts from 1. */
const proofs: readonly ((row: Asked, known: Known) => boolean)[] = [
  (row, known) => hasId(row, known) && hasAddress(row, known),
  hasId,
  hasAddress,
  isNear,
]

const whyLikely = (row: Asked, known: Known): Bilingual | undefined => {
  if (hasId(row, known) && hasAddress(row, known))
    return both('番号と所在地が同じ（名前がちがう）', 'same number and address, another name')
  if (hasName(row, known) && (row.address === '' || known.address_key === ''))
    return both('名前が同じ（所在地が分からない）', 'same name; the address is not known')
  return undefined
}

const candidate = (known: Known, why: Bilingual): Candidate => ({
  id: known.id,
  name: known.address ? `${known.name}（${known.address}）` : known.name,
  why,
})

const matchOne = (row: Asked, all: readonly Known[]): Match => {
  const named = all.filter((known) => hasName(row, known))
  const same =
    proofs
      .map((proof) => named.filter((known) => proof(row, known)))
      .find((found) => found.length > 0) ?? []
  const [one] = same
  if (one && same.length === 1) return { kind: 'known', id: one.id, name: one.name }
  const likely =
    same.length > 0
      ? same.map((known) => candidate(known, both('名前が同じ', 'the same name')))
      : all.flatMap((known) => {
          const why = whyLikely(row, known)
          return why ? [candidate(known, why)] : []
        })
  if (likely.length > 0) return { kind: 'suspect', candidates: likely }
  return all.some((known) => hasName(row, known))
    ? {
        kind: 'new',
        note: both(
          '同じ名前の施設がほかの所在地にあります。別の施設として扱います。',
          'Another facility of this name has another address; this is taken as a new one.',
        ),
      }
    : { kind: 'new' }
}

/** What each record is about: two signs must agree (name with number, address or place). 1 query. */
export const findMatches = async (
  scope: Scope,
  records: readonly ImportRecord[],
): Promise<readonly Match[]> => {
  const rows = records.map(asked)
  const known = await listKnown(
    scope,
    [...new Set(rows.map(({ name }) => name))],
    [...new Set(rows.map(({ id }) => id).filter((id) => id !== ''))],
  )
  const byName = new Map<string, Known[]>()
  const byId = new Map<string, Known[]>()
  for (const one of known) {
    byName.set(one.name_key, [...(byName.get(one.name_key) ?? []), one])
    if (one.source_id !== null) {
      const key = idKey(one.source_id)
      byId.set(key, [...(byId.get(key) ?? []), one])
    }
  }
  return rows.map((row) => {
    const all = new Set([...(byName.get(row.name) ?? []), ...(byId.get(row.id) ?? [])])
    return matchOne(row, [...all])
  })
}

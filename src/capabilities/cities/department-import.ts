import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import { newId } from '#kernel/ids.ts'
import type { ImportRecord } from '#web/importer.ts'
import type { Department, Level } from './department.ts'
import {
  deleteDepartments,
  insertDepartments,
  listDepartments,
  listUsed,
  updateDepartment,
} from './department-queries.ts'

/** A department in the fields of an import. */
export const toRecord = (one: Department): ImportRecord => ({
  sourceCode: one.sourceCode,
  name: one.name.ja,
  nameEn: one.name.en === one.name.ja ? null : one.name.en,
  level: one.level,
  above: one.above.join('/'),
  phone: one.phone,
  startsOn: one.startsOn,
  endsOn: one.endsOn,
})

const textOf = (record: ImportRecord, field: string, before: string): string => {
  if (!(field in record)) return before
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

const orNull = (text: string): string | null => (text === '' ? null : text)

/** The department with what a record says of it; null empties a field. */
const withRecord = (one: Department, record: ImportRecord): Department => {
  const name = textOf(record, 'name', one.name.ja)
  const renamed = name !== one.name.ja && one.name.en === one.name.ja
  const above = textOf(record, 'above', one.above.join('/'))
  return {
    ...one,
    name: {
      ja: name,
      en: textOf(record, 'nameEn', renamed ? name : one.name.en) || name,
    },
    level: textOf(record, 'level', one.level) as Level,
    above: above === '' ? [] : above.split('/'),
    sourceCode: orNull(textOf(record, 'sourceCode', one.sourceCode ?? '')),
    phone: textOf(record, 'phone', one.phone),
    startsOn: orNull(textOf(record, 'startsOn', one.startsOn ?? '')),
    endsOn: orNull(textOf(record, 'endsOn', one.endsOn ?? '')),
  }
}

/** What the register holds of these departments. */
export const loadDepartments = async (
  scope: Scope,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ImportRecord>> => {
  const asked = new Set(codes)
  const all = await listDepartments(scope)
  return new Map(all.filter(({ code }) => asked.has(code)).map((one) => [one.code, toRecord(one)]))
}

/** A code in addresses and in other tables: the city's own where it fits there. */
const newCode = (sourceCode: string | null, taken: ReadonlySet<string>): string => {
  const plain = (sourceCode ?? '').toLowerCase()
  return /^[a-z0-9-]{1,40}$/.test(plain) && !taken.has(plain) ? plain : `d-${newId()}`
}

/** 課 are what people choose; bureaus and small offices would only lengthen the list. */
const isOffered = ({ level }: Pick<Department, 'level'>): boolean => level === 'division'

const blank: Omit<Department, 'code' | 'position'> = {
  name: { ja: '', en: '' },
  level: 'division',
  above: [],
  sourceCode: null,
  phone: '',
  listed: true,
  startsOn: null,
  endsOn: null,
}

/** Enters departments of a list behind those that are there. @returns their codes, in order */
export const createDepartments = async (
  scope: Scope,
  records: readonly ImportRecord[],
): Promise<readonly string[]> => {
  const all = await listDepartments(scope)
  const taken = new Set(all.map(({ code }) => code))
  let position = all.reduce((most, one) => Math.max(most, one.position), 0)
  const made = records.map((record): Department => {
    position += 1
    const one = withRecord({ ...blank, code: '', position }, record)
    const code = newCode(one.sourceCode, taken)
    taken.add(code)
    return { ...one, code, listed: isOffered(one) }
  })
  await insertDepartments(scope, made)
  return made.map(({ code }) => code)
}

/** Writes what a list says of departments that are there. */
export const writeDepartments = async (
  scope: Scope,
  changes: readonly { readonly id: string; readonly record: ImportRecord }[],
): Promise<void> => {
  const all = new Map((await listDepartments(scope)).map((one) => [one.code, one]))
  for (const { id, record } of changes) {
    const one = all.get(id)
    if (one) await updateDepartment(scope, withRecord(one, record))
  }
}

const inUse: Bilingual = both(
  '担当の人や仕事があるので、残しました。',
  'People or work belong to it, so it stays.',
)

/** Takes out departments that a list brought, unless they are at work by now. */
export const removeDepartments = async (
  scope: Scope,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Bilingual>> => {
  const used = await listUsed(scope, codes)
  await deleteDepartments(
    scope,
    codes.filter((code) => !used.has(code)),
  )
  return new Map([...used].map((code) => [code, inUse]))
}

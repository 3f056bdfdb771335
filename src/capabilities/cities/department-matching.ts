import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import { foldForSearch } from '#kernel/text.ts'
import type { ImportRecord, ImportValue, Match, RowKey, RowReading } from '#web/importer.ts'
import { type Department, wholeName } from './department.ts'
import { toRecord } from './department-import.ts'
import { listDepartments } from './department-queries.ts'

const levelColumns = ['bureau', 'department', 'division', 'office', 'unit'] as const

const textOf = (record: ImportRecord, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

const fold = (text: string): string => foldForSearch(text).replace(/\s/g, '')

const endings: readonly (readonly [RegExp, string])[] = [
  [/(局|本部)$/, 'bureau'],
  [/部$/, 'department'],
  [/(係|担当|グループ)$/, 'unit'],
  [/(室|所|支所|センター|館|園|校|場)$/, 'office'],
]

const guessLevel = (name: string): string =>
  endings.find(([ending]) => ending.test(name))?.[1] ?? 'division'

/**
 * The deepest column that is filled names the department, those before it what it belongs to. A list of names alone
 * tells the level by the name's ending.
 */
export const settleDepartment = (reading: RowReading): RowReading => {
  const record: Record<string, ImportValue> = { ...reading.record }
  const parts = levelColumns.flatMap((level) => {
    const name = textOf(record, level)
    return name === '' ? [] : [{ level: level as string, name }]
  })
  for (const level of levelColumns) delete record[level]
  const deepest = parts.at(-1)
  if (deepest) {
    record.name = deepest.name
    record.above = parts
      .slice(0, -1)
      .map(({ name }) => name.replaceAll('/', '／'))
      .join('/')
    record.level ??= deepest.level
  }
  const name = textOf(record, 'name')
  if (name === '' && reading.faults.length === 0)
    return {
      ...reading,
      faults: [
        {
          column: 'name',
          text: both('部・課の名前がありません。', 'There is no name of a department.'),
          words: '',
        },
      ],
    }
  record.level ??= guessLevel(name)
  return { ...reading, record }
}

/** A code proves the same department; the same place in the tree without a code only makes it likely. */
export const keysOfDepartment = (record: ImportRecord): readonly RowKey[] => {
  const code = textOf(record, 'sourceCode')
  if (code)
    return [{ key: `code ${code}`, text: both('所属コードが同じ', 'the same code'), proves: true }]
  const place = `${textOf(record, 'above')}/${textOf(record, 'name')}`
  return [
    {
      key: `place ${fold(place)}`,
      text: both('上の組織と名前が同じ', 'the same name in the same place'),
      proves: false,
    },
  ]
}

type Register = {
  readonly byCode: ReadonlyMap<string, Department>
  readonly byPlace: ReadonlyMap<string, readonly Department[]>
  /** Those that no list has given a code or a place yet: the city's documents name them alone. */
  readonly bare: ReadonlyMap<string, readonly Department[]>
}

const group = (
  all: readonly Department[],
  keyOf: (one: Department) => string,
): ReadonlyMap<string, readonly Department[]> => {
  const groups = new Map<string, Department[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

const placeOf = ({ above, name }: Department): string => fold([...above, name.ja].join('/'))

const known = (one: Department): Match => ({ kind: 'known', id: one.code, name: wholeName(one) })

const suspect = (all: readonly Department[]): Match => ({
  kind: 'suspect',
  candidates: all.map((one) => ({
    id: one.code,
    name: wholeName(one),
    why: both('名前が同じ', 'the same name'),
  })),
})

const saysNothingNew = (record: ImportRecord, one: Department): boolean => {
  const held = toRecord(one)
  return Object.entries(record).every(
    ([field, value]) => (value ?? '') === '' || (held[field] ?? '') === value,
  )
}

const matchOne = (
  record: ImportRecord,
  register: Register,
  namesInFile: ReadonlyMap<string, number>,
): Match => {
  const code = textOf(record, 'sourceCode')
  const coded = register.byCode.get(code)
  if (coded) return known(coded)
  const name = fold(textOf(record, 'name'))
  const above = textOf(record, 'above')
  const placed = (
    register.byPlace.get(fold([above, textOf(record, 'name')].filter(Boolean).join('/'))) ?? []
  ).filter(({ sourceCode }) => code === '' || sourceCode === null)
  const likely = placed.length > 0 ? placed : (register.bare.get(name) ?? [])
  const [one] = likely
  if (!one) return { kind: 'new' }
  const single = likely.length === 1 && (placed.length > 0 || namesInFile.get(name) === 1)
  // A name alone is no proof: every city has a 総務課. It is only passed over where nothing would change.
  const proved = above !== '' || saysNothingNew(record, one)
  return single && proved && placed.length > 0 ? known(one) : suspect(likely)
}

/** What each record is about: by its code or by its place in the tree. A name alone only makes it likely. */
export const findDepartments = async (
  scope: Scope,
  records: readonly ImportRecord[],
): Promise<readonly Match[]> => {
  const all = await listDepartments(scope)
  const register: Register = {
    byCode: new Map(all.flatMap((one) => (one.sourceCode ? [[one.sourceCode, one] as const] : []))),
    byPlace: group(all, placeOf),
    bare: group(
      all.filter((one) => one.sourceCode === null && one.above.length === 0),
      ({ name }) => fold(name.ja),
    ),
  }
  const names = new Map<string, number>()
  for (const record of records) {
    const name = fold(textOf(record, 'name'))
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  return records.map((record) => matchOne(record, register, names))
}

import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type {
  Importer,
  ImportRecord,
  ImportValue,
  Match,
  OpenImporter,
  RowReading,
} from '#web/importer.ts'
import { addressKey, nameKey } from '../facilities/index.ts'
import { columns } from './import-columns.ts'
import { emptyNpo, lawFields, type NpoFacts } from './npo.ts'
import { paths } from './paths.ts'
import { placeOf } from './place.ts'
import {
  deleteNpos,
  holdNpos,
  insertNpos,
  listKnownNpos,
  listNposById,
  updateNpos,
} from './queries.ts'

const textOf = (record: ImportRecord, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

const marked = (text: string): boolean => text !== '' && !/^[×✕xX0無]$/.test(text)

/** Where the office is; a nation-wide file has 60,000 rows, of which a city's own are a few dozen. */
const settle =
  (city: City) =>
  (reading: RowReading): RowReading => {
    const record: Record<string, ImportValue> = { ...reading.record }
    const fields = lawFields.flatMap((_, at) =>
      marked(textOf(record, `field${at + 1}`)) ? [String(at + 1)] : [],
    )
    for (let at = 1; at <= lawFields.length; at += 1) delete record[`field${at}`]
    if (fields.length > 0) record.fields = fields
    const certification = marked(textOf(record, 'certified'))
      ? 'certified'
      : marked(textOf(record, 'provisional'))
        ? 'provisional'
        : ''
    delete record.certified
    delete record.provisional
    if (certification) record.certification = certification
    const authority = textOf(record, 'delegated') || textOf(record, 'authority')
    delete record.delegated
    const place = placeOf(
      { address: textOf(record, 'address'), authority: textOf(record, 'authority') || authority },
      city,
    )
    if (place === 'elsewhere')
      return {
        record,
        notes: [],
        faults: [],
        leftOut: both('主たる事務所が、ほかの市区町村です。', 'Its office is in another place.'),
      }
    if (place === 'here') return { ...reading, record }
    return {
      record,
      notes: [],
      faults: [],
      leftOut: both(
        '主たる事務所の所在地から、この市の法人かどうか分かりません（解散した法人などは空です）。',
        'The address does not tell whether it is in this city (it is empty for dissolved ones).',
      ),
    }
  }

const find = async (scope: Scope, records: readonly ImportRecord[]): Promise<readonly Match[]> => {
  const known = await listKnownNpos(
    scope,
    records.map((record) => textOf(record, 'corporateNumber')).filter(Boolean),
    records.map((record) => nameKey(textOf(record, 'name'))),
  )
  return records.map((record): Match => {
    const number = textOf(record, 'corporateNumber')
    const byNumber = known.find((one) => number !== '' && one.corporate_number === number)
    if (byNumber) return { kind: 'known', id: byNumber.id, name: byNumber.name }
    const named = known.filter(
      (one) =>
        one.name_key === nameKey(textOf(record, 'name')) &&
        (number === '' || one.corporate_number === null),
    )
    const [one] = named.filter((each) => each.address_key === addressKey(textOf(record, 'address')))
    if (one) return { kind: 'known', id: one.id, name: one.name }
    return named.length === 0
      ? { kind: 'new' }
      : {
          kind: 'suspect',
          candidates: named.map(({ id, name }) => ({
            id,
            name,
            why: both('名前が同じ（所在地がちがう）', 'same name, another address'),
          })),
        }
  })
}

const withRecord = (facts: NpoFacts, record: ImportRecord): NpoFacts => {
  const names = Object.keys(emptyNpo) as (keyof NpoFacts)[]
  const said = names
    .filter((name) => name in record)
    .map((name) => [name, record[name] ?? emptyNpo[name]] as const)
  return { ...facts, ...Object.fromEntries(said) }
}

const open = async (_: Scope, city: City): Promise<OpenImporter> => ({
  columns,
  fields: {
    fields: both('活動分野', 'Fields'),
    certification: both('認定・特例認定', 'Certification'),
  },
  settle: settle(city),
  keysOf: (record) => {
    const number = textOf(record, 'corporateNumber')
    if (number)
      return [
        {
          key: `number ${number}`,
          text: both('法人番号が同じ', 'the same corporate number'),
          proves: true,
        },
      ]
    const place = `${nameKey(textOf(record, 'name'))} ${addressKey(textOf(record, 'address'))}`
    return [
      { key: place, text: both('名前と所在地が同じ', 'the same name and address'), proves: false },
    ]
  },
  find,
  load: async (scope, ids) =>
    new Map((await listNposById(scope, ids)).map(({ id, ...facts }) => [id, { ...facts }])),
  hold: holdNpos,
  show: (field, value) =>
    field === 'fields' && Array.isArray(value)
      ? value.map((one) => lawFields[Number(one) - 1]?.ja ?? one).join('、')
      : String(value ?? ''),
  create: (scope, records) =>
    insertNpos(
      scope,
      records.map((record) => withRecord(emptyNpo, record)),
    ),
  change: async (scope, changes) => {
    const ids = changes.map(({ id }) => id)
    // All facts are written again: held first, none that somebody writes meanwhile is lost.
    await holdNpos(scope, ids)
    const held = new Map((await listNposById(scope, ids)).map((one) => [one.id, one]))
    const known = changes.flatMap(({ id, record }) => {
      const npo = held.get(id)
      return npo ? [{ id, facts: withRecord(npo, record) }] : []
    })
    await updateNpos(scope, known)
  },
  remove: async (scope, ids) => {
    await deleteNpos(scope, ids)
    return new Map()
  },
})

/** Takes the city's own NPO法人 from the portal's download. */
export const nposImporter: Importer = {
  kind: 'npos',
  title: both('NPO法人（内閣府ポータル）', 'NPO corporations (Cabinet Office portal)'),
  about: both(
    '内閣府NPO法人ポータルサイトの一括ダウンロード（行政入力情報）。全国のファイルから、この市の法人だけを取り出します。',
    'The download of the NPO portal. Of a nation-wide file only the corporations of this city are taken.',
  ),
  roles: ['office', 'centre', 'city_admin'],
  page: (city) => paths.list(city),
  open,
}

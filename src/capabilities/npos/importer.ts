import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  type CellReader,
  readCorporateNumber,
  readDate,
  readLine,
  readPostalCode,
  readText,
  readUrl,
} from '#kernel/tables/index.ts'
import { toKatakana } from '#kernel/text.ts'
import type {
  ImportColumn,
  Importer,
  ImportRecord,
  ImportValue,
  Match,
  OpenImporter,
  RowReading,
} from '#web/importer.ts'
import { addressKey, nameKey } from '../facilities/index.ts'
import { emptyNpo, lawFields, type NpoFacts } from './npo.ts'
import { paths } from './paths.ts'
import { placeOf } from './place.ts'
import { deleteNpos, insertNpos, listKnownNpos, listNposById, updateNpo } from './queries.ts'

const readKana: CellReader<ImportValue> = (cell) => {
  const reading = readLine(cell)
  if (!reading.ok) return reading
  const { value, remarks } = reading.value
  return { ok: true, value: { value: value && toKatakana(value), remarks } }
}

const column = (
  code: string,
  label: Bilingual,
  more: Pick<ImportColumn, 'names'> & Partial<ImportColumn>,
): ImportColumn => ({ code, kind: 'line', label, read: readLine, ...more })

const wide = (digits: number): string =>
  String(digits).replace(/\d/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0))

/** The columns of the portal's download (行政入力情報), and of lists that were made from it. */
const columns: readonly ImportColumn[] = [
  column('name', both('法人名称', 'Name'), {
    names: ['法人名称', '法人名', '特定非営利活動法人の名称', '名称'],
    required: true,
  }),
  column('nameKana', both('法人名称カナ', 'Name in kana'), {
    names: ['法人名称カナ', '法人名称(フリガナ)', '法人名カナ'],
    read: readKana,
  }),
  column('authority', both('所轄庁', 'Authority'), { names: ['所轄庁'] }),
  column('delegated', both('権限移譲先市町村', 'Delegated to'), { names: ['権限移譲先市町村'] }),
  column('address', both('主たる事務所の所在地', 'Address'), {
    names: ['主たる事務所の所在地', '主たる事務所', '所在地'],
  }),
  column('postalCode', both('郵便番号', 'Postal code'), {
    names: ['主たる事業所の郵便番号', '主たる事務所の郵便番号', '郵便番号'],
    kind: 'postal-code',
    read: readPostalCode,
  }),
  column('representative', both('代表者氏名', 'Representative'), {
    names: ['代表者氏名', '代表者'],
  }),
  column('approvedOn', both('設立認証年月日', 'Approved on'), {
    names: ['法人設立認証年月日', '設立認証年月日', '認証年月日', '認証日'],
    kind: 'date',
    read: readDate,
  }),
  column('foundedOn', both('設立年月日', 'Founded on'), {
    names: ['設立年月日', '法人成立年月日', '設立登記年月日'],
    kind: 'date',
    read: readDate,
  }),
  column('purpose', both('定款に記載された目的', 'Purpose'), {
    names: ['定款に記載された目的', '目的'],
    kind: 'text',
    read: readText,
  }),
  ...lawFields.map((name, at) =>
    column(
      `field${at + 1}`,
      both(`活動分野${at + 1}（${name.ja}）`, `Field ${at + 1} (${name.en})`),
      {
        names: [`活動分野${at + 1}`, `活動分野${wide(at + 1)}`],
      },
    ),
  ),
  column('certified', both('認定', 'Certified'), {
    names: ['認定(認定・特例認定1)', '認定（認定・特例認定１）', '認定'],
  }),
  column('provisional', both('特例認定', 'Provisionally certified'), {
    names: ['認定(認定・特例認定2)', '認定（認定・特例認定２）', '特例認定'],
  }),
  column('certifiedUntil', both('認定満了日', 'Certified until'), {
    names: ['認定(認定満了日)', '認定（認定満了日）', '認定有効期間 至'],
    kind: 'date',
    read: readDate,
  }),
  column('supervision', both('監督情報', 'Supervision'), {
    names: ['監督情報'],
    kind: 'text',
    read: readText,
  }),
  column('dissolution', both('解散情報', 'Dissolution'), {
    names: ['解散情報'],
    kind: 'text',
    read: readText,
  }),
  column('url', both('法人情報URL', 'Page'), {
    names: ['法人情報URL'],
    kind: 'url',
    read: readUrl,
  }),
  column('corporateNumber', both('法人番号', 'Corporate number'), {
    names: ['法人番号'],
    kind: 'corporate-number',
    read: readCorporateNumber,
  }),
]

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
    const held = await listNposById(
      scope,
      changes.map(({ id }) => id),
    )
    for (const { id, record } of changes) {
      const npo = held.find((one) => one.id === id)
      if (npo) await updateNpo(scope, id, withRecord(npo, record))
    }
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

import { both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { type Dataset, type DatasetColumn, type DatasetRow, datasetPart } from '#web/dataset.ts'
import {
  changedColumn,
  column,
  fixedTable,
  plainColumn,
  sampleColumn,
} from '#web/dataset-columns.ts'
import { type Facility, wholeAddress } from './facility.ts'
import { usualKinds } from './kinds.ts'
import { paths } from './paths.ts'
import { listKinds } from './queries/kinds.ts'
import { listOpenFacilities, tallyFacilities } from './queries/lists.ts'

const kindsTable = fixedTable(
  'facility-kinds',
  both('施設の種類', 'Kinds of facilities'),
  Object.fromEntries(usualKinds.map(({ code, name }) => [code, name])),
)

/**
 * The columns of 公共施設一覧 in the municipal standard (自治体標準オープンデータセット), under the names it gives
 * them; whose list it is stands before, as in every table, and what the standard has no column for behind.
 */
const columns: readonly DatasetColumn[] = [
  column('id', 'text', {
    name: both('ID', 'ID'),
    definition: both(
      'このサイトが付けた番号。変わりません。',
      'The number given by this site; it never changes.',
    ),
  }),
  plainColumn('name', both('名称', 'Name')),
  plainColumn('name_kana', both('名称_カナ', 'Name in kana')),
  plainColumn('name_en', both('名称_英語', 'Name in English')),
  plainColumn('nickname', both('名称_通称', 'Nickname')),
  plainColumn('address', both('所在地_連結表記', 'Whole address')),
  plainColumn('prefecture', both('所在地_都道府県', 'Prefecture')),
  plainColumn('city', both('所在地_市区町村', 'City')),
  plainColumn('building', both('建物名等(方書)', 'Building')),
  column('latitude', 'number', {
    name: both('緯度', 'Latitude'),
    unit: both('度', 'degrees'),
    definition: both('世界測地系の緯度', 'Degrees north (WGS 84)'),
  }),
  column('longitude', 'number', {
    name: both('経度', 'Longitude'),
    unit: both('度', 'degrees'),
    definition: both('世界測地系の経度', 'Degrees east (WGS 84)'),
  }),
  plainColumn('phone', both('電話番号', 'Telephone')),
  plainColumn('extension', both('内線番号', 'Extension')),
  plainColumn('postal_code', both('郵便番号', 'Postal code')),
  plainColumn('corporate_number', both('法人番号', 'Corporate number')),
  plainColumn('department', both('団体名', 'In charge')),
  plainColumn('days', both('利用可能曜日', 'Days')),
  plainColumn('opens_at', both('開始時間', 'Opens at')),
  plainColumn('closes_at', both('終了時間', 'Closes at')),
  plainColumn('hours', both('利用可能日時特記事項', 'Remarks on hours')),
  plainColumn('description', both('説明', 'Description')),
  plainColumn('accessibility', both('バリアフリー情報', 'Accessibility')),
  column('website', 'url', {
    name: both('URL', 'URL'),
    definition: both('施設のホームページ', 'Website of the facility'),
  }),
  plainColumn('note', both('備考', 'Note')),
  column('kind', 'code', {
    name: both('施設種別コード', 'Kind code'),
    definition: both('施設の種類の記号', 'Code of the kind'),
    codes: kindsTable,
  }),
  plainColumn('kind_name', both('施設種別', 'Kind')),
  column('capacity', 'integer', {
    name: both('定員', 'Capacity'),
    unit: both('人', 'people'),
    definition: both('入れる人数', 'How many people it holds'),
  }),
  column('source_id', 'text', {
    name: both('元の一覧のID', 'ID in the list it came from'),
    definition: both('元の一覧で付いていた番号', 'The number in the list it came from'),
  }),
  plainColumn('source', both('出典', 'Source')),
  column('page', 'url', {
    name: both('ページ', 'Page'),
    definition: both('このサイトでのページの場所', 'The page on this site'),
  }),
  changedColumn,
  sampleColumn,
]

const toRow = (facility: Facility, city: City, kindName: string): DatasetRow => ({
  id: facility.id,
  name: facility.name,
  name_kana: facility.nameKana,
  name_en: facility.nameEn,
  nickname: facility.nickname,
  address: wholeAddress({ ...facility, building: '' }),
  prefecture: city.prefecture.ja,
  city: city.name.ja,
  building: facility.building,
  latitude: facility.latitude,
  longitude: facility.longitude,
  phone: facility.phone,
  extension: facility.extension,
  postal_code: facility.postalCode,
  corporate_number: facility.corporateNumber,
  department: facility.department
    ? nameOfCode(city.departments, facility.department).ja
    : facility.departmentWords,
  days: facility.days,
  opens_at: facility.opensAt,
  closes_at: facility.closesAt,
  hours: facility.hours,
  description: facility.description,
  accessibility: facility.accessibility,
  website: facility.url || null,
  note: facility.note,
  kind: facility.kind,
  kind_name: kindName,
  capacity: facility.capacity,
  source_id: facility.sourceId,
  source: facility.source,
  page: paths.facility(city.slug, facility.id),
  changed_on: tokyoDayOf(facility.updatedAt),
  sample: facility.sample,
})

/** 公共施設一覧 in the columns of the municipal standard. */
export const facilitiesDataset: Dataset = {
  code: 'facilities',
  title: both('公共施設一覧', 'Public facilities'),
  description: both(
    '市内の公共施設です。列の名前は、自治体標準オープンデータセットの公共施設一覧に合わせています。',
    'Public facilities in the city, under the column names of the municipal standard data set.',
  ),
  keywords: [both('施設', 'facility'), both('公共施設', 'public facility')],
  changes: 'continually',
  columns,
  page: (city) => paths.list(city),
  tally: tallyFacilities,
  read: async (scope, city, after) => {
    const kinds = await listKinds(scope)
    const found = await listOpenFacilities(scope, after)
    const nameOf = ({ kind, kindWords }: Facility): string =>
      kinds.find(({ code }) => code === kind)?.name.ja ?? kindWords
    return datasetPart(
      found,
      (facility) => toRow(facility, city, nameOf(facility)),
      ({ id }) => id,
    )
  },
}

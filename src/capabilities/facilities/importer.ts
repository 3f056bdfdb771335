import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Importer, OpenImporter } from '#web/importer.ts'
import { createFrom, loadRecords, removeFrom, writeChanges } from './actions/import.ts'
import { importColumns } from './import-columns.ts'
import { findMatches, rowKeys } from './import-matching.ts'
import {
  foreignQuestion,
  foreignTake,
  isSameValue,
  settleFacility,
  showValue,
} from './import-rules.ts'
import { paths } from './paths.ts'
import { holdFacilities } from './queries/facilities.ts'
import { listKinds } from './queries/kinds.ts'

const open = async (scope: Scope, city: City): Promise<OpenImporter> => {
  const kinds = await listKinds(scope)
  const given = { city, kinds }
  return {
    columns: importColumns(kinds),
    fields: {
      departmentWords: both('担当（一覧の言葉）', 'In charge (words of the list)'),
      kindWords: both('種類（一覧の言葉）', 'Kind (words of the list)'),
      source: both('出典', 'Source'),
    },
    questions: [
      {
        code: 'kind',
        label: both('種類の列がない・空のとき', 'Where a row names no kind'),
        options: kinds,
        usual: '',
      },
      {
        code: 'foreign',
        label: foreignQuestion,
        hint: both(
          `この市のコードは ${city.code} です。`,
          `The code of this city is ${city.code}.`,
        ),
        options: [
          { code: 'refuse', name: both('取り込まない', 'Refuse them') },
          { code: 'take', name: foreignTake },
        ],
        usual: 'refuse',
      },
    ],
    settle: (reading, row) => settleFacility(reading, row, given),
    keysOf: rowKeys,
    find: findMatches,
    load: loadRecords,
    hold: holdFacilities,
    isSame: isSameValue,
    show: (field, value) => showValue(field, value, given),
    create: createFrom,
    change: writeChanges,
    remove: removeFrom,
  }
}

/** Fills the register of facilities from a list. */
export const facilitiesImporter: Importer = {
  kind: 'facilities',
  title: both('施設', 'Facilities'),
  about: both(
    '公共施設一覧、公衆トイレ一覧など、場所の一覧。標準の列の名前はそのまま読めます。',
    'Lists of places, such as public facilities or toilets. The standard’s column names are known.',
  ),
  roles: ['office', 'centre', 'city_admin'],
  page: (city) => paths.list(city),
  open,
}

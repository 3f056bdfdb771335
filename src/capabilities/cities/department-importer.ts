import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import {
  type CellReader,
  readChoice,
  readCode,
  readDate,
  readLine,
  readPhone,
} from '#kernel/tables/index.ts'
import type { ImportColumn, Importer, ImportValue, OpenImporter } from '#web/importer.ts'
import { levelNames, levels } from './department.ts'
import {
  createDepartments,
  loadDepartments,
  removeDepartments,
  writeDepartments,
} from './department-import.ts'
import { findDepartments, keysOfDepartment, settleDepartment } from './department-matching.ts'
import { refreshDepartments } from './department-queries.ts'
import { paths } from './paths.ts'

const levelWords: Readonly<Record<(typeof levels)[number], readonly string[]>> = {
  post: ['市長', '副市長', '職'],
  bureau: ['局', '局級'],
  department: ['部', '部級'],
  division: ['課', '課級'],
  office: ['室・出先', '室', '出先', '所'],
  unit: ['係', '担当', 'グループ'],
}

const readLevel: CellReader<ImportValue> = (cell) => {
  const reading = readChoice(
    levels.map((code) => ({ code, names: [levelNames[code].ja, ...levelWords[code]] })),
  )(cell)
  if (!reading.ok) return reading
  const { value, remarks } = reading.value
  return { ok: true, value: { value: value?.code, remarks } }
}

const readPrinted: CellReader<ImportValue> = (cell) => {
  const reading = readPhone(cell)
  if (!reading.ok) return reading
  const { value, remarks } = reading.value
  return { ok: true, value: { value: value?.printed, remarks } }
}

const column = (
  code: string,
  label: Bilingual,
  more: Pick<ImportColumn, 'names'> & Partial<ImportColumn>,
): ImportColumn => ({ code, kind: 'line', label, read: readLine, ...more })

const columns: readonly ImportColumn[] = [
  column('sourceCode', both('所属コード', 'Code'), {
    names: [
      'affiliationcode',
      '所属コード',
      '組織コード',
      '課コード',
      '部署コード',
      'コード',
      '所属番号',
    ],
    kind: 'code',
    read: readCode(),
  }),
  column('bureau', both('局', 'Bureau'), { names: ['bureau', '局', '局名', '局等'] }),
  column('department', both('部', 'Department'), { names: ['department', '部', '部名', '部等'] }),
  column('division', both('課', 'Division'), {
    names: ['division', '課', '課名', '課等', '所属', '所属課'],
  }),
  column('office', both('室・出先', 'Office'), {
    names: ['office', '室', '室名', '出先', '室・出先', '事務所'],
  }),
  column('unit', both('係', 'Unit'), { names: ['unit', '係', '係名', '担当', '担当名'] }),
  column('name', both('所属名', 'Name'), {
    names: [
      'affiliationname',
      '所属名',
      '部署名',
      '組織名',
      '名称',
      '課名称',
      '部課名',
      '組織名称',
    ],
  }),
  column('nameEn', both('英語名', 'Name in English'), {
    names: ['英語名', '名称_英字', '名称_英語'],
  }),
  column('level', both('組織の段', 'Level'), {
    names: ['mechanismname', '組織区分', '階層', '段階', '組織階層'],
    kind: 'choice',
    read: readLevel,
  }),
  column('phone', both('電話番号', 'Telephone'), {
    names: ['telephonenumber', '電話番号', '電話', '直通', '直通電話', 'TEL', '代表電話'],
    kind: 'phone',
    read: readPrinted,
  }),
  column('startsOn', both('始まる日', 'First day'), {
    names: ['applicabledate', '適用日', '適用開始日', '設置日', '開始日', '有効開始日', '基準日'],
    kind: 'date',
    read: readDate,
  }),
  column('endsOn', both('終わる日', 'Last day'), {
    names: ['廃止日', '終了日', '適用終了日', '有効終了日'],
    kind: 'date',
    read: readDate,
  }),
]

const open = async (_: Scope): Promise<OpenImporter> => ({
  columns,
  fields: { above: both('上の組織', 'Above it'), position: both('並び', 'Order') },
  settle: settleDepartment,
  keysOf: keysOfDepartment,
  find: findDepartments,
  load: loadDepartments,
  create: createDepartments,
  change: writeDepartments,
  remove: removeDepartments,
  finish: refreshDepartments,
})

/** Fills the register of departments from the city's own list. */
export const departmentsImporter: Importer = {
  kind: 'departments',
  title: both('部・課', 'Departments'),
  about: both(
    '組織の一覧。局・部・課・室・係を列に分けた表も、名前だけの表も読めます。',
    'The organisation: one column for each level, or names alone.',
  ),
  roles: ['office', 'city_admin'],
  page: paths.departments,
  open,
}

import { both } from '#kernel/bilingual.ts'
import type { Dataset } from '#web/dataset.ts'
import { column, departmentsTable, fixedTable, plainColumn } from '#web/dataset-columns.ts'
import { levelNames } from './department.ts'
import { listDepartments, tallyDepartments } from './department-queries.ts'
import { paths } from './paths.ts'

/** 部・課, one row each, as the city's documents name them. */
export const departmentsDataset: Dataset = {
  code: 'departments',
  title: both('部・課', 'Departments'),
  description: both(
    '市の文書に出てくる部や課です。ほかの表の「担当課コード」は、この表のものです。',
    'Departments named in the city’s documents; the department codes of other tables are these.',
  ),
  keywords: [both('組織', 'organisation')],
  changes: 'with-documents',
  columns: [
    column('department', 'code', {
      name: both('担当課コード', 'Department code'),
      definition: both('部や課の記号', 'Code of the department'),
      codes: departmentsTable,
    }),
    column('name', 'text', {
      name: both('名称', 'Name'),
      definition: both('部や課の名前', 'Name of the department'),
    }),
    column('name_en', 'text', {
      name: both('名称_英字', 'Name in English'),
      definition: both('英語の名前', 'Name in English'),
    }),
    column('level', 'code', {
      name: both('組織区分コード', 'Level'),
      definition: both('局・部・課などの別', 'Bureau, department, division and so on'),
      codes: fixedTable('department-levels', both('組織区分', 'Levels'), levelNames),
    }),
    plainColumn('above', both('上の組織', 'Above it')),
    plainColumn('source_code', both('所属コード', 'Code in the city’s own list')),
    plainColumn('phone', both('電話番号', 'Telephone')),
    column('starts_on', 'date', {
      name: both('始まる日', 'First day'),
      definition: both('この日からある。空は、分かりません。', 'There from this day on'),
    }),
    column('ends_on', 'date', {
      name: both('終わる日', 'Last day'),
      definition: both('この日まであった。空は、今もあります。', 'Last day; empty: still there'),
    }),
  ],
  page: paths.departments,
  tally: tallyDepartments,
  // A city has a few hundred at the most: one piece.
  read: async (scope) => ({
    rows: (await listDepartments(scope)).map((one) => ({
      department: one.code,
      name: one.name.ja,
      name_en: one.name.en,
      level: one.level,
      above: one.above.join(' '),
      source_code: one.sourceCode,
      phone: one.phone,
      starts_on: one.startsOn,
      ends_on: one.endsOn,
    })),
    next: undefined,
  }),
}

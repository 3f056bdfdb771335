import { both } from '#kernel/bilingual.ts'
import type { Dataset } from '#web/dataset.ts'
import { column, departmentsTable } from '#web/dataset-columns.ts'
import { tallyDepartments } from './queries.ts'

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
  ],
  page: (city) => `/${city}/about`,
  tally: tallyDepartments,
  // The city's own list, which every request has at hand.
  read: async (_, city) => ({
    rows: city.departments.map(({ code, name }) => ({
      department: code,
      name: name.ja,
      name_en: name.en,
    })),
    next: undefined,
  }),
}

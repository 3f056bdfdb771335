import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { Workflow } from '#kernel/workflow.ts'
import type { CodeTable, DatasetColumn } from './dataset.ts'

/** The city's fields of activity. */
export const fieldsTable: CodeTable = {
  name: 'fields',
  title: both('活動分野', 'Fields of activity'),
  entries: (city) => city.fields,
}

/** The city's list of what a group can be. */
export const legalFormsTable: CodeTable = {
  name: 'legal-forms',
  title: both('組織形態', 'Legal forms'),
  entries: (city) => city.legalForms,
}

/** The departments of the city. */
export const departmentsTable: CodeTable = {
  name: 'departments',
  title: both('部・課', 'Departments'),
  entries: (city) => city.departments,
}

/** The city's list of ways of working together. */
export const modesTable: CodeTable = {
  name: 'modes',
  title: both('協働の形態', 'Modes of collaboration'),
  entries: (city) => city.modes,
}

/** The states of a procedure, as its applicants know them. */
export const statesTable = (name: string, title: Bilingual, workflow: Workflow): CodeTable => ({
  name,
  title,
  entries: () =>
    Object.entries(workflow.states).map(([code, { applicant }]) => ({ code, name: applicant })),
})

/** A list of codes that is the same in every city. */
export const fixedTable = (
  name: string,
  title: Bilingual,
  names: Readonly<Record<string, Bilingual>>,
): CodeTable => ({
  name,
  title,
  entries: () => Object.entries(names).map(([code, said]) => ({ code, name: said })),
})

/** A column in short: its code, what its cells hold, and what the dictionary says of it. */
export const column = (
  code: string,
  type: DatasetColumn['type'],
  said: Omit<DatasetColumn, 'code' | 'type'>,
): DatasetColumn => ({ code, type, ...said })

/** A column of text whose name says all there is to say. */
export const plainColumn = (code: string, name: Bilingual): DatasetColumn => ({
  code,
  type: 'text',
  name,
  definition: name,
})

/** The number by which this site knows a thing; it never changes. */
export const idColumn: DatasetColumn = {
  code: 'id',
  name: both('ID', 'ID'),
  type: 'text',
  definition: both(
    'このサイトが付けた番号。変わりません。',
    'The number given by this site; it never changes.',
  ),
}

/** Where people read the same. */
export const urlColumn: DatasetColumn = {
  code: 'url',
  name: both('URL', 'URL'),
  type: 'url',
  definition: both('このサイトでのページの場所', 'The page on this site'),
}

/** Marks what belongs to the sample world, which is not real. */
export const sampleColumn: DatasetColumn = {
  code: 'sample',
  name: both('見本', 'Sample'),
  type: 'flag',
  definition: both(
    '1は、試すための見本で、実在しません。',
    '1 marks a sample for trying out; it is not real.',
  ),
}

/** The day of the last change. */
export const changedColumn: DatasetColumn = {
  code: 'changed_on',
  name: both('最終更新日', 'Last changed on'),
  type: 'date',
  definition: both('最後に変わった日', 'The day of the last change'),
}

/** The department's code and its name beside it. */
export const departmentColumns: readonly DatasetColumn[] = [
  {
    code: 'department',
    name: both('担当課コード', 'Department code'),
    type: 'code',
    definition: both('担当する課の記号', 'Code of the department in charge'),
    codes: departmentsTable,
  },
  {
    code: 'department_name',
    name: both('担当課', 'Department'),
    type: 'text',
    definition: both('担当する課の名前', 'Name of the department in charge'),
  },
]

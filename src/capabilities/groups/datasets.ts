import { both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { parseDate } from '#kernel/date-input.ts'
import { type Dataset, type DatasetColumn, datasetPart } from '#web/dataset.ts'
import {
  changedColumn,
  column,
  fieldsTable,
  idColumn,
  legalFormsTable,
  sampleColumn,
  urlColumn,
} from '#web/dataset-columns.ts'
import { paths } from './paths.ts'
import { entryOf, type PublicProfile } from './profile.ts'
import {
  listOpenFields,
  listOpenGroups,
  tallyOpenFields,
  tallyOpenGroups,
} from './queries/datasets.ts'
import { toProfile } from './queries/group-row.ts'

/**
 * Answers that stand in columns of their own. Names and addresses of people are not among them: a page that shows
 * one person's name is not yet a list of everybody's.
 */
const told: readonly (readonly [code: string, ja: string, en: string])[] = [
  ['corporate_number', '法人番号', 'Corporate number'],
  ['purpose', '活動の目的', 'Purpose'],
  ['activities', '活動の内容', 'Activities'],
  ['area', '活動する地域', 'Area'],
  ['days', '活動する日', 'Days'],
  ['fee', '会費', 'Fee'],
  ['recruiting_conditions', '募集の条件', 'Conditions for joining'],
]

const toldColumns: readonly DatasetColumn[] = told.map(([code, ja, en]) => ({
  code,
  name: both(ja, en),
  type: 'text',
  definition: both(
    '団体が登録のときに書き、公開したもの。公開していなければ空です。',
    'As the group wrote and published it at its registration; empty where it did not.',
  ),
}))

const offerColumns: readonly DatasetColumn[] = (
  [
    ['offers', 'できること', 'What it offers'],
    ['needs', 'ほしいこと', 'What it looks for'],
  ] as const
).map(([code, ja, en]) =>
  column(code, 'text', {
    name: both(ja, en),
    definition: both(
      '団体が「できること・ほしいこと」に今のせているもの。いくつかあるときは ; で区切ります。',
      'What the group shows now among what groups can do and look for; several are parted by ;.',
    ),
  }),
)

const columns: readonly DatasetColumn[] = [
  idColumn,
  column('number', 'text', {
    name: both('登録番号', 'Registration number'),
    definition: both('市が付けた登録の番号', 'The number the city gave to the registration'),
  }),
  column('name', 'text', {
    name: both('名称', 'Name'),
    definition: both('団体の名前', 'Name of the group'),
  }),
  column('name_kana', 'text', {
    name: both('名称_カナ', 'Name in kana'),
    definition: both('団体の名前のフリガナ', 'Reading of the name'),
  }),
  column('name_en', 'text', {
    name: both('名称_英字', 'Name in English'),
    definition: both('団体の英語の名前', 'English name of the group'),
  }),
  column('legal_form', 'code', {
    name: both('組織形態コード', 'Legal form code'),
    definition: both(
      '組織形態の記号。公開していなければ空です。',
      'Code of the legal form; empty where it is not published',
    ),
    codes: legalFormsTable,
  }),
  column('legal_form_name', 'text', {
    name: both('組織形態', 'Legal form'),
    definition: both('組織形態の名前', 'Name of the legal form'),
  }),
  column('members', 'integer', {
    name: both('会員数', 'Members'),
    unit: both('人', 'people'),
    definition: both('団体が公開した会員の人数', 'Number of members, where the group published it'),
  }),
  column('founded_on', 'date', {
    name: both('設立日', 'Founded on'),
    definition: both('団体が公開した設立の日', 'Day of foundation, where the group published it'),
  }),
  column('registered_on', 'date', {
    name: both('登録日', 'Registered on'),
    definition: both('市が登録した日', 'Day of the registration'),
  }),
  column('valid_until', 'date', {
    name: both('登録の有効期限', 'Valid until'),
    definition: both('この日まで有効。空は、期限がありません。', 'Last valid day; empty: no end'),
  }),
  column('recruiting', 'flag', {
    name: both('会員募集', 'Takes new members'),
    definition: both(
      '1は、新しい会員を募集しています。公開していなければ空です。',
      '1: takes new members; empty where the group did not publish it',
    ),
  }),
  ...toldColumns,
  ...offerColumns,
  column('website', 'url', {
    name: both('団体のURL', 'Website of the group'),
    definition: both('団体のホームページなど', 'The group’s own website'),
  }),
  urlColumn,
  changedColumn,
  sampleColumn,
]

type GroupRow = Awaited<ReturnType<typeof listOpenGroups>>[number]

const textOf = (profile: PublicProfile, code: string, language: 'ja' | 'en' = 'ja') =>
  entryOf(profile, code)?.text[language] ?? null

const dayOf = (text: string | null): string | null => {
  const read = text === null ? undefined : parseDate(text)
  return read?.ok ? read.value : null
}

const websiteOf = (profile: PublicProfile): string | null => {
  const text = textOf(profile, 'website')
  return text && /^https?:\/\/\S+$/.test(text) ? text : null
}

const profileColumns = (row: GroupRow) => {
  const profile = toProfile(row.public_profile, row.always_private)
  return {
    ...Object.fromEntries(told.map(([code]) => [code, textOf(profile, code)])),
    name_en: textOf(profile, 'name_en', 'en'),
    members: entryOf(profile, 'members') ? row.members : null,
    recruiting: entryOf(profile, 'recruiting') ? row.recruiting : null,
    founded_on: dayOf(textOf(profile, 'founded')),
    website: websiteOf(profile),
  }
}

const legalFormColumns = (city: City, row: GroupRow) => {
  const code = row.always_private?.includes('legal_form') ? '' : row.public_legal_form
  return {
    legal_form: code || null,
    legal_form_name: code === '' ? null : nameOfCode(city.legalForms, code).ja,
  }
}

/** 登録団体, one row each. */
export const groupsDataset: Dataset = {
  code: 'groups',
  title: both('市民活動団体', 'Civic groups'),
  description: both(
    '登録があり、公開している団体です。団体が公開した項目だけを載せ、人の名前は載せません。',
    'Registered groups, with what each of them made public; never with names of people.',
  ),
  keywords: [both('市民活動', 'civic activity'), both('団体', 'groups'), both('NPO', 'NPO')],
  changes: 'continually',
  columns,
  page: (city) => paths.directory(city),
  tally: tallyOpenGroups,
  read: async (scope, city, after) =>
    datasetPart(
      await listOpenGroups(scope, after),
      (row) => ({
        id: row.id,
        number: row.number,
        name: row.name,
        name_kana: row.name_kana,
        ...legalFormColumns(city, row),
        registered_on: row.registered_on,
        valid_until: row.valid_until,
        ...profileColumns(row),
        offers: row.offers,
        needs: row.needs,
        url: paths.group(city.slug, row.id),
        changed_on: tokyoDayOf(row.updated_at),
        sample: row.sample,
      }),
      ({ id }) => id,
    ),
}

/** 団体の活動分野, one row for each field of each group. */
export const groupFieldsDataset: Dataset = {
  code: 'group-fields',
  title: both('団体の活動分野', 'Fields of the groups'),
  description: both(
    '登録団体が選んだ活動分野です。1つの団体がいくつも選べるので、1行に1つずつ並べています。',
    'The fields that registered groups chose: one row for each choice, as a group may choose several.',
  ),
  keywords: [both('市民活動', 'civic activity'), both('活動分野', 'fields')],
  changes: 'continually',
  columns: [
    column('group_id', 'text', {
      name: both('団体ID', 'Group ID'),
      definition: both('「市民活動団体」のID', 'ID in the data set of groups'),
    }),
    column('group_name', 'text', {
      name: both('団体名', 'Group'),
      definition: both('団体の名前', 'Name of the group'),
    }),
    column('field', 'code', {
      name: both('活動分野コード', 'Field code'),
      definition: both('活動分野の記号', 'Code of the field'),
      codes: fieldsTable,
    }),
    column('field_name', 'text', {
      name: both('活動分野', 'Field'),
      definition: both('活動分野の名前', 'Name of the field'),
    }),
  ],
  page: (city) => paths.directory(city),
  tally: tallyOpenFields,
  read: async (scope, city, after) =>
    datasetPart(
      await listOpenFields(scope, after),
      ({ id, name, field }) => ({
        group_id: id,
        group_name: name,
        field,
        field_name: nameOfCode(city.fields, field).ja,
      }),
      ({ id, field }) => `${id}/${field}`,
    ),
}

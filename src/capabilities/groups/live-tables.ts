import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { CodeEntry } from '#kernel/city.ts'
import type { CountedColumn, CountedRow, LiveTable } from '#web/live-table.ts'
import { movesByYear, registeredByYear } from './live-series.ts'
import { countGroups } from './queries/directory.ts'
import { type Tally, tallyFields, tallyLegalForms, tallyMembers } from './queries/tallies.ts'

const groupsUnit = both('団体', 'groups')
const notSaid = both('記載なし', 'Not stated')

const today = (scope: Scope, n?: number): CountedColumn => ({
  key: 'now',
  label: both('いま（このサイト）', 'Now (this site)'),
  asOf: tokyoDayOf(scope.now),
  ...(n === undefined ? {} : { n }),
})

const sumOf = (tally: Tally): number => [...tally.values()].reduce((sum, n) => sum + n, 0)

/** The city's codes in the city's order, none left out; then what stands under no code of it. */
const rowsOf = (codes: readonly CodeEntry[], tally: Tally): readonly CountedRow[] => {
  const known = new Set(codes.map(({ code }) => code))
  const others = [...tally].filter(([code]) => !known.has(code))
  const rows = codes.map(({ code, name }) => ({
    code,
    label: name,
    values: [tally.get(code) ?? 0],
  }))
  const rest = others.reduce((sum, [, n]) => sum + n, 0)
  return rest === 0 ? rows : [...rows, { code: 'not-stated', label: notSaid, values: [rest] }]
}

const byField: LiveTable = {
  code: 'groups-by-field',
  theme: 'groups',
  title: both('登録団体の活動分野', 'Registered groups by field of activity'),
  unit: groupsUnit,
  kind: 'multiple',
  definition: both(
    '登録が有効な団体を、登録のときに選んで公開した活動分野ごとに数えます。分野はいくつも選べるので、合計は団体の数をこえます。母数（n）は団体の数です。',
    'Groups whose registration is valid, by the fields they chose and published when registering. A group may choose several, so the sum exceeds the number of groups, which is the base (n).',
  ),
  count: async (scope, city) => ({
    columns: [today(scope, await countGroups(scope))],
    rows: rowsOf(city.fields, await tallyFields(scope)),
  }),
}

const byLegalForm: LiveTable = {
  code: 'groups-by-legal-form',
  theme: 'groups',
  title: both('登録団体の組織形態', 'Registered groups by legal form'),
  unit: groupsUnit,
  kind: 'single',
  definition: both(
    '登録が有効な団体を、公開している組織形態ごとに数えます。公開していない団体は「記載なし」です。',
    'Groups whose registration is valid, by the legal form they published; the others are “not stated”.',
  ),
  count: async (scope, city) => {
    const tally = await tallyLegalForms(scope)
    return { columns: [today(scope, sumOf(tally))], rows: rowsOf(city.legalForms, tally) }
  },
}

/** From so many members on; the bands of 鎌ケ谷市's survey of 2014. */
const memberLimits = [10, 50, 100] as const

const bands: readonly { readonly code: string; readonly label: Bilingual }[] = [
  { code: 'under-10', label: both('10人未満', 'Under 10 members') },
  { code: '10-49', label: both('10人以上50人未満', '10 to 49 members') },
  { code: '50-99', label: both('50人以上100人未満', '50 to 99 members') },
  { code: '100-', label: both('100人以上', '100 members or more') },
]

const byMembers: LiveTable = {
  code: 'group-members',
  theme: 'groups',
  title: both('登録団体の会員の人数', 'Registered groups by number of members'),
  unit: groupsUnit,
  kind: 'single',
  definition: both(
    '登録が有効な団体を、登録の会員数ごとに数えます。会員数を書いていないか、公開していない団体は「記載なし」です。',
    'Groups whose registration is valid, by the number of members they registered and published.',
  ),
  count: async (scope) => {
    const tally = await tallyMembers(scope, memberLimits)
    const rows = bands.map(({ code, label }, at) => ({
      code,
      label,
      values: [tally.get(String(at)) ?? 0],
    }))
    const unknown = { code: 'not-stated', label: notSaid, values: [tally.get('') ?? 0] }
    return {
      columns: [today(scope, sumOf(tally))],
      rows: tally.has('') ? [...rows, unknown] : rows,
    }
  },
}

/** What the register of groups tells the pages of statistics. */
export const groupTables: readonly LiveTable[] = [
  registeredByYear,
  movesByYear,
  byField,
  byLegalForm,
  byMembers,
]

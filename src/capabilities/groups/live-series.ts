import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import { endOfFiscalYear, fiscalYearOf, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { CountedColumn, LiveTable } from '#web/live-table.ts'
import { countRegistrationMoves, type RegistrationMoves } from './queries/periods.ts'
import { countRegisteredOn, findFirstRecord } from './queries/tallies.ts'

const groupsUnit = both('団体', 'groups')

/** Years before the site kept records would show only those who are still there: they are left out. */
const recordedYears = async (scope: Scope): Promise<readonly number[]> => {
  const first = await findFirstRecord(scope)
  const now = fiscalYearOf(tokyoDayOf(scope.now))
  const from = first ? fiscalYearOf(first) : now
  return Array.from({ length: now - from + 1 }, (_, at) => from + at)
}

const inYear = (year: number, running: boolean): Bilingual => {
  const [ja, en] = [formatFiscalYear(year, 'ja'), formatFiscalYear(year, 'en')]
  return running ? both(`${ja}・途中`, `${en}, so far`) : both(ja, en)
}

const columnsOf = (
  years: readonly number[],
  today: PlainDate,
  label: (year: number, running: boolean) => Bilingual,
): readonly CountedColumn[] =>
  years.map((year) => {
    const running = year === fiscalYearOf(today)
    return {
      key: `fy${year}`,
      label: label(year, running),
      asOf: running ? today : endOfFiscalYear(year),
    }
  })

const endOfYear = (year: number, running: boolean): Bilingual =>
  running
    ? both('いま（このサイト）', 'Now (this site)')
    : both(`${formatFiscalYear(year, 'ja')}末`, `End of ${formatFiscalYear(year, 'en')}`)

/** 登録団体数: at the end of each fiscal year on record, and today. */
export const registeredByYear: LiveTable = {
  code: 'registered-groups',
  theme: 'groups',
  title: both('登録団体の数の移り変わり', 'Registered groups over the years'),
  unit: groupsUnit,
  kind: 'series',
  definition: both(
    '年度の末日と今日、登録が有効だった団体を数えます。このサイトに記録のある年度からです。',
    'Groups whose registration was valid on the last day of each fiscal year on record here, and today.',
  ),
  count: async (scope) => {
    const columns = columnsOf(await recordedYears(scope), tokyoDayOf(scope.now), endOfYear)
    const values = await countRegisteredOn(
      scope,
      columns.map(({ asOf }) => asOf),
    )
    return {
      columns: columns.map((column) => ({ ...column, key: `${column.key}-here` })),
      rows: [{ code: 'registered', label: both('登録団体数', 'Registered groups'), values }],
    }
  },
}

type Move = {
  readonly code: string
  readonly label: Bilingual
  readonly of: (moves: RegistrationMoves) => number
}

const moves: readonly Move[] = [
  { code: 'new', label: both('新しく登録', 'New'), of: ({ began }) => began.new },
  { code: 'renewed', label: both('更新', 'Renewed'), of: ({ began }) => began.renewed },
  { code: 'resumed', label: both('再開', 'Resumed'), of: ({ began }) => began.resumed },
  { code: 'lapsed', label: both('期限切れ（失効）', 'Lapsed'), of: ({ ended }) => ended.lapsed },
  { code: 'withdrawn', label: both('抹消の届け', 'Withdrawn'), of: ({ ended }) => ended.withdrawn },
  { code: 'revoked', label: both('取消し', 'Revoked'), of: ({ ended }) => ended.revoked },
]

/** 新規・更新・失効・取消し of each fiscal year on record. */
export const movesByYear: LiveTable = {
  code: 'registration-moves',
  theme: 'groups',
  title: both('登録・更新・失効の件数', 'Registrations, renewals and lapses'),
  unit: both('件', 'registrations'),
  kind: 'series',
  definition: both(
    '年度のなかで、登録が始まった日と終わった日で数えます。更新は、新しい期間が始まった年度に数えます。区分を二つもつ団体は、区分ごとに数えます。',
    'By the day on which a registration began or ended. A renewal counts in the year in which the new period begins; a group with two classes counts once for each.',
  ),
  count: async (scope) => {
    const years = await recordedYears(scope)
    const found = await countRegistrationMoves(scope)
    const sumIn = (year: number, move: Move): number =>
      found
        .filter(({ fiscalYear }) => fiscalYear === year)
        .reduce((sum, one) => sum + move.of(one), 0)
    return {
      columns: columnsOf(years, tokyoDayOf(scope.now), inYear),
      rows: moves.map((move) => ({
        code: move.code,
        label: move.label,
        values: years.map((year) => sumIn(year, move)),
      })),
    }
  },
}

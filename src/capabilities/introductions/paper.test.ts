import { describe, expect, test } from 'vitest'
import { byYear, downloadName, missingPapers, type Paper } from './paper.ts'
import type { AskedPaper } from './preset.ts'

const rules: AskedPaper = {
  kind: 'rules',
  asked: 'required',
  perYear: false,
  publicByDefault: true,
  yearsBack: 0,
}
const plan: AskedPaper = { ...rules, kind: 'plan', perYear: true, due: '05-31' }
const report: AskedPaper = { ...rules, kind: 'report', perYear: true, yearsBack: 1, due: '06-30' }

const missing = (
  asked: readonly AskedPaper[],
  today: `${number}-${number}-${number}`,
  given: readonly Pick<Paper, 'kind' | 'fiscalYear'>[] = [],
) =>
  missingPapers(asked, given, { today, registeredOn: '2020-04-01' }).map(
    ({ kind, fiscalYear }) => `${kind} ${fiscalYear ?? '-'}`,
  )

describe('市が求める資料', () => {
  test('計画は、期限の5月31日までは前の年度のもの、次の日からはその年度のものが求められる', () => {
    expect(missing([plan], '2026-05-31')).toEqual(['plan 2025'])
    expect(missing([plan], '2026-06-01')).toEqual(['plan 2026'])
    expect(missing([plan], '2027-03-31')).toEqual(['plan 2026'])
  })

  test('報告は、終わった年度のものが6月30日を過ぎると求められる', () => {
    expect(missing([report], '2026-06-30')).toEqual(['report 2024'])
    expect(missing([report], '2026-07-01')).toEqual(['report 2025'])
  })

  test('出してあるものは求めず、ちがう年度のものでは足りない', () => {
    const given = [{ kind: 'plan' as const, fiscalYear: 2026 }]
    expect(missing([rules, plan], '2026-11-20', given)).toEqual(['rules -'])
    expect(missing([plan], '2026-11-20', [{ kind: 'plan', fiscalYear: 2025 }])).toEqual([
      'plan 2026',
    ])
  })

  test('登録より前の年度のものは求めない', () => {
    const at = { today: '2026-11-20', registeredOn: '2026-05-01' } as const
    expect(missingPapers([report], [], at)).toEqual([])
    expect(missingPapers([plan], [], at)).toHaveLength(1)
  })
})

const paper = (id: string, fiscalYear: number | null): Paper => ({
  id,
  groupId: 'g',
  kind: 'plan',
  fiscalYear,
  public: true,
  fileName: 'x.pdf',
  mediaType: 'application/pdf',
  bytes: 1,
  addedAt: new Date(0),
  moderation: 'shown',
  hiddenReason: null,
})

test('資料は新しい年度からならび、年度のないものが先に立つ', () => {
  const years = byYear([paper('a', 2024), paper('b', null), paper('c', 2026), paper('d', 2024)])
  expect(years.map(({ year, papers }) => [year, papers.map(({ id }) => id)])).toEqual([
    [null, ['b']],
    [2026, ['c']],
    [2024, ['a', 'd']],
  ])
})

test('保存の名前は中身を言い、終わりは中身の種類に合わせ、道を指す印は入らない', () => {
  const words = { group: '谷戸/水辺 の会', kind: '収支決算', year: '令和7年度（2025年度）' }
  expect(downloadName({ fileName: 'スキャン.exe.PDF', mediaType: 'application/pdf' }, words)).toBe(
    '谷戸_水辺_の会_収支決算_令和7年度（2025年度）.pdf',
  )
  expect(
    downloadName({ fileName: '表.xlsx', mediaType: 'application/x-cfb' }, { ...words, year: '' }),
  ).toBe('谷戸_水辺_の会_収支決算.xlsx')
})

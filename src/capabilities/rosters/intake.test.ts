import { describe, expect, test } from 'vitest'
import { settleRows } from '#kernel/tables/index.ts'
import { changesAnything, countPlanned, type Planned, planIntake } from './intake-plan.ts'
import { readRosterTable } from './intake-rows.ts'
import { commonRules } from './preset.ts'
import type { RosterPerson } from './roster.ts'
import { officeNames } from './views/intake-page.tsx'

const tableOf = (...lines: readonly string[]) =>
  settleRows(
    '名簿',
    lines.map((line) => line.split('\t')),
  )

const read = (...lines: readonly string[]) => readRosterTable(tableOf(...lines), commonRules)

const person = (name: string, given: Partial<RosterPerson> = {}): RosterPerson => ({
  id: `id-${name}-${given.nameKana ?? ''}`,
  groupId: 'g',
  name,
  nameKana: '',
  district: '',
  ageBand: '',
  citizen: null,
  voting: true,
  accountId: null,
  since: '2020-04-01',
  until: null,
  struck: false,
  terms: [],
  ...given,
})

const options = { day: '2026-04-01', complete: false } as const

const kinds = (planned: readonly Planned[]) => planned.map(({ name, kind }) => `${name} ${kind}`)

describe('表を読む', () => {
  test('見出しのちがい、和暦、○×、二つの役職を読む', () => {
    const { rows, unknown, hasHeader } = read(
      'ひまわりの会　会員名簿',
      'No.\tお名前\tフリガナ\t役職\t市内在住・在勤・在学\t入会年月日\t住所',
      '1\t山田　太郎\tﾔﾏﾀﾞ ﾀﾛｳ\t副代表・会計\t○\tH30.4.1\tひみつ町1-1',
    )
    expect(hasHeader).toBe(true)
    expect(unknown).toEqual(['No.', '住所'])
    expect(rows).toEqual([
      {
        ok: true,
        row: {
          number: 3,
          name: '山田　太郎',
          kana: 'ヤマダ　タロウ',
          offices: ['vice', 'accountant'],
          district: undefined,
          ageBand: undefined,
          citizen: true,
          voting: undefined,
          since: '2018-04-01',
          until: undefined,
        },
      },
    ])
  })

  test('どの市の一覧にもよくある役職があり、一覧にない役職は、書かれた言葉のまま読む', () => {
    const usual =
      '会長 代表 副会長 副代表 会計 監事 監査 書記 事務局長 理事 幹事 顧問 理事長 副理事長 世話人'.split(
        ' ',
      )
    const { rows } = read('氏名\t役職', ...[...usual, '番頭・会計'].map((one) => `山田\t${one}`))
    const offices = rows.map((row) => (row.ok ? row.row.offices : row.faults))
    const known = new Set(commonRules.offices.map(({ code }) => code))
    for (const [index, name] of usual.entries())
      expect([name, known.has(String(offices[index]))]).toEqual([name, true])
    expect(new Set(offices.slice(0, usual.length).map(String)).size).toBe(usual.length)
    expect(offices.at(-1)).toEqual(['番頭', 'accountant'])
    expect(officeNames(commonRules, ['番頭', 'accountant'], 'ja')).toBe('番頭・会計')
  })

  test('読めない行は、見出しと、書かれた言葉と、直しかたを示す', () => {
    const { rows } = read(
      '氏名\t役職\t入会日\t退会日',
      '山田\t番頭\t2020/4/1\t2019/4/1',
      '\t会計\t\t',
    )
    expect(rows.map((row) => (row.ok ? [] : row.faults.map(({ words }) => words)))).toEqual([
      ['2019/4/1'],
      [''],
    ])
  })

  test('名前だけの一覧は、見出しがあってもなくても読む', () => {
    const names = (...lines: readonly string[]) =>
      read(...lines).rows.map((row) => (row.ok ? `${row.row.number} ${row.row.name}` : ''))
    expect(names('会員名', '山田太郎', '川田花子')).toEqual(['2 山田太郎', '3 川田花子'])
    expect(names('山田太郎', '川田花子')).toEqual(['1 山田太郎', '2 川田花子'])
  })

  test('「氏名」の見出しがない表は、名簿として読まない', () => {
    expect(read('山田太郎\t会計', '川田花子\t監査').hasHeader).toBe(false)
  })
})

describe('表が名簿をどう変えるか', () => {
  const yamada = person('山田 太郎', { district: '本町' })
  const kawada = person('川田 花子', {
    terms: [{ id: 't', office: 'accountant', since: '2022-04-01', until: null }],
  })

  test('同じ人は字体と空白を見ずに見つけ、いない人を加える', () => {
    const { rows } = read('氏名\t地区', '山田太郎\t本町', '髙木 次郎\t海岸', '川田　花子\t山手')
    const planned = planIntake(rows, [yamada, kawada], options)
    expect(kinds(planned)).toEqual(['山田 太郎 same', '髙木 次郎 add', '川田 花子 change'])
    expect(planned[2]).toMatchObject({ before: { district: '' }, after: { district: '山手' } })
  })

  test('書かれていない欄は、名簿を変えない', () => {
    const { rows } = read('氏名\t地区\t役職', '山田太郎\t\t', '川田花子\t\t')
    expect(changesAnything(planIntake(rows, [yamada, kawada], options))).toBe(false)
  })

  test('全員の表なら、いない人は前の日までで退会、役職の空欄は役職なしになる', () => {
    const { rows } = read('氏名\t役職', '川田花子\t')
    const planned = planIntake(rows, [yamada, kawada], { ...options, complete: true })
    expect(kinds(planned)).toEqual(['川田 花子 change', '山田 太郎 end'])
    expect(planned[0]).toMatchObject({ offices: { begin: [], end: ['accountant'] } })
    expect(planned[1]).toMatchObject({ after: { until: '2026-03-31' } })
  })

  test('役職が変わると、前の役職を終えて新しい役職を始める', () => {
    const { rows } = read('氏名\t役職', '川田花子\t代表')
    const planned = planIntake(rows, [kawada], options)
    expect(planned[0]).toMatchObject({
      kind: 'change',
      offices: { begin: ['representative'], end: ['accountant'] },
    })
  })

  test('同じ名前の人が二人いて読みがなければ、だれのことか決めない', () => {
    const two = [
      person('佐藤 恵', { nameKana: 'サトウ　メグミ' }),
      person('佐藤 恵', { nameKana: 'サトウ　ケイ' }),
    ]
    const without = read('氏名', '佐藤恵')
    const withReading = read('氏名\tふりがな', '佐藤恵\tさとう　けい')
    expect(planIntake(without.rows, two, options)[0]).toMatchObject({ why: 'alike' })
    expect(planIntake(withReading.rows, two, options)[0]).toMatchObject({
      kind: 'same',
      person: two[1]!.id,
    })
  })

  test('表の中に同じ人が二度あれば、二度目を受け取らない', () => {
    const { rows } = read('氏名', '髙木次郎', '髙木 次郎')
    expect(kinds(planIntake(rows, [], options))).toEqual(['髙木次郎 add', '髙木 次郎 refuse'])
  })

  test('読めない行の人を、全員の表でも退会にしない', () => {
    const { rows } = read('氏名\t入会日', '山田太郎\t4月1日')
    const planned = planIntake(rows, [yamada], { ...options, complete: true })
    expect(countPlanned(planned)).toEqual({ add: 0, change: 0, end: 0, same: 0, refuse: 1 })
  })
})

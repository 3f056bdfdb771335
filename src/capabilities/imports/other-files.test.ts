import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkFile, csv, type Desk, openDesk, runImport, texts } from './world.fixture.ts'

const folder = new URL('../../../tests/data/', import.meta.url)
const read = (path: string) => ({
  name: path.split('/').at(-1) ?? path,
  bytes: readFileSync(new URL(path, folder)),
})
const notThere = '必要な列が、ファイルにないか、選ばれていません。'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

describe('取り込む種類のない表を渡されたとき', () => {
  test('焼津市の行事16件: 失われた法人番号の列を言い、名称の列がないので1件も作らない', async () => {
    const { one, counts, rows } = await checkFile(desk, read('yaizu/event_excerpt.csv'))
    const exponents = one.facts.notices.find(({ kind }) => kind === 'exponents')
    expect([exponents?.columns, exponents?.count]).toEqual([[2], 16])
    expect([counts.all, counts.outcome('refused')]).toEqual([16, 16])
    expect(texts(rows[0]!.faults)).toContain(notThere)
  })

  test('人が「場所名称」を名称に選んでも、1.00E+12 は推測せず、16件とも番号のセルを言って断る', async () => {
    const { rows, counts } = await checkFile(desk, {
      ...read('yaizu/event_excerpt.csv'),
      kind: 'facilities',
      plan: (plan) => ({
        columns: { ...plan.columns, name: 39 },
        answers: { ...plan.answers, foreign: 'take' },
      }),
    })
    expect(counts.outcome('create')).toBe(0)
    const damaged = rows.filter(({ faults }) =>
      faults.some(({ column, words }) => column === 'corporateNumber' && words === '1.00E+12'),
    )
    expect(damaged).toHaveLength(16)
  })

  test('高松市の手書きの行事45件: 空の列と改行のあるセルを言い、1件も作らない', async () => {
    const { one, counts } = await checkFile(desk, read('takamatsu/events.csv'))
    expect(
      one.facts.notices.map(({ kind, count, columns }) => [kind, count, columns.length]),
    ).toEqual([
      ['empty-trailing-columns', 0, 12],
      ['line-breaks-in-cells', 41, 14],
    ])
    expect([counts.all, counts.outcome('create')]).toEqual([45, 0])
  })

  test.each([
    ['municipalities/localgovjp-utf8.excerpt.csv', 50, 'utf-8'],
    ['municipalities/localgovjp-sjis-20200104.excerpt.csv', 50, 'cp932'],
    ['municipalities/prefjp-utf8.csv', 47, 'utf-8'],
  ])(
    '市区町村・都道府県の一覧 %s: 市の取込の対象ではなく、1件も作らない',
    async (path, rows, encoding) => {
      const { one, counts } = await checkFile(desk, read(path))
      expect([counts.all, counts.outcome('create'), one.facts.encoding]).toEqual([
        rows,
        0,
        encoding,
      ])
    },
  )
})

test('意地の悪い文字の名前500あまりも、取り込めるか、理由を言って断られ、書いた名前は変わらない', async () => {
  const lines = readFileSync(new URL('naughty-strings/blns.base64.txt', folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => Buffer.from(line, 'base64').toString('utf8'))
  const quoted = lines.map((line, at) => `"${line.replaceAll('"', '""')}","意地${at}町1-1"`)
  const { one, counts } = await checkFile(desk, {
    name: 'naughty.csv',
    bytes: csv('名称,住所', ...quoted),
    kind: 'facilities',
  })
  const sum = counts.outcome('create') + counts.outcome('refused') + counts.outcome('left-out')
  expect([counts.all > 400, sum]).toEqual([true, counts.all])
  const done = await runImport(desk, one)
  expect(done.counts.result('created')).toBe(counts.outcome('create'))
  const script = done.rows.find(({ record }) => String(record.name).includes('<script>alert'))
  expect(script?.result).toBe('created')
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { writeCsv } from '#data/tables-in-out/index.ts'
import { system } from '#kernel/actor.ts'
import { changeFacility, getFacility } from '../facilities/index.ts'
import { purgeImports } from './actions/purge.ts'
import { beginRun, runPiece } from './actions/run.ts'
import { rereadFile } from './actions/upload.ts'
import { mostBytes } from './import.ts'
import { findImporter } from './importers.ts'
import { importJobs } from './jobs.ts'
import { openTable } from './open-table.ts'
import { getImport, updateImport } from './queries/imports.ts'
import { reportColumns, reportRow } from './report.ts'
import {
  checkFile,
  csv,
  type Desk,
  lookAt,
  openDesk,
  runImport,
  takeBack,
} from './world.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

const list = (name: string, count: number): Uint8Array =>
  csv(
    '名称,住所',
    ...Array.from({ length: count }, (_, at) => `${name}${at + 1}号館,${name}町${at + 1}`),
  )

const within = <T>(work: (scope: Scope) => Promise<T>, now?: Date) =>
  desk.town.as(desk.office, work, now)

/** Runs a job as the queue does: as the product, and what it puts on the queue next is told. */
const runJob = async (name: string, data: Record<string, unknown>) => {
  const sent: { name: string; data: Record<string, unknown> }[] = []
  const job = importJobs.find((one) => one.name === name)!
  await desk.town.as(system(`job:${name}`), (scope) => {
    const jobs = {
      send: async (_: Scope, next: string, given: Record<string, unknown> = {}) => {
        sent.push({ name: next, data: given })
      },
    }
    return job.run({ ...scope, outside: { ...scope.outside, jobs } }, data, { mail: undefined })
  })
  return sent
}

describe('取込の一生', () => {
  test('500行ずつ書き、途中で落ちても続きから始まり、二重には書かない', async () => {
    const { one } = await checkFile(desk, { name: 'a.csv', bytes: list('あ', 620) })
    await within((scope) => beginRun(scope, one, 'rows'))
    const data = { importId: one.id }
    expect(await runJob('imports.run', data)).toEqual([{ name: 'imports.run', data }])
    expect((await lookAt(desk, one.id)).one.progress).toBe(500)
    // 同じ仕事がもう一度届いても、書き終えた行は書かない。
    expect(await runJob('imports.run', data)).toHaveLength(1)
    expect(await runJob('imports.run', data)).toEqual([])
    const done = await lookAt(desk, one.id)
    expect([done.one.state, done.counts.result('created')]).toEqual(['done', 620])
    expect(await runJob('imports.run', data)).toEqual([])
    const id = done.row(2).targetId ?? ''
    const facility = await within((scope) => getFacility(scope, id))
    expect(facility.source).toBe('a.csv')
  })

  test('止めると、区切りで止まる。書いた分は残り、元にもどせる', async () => {
    const { one } = await checkFile(desk, { name: 'b.csv', bytes: list('い', 620) })
    await within((scope) => beginRun(scope, one, 'rows'))
    await within((scope) => runPiece(scope, desk.town.city, one.id))
    await within((scope) => updateImport(scope, one.id, { cancelAsked: true }))
    expect(await runJob('imports.run', { importId: one.id })).toEqual([])
    const stopped = await lookAt(desk, one.id)
    expect([stopped.one.state, stopped.counts.result('created')]).toEqual(['cancelled', 500])
    const back = await takeBack(desk, one)
    expect([back.one.state, back.counts.reverted('removed')]).toEqual(['reverted', 500])
  })

  test('元にもどすとき、あとから職員が直したものは残し、どれかを言う', async () => {
    const { one } = await checkFile(desk, { name: 'c.csv', bytes: list('う', 3) })
    const done = await runImport(desk, one)
    const id = done.row(3).targetId ?? ''
    await within(async (scope) => {
      const facility = await getFacility(scope, id)
      await changeFacility(scope, facility, { ...facility, capacity: 40 })
    }, new Date('2026-11-20T02:00:00Z'))
    const back = await takeBack(desk, one)
    expect([back.counts.reverted('removed'), back.counts.reverted('left')]).toEqual([2, 1])
    expect(back.row(3).leftWhy?.ja).toBe('取り込んだあとに、職員が直しました。')
  })

  test('長いファイルの検査は仕事に分かれ、結果は一度に調べたときと同じになる', async () => {
    const { one, counts } = await checkFile(desk, { name: 'd.csv', bytes: list('え', 2_300) })
    await within((scope) => updateImport(scope, one.id, { state: 'checking' }))
    let [next] = await runJob('imports.check', { importId: one.id })
    let steps = 0
    while (next && steps < 10) {
      steps += 1
      ;[next] = await runJob('imports.check', next.data)
    }
    const again = await lookAt(desk, one.id)
    expect([again.one.state, again.counts.outcome('create')]).toEqual([
      'checked',
      counts.outcome('create'),
    ])
    expect(steps).toBeGreaterThan(1)
  })

  test('同じ形のファイルは、前に選んだ列で読む', async () => {
    const first = await checkFile(desk, {
      name: 'e.csv',
      bytes: csv('なまえ,ばしょ', 'お会館,お町1'),
      kind: 'facilities',
    })
    expect(first.counts.outcome('create')).toBe(0)
    const { savePlan } = await import('./queries/plans.ts')
    const { shapeOf } = await import('./plan.ts')
    const plan = { ...first.one.plan, header: 1, columns: { name: 1, address: 2 } }
    const named = await within((scope) =>
      rereadFile(scope, desk.town.city, {
        one: first.one,
        importer: findImporter('facilities')!,
        sheet: '',
        headerRow: 1,
      }),
    )
    expect(named.header).toEqual(['なまえ', 'ばしょ'])
    await within((scope) => savePlan(scope, shapeOf(named.header), { kind: 'facilities', plan }))
    expect(shapeOf(['ナマエ', 'ばしょ'])).toBe(shapeOf(named.header))
  })

  test('大きすぎるファイルは、読まずに断る', async () => {
    const refused = await openTable('x.csv', new Uint8Array(mostBytes + 1).fill(65))
    expect(refused.ok ? '' : refused.error.kind).toBe('too-large')
    const long = await openTable('y.csv', Buffer.from('a,b\n'.repeat(100_200)))
    expect(long.ok ? '' : long.error.kind).toBe('too-many-rows')
  })

  test('結果の表では、式になる文字は動かない', async () => {
    const { one, rows } = await checkFile(desk, {
      name: 'f.csv',
      bytes: csv('名称,住所', '=1+1館,@か町1'),
    })
    const told = await within(async (scope) => ({
      one,
      open: await findImporter('facilities')!.open(scope, desk.town.city),
      lang: 'ja' as const,
    }))
    const table = [
      reportColumns(told).map(({ name }) => name),
      ...rows.map((row) => reportRow(row, told)),
    ]
    const text = Buffer.from(writeCsv(table, { use: 'spreadsheet' }).bytes).toString('utf8')
    expect(text).toContain("'=1+1館")
    expect(text).toContain("'@か町1")
  })

  test('一年をすぎると、ファイルと行の写しは消え、だれがいつ取り込んだかは残る', async () => {
    const { one } = await checkFile(desk, { name: 'g.csv', bytes: list('き', 2) })
    await runImport(desk, one)
    await within((scope) => purgeImports(scope), new Date('2027-11-19T01:00:00Z'))
    expect((await lookAt(desk, one.id)).rows).toHaveLength(2)
    await within((scope) => purgeImports(scope), new Date('2027-11-22T01:00:00Z'))
    const purged = await lookAt(desk, one.id)
    expect([purged.rows.length, purged.one.fileName]).toEqual([0, 'g.csv'])
    const { purgedAt, actorName } = await within((scope) => getImport(scope, one.id))
    expect([purgedAt !== null, actorName]).toEqual([true, '見本 窓口'])
  })
})

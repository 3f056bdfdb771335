import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import {
  addFacility,
  changeFacility,
  emptyFacts,
  facilitiesImporter,
  getFacility,
} from '../facilities/index.ts'
import { nposImporter } from '../npos/index.ts'
import { groupsImporter } from './groups/importer.ts'
import { checkFile, csv, type Desk, openDesk, runImport } from './world.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

const as = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => desk.town.as(desk.office, work)
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const from = { importId: 'x', fileName: '一覧.csv', startedAt: new Date('2026-11-20T00:00:00Z') }

const newFacility = (name: string): Promise<string> =>
  as((scope) => addFacility(scope, { ...emptyFacts, name, address: '鎌倉市御成町1-1' }))

describe('取込と手の直しが、同じときに重なる', () => {
  test('施設：手で直している間に来た取込は待ち、どちらの変更も残る', async () => {
    const id = await newFacility('待つ会館')
    const mending = as(async (scope) => {
      const facility = await getFacility(scope, id)
      const { id: _, state: __, closedOn: ___, sample: ____, updatedAt: _____, ...facts } = facility
      await changeFacility(scope, facility, { ...facts, phone: '0467-11-1111' })
      await wait(300)
    })
    await wait(100)
    await as(async (scope) => {
      const open = await facilitiesImporter.open(scope, desk.town.city)
      await open.change(scope, [{ id, record: { note: '一覧の備考' } }], from)
    })
    await mending
    expect(await as((scope) => getFacility(scope, id))).toMatchObject({
      phone: '0467-11-1111',
      note: '一覧の備考',
    })
  })

  test('施設：取込の間に手で直しても、取り込んだ項目は元にもどらない', async () => {
    const id = await newFacility('直す会館')
    const read = await as((scope) => getFacility(scope, id))
    const taking = as(async (scope) => {
      const open = await facilitiesImporter.open(scope, desk.town.city)
      await open.change(scope, [{ id, record: { note: '一覧の備考' } }], from)
      await wait(300)
    })
    await wait(100)
    await as(async (scope) => {
      const { id: _, state: __, closedOn: ___, sample: ____, updatedAt: _____, ...facts } = read
      await changeFacility(scope, read, { ...facts, phone: '0467-22-2222' })
    })
    await taking
    expect(await as((scope) => getFacility(scope, id))).toMatchObject({
      phone: '0467-22-2222',
      note: '一覧の備考',
    })
  })

  test('NPO法人：ほかの人が書いている間に来た取込は待ち、どちらの変更も残る', async () => {
    const [id = ''] = await as(async (scope) => {
      const open = await nposImporter.open(scope, desk.town.city)
      return open.create(scope, [{ name: '見本の森', address: '鎌倉市御成町1-1' }], from)
    })
    const writing = as(async (scope) => {
      await scope.db
        .updateTable('npo_corporations')
        .set({ representative: '森 太郎' })
        .where('city_id', '=', scope.city.id)
        .where('id', '=', id)
        .execute()
      await wait(300)
    })
    await wait(100)
    await as(async (scope) => {
      const open = await nposImporter.open(scope, desk.town.city)
      await open.change(scope, [{ id, record: { purpose: '森を守る', fields: ['7'] } }], from)
    })
    await writing
    const after = await as(async (scope) => {
      const open = await nposImporter.open(scope, desk.town.city)
      return (await open.load(scope, [id])).get(id)
    })
    expect(after).toMatchObject({ representative: '森 太郎', purpose: '森を守る', fields: ['7'] })
  })

  test('取込と元にもどす仕事は、三つの台帳のどれでも、書く前に行を押さえる', async () => {
    for (const importer of [groupsImporter, facilitiesImporter, nposImporter]) {
      const open = await as((scope) => importer.open(scope, desk.town.city))
      expect([importer.kind, typeof open.hold]).toEqual([importer.kind, 'function'])
    }
  })
})

describe('変更する行が増えても、問い合わせは増えない', () => {
  const queriesFor = (
    importer: typeof facilitiesImporter,
    changes: readonly { readonly id: string; readonly record: Record<string, string> }[],
  ): Promise<number> =>
    as(async (scope) => {
      const counted = countQueries(scope)
      const open = await importer.open(scope, desk.town.city)
      await open.change(counted.scope, changes, from)
      return counted.count()
    })

  test('施設：2件でも40件でも同じ数', async () => {
    const ids: string[] = []
    for (let at = 0; at < 42; at += 1) ids.push(await newFacility(`たくさんの会館${at}`))
    const change = (id: string, at: number) => ({ id, record: { note: `備考${at}` } })
    const few = await queriesFor(facilitiesImporter, ids.slice(0, 2).map(change))
    const many = await queriesFor(facilitiesImporter, ids.slice(2).map(change))
    expect(many).toBe(few)
    expect((await as((scope) => getFacility(scope, ids[41]!))).note).toBe('備考39')
  })

  test('団体：2件でも40件でも同じ数で、答え・番号・期間のどれも変わる', async () => {
    const lines = Array.from({ length: 42 }, (_, at) => `鎌市活-${700 + at},まとめる会${at},10`)
    const { one } = await checkFile(desk, {
      name: '団体.csv',
      bytes: csv('登録番号,団体名,会員数', ...lines),
    })
    const done = await runImport(desk, one)
    const ids = done.rows.map(({ targetId }) => targetId ?? '')
    const change = (id: string, at: number) => ({
      id,
      record: { purpose: `目的${at}`, validUntil: '2028-03-31' },
    })
    const few = await queriesFor(groupsImporter, ids.slice(0, 2).map(change))
    const many = await queriesFor(groupsImporter, ids.slice(2).map(change))
    expect(many).toBe(few)
    const last = await as(async (scope) => ({
      record: (await (await groupsImporter.open(scope, desk.town.city)).load(scope, ids)).get(
        ids[41]!,
      ),
      period: await scope.db
        .selectFrom('registration_periods')
        .select(['number', 'valid_until'])
        .where('city_id', '=', scope.city.id)
        .where('group_id', '=', ids[41]!)
        .executeTakeFirstOrThrow(),
    }))
    expect(last.record).toMatchObject({ purpose: '目的39', members: 10, validUntil: '2028-03-31' })
    expect(last.period).toEqual({ number: '鎌市活-741', valid_until: '2028-03-31' })
  })
})

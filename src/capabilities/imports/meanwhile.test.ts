import { beforeAll, describe, expect, test } from 'vitest'
import { insertMembership } from '../accounts/index.ts'
import { findSheet } from '../forms/index.ts'
import {
  decideRegistration,
  getGroup,
  listImportable,
  lockGroup,
  registrationSheetKey,
  reviseRegistration,
} from '../groups/index.ts'
import { beginRevision } from '../revisions/index.ts'
import { addPerson } from '../rosters/index.ts'
import { beginRun, runPiece } from './actions/run.ts'
import { checkFile, csv, type Desk, openDesk, runImport, takeBack, texts } from './world.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

const importList = async (...lines: readonly string[]) => {
  const { one } = await checkFile(desk, { name: '団体.csv', bytes: csv(...lines) })
  const done = await runImport(desk, one)
  return { done, ids: done.rows.map(({ targetId }) => targetId ?? '') }
}

const answersOf = (id: string) =>
  desk.town.as(desk.office, async (scope) => (await listImportable(scope, [id]))[0]?.answers)

/** The group itself, or the desk, changes answers as a change notice does. */
const edit = (id: string, change: Readonly<Record<string, string | undefined>>, pause = 0) =>
  desk.town.as(desk.office, async (scope) => {
    const group = await lockGroup(scope, id)
    const sheet = (await findSheet(scope, registrationSheetKey(id)))!
    const answers = Object.fromEntries(
      Object.entries({ ...sheet.answers, ...change }).filter(([, value]) => value !== undefined),
    ) as typeof sheet.answers
    await new Promise((done) => setTimeout(done, pause))
    const content = { answers, visibility: sheet.visibility }
    await reviseRegistration(scope, desk.town.city, { group, form: sheet, content })
  })

describe('取込のあとや間に、人が手を加えた団体', () => {
  test('取り込んだ電話番号を団体が消したあとに元にもどしても、前の番号はよみがえらない', async () => {
    const head = '登録番号,団体名,電話番号'
    const { ids } = await importList(head, '鎌市活-901,けした会,0467-99-9011')
    const { done } = await importList(head, '鎌市活-901,けした会,0467-99-9012')
    await edit(ids[0]!, { contact_phone: undefined })
    const back = await takeBack(desk, done.one)
    expect([back.counts.reverted('set-back'), back.counts.reverted('left')]).toEqual([0, 1])
    expect((await answersOf(ids[0]!))?.contact_phone).toBeUndefined()
  })

  test('変更届が始まった団体、名簿に人がいる団体は、元にもどしても消えない', async () => {
    const { done, ids } = await importList(
      '登録番号,団体名',
      '鎌市活-911,届けの会',
      '鎌市活-912,名簿の会',
      '鎌市活-913,何もない会',
    )
    await desk.town.as(desk.office, async (scope) => {
      const group = await getGroup(scope, ids[0]!)
      const begun = { group, kind: 'change', class: group.class, channel: 'counter' } as const
      await beginRevision(scope, desk.town.city, begun)
      const person = { name: '名簿 花子', nameKana: '', district: '', ageBand: '', citizen: null }
      const since = { since: '2026-04-01', until: null, accountId: null, voting: true } as const
      await addPerson(scope, ids[1]!, { ...person, ...since, office: null } as never)
    })
    const back = await takeBack(desk, done.one)
    expect([back.counts.reverted('removed'), back.counts.reverted('left')]).toEqual([1, 2])
    expect(back.row(2).leftWhy?.ja).toContain('手続きが進んでいる')
  })

  test('取込と同じときに直された別の項目は、どちらの変更も残る', async () => {
    const { ids } = await importList('登録番号,団体名,会員数', '鎌市活-921,同じときの会,10')
    const { one } = await checkFile(desk, {
      name: '会員数.csv',
      bytes: csv('登録番号,団体名,会員数', '鎌市活-921,同じときの会,20'),
    })
    const editing = edit(ids[0]!, { purpose: '手で直した目的' }, 400)
    await new Promise((done) => setTimeout(done, 100))
    await runImport(desk, one)
    await editing
    expect(await answersOf(ids[0]!)).toMatchObject({ members: 20, purpose: '手で直した目的' })
  })

  test('同じ取込の仕事が二つ重なって起きても、終わりの記録は一度だけ残る', async () => {
    const again = await checkFile(desk, {
      name: '重なる2.csv',
      bytes: csv('登録番号,団体名', '鎌市活-932,重なる会の二'),
    })
    await desk.town.as(desk.office, (scope) => beginRun(scope, again.one, 'rows'))
    const piece = () =>
      desk.town.as(desk.office, (scope) => runPiece(scope, desk.town.city, again.one.id))
    await Promise.all([piece(), piece()])
    await Promise.all([piece(), piece()])
    const ends = await desk.town.as(desk.office, (scope) =>
      scope.db
        .selectFrom('audit_entries')
        .select('id')
        .where('city_id', '=', scope.city.id)
        .where('subject_id', '=', again.one.id)
        .where('action', '=', 'imports.end')
        .execute(),
    )
    expect(ends).toHaveLength(1)
  })
})

describe('取り込めない行', () => {
  test('登録が終わった団体の番号がある行は、理由を言って断る', async () => {
    const { ids } = await importList('登録番号,団体名,会員数', '鎌市活-941,終わった会,5')
    await desk.town.as(desk.office, async (scope) => {
      const group = await lockGroup(scope, ids[0]!)
      const ended = { group, name: 'withdraw', reason: '解散したため' } as const
      expect((await decideRegistration(scope, desk.town.city, ended)).ok).toBe(true)
    })
    const { row } = await checkFile(desk, {
      name: '終わった.csv',
      bytes: csv('登録番号,団体名,会員数', '鎌市活-941,終わった会,50'),
    })
    expect(row(2).outcome).toBe('refused')
    expect(texts(row(2).faults)[0]).toContain('登録が終わっています')
  })

  test('職員は、自分が入っている団体の登録を、表からも変えられない', async () => {
    const { ids } = await importList('登録番号,団体名,会員数', '鎌市活-951,職員もいる会,5')
    await desk.town.as(desk.office, (scope) =>
      insertMembership(scope, {
        accountId: desk.office.accountId,
        groupId: ids[0]!,
        role: 'member',
      }),
    )
    const mine: Desk = { ...desk, office: await desk.town.reload(desk.office) }
    const bytes = csv('登録番号,団体名,会員数', '鎌市活-951,職員もいる会,50')
    const { row } = await checkFile(mine, { name: '自分の.csv', bytes })
    expect(row(2).outcome).toBe('refused')
    expect(texts(row(2).faults)[0]).toContain('ご自身が入っている団体')
    const other = { ...desk, office: await desk.town.person('別の 窓口', ['office', 'city_admin']) }
    expect((await checkFile(other, { name: '別の.csv', bytes })).row(2).outcome).toBe('change')
  })
})

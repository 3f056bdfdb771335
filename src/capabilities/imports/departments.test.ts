import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { listDepartments } from '../cities/department-queries.ts'
import { listCities } from '../cities/index.ts'
import { saveChoices } from './queries/choices.ts'
import { checkFile, csv, type Desk, openDesk, runImport, takeBack, texts } from './world.fixture.ts'

const file = {
  name: 'takamatsu_city_organization_list.csv',
  bytes: readFileSync(
    new URL('../../../tests/data/takamatsu/takamatsu_city_organization_list.csv', import.meta.url),
  ),
}

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

const register = () => desk.town.as(desk.office, listDepartments)

describe('高松市の組織 394件', () => {
  test('局 > 部 > 課 > 室 > 係 を、列の深さと組織区分から読み、断る行はない', async () => {
    const { one, counts, row } = await checkFile(desk, file)
    expect(one.kind).toBe('departments')
    expect([counts.all, counts.outcome('refused')]).toEqual([394, 0])
    expect(row(2).record).toMatchObject({ name: '高松市', above: '', level: 'post' })
    expect(row(14).record).toEqual({
      sourceCode: '1015100000',
      name: 'コミュニティ推進課',
      above: '市民政策局/地域政策部',
      level: 'division',
      phone: '087-839-2277',
      startsOn: '2021-04-01',
    })
    // 同じ名前の福祉事務所が三つあるが、所属コードがちがうので三つとも別のもの。
    expect([87, 91, 95].map((number) => row(number).outcome)).toEqual([
      'create',
      'create',
      'create',
    ])
  })

  test('取り込むと、課だけが選択肢に加わり、同じ名前の課は上の組織を付けて区別される', async () => {
    const before = (await register()).length
    const { one, rows } = await checkFile(desk, file)
    // 2件は、市の文書にも同じ名前の課がある。名前だけでは決めず、同じ課だと人が選ぶと、所属コードと電話が付く。
    const suspects = rows.filter(({ outcome }) => outcome === 'suspect')
    expect(suspects).toHaveLength(2)
    await desk.town.as(desk.office, (scope) =>
      saveChoices(
        scope,
        one.id,
        suspects.map(({ number, candidates }) => ({ number, choice: candidates[0]?.id ?? '' })),
      ),
    )
    const done = await runImport(desk, one, 'all')
    const { result } = done.counts
    expect([done.one.state, result('created'), result('changed')]).toEqual(['done', 392, 2])
    const all = await register()
    expect(all).toHaveLength(before + 392)
    const city = (await desk.town.store.database.readPublic(listCities)).find(
      ({ id }) => id === desk.town.key.id,
    )!
    const names = city.departments.map(({ name }) => name.ja)
    expect(names).toContain('コミュニティ推進課')
    expect(names).not.toContain('市民政策局')
    expect(new Set(names).size).toBe(names.length)
    const again = await checkFile(desk, file)
    expect(again.counts.outcome('same')).toBe(394)
    const back = await takeBack(desk, done.one)
    expect([back.counts.reverted('removed'), back.counts.reverted('set-back')]).toEqual([392, 2])
    expect(await register()).toHaveLength(before)
  })

  test('組織改正: 廃止日のある課は、名簿に残り、選択肢から外れる', async () => {
    const head = '所属コード,局,部,課,廃止日'
    const first = await checkFile(desk, {
      name: 'a.csv',
      bytes: csv(head, '9001,未来局,,まち課,', '9002,未来局,,むら課,'),
    })
    await runImport(desk, first.one)
    const next = await checkFile(desk, {
      name: 'b.csv',
      bytes: csv(head, '9001,未来局,,まちづくり課,', '9002,未来局,,むら課,令和８年３月31日'),
    })
    expect(next.row(2).changes).toEqual({ name: ['まち課', 'まちづくり課'] })
    expect(next.row(3).changes).toEqual({ endsOn: [null, '2026-03-31'] })
    await runImport(desk, next.one)
    const all = await register()
    expect(all.find(({ sourceCode }) => sourceCode === '9002')?.endsOn).toBe('2026-03-31')
    const city = (await desk.town.store.database.readPublic(listCities)).find(
      ({ id }) => id === desk.town.key.id,
    )!
    const names = city.departments.map(({ name }) => name.ja)
    expect([names.includes('まちづくり課'), names.includes('むら課')]).toEqual([true, false])
  })

  test('市の文書にある課と、名前だけが同じなら、黙って変えず人にたずねる', async () => {
    const [known] = desk.town.city.departments
    const { row } = await checkFile(desk, {
      name: 'c.csv',
      bytes: csv('所属コード,課,電話番号', `7001,${known!.name.ja},0467-23-3000`),
    })
    expect([row(2).outcome, row(2).candidates.map(({ id }) => id)]).toEqual([
      'suspect',
      [known!.code],
    ])
    const plain = await checkFile(desk, {
      name: 'c2.csv',
      bytes: csv('課,電話番号', `${known!.name.ja},0467-23-3000`),
    })
    expect(plain.row(2).outcome).toBe('suspect')
  })

  test('名前だけの一覧をもう一度読んでも、何も変わらない課は「同じ」で、たずねない', async () => {
    const again = { name: 'f.csv', bytes: csv('課,電話番号', 'そらいろ課,0467-23-3001') }
    await runImport(desk, (await checkFile(desk, again)).one)
    expect((await checkFile(desk, again)).row(2).outcome).toBe('same')
  })

  test('上の組織と名前が同じなら、所属コードがなくても同じ課とする', async () => {
    const head = '局,課,電話番号'
    const first = await checkFile(desk, { name: 'g.csv', bytes: csv(head, 'ひかり局,にじ課,') })
    await runImport(desk, first.one)
    const next = await checkFile(desk, {
      name: 'h.csv',
      bytes: csv(head, 'ひかり局,にじ課,0467-23-3002'),
    })
    expect(next.row(2).outcome).toBe('change')
  })

  test('一つの表に同じ名前の課が二つあるときは、名前だけで決めず人にたずねる', async () => {
    const [known] = desk.town.city.departments
    const name = known!.name.ja
    const { row } = await checkFile(desk, {
      name: 'd.csv',
      bytes: csv('所属コード,局,課', `7101,東局,${name}`, `7102,西局,${name}`),
    })
    expect([row(2).outcome, row(3).outcome]).toEqual(['suspect', 'suspect'])
  })

  test('同じ所属コードが二度出る行は、番号を言って断る', async () => {
    const { row } = await checkFile(desk, {
      name: 'e.csv',
      bytes: csv('所属コード,局,課', '7201,甲局,い課', '7201,甲局,ろ課'),
    })
    expect(row(3).outcome).toBe('refused')
    expect(texts(row(3).faults)).toEqual([
      '2行目と所属コードが同じです。どちらかを消してください。',
    ])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { corporateCheckDigit } from '#kernel/codes.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import { formOf } from '#web/form-data.ts'
import { getGroup, listImportable, listOfferLines } from '../groups/index.ts'
import { beginNews, writeNews } from '../introductions/index.ts'
import { beginRun, runPiece } from './actions/run.ts'
import {
  checkFile,
  csv,
  type Desk,
  lookAt,
  openDesk,
  runImport,
  takeBack,
  texts,
} from './world.fixture.ts'

const corporate = (twelve: string): string => corporateCheckDigit(twelve) + twelve

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

const head =
  '登録番号,団体名,フリガナ,法人格,代表者氏名,電話番号,会員数,活動分野,活動内容,設立年月日,会員募集,法人番号'
const rows = [
  '鎌市活-801,みどりの会,みどりのかい,任意団体,見本 太郎,0467-99-0001,１２名,環境保全、子ども,木を植える,平成12年4月1日,○,',
  `鎌市活-802,うみの会,ウミノカイ,NPO法人,見本 花子,467990002,30人,まちづくり,浜を掃除する,H20.5.6,×,${corporate('123456789012')}`,
  '鎌市活-803,そらの会,ソラノカイ,なし,見本 次郎,0467-99-0003,8,国際交流,空を見る,2019/10/1,有,1.00E+12',
]

describe('団体の一覧', () => {
  test('市の様式の言葉でない見出しも分かり、和暦・単位・落ちた0を読みかえて言う。失われた法人番号は断る', async () => {
    const { one, counts, row } = await checkFile(desk, {
      name: '団体.csv',
      bytes: csv(head, ...rows),
    })
    expect(one.kind).toBe('groups')
    expect([counts.outcome('create'), counts.outcome('refused')]).toEqual([2, 1])
    expect(row(2).record).toMatchObject({
      number: '鎌市活-801',
      name: 'みどりの会',
      name_kana: 'ミドリノカイ',
      legal_form: 'voluntary-association',
      members: 12,
      fields: ['environment', 'children'],
      founded: '2000-04-01',
      recruiting: true,
    })
    expect(texts(row(2).notes)).toEqual(['単位をのぞきました。'])
    expect(row(3).record.contact_phone).toBe('0467990002')
    expect(texts(row(3).notes)).toContain('失われた先頭の0をもどしました。')
    expect(row(4).faults).toEqual([
      {
        column: 'corporate_number',
        text: expect.objectContaining({ ja: expect.stringContaining('一部が失われています') }),
        words: '1.00E+12',
      },
    ])
  })

  test('取り込むと登録済みになり、代表者はいない。同じファイルは二度目は何もしない。元にもどせる', async () => {
    const file = { name: '団体.csv', bytes: csv(head, ...rows.slice(0, 2)) }
    const { one } = await checkFile(desk, file)
    const done = await runImport(desk, one)
    expect([done.one.state, done.counts.result('created')]).toEqual(['done', 2])
    const ids = done.rows.map(({ targetId }) => targetId ?? '')
    const held = await desk.town.as(desk.office, (scope) => listImportable(scope, ids))
    expect(held.map(({ state, number }) => [state, number]).sort()).toEqual([
      ['approved', '鎌市活-801'],
      ['approved', '鎌市活-802'],
    ])
    const again = await checkFile(desk, file)
    expect(again.counts.outcome('same')).toBe(2)
    const later = await checkFile(desk, {
      name: '団体2.csv',
      bytes: csv('登録番号,団体名,会員数', '鎌市活-801,みどりの会,15'),
    })
    expect(later.row(2).changes).toEqual({ members: [12, 15] })
    await runImport(desk, later.one)
    const back = await takeBack(desk, done.one)
    // あとの取込で会員数が変わった1件は残り、そのことを言う。
    expect([back.counts.reverted('removed'), back.counts.reverted('left')]).toEqual([1, 1])
    expect(back.row(2).leftWhy?.ja).toContain('会員')
    await takeBack(desk, later.one)
  })

  test('「できること・ほしいこと」は1行が1件になる。同じ表の二度目は何もせず、元にもどすと前の行になる', async () => {
    const list = (cell: string) =>
      csv('登録番号,団体名,できること,ほしいこと', `鎌市活-821,てつだう会,"${cell}",`)
    const linesOf = async (id: string) =>
      (await desk.town.as(desk.office, (scope) => listOfferLines(scope, [id]))).get(id)
    const first = await checkFile(desk, {
      name: 'o1.csv',
      bytes: list('机を貸せます\n車を出せます'),
    })
    const done = await runImport(desk, first.one)
    const id = done.rows[0]?.targetId ?? ''
    expect(await linesOf(id)).toEqual({ offers: ['机を貸せます', '車を出せます'], needs: [] })
    const same = await checkFile(desk, {
      name: 'o2.csv',
      bytes: list('・机を貸せます\n車を出せます'),
    })
    expect(same.counts.outcome('same')).toBe(1)
    const next = await checkFile(desk, { name: 'o3.csv', bytes: list('机を貸せます') })
    const changed = await runImport(desk, next.one)
    expect(await linesOf(id)).toEqual({ offers: ['机を貸せます'], needs: [] })
    await takeBack(desk, changed.one)
    expect(await linesOf(id)).toEqual({ offers: ['机を貸せます', '車を出せます'], needs: [] })
    await takeBack(desk, done.one)
  })

  test('書き込むときに送る文の数は、行が増えても変わらない。番号は表の順に付く', async () => {
    const written = async (rows: number, name: string) => {
      const lines = Array.from({ length: rows }, (_, at) => `${name}${at + 1}の会,環境保全`)
      const { one } = await checkFile(desk, {
        name: `${name}.csv`,
        bytes: csv('団体名,活動分野', ...lines),
      })
      await desk.town.as(desk.office, (scope) => beginRun(scope, one, 'rows'))
      const sent = await desk.town.as(desk.office, async (plain) => {
        const { scope, count } = countQueries(plain)
        await runPiece(scope, desk.town.city, one.id)
        return count()
      })
      const done = await lookAt(desk, one.id)
      const ids = done.rows.map(({ targetId }) => targetId ?? '')
      const held = await desk.town.as(desk.office, (scope) => listImportable(scope, ids))
      const numbers = ids.map((id) => held.find((group) => group.id === id)?.number ?? '')
      await takeBack(desk, done.one)
      return { sent, numbers: numbers.map((number) => Number(/\d+$/.exec(number)?.[0])) }
    }
    const few = await written(3, 'すくない')
    const more = await written(60, 'おおい')
    expect(more.sent).toBe(few.sent)
    const [first = 0] = more.numbers
    expect(more.numbers).toEqual(Array.from({ length: 60 }, (_, at) => first + at))
  })

  test('紹介・お知らせ・資料を書きはじめた団体は、元にもどすときも消えない', async () => {
    const list = csv('登録番号,団体名', '鎌市活-811,書いた会', '鎌市活-812,書かない会')
    const { one } = await checkFile(desk, { name: 'c.csv', bytes: list })
    const done = await runImport(desk, one)
    const [written = ''] = done.rows.map(({ targetId }) => targetId ?? '')
    await desk.town.as(desk.office, async (scope) => {
      const { city } = desk.town
      const group = await getGroup(scope, written)
      const sent = formOf({ title: '職員が書いたたより', body: 'あ' })
      const news = { id: await beginNews(scope, group, sent), publishedAt: null }
      await writeNews(scope, city, { group, news, sent, publish: true })
    })
    const back = await takeBack(desk, done.one)
    expect([back.counts.reverted('removed'), back.counts.reverted('left')]).toEqual([1, 1])
    const left = await desk.town.as(desk.office, (scope) => listImportable(scope, [written]))
    expect(left).toHaveLength(1)
  })

  test('番号のない一覧: 名前と代表者と電話が同じなら同じ団体。名前だけが同じなら、人にたずねる', async () => {
    const first = await checkFile(desk, {
      name: 'a.csv',
      bytes: csv('団体名,代表者氏名,電話番号', 'ほしの会,見本 三郎,0467-99-1001'),
    })
    await runImport(desk, first.one)
    const next = await checkFile(desk, {
      name: 'b.csv',
      bytes: csv(
        '団体名,代表者氏名,電話番号',
        'ほしの　会,見本　三郎,０４６７－９９－１００１',
        'ほしの会,見本 四郎,0467-99-2002',
      ),
    })
    expect([next.row(2).outcome, next.row(3).outcome]).toEqual(['change', 'suspect'])
    expect(next.row(3).candidates[0]?.why.ja).toBe('同じところ：名前')
  })

  test('表の中で登録番号が二度出る行、名前が空の行は、セルを言って断る', async () => {
    const { row } = await checkFile(desk, {
      name: 'c.csv',
      bytes: csv('登録番号,団体名', '1-1,いの会', '1-1,ろの会', '1-3,'),
    })
    expect(texts(row(3).faults)).toEqual(['2行目と登録番号が同じです。どちらかを消してください。'])
    expect(row(4).faults[0]).toMatchObject({ column: 'name', text: { ja: '必要な欄が空です。' } })
  })

  test('全部か無か: 途中で1行でも断られたら、何も書き込まない', async () => {
    const checked = await checkFile(desk, {
      name: 'd.csv',
      bytes: csv('登録番号,団体名', '9-1,つきの会', '9-2,ひの会'),
    })
    // 試したあとに、同じ番号の団体を別の人が取り込んだ。
    const other = await checkFile(desk, {
      name: 'e.csv',
      bytes: csv('登録番号,団体名', '9-2,別の会'),
    })
    await runImport(desk, other.one)
    const failed = await runImport(desk, checked.one, 'all')
    expect(failed.one.state).toBe('failed')
    expect(failed.one.failure?.ja).toContain('何も書き込みませんでした')
    expect(failed.rows.every(({ result }) => result === null)).toBe(true)
  })
})

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkFile, type Desk, openDesk, runImport, takeBack, texts } from './world.fixture.ts'

const folder = new URL('../../../tests/data/', import.meta.url)
const read = (path: string) => ({
  name: path.split('/').at(-1) ?? path,
  bytes: readFileSync(new URL(path, folder)),
})
const foreign = (plan: { readonly answers: Readonly<Record<string, string>> }) => ({
  answers: { ...plan.answers, foreign: 'take' },
})

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

describe('実際の施設の一覧', () => {
  test('焼津市の公共施設230件: ほかの市のコードなので、選ばないかぎり1件も取り込まない', async () => {
    const { one, counts, row } = await checkFile(
      desk,
      read('yaizu/222127_public_facility-59773.csv'),
    )
    expect(one.kind).toBe('facilities')
    expect([counts.all, counts.outcome('refused')]).toEqual([230, 230])
    expect(row(2).faults[0]).toMatchObject({ column: 'municipalCode', words: '222127' })
  })

  test('焼津市の公共施設230件: 選べば230件とも新しく作る。二度目は230件とも同じ', async () => {
    const given = { ...read('yaizu/222127_public_facility-59773.csv'), plan: foreign }
    const first = await checkFile(desk, given)
    expect(first.counts.outcome('create')).toBe(230)
    expect(first.counts.noted).toBe(0)
    expect(first.row(2).record).toMatchObject({
      name: '親子ふれあい広場',
      nameKana: 'オヤコフレアイヒロバ',
      sourceId: '0000010001',
      address: '焼津市本町5-6-1',
      latitude: 34.86313333,
      departmentWords: '子育て支援課',
    })
    const done = await runImport(desk, first.one, 'all')
    expect([done.one.state, done.counts.result('created')]).toEqual(['done', 230])
    const again = await checkFile(desk, given)
    expect(again.counts.outcome('same')).toBe(230)
  })

  test('焼津市の地域交流センター9件: 番号の0が落ち、住所に県名があっても、同じ施設だと分かる', async () => {
    const { counts, row } = await checkFile(desk, {
      ...read('yaizu/222127_community_center.csv'),
      plan: foreign,
    })
    expect([counts.outcome('create'), counts.outcome('change')]).toEqual([0, 9])
    // 備考と特記事項だけが新しい。所在地の書き方のちがいは、変わったことにならない。
    expect(Object.keys(row(2).changes)).not.toContain('address')
    const moved = row(6)
    expect(moved.targetName).toBe('豊田地域交流センター')
    expect(moved.changes.address).toEqual(['焼津市小屋敷258-1', '静岡県焼津市小土961-1'])
  })

  test('焼津市の公衆トイレ112件（新しい標準）: 種類を「公衆トイレ」として、すべて作れる', async () => {
    const { counts, row, rows } = await checkFile(desk, {
      ...read('yaizu/222127_public_toilet.csv'),
      plan: (plan) => ({ answers: { ...plan.answers, foreign: 'take', kind: 'toilet' } }),
    })
    // 公共施設一覧にもある2件は、名前と所在地から同じ施設と分かる。別の一覧の番号とは取りかえない。
    expect([counts.outcome('create'), counts.outcome('change')]).toEqual([110, 2])
    const twice = rows.filter(({ outcome }) => outcome === 'change')
    expect(twice.map(({ targetName }) => targetName)).toEqual(['吉津観光トイレ', '坂本観光トイレ'])
    expect(Object.keys(twice[0]!.changes).sort()).toEqual(['kind', 'note'])
    expect(row(2).record).toMatchObject({ kind: 'toilet', address: '静岡県焼津市駅北5丁目2-11' })
  })

  test('焼津市の要配慮者利用施設277件（CP932）: 電話が二つの3件は断り、同じ名前と所在地の1件は人にたずねる', async () => {
    const { counts, rows, one } = await checkFile(desk, read('yaizu/yohairyosya.csv'))
    expect(one.facts.encoding).toBe('cp932')
    expect(rows.filter(({ outcome }) => outcome === 'refused').map(({ number }) => number)).toEqual(
      [135, 181, 205],
    )
    expect(texts(rows.find(({ number }) => number === 135)!.faults)).toEqual([
      '電話番号が二つ以上あります。一つだけ書いてください。',
    ])
    const asked = rows.filter(({ outcome }) => outcome === 'suspect')
    expect(asked.map(({ record }) => record.name)).toEqual(['大井川福祉サービスセンター'])
    // 公共施設一覧にもある学校や保育園の34件は、同じ施設に電話や郵便番号を加える。
    expect([counts.outcome('create'), counts.outcome('change')]).toEqual([239, 34])
  })

  test('同じファイルで「そのセルだけ空にする」を選ぶと、3件も電話なしで作り、そのことを言う', async () => {
    const { rows, counts } = await checkFile(desk, {
      ...read('yaizu/yohairyosya.csv'),
      plan: () => ({ unreadable: 'leave-cell' }),
    })
    expect(counts.outcome('refused')).toBe(0)
    const [row] = rows.filter(({ number }) => number === 135)
    expect(row!.record.phone).toBeUndefined()
    expect(texts(row!.notes)).toContain(
      '電話番号が二つ以上あります。一つだけ書いてください。このセルは空として取り込みます。',
    )
  })

  test('高松市の市民活動施設4件とコミュニティセンター52件: 番号が1から始まるどうしでも、取りちがえない', async () => {
    const small = await checkFile(desk, read('takamatsu/citizen_activity_facility.csv'))
    expect(small.counts.outcome('create')).toBe(4)
    const made = await runImport(desk, small.one)
    expect(made.counts.result('created')).toBe(4)
    const large = await checkFile(desk, read('takamatsu/community_center.csv'))
    expect([large.counts.outcome('create'), large.counts.outcome('change')]).toEqual([52, 0])
    await runImport(desk, large.one)
    const excel = await checkFile(desk, read('takamatsu/community_center.xlsx'))
    expect(excel.counts.outcome('same')).toBe(52)
    const back = await takeBack(desk, large.one)
    expect([back.one.state, back.counts.reverted('removed')]).toEqual(['reverted', 52])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { formatDecimal } from '#kernel/ratio.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import { searchEntries } from '../publishing/index.ts'
import { getSurvey } from '../surveys/index.ts'
import { makeTabulation } from './actions/make.ts'
import { publishTabulation, withdrawTabulation } from './actions/publish.ts'
import { addHeading, decideText } from './actions/texts.ts'
import { resultsDataset } from './datasets.ts'
import { findPublicResults, readTabulation } from './find-results.ts'
import { resultsCsv } from './flat-rows.ts'
import { getSettings, saveSettings } from './queries/settings.ts'
import { getTabulation, listTabulations } from './queries/tabulations.ts'
import { listTexts } from './queries/texts.ts'
import { tabulate } from './question.ts'
import { composeReport } from './report-document.ts'
import { defaultSettings, type Settings } from './tabulation.ts'
import {
  addSheets,
  afterwards,
  draftSheets,
  openSurvey,
  sheet,
  whileOpen,
} from './world.fixture.ts'

let town: TestCity
let office: Person
beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  office = await town.person('見本 事務局', ['office'])
})

const set = async (id: string, changed: Partial<Settings>): Promise<void> =>
  town.as(office, async (scope) => {
    const settings = { ...defaultSettings(['open']), ...changed }
    await saveSettings(scope, id, settings)
    expect(await getSettings(scope, await getSurvey(scope, id))).toEqual(settings)
  })

const answered = async (changed: Partial<Settings> = {}): Promise<string> => {
  const id = await openSurvey(town, office)
  await town.as(office, (scope) => addSheets(scope, id, draftSheets), whileOpen)
  await set(id, { axes: [1], ...changed })
  return id
}

const make = (id: string, reason = '', now = afterwards) =>
  town.as(office, (scope) => makeTabulation(scope, id, reason), now)

const publish = (id: string, number: number) =>
  town.as(
    office,
    async (scope) => {
      const [survey, head] = [await getSurvey(scope, id), await getTabulation(scope, id, number)]
      return publishTabulation(scope, survey, { head, keepsOriginals: false })
    },
    afterwards,
  )

const resultsOf = (id: string, number: number) =>
  town.as(office, async (scope) =>
    readTabulation(scope, await getSurvey(scope, id), await getTabulation(scope, id, number)),
  )

const publicResults = (id: string) => town.as(visitor, (scope) => findPublicResults(scope, id))

describe('集計', () => {
  test('受付の間は集計できず、数えた回答がなければ締切のあとでもできない', async () => {
    const id = await openSurvey(town, office)
    expect(await make(id, '', whileOpen)).toEqual({ ok: false, error: 'still-open' })
    expect(await make(id)).toEqual({ ok: false, error: 'no-answers' })
  })

  test('遅れて届いた回答を足すと番号が進み、前の集計（n=102）と後の集計（n=103）のどちらも残る', async () => {
    const id = await answered()
    expect(await make(id)).toEqual({ ok: true, value: 1 })
    await town.as(office, (scope) => addSheets(scope, id, [sheet(2, 1)]), afterwards)
    expect(await make(id)).toEqual({ ok: false, error: 'reason' })
    expect(await make(id, '遅れて届いた1枚を足した')).toEqual({ ok: true, value: 2 })
    expect([(await resultsOf(id, 1)).n, (await resultsOf(id, 2)).n]).toEqual([102, 103])
    const opinions = (await resultsOf(id, 1)).questions[1]!
    expect(tabulate(opinions.counted).rows.map(({ count }) => count)).toEqual([72, 30, 0])
  })

  test('問いごとの件数、複数回答の合計、平均、無回答の行が、答えたとおりになる', async () => {
    const id = await answered()
    await make(id)
    const [, , picks, times, texts] = (await resultsOf(id, 1)).questions
    const table = tabulate(picks!.counted)
    expect(table.rows.map(({ label, count }) => [label.ja, count])).toEqual([
      ['資金', 44],
      ['担い手', 40],
      ['その他', 26],
      ['無回答', 20],
    ])
    expect(table.n).toBe(102)
    expect(formatDecimal(times!.number!.mean!)).toBe('2.3')
    expect(times!.number!.answered).toBe(22)
    const results = await resultsOf(id, 1)
    expect(resultsCsv(results, 'ja')).toMatch(/数の集計,問4,活動の回数,,,,平均,,22,,2\.3,回/)
    const report = JSON.stringify(
      composeReport(results, { city: town.city, lang: 'ja', date: '2026-11-10' }),
    )
    expect(report).toContain('2.3回')
    expect(report).toContain('数で答える問い')
    expect(tabulate(texts!.counted).rows.map(({ count }) => count)).toEqual([1, 101])
  })

  test('個人の調査では、クロス集計の2人のますも、引き算で分かるますも、どこにも残らない', async () => {
    const id = await answered()
    await make(id)
    const results = await resultsOf(id, 1)
    const [cross] = results.questions[1]!.crosses
    expect(cross!.columns.map(({ label }) => label.ja)).toEqual([
      '20代',
      '40代',
      '60代',
      '80歳以上',
    ])
    const hidden = cross!.counts.flat().filter((count) => count === null)
    expect(cross!.counts[1]![3]).toBeNull()
    expect(hidden.length).toBeGreaterThanOrEqual(4)
    expect(cross!.bases).toEqual([33, 32, 26, 11])
    expect(resultsCsv(results, 'ja')).toContain('秘匿')
  })

  test('団体の調査では隠さない設定を選べる', async () => {
    const id = await answered({ threshold: 0 })
    await make(id)
    const [cross] = (await resultsOf(id, 1)).questions[1]!.crosses
    expect(cross!.counts).toEqual([
      [21, 24, 18, 9],
      [12, 8, 8, 2],
      [0, 0, 0, 0],
    ])
  })
})

describe('公開', () => {
  test('公開するまではだれにも見えず、公開すると探せ、取りやめると探せなくなる', async () => {
    const id = await answered()
    await make(id)
    expect(await publicResults(id)).toBeUndefined()
    expect(await publish(id, 1)).toEqual({ ok: true, value: 'published' })
    expect((await publicResults(id))?.results.n).toBe(102)
    const found = () =>
      town.as(visitor, (scope) =>
        searchEntries(scope, { query: '暮らしのアンケート', kind: 'survey' }),
      )
    expect(JSON.stringify(await found())).toContain(`results-${id}`)
    await town.as(office, async (scope) => {
      const head = await getTabulation(scope, id, 1)
      const survey = await getSurvey(scope, id)
      return withdrawTabulation(scope, survey, { head, reason: '誤りがあったため' })
    })
    expect(await publicResults(id)).toBeUndefined()
    expect(JSON.stringify(await found())).not.toContain(`results-${id}`)
  })

  test('新しい集計を公開すると、前のものは置きかわり、公開は一つだけになる', async () => {
    const id = await answered()
    await make(id)
    await publish(id, 1)
    await make(id, 'やり直し')
    await publish(id, 2)
    const states = await town.as(office, (scope) => listTabulations(scope, id))
    expect(states.map(({ number, state }) => [number, state])).toEqual([
      [2, 'published'],
      [1, 'replaced'],
    ])
  })

  test('公開のページの材料は、回答を読まず、5回の問い合わせで集まる', async () => {
    const id = await answered()
    await make(id)
    await publish(id, 1)
    await town.as(visitor, async (scope) => {
      const counted = countQueries(scope)
      await findPublicResults(counted.scope, id)
      expect(counted.count()).toBeLessThanOrEqual(5)
    })
    await town.as(office, async (scope) => {
      await scope.db.deleteFrom('survey_answers').where('survey_id', '=', id).execute()
    })
    expect((await publicResults(id))?.results.n).toBe(102)
  })

  test('オープンデータの件数は、行の数と同じである', async () => {
    const data = await openTestCity(town.store)
    await data.as(visitor, async (scope) => {
      const part = await resultsDataset.read(scope, data.city, undefined)
      expect(part.rows).toEqual([])
    })
    await town.as(visitor, async (scope) => {
      let rows = 0
      let after: string | undefined
      do {
        const part = await resultsDataset.read(scope, town.city, after)
        rows += part.rows.length
        after = part.next
      } while (after !== undefined)
      const { rows: tally } = await resultsDataset.tally(scope).execute(scope.db)
      expect(rows).toBeGreaterThan(10)
      expect(Number(tally[0]!.n)).toBe(rows)
    })
  })
})

describe('自由記述', () => {
  test('職員がたしかめた文だけが、名前と電話を伏せて公開され、もとの文は消える', async () => {
    const id = await answered()
    await make(id)
    const place = { surveyId: id, slot: 5 }
    const original = await town.as(office, async (scope) => {
      const { texts } = await listTexts(scope, place, { part: 'unread' })
      const headingId = await addHeading(scope, place, { title: '窓口', answer: '続けます。' })
      const decision = { ...place, answerId: texts[0]!.answerId, leavesOut: false, headingId }
      expect(await decideText(scope, { ...decision, masks: [0, 1], more: [] })).toEqual({
        ok: true,
        value: 'done',
      })
      return texts[0]!.text
    })
    await publish(id, 1)
    const [group] = (await publicResults(id))!.results.questions[4]!.groups
    expect(group).toMatchObject({
      title: '窓口',
      answer: '続けます。',
      texts: ['窓口の●●さん（●●）が親切でした'],
    })
    const after = await town.as(office, (scope) => listTexts(scope, place, { part: 'read' }))
    expect(after.texts[0]!.text).not.toBe(original)
    expect(after.texts[0]!.text).not.toContain('佐藤')
  })

  test('公開した後にたしかめた文も、もとの文はその時に消える', async () => {
    const id = await answered()
    await make(id)
    await publish(id, 1)
    const place = { surveyId: id, slot: 5 }
    await town.as(office, async (scope) => {
      const { texts } = await listTexts(scope, place, { part: 'unread' })
      const headingId = await addHeading(scope, place, { title: '窓口', answer: '' })
      const decision = { ...place, answerId: texts[0]!.answerId, leavesOut: false, headingId }
      await decideText(scope, { ...decision, masks: [0, 1], more: [] })
      expect(texts[0]!.text).toContain('佐藤')
    })
    const after = await town.as(office, (scope) => listTexts(scope, place, { part: 'read' }))
    expect(after.texts[0]!.text).toBe('窓口の●●さん（●●）が親切でした')
  })

  test('公開しないとした文と、まだ読んでいない文は、公開されない', async () => {
    const id = await answered()
    await town.as(office, (scope) =>
      addSheets(scope, id, [sheet(1, 1, { text: '読まれていない文' })]),
    )
    await make(id)
    const place = { surveyId: id, slot: 5 }
    await town.as(office, async (scope) => {
      const { texts } = await listTexts(scope, place, { part: 'unread' })
      const text = texts.find((one) => one.text.includes('佐藤'))!
      const decision = { ...place, answerId: text.answerId, leavesOut: true, headingId: null }
      await decideText(scope, { ...decision, masks: [], more: [] })
    })
    await publish(id, 1)
    expect((await publicResults(id))!.results.questions[4]!.groups).toEqual([])
  })
})

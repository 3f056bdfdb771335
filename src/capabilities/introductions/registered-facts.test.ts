import { beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../../tests/world/site.ts'
import { findSheet } from '../forms/index.ts'
import { lockGroup, registrationSheetKey, reviseRegistration } from '../groups/index.ts'
import { composeText } from './introduction.ts'
import { listRegistered, translatedBy } from './registered-facts.ts'
import { type Led, openStage, readPage as read, type Stage } from './stage.fixture.ts'

const entry = (code: string, ja: string, en = ja) => ({
  code,
  kind: 'text' as const,
  label: { ja: code, en: code },
  text: { ja, en },
})
const group = {
  profile: {
    summary: { ja: '', en: '' },
    entries: [
      entry('fee', '年2,000円'),
      entry('days', '第1土曜'),
      entry('beginners', 'はい', 'Yes'),
    ],
  },
}

describe('会費・活動する日・はじめての方', () => {
  test('紹介には、登録で公開したものだけが出る', () => {
    expect(listRegistered(group).map(({ text }) => text.ja)).toEqual([
      '年2,000円',
      '第1土曜',
      'はい',
    ])
    expect(listRegistered({ profile: { ...group.profile, entries: [] } })).toEqual([])
  })

  test('英語は、登録の言葉とひと組で残り、英語だけ・登録だけでは何も足さない', () => {
    const of = translatedBy(group)
    expect(of).toEqual({ join_cost: '年2,000円', when: '第1土曜' })
    const { texts } = composeText({ ...of, join_cost_en: '2,000 yen a year' }, null)
    expect(texts).toEqual({ join_cost: { ja: '年2,000円', en: '2,000 yen a year' } })
    expect(composeText({ join_cost_en: '2,000 yen a year' }, null).texts).toEqual({})
  })
})

let stage: Stage
let led: Led
const at = (path: string): string => stage.at(path)

beforeAll(async () => {
  stage = await openStage()
  led = await stage.register('ひとつの記録の会')
})

/** What a change notice does, once it is applied. */
const register = (answers: Readonly<Record<string, unknown>>): Promise<void> =>
  stage.here.as(led.leader, async (scope) => {
    const held = await lockGroup(scope, led.id)
    const sheet = (await findSheet(scope, registrationSheetKey(led.id)))!
    const content = { visibility: sheet.visibility, answers: { ...sheet.answers, ...answers } }
    await reviseRegistration(scope, stage.here.city, {
      group: held,
      form: sheet,
      content: content as never,
    })
  })

const everyone = () => openBrowser(stage.site)

test('登録を変えると団体のページも変わり、紹介の古い言葉は、どの言葉でも出ない', async () => {
  await register({ fee: '年1,000円', days: '第1土曜', beginners: true })
  const edit = at(`/groups/${led.id}/introduction/edit`)
  const form = await read(led.browser, edit)
  expect(form).toContain('登録からそのまま出る項目')
  expect(form).toContain('年1,000円')
  expect(form).not.toContain('name="join_cost"')
  await led.browser.post(edit, {
    catch: 'ひとつの記録',
    what: '会費を一か所に書きます。',
    join_cost: '送られても受け取らない会費',
    join_cost_en: '1,000 yen a year',
    intent: 'publish',
  })
  const page = at(`/groups/${led.id}`)
  const before = await read(everyone(), page)
  expect(before).toContain('年1,000円')
  expect(before).toContain('はじめての方も歓迎')
  expect(before).not.toContain('受け取らない会費')
  expect(await read(everyone(), `${page}?lang=en`)).toContain('1,000 yen a year')
  await register({ fee: '年5,000円', beginners: false })
  const after = await read(everyone(), page)
  expect(after).toContain('年5,000円')
  expect(after).not.toContain('年1,000円')
  expect(after).not.toContain('はじめての方も歓迎')
  const english = await read(everyone(), `${page}?lang=en`)
  expect(english).not.toContain('1,000 yen a year')
  expect(english).toContain('年5,000円')
})

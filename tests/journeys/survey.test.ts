import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countSurveyAnswers } from '#capabilities/surveys/index.ts'
import { visitor as nobody } from '#kernel/actor.ts'
import { launchBrowser } from '../world/browser.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { openTestSite } from '../world/site.ts'
import { faultsOf } from './look.ts'
import { comeBy, enterAs, type Journey, type Visitor } from './visitor.ts'

let here: TestCity
let server: ServerType
let browser: Browser
let url = ''

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  await here.person('見本 事務', ['office'])
  const site = await openTestSite(store, () => testNow)
  await new Promise<void>((resolve) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

type Built = { readonly id: string; readonly questions: readonly string[] }

const addQuestion = async (
  office: Visitor,
  kind: string,
  typed: Readonly<Record<string, string | boolean>>,
): Promise<void> => {
  await office.press(`main a[href$="/questions/new?kind=${kind}"]`)
  await office.send('/questions/new', typed)
}

/** Three questions, of which the first leads some past the second. */
const build = async (office: Visitor): Promise<Built> => {
  await office.open('/surveys')
  await office.press('main a[href$="/surveys/new"]')
  await office.send('/surveys/new', { title_ja: '広場について' }, { status: 422 })
  await office.send('/surveys/new', {
    purpose_ja: '駅前の広場を直すためです。',
    asked_ja: '市内にお住まいの方',
    use_ja: '結果は、このサイトで知らせます。',
    opens_on: '令和8年11月20日',
    closes_on: '令和8年12月10日',
  })
  const id = office.path().split('/')[2] ?? ''
  await addQuestion(office, 'single', {
    text_ja: '広場を使いますか',
    choices_ja: '使う\n使わない',
    required: true,
  })
  await addQuestion(office, 'number', { text_ja: '月に何回使いますか', unit_ja: '回' })
  await addQuestion(office, 'text', { text_ja: 'ご意見' })
  const ids = await office.page
    .locator('main h2[id^="question-"]')
    .evaluateAll((headings) => headings.map((heading) => heading.id.replace('question-', '')))
  const [use = '', , words = ''] = ids
  await office.press(`main a[href$="/questions/${use}"]`)
  await office.send(`/questions/${use}`, { 'branch-2': words })
  await office.open(`/surveys/${id}/preview`)
  return { id, questions: ids }
}

const publish = async (office: Visitor, { id }: Built): Promise<readonly string[]> => {
  await office.open(`/surveys/${id}/edit`)
  await office.page.locator('[name="ways"][value="codes"]').check()
  await office.send('/edit')
  await office.send('/publication')
  await office.open(`/surveys/${id}/asked`)
  await office.send('/asked', { letters: '2' })
  const csv = await office.download(new URL(`${office.page.url().split('?')[0]}/codes`).pathname)
  return [...csv.toString('utf8').matchAll(/\d,([0-9A-Z-]{19})/g)].map(([, code = '']) => code)
}

/** Answers as somebody does on a phone, from the open questionnaire on. @returns the number of the receipt */
const fillIn = async (
  who: Visitor,
  { questions }: Built,
  given: { readonly use: '1' | '2'; readonly words: string },
): Promise<string> => {
  const [use, times, words] = questions
  await who.page.locator(`[name="q-${use}"][value="${given.use}"]`).check()
  if (given.use === '1') await who.page.locator(`[name="q-${times}"]`).fill('４')
  await who.page.locator(`[name="q-${words}"]`).fill(given.words)
  await who.press('.button[name="go"][value="send"]')
  return new URL(who.page.url()).searchParams.get('number') ?? ''
}

const answerByLink = async (who: Visitor, built: Built): Promise<string> => {
  await who.open('/surveys')
  await who.press(`main a[href$="/surveys/${built.id}"]`)
  await who.press(`main a[href$="/surveys/${built.id}/answer"]`)
  // Nothing that is required was answered: the page comes back.
  await who.press('.button[name="go"][value="send"]', 422)
  return fillIn(who, built, { use: '2', words: '窓口の佐藤さんが親切でした' })
}

const answerByCode = async (who: Visitor, built: Built, code: string): Promise<void> => {
  const enter = async (status: number): Promise<void> => {
    await who.open(`/surveys/${built.id}/entry`)
    await who.page.locator('[name="code"]').fill(code.toLowerCase().replaceAll('-', ''))
    await who.press('form:has([name="code"]) .button', status)
  }
  await enter(200)
  await fillIn(who, built, { use: '1', words: '' })
  // The same code once more: nothing is opened, and it says why.
  await enter(422)
}

/** A sheet of paper with the code that came on it: the code alone, then the answers without it. */
const typeIn = async (office: Visitor, { id, questions }: Built, code: string): Promise<void> => {
  const [use, times] = questions
  await office.open(`/surveys/${id}/asked`)
  await office.send('/asked/returned', { codes: code })
  await office.open(`/surveys/${id}/sheets`)
  await office.send('/sheets', { [`q-${use}`]: '9' }, { status: 422 })
  await office.send('/sheets', { [`q-${use}`]: '1', [`q-${times}`]: '2' })
}

const countAndPublish = async (office: Visitor, { id }: Built): Promise<void> => {
  await office.open(`/surveys/${id}`)
  await office.send('/closing', { reason: '十分に集まったため' })
  const later = new Date(testNow.getTime() + 120_000)
  await here.as(nobody, (scope) => countSurveyAnswers(scope), later)
  await office.open(`/surveys/${id}/tabulations`)
  await office.send('/tabulations')
  await office.open(`/surveys/${id}/texts`)
  await office.send('/headings', { title: '窓口', answer: 'これからも続けます。' })
  const form = 'form[action*="/texts/"]'
  await office.page.locator(`${form} [name="heading"]`).selectOption({ label: '窓口' })
  await office.press(`${form} .button`)
  await office.open(`/surveys/${id}/tabulations/1`)
  expect(await office.text()).toContain('窓口の●●さんが親切でした')
  await office.send('/publication')
}

/** Many pages in a real browser: a slow machine may take its time. */
const patient = { timeout: 300_000 }

const ways: readonly (readonly ['ja' | 'en', boolean])[] = [
  ['ja', false],
  ['en', true],
]

test.each(ways)(
  'アンケートをつくり、電話と番号と紙で答え、締め切って公開するまで、画面だけで進める（%s、スクリプト %s）',
  patient,
  async (language, javaScript) => {
    const journey: Journey = {
      url,
      preset: 'chigasaki',
      city: here.key.slug,
      language,
      javaScript,
    }
    const office = await enterAs(browser, journey, '見本 事務')
    const built = await build(office)
    const [first = '', second = ''] = await publish(office, built)
    const resident = await comeBy(browser, journey)
    const receipt = await answerByLink(resident, built)
    await answerByCode(resident, built, first)
    await typeIn(office, built, second)
    await office.open(`/surveys/${built.id}/receipts?number=${receipt}`)
    expect(await office.page.locator('[data-kind="success"]').count()).toBe(1)
    await countAndPublish(office, built)

    await resident.open(`/surveys/${built.id}`)
    await resident.press(`main a[href$="/surveys/${built.id}/results"]`)
    const results = await resident.text()
    expect(results).toContain('窓口の●●さんが親切でした')
    expect(results).toContain('これからも続けます。')
    expect(results).not.toContain('佐藤')
    // 使う2人（番号と紙）、使わない1人。
    expect(results).toMatch(/使う\s*2\s*66\.7/)
    expect(results).toMatch(/使わない\s*1\s*33\.3/)
    await Promise.all([office.close(), resident.close()])
    expect(faultsOf(journey)).toEqual([])
  },
)

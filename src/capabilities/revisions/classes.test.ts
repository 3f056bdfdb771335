import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { runJob } from '../../../tests/world/jobs.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { getForm } from '../forms/index.ts'
import { saveFormVersion } from '../forms/queries.ts'
import { getGroup, getRegistrationPreset, listAgreements, listPeriods } from '../groups/index.ts'
import type { RegistrationPreset } from '../groups/preset.ts'
import { saveRegistrationSettings } from '../groups/queries/settings.ts'
import { listWaitingMails } from '../mails/index.ts'

let here: TestCity
let site: Hono
const now = testNow

const change = (with_: (preset: RegistrationPreset) => RegistrationPreset): Promise<void> =>
  here.as(visitor, async (scope) =>
    saveRegistrationSettings(scope, with_(await getRegistrationPreset(scope))),
  )

/** 一宮: a class that asks for a visit; beside it the city's own. */
const withTwoClasses = (preset: RegistrationPreset): RegistrationPreset => {
  const own = preset.classes[0]!
  return {
    ...preset,
    classes: [
      { ...own, purpose: { ja: '団体のための登録', en: 'For groups' } },
      {
        ...own,
        code: 'room',
        name: { ja: '会議室利用団体', en: 'Users of rooms' },
        purpose: { ja: '会議室を使う団体のための登録', en: 'For groups that use rooms' },
        benefits: [{ ja: '4か月前から会議室を予約できます。', en: 'Book four months ahead.' }],
        numberPattern: '室{n}',
        visit: { bring: { ja: '規約の原本と本人確認書類', en: 'The rules and an identity card' } },
        rules: [],
      },
    ],
  }
}

beforeAll(async () => {
  const store = await openTestStore(() => now)
  here = await openTestCity(store, 'kamagaya')
  site = await openTestSite(store, () => now)
  await change(withTwoClasses)
})

const at = (path: string): string => `/${here.key.slug}${path}`

const enter = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: person.accountId })
  return browser
}

const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect(checkHtml(html)).toEqual([])
  return html
}

const registered = (name: string): Record<string, string | readonly string[]> => ({
  name,
  name_kana: 'ニカイノカイ',
  legal_form: 'unincorporated',
  founded: 'H20.4.1',
  purpose: '緑を守る',
  activities: '里山の手入れ',
  fields: ['environment'],
  representative_title: '会長',
  representative_name: '緑 一郎',
  representative_address: '鎌ケ谷市住所カナリア1-1',
  'representative_address.visibility': 'public',
  representative_phone: '047-111-1111',
  contact_name: '緑 二郎',
  contact_phone: '047-333-3333',
  'contact_phone.visibility': 'public',
  members: '12',
  members_in_city: '9',
  fee: '年1,000円',
  recruiting: 'yes',
  consent_publication: 'yes',
  pledge: 'yes',
})

const people = async () => ({
  group: await enter(await here.person('緑 一郎')),
  desk: await enter(await here.person('センター 職員', ['centre'])),
})

const start = async (group: Browser, name: string, code: string): Promise<string> => {
  const begun = await group.post(at('/groups/registration/new'), { name, class: code })
  const id = /groups\/([^/]+)\/registration/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  const sent = await group.post(at(`/groups/${id}/registration/edit`), {
    ...registered(name),
    intent: 'send',
  })
  expect(sent.headers.get('location')).toContain('done=submitted')
  return id
}

const groupNow = (id: string) => here.as(visitor, (scope) => getGroup(scope, id))

describe('登録の区分', () => {
  test('案内は区分ごとの目的と特典を示し、始めるときは区分を選ぶ', async () => {
    const guide = await read(openBrowser(site), at('/groups/registration?class=room'))
    for (const told of ['会議室利用団体', '4か月前から会議室を予約できます', '規約の原本'])
      expect(guide).toContain(told)
    await read(openBrowser(site), at('/groups/registration?lang=en'))
    const { group } = await people()
    expect(await read(group, at('/groups/registration/new'))).toContain('会議室を使う団体')
    const missing = await group.post(at('/groups/registration/new'), { name: '区分なしの会' })
    expect(missing.status).toBe(422)
    expect(await missing.text()).toContain('登録の区分を選んでください')
  })

  test('来所を求める区分は、仮登録・来所の記録・登録の順で、ほかの順では進まない', async () => {
    const { group, desk } = await people()
    const id = await start(group, '会議室の会', 'room')
    const step = (name: string) => desk.post(at(`/groups/${id}/registration/${name}`))
    expect((await step('approval')).status).toBe(422)
    expect((await step('acceptance')).status).toBe(303)
    expect((await groupNow(id)).state).toBe('provisional')
    expect(await read(group, at(`/groups/${id}/registration`))).toContain('規約の原本と本人確認')
    const mails = await here.as(visitor, listWaitingMails)
    expect(mails.some(({ body }) => body.includes('規約の原本と本人確認書類'))).toBe(true)
    expect((await openBrowser(site).get(at(`/groups/${id}`))).status).toBe(404)
    expect((await step('approval')).status).toBe(422)
    const visit = (fields: Record<string, string>) =>
      desk.post(at(`/groups/${id}/registration/visit`), fields)
    const wrong = await visit({ visited_on: 'R9.1.1', visitor: '', seen: '規約' })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('今日までの日付')
    expect(html).toContain('value="R9.1.1"')
    const came = await visit({ visited_on: 'R8.11.20', visitor: '緑 一郎', seen: '規約の原本' })
    expect(came.status).toBe(303)
    expect((await step('approval')).status).toBe(303)
    expect(await groupNow(id)).toMatchObject({ state: 'approved', number: '室1', class: 'room' })
  })

  test('来所を求めない区分には、仮登録も来所の記録もない', async () => {
    const { group, desk } = await people()
    const id = await start(group, 'ふつうの会', 'standard')
    for (const name of ['acceptance', 'visit'])
      expect((await desk.post(at(`/groups/${id}/registration/${name}`))).status).toBe(422)
    expect((await groupNow(id)).state).toBe('submitted')
  })

  test('一つの団体が、いくつもの区分に登録でき、番号と期間はそれぞれに付く', async () => {
    const { group, desk } = await people()
    const id = await start(group, '両方の会', 'standard')
    await desk.post(at(`/groups/${id}/registration/approval`))
    const html = await read(group, at(`/groups/${id}/registration`))
    expect(html).toContain('「会議室利用団体」にも登録する')
    const begun = await group.post(at(`/groups/${id}/revisions`), {
      kind: 'addition',
      class: 'room',
    })
    const revision = /revisions\/([^/]+)\/edit/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
    const sent = await group.post(at(`/revisions/${revision}/edit`), {
      ...registered('両方の会'),
      intent: 'send',
    })
    expect(sent.headers.get('location')).toContain('done=sent')
    expect((await desk.post(at(`/revisions/${revision}/approval`))).status).toBe(303)
    const periods = await here.as(visitor, (scope) => listPeriods(scope, id))
    const held = periods.map((one) => [one.class, one.number, one.endedOn])
    expect(held).toHaveLength(2)
    expect(held).toContainEqual(['standard', '鎌市活登第1号', null])
    expect(held).toContainEqual(['room', '室2', null])
    const after = await read(group, at(`/groups/${id}/registration`))
    expect(after).toContain('室2')
    expect(after).not.toContain('にも登録する')
    const ended = await group.post(at(`/groups/${id}/registration/withdrawal`), { reason: '解散' })
    expect(ended.status).toBe(303)
    const over = await here.as(visitor, (scope) => listPeriods(scope, id))
    expect(over.map(({ endedOn, endedHow }) => [endedOn, endedHow])).toEqual([
      ['2026-11-20', 'withdrawn'],
      ['2026-11-20', 'withdrawn'],
    ])
  })

  test('取消しには、市が決めた理由を一つ選び、何があったかを書く', async () => {
    const { group, desk } = await people()
    const id = await start(group, '取り消される会', 'standard')
    await desk.post(at(`/groups/${id}/registration/approval`))
    const office = await enter(await here.person('市 職員', ['office']))
    const revoke = (fields: Record<string, string>) =>
      office.post(at(`/groups/${id}/registration/revocation`), fields)
    const wrong = await revoke({ reason: '名簿の人がいない。', ground: 'made-up' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('取消しの理由を選んでください')
    await revoke({ reason: '名簿の人がいない。', ground: 'false-statement' })
    expect((await groupNow(id)).state).toBe('revoked')
    expect(await read(group, at(`/groups/${id}/registration`))).toContain(
      '登録の内容にうそがあったため：名簿の人がいない。',
    )
    expect(await read(openBrowser(site), at(`/groups/${id}`))).toContain('今は有効ではありません')
  })
})

describe('誓約の文言と公開の決まり', () => {
  const newPledge = '新しい文言カナリアで誓います。'
  let id = ''
  let world: Awaited<ReturnType<typeof people>>

  beforeAll(async () => {
    world = await people()
    id = await start(world.group, '約束の会', 'standard')
    await world.desk.post(at(`/groups/${id}/registration/approval`))
  })

  const reword = (form: string) =>
    here.as(visitor, async (scope) => {
      const { definition } = await getForm(scope, form)
      await saveFormVersion(scope, {
        ...definition,
        sections: definition.sections.map((section) => ({
          ...section,
          fields: section.fields.map((field) =>
            field.code === 'pledge' ? { ...field, label: { ja: newPledge, en: 'New' } } : field,
          ),
        })),
      })
    })

  test('同意した文言・版・日が登録に残る', async () => {
    const agreed = await here.as(visitor, (scope) => listAgreements(scope, id))
    expect(agreed.map(({ field, version }) => [field, version])).toEqual([
      ['consent_publication', 1],
      ['pledge', 1],
    ])
    const html = await read(world.group, at(`/groups/${id}/registration`))
    for (const told of ['同意した日', '様式 第1版', '暴力団']) expect(html).toContain(told)
  })

  test('文言が変わっても、変更届では同意したことにならず、更新でだけ聞かれる', async () => {
    await reword('registration')
    await reword('renewal')
    const begun = await world.group.post(at(`/groups/${id}/revisions`), { kind: 'change' })
    const revision = /revisions\/([^/]+)\/edit/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
    await world.group.post(at(`/revisions/${revision}/edit`), {
      ...registered('約束の会'),
      fee: '年9,000円',
      intent: 'send',
    })
    expect(await read(world.group, at(`/groups/${id}/registration`))).not.toContain(
      'カナリアで誓い',
    )
    const agreed = await here.as(visitor, (scope) => listAgreements(scope, id))
    expect(agreed.some(({ wording }) => wording.ja === newPledge)).toBe(false)
    const office = await enter(await here.person('市 職員', ['office']))
    const days = { class: 'standard', opens_on: 'R8.11.1', closes_on: 'R9.3.31' }
    expect((await office.post(at('/desk/renewals'), days)).status).toBe(303)
    await runJob(here, 'revisions.invite', now)
    const page = await read(world.group, at(`/groups/${id}/registration`))
    const renewals = [...page.matchAll(/revisions\/([a-z0-9]{12})"/g)].map(([, one]) => one)
    const forms = await Promise.all(
      [...new Set(renewals)].map(async (one) =>
        (await world.group.get(at(`/revisions/${one}/edit`))).text(),
      ),
    )
    const renewal = forms.find((html) => html.includes('year_report')) ?? ''
    expect(renewal).toContain(newPledge)
    expect(renewal).not.toContain('name="consent_publication"')
  })

  test('市が必ず公開しない項目は、選んで送っても公開の画面のどこにもない', async () => {
    for (const path of [`/groups/${id}`, `/groups/${id}?lang=en`, '/groups', '/search?q=カナリア'])
      expect(await read(openBrowser(site), at(encodeURI(path)))).not.toContain('住所カナリア')
    expect(await read(world.desk, at(`/groups/${id}/registration`))).toContain('住所カナリア')
  })

  test('公開していた項目を市が公開しないと決めると、読むときからすぐに消え、名簿の言葉からも消える', async () => {
    expect(await read(openBrowser(site), at(`/groups/${id}`))).toContain('047-333-3333')
    await change((preset) => ({
      ...preset,
      visibility: { ...preset.visibility, alwaysPrivate: ['contact_phone'] },
    }))
    expect(await read(openBrowser(site), at(`/groups/${id}`))).not.toContain('047-333-3333')
    const csv = await openBrowser(site).get(at('/open-data/groups.csv'))
    expect(await csv.text()).not.toContain('047-333-3333')
    expect((await runJob(here, 'groups.show-again', now)).failed).toEqual([])
    const stored = await here.as(visitor, (scope) =>
      scope.db
        .selectFrom('groups')
        .select('public_profile')
        .where('city_id', '=', here.key.id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect(JSON.stringify(stored)).not.toContain('047-333-3333')
    expect(JSON.stringify(stored)).toContain('里山の手入れ')
  })
})

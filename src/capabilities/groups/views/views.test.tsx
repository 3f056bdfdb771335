import { describe, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { languages } from '#kernel/bilingual.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { renderPart } from '#web/html/render.ts'
import { Section } from '#web/ui/index.ts'
import type { Sheet } from '../../forms/index.ts'
import { findViolations } from '../eligibility.ts'
import { stepsFor } from '../policy.ts'
import { cityOf, formOfPreset, presetNames, sampleGroup, settingsOf } from '../presets.fixture.ts'
import { composeProfile } from '../profile.ts'
import { type GroupState, registration } from '../registration.ts'
import { DeskList } from './desk-list.tsx'
import { EditPage } from './edit.tsx'
import { EndedGroupPage, GroupPage } from './group-page.tsx'
import { Guide } from './guide.tsx'
import { MemberBox } from './member-box.tsx'
import { RegistrationPage, type RegistrationPageProps } from './registration-page.tsx'
import { PaperPage, StartPage } from './start.tsx'

const now = new Date('2026-11-20T01:00:00Z')
const answers = {
  name: '里山を歩く会',
  name_kana: 'サトヤマヲアルクカイ',
  name_en: 'Satoyama Walkers',
  legal_form: 'npo',
  members: 12,
  fields: ['environment'],
  purpose: '里山を次の世代へ渡す',
  activities: '毎月の手入れ\n秋の観察会',
  days: '第2土曜',
  area: '市内全域',
  fee: '年1,000円',
  recruiting: true,
  contact_phone: '0467-00-0000 内線12',
  contact_email: 'satoyama@example.jp',
  website: 'https://example.jp/satoyama',
  offers: '道具を貸せます',
  representative_phone: '090-1111-2222',
} as const
const opened = { contact_phone: 'public', contact_email: 'public' } as const

const groupIn = (preset: string, state: GroupState) => ({
  ...sampleGroup,
  state,
  profile: composeProfile(
    { definition: formOfPreset(preset), answers, visibility: opened },
    cityOf(preset),
  ),
})

const leader: Person = {
  kind: 'person',
  accountId: 'a',
  name: '見本 花子',
  roles: [],
  departments: [],
  memberships: [{ groupId: sampleGroup.id, role: 'representative' }],
  trusted: true,
}
const officer: Person = { ...leader, accountId: 'b', roles: ['office'], memberships: [] }

const sheetOf = (preset: string): Sheet => ({
  id: 's',
  form: 'registration',
  version: 1,
  definition: formOfPreset(preset),
  answers,
  visibility: opened,
  revision: 1,
  updatedAt: now,
  sentAt: now,
  accountId: 'a',
})

const event = {
  id: 'e',
  at: now,
  step: 'return',
  title: { ja: '補正をお願いしました', en: 'A correction was asked for' },
  from: 'submitted',
  to: 'returned',
  actorName: '職員 一郎',
  actorRole: 'centre',
  reason: '会員の数を書いてください。',
  documentNumber: null,
  public: false,
  channel: 'web',
} as const

const registrationProps = (
  preset: string,
  state: GroupState,
  person: Person,
): RegistrationPageProps => {
  const group = groupIn(preset, state)
  const desk = person.roles.length > 0
  return {
    lang: 'ja',
    city: cityOf(preset),
    person,
    now,
    group,
    settings: settingsOf(preset),
    classNames: new Map([['standard', '市民活動団体']]),
    presence: 'led',
    agreements: [
      {
        field: 'pledge',
        wording: { ja: '誓います', en: 'We declare' },
        form: 'registration',
        version: 1,
        agreedAt: now,
      },
    ],
    periods: [
      {
        id: '0123456789ab',
        class: 'standard',
        number: '第1号',
        how: 'new',
        beganOn: '2026-05-01',
        validUntil: '2027-03-31',
        endedOn: null,
        endedHow: null,
      },
    ],
    visits: [
      { visitedOn: '2026-11-19', visitor: '山田', seen: '規約の原本', recordedBy: '職員 一郎' },
    ],
    sheet: sheetOf(preset),
    files: new Map(),
    violations: findViolations(settingsOf(preset).rules, {
      answers,
      files: new Set<string>(),
      today: '2026-11-20',
    }),
    events: [event],
    tasks: [],
    messages: [],
    notices: [],
    reader: 'staff',
    publicCodes: new Set(),
    may: {
      edit: state === 'draft' || state === 'returned',
      talk: true,
      desk,
      ownGroup: false,
      recordVisit: desk && state === 'provisional',
      steps: stepsFor(person, group),
    },
    newKey: () => 'key',
  }
}

const states = Object.keys(registration.states) as GroupState[]

describe.each(presetNames)('%s', (preset) => {
  const city = cityOf(preset)
  const settings = settingsOf(preset)
  const definition = formOfPreset(preset)

  test.each(languages)('案内・様式・団体のページは正しいHTMLになる（%s）', (lang) => {
    const group = groupIn(preset, 'approved')
    const panels = [
      <Section key="p" id="joint" title="協働">
        <p>1件</p>
      </Section>,
    ]
    const memberBox = (
      <MemberBox lang={lang} city={city} group={group} person={leader} tasks={[]} now={now} />
    )
    const props = { lang, city, group, events: [event], panels, memberBox }
    for (const view of [
      <Guide
        lang={lang}
        city={city}
        settings={settings}
        classes={[settings]}
        definition={definition}
        signedIn={false}
      />,
      <GroupPage {...props} />,
      <EndedGroupPage {...props} />,
      <EditPage
        lang={lang}
        city={city}
        group={group}
        definition={definition}
        filled={{
          answers,
          problems: [{ name: 'members', text: { ja: '3人以上', en: 'at least three' } }],
        }}
        stored={{ answers, visibility: {} }}
        formKey="k"
        askedFor="直してください"
        channel="post"
      />,
    ])
      expect(checkHtml(renderPart(view))).toEqual([])
  })

  test('登録の案内は、決まり・書類・日数・期限を言葉で示す', () => {
    const html = renderPart(
      <Guide
        lang="ja"
        city={city}
        settings={settings}
        classes={[settings]}
        definition={definition}
        signedIn={false}
      />,
    )
    for (const rule of settings.rules) {
      // What is only good to have is told as a condition, not as something that the reader lacks.
      const isAsked = rule.severity === 'block'
      expect(html).toContain(isAsked ? rule.message.ja : rule.guide?.ja)
      expect(html.includes(rule.message.ja)).toBe(isAsked)
    }
    expect(html).toContain(`${settings.reviewDays}営業日以内`)
    expect(html).toContain(settings.validity.kind === 'unlimited' ? '期限はありません' : '3月31日')
    expect(html).toContain(`/${city.slug}/groups/registration/new`)
  })

  test('登録のページは、どの状態でも、団体にも職員にも正しいHTMLになる', () => {
    for (const lang of languages)
      for (const state of states)
        for (const person of [leader, officer]) {
          const props = { ...registrationProps(preset, state, person), lang }
          expect(checkHtml(renderPart(<RegistrationPage {...props} />))).toEqual([])
        }
  })
})

test('団体のページは、公開した連絡先を押せる形で出し、公開しない電話を出さない', () => {
  const html = renderPart(
    <GroupPage
      lang="ja"
      city={cityOf('kamakura')}
      group={groupIn('kamakura', 'approved')}
      events={[event]}
      panels={[]}
    />,
  )
  expect(html).toContain('href="tel:0467000000"')
  expect(html).toContain('href="mailto:satoyama@example.jp"')
  expect(html).toContain('href="https://example.jp/satoyama"')
  expect(html).not.toContain('090-1111-2222')
  expect(html).not.toContain('職員 一郎')
})

test('連絡先を公開しない団体のページは、センターへの連絡を案内する', () => {
  const city = cityOf('kamagaya')
  const group = {
    ...sampleGroup,
    profile: composeProfile(
      { definition: formOfPreset('kamagaya'), answers: { purpose: '緑' }, visibility: {} },
      city,
    ),
  }
  const alone = { ...group, hasRepresentative: false }
  const html = renderPart(<GroupPage lang="ja" city={city} group={alone} events={[]} panels={[]} />)
  expect(html).toContain('連絡先を公開していません')
  expect(html).toContain('047-445-1141')
  expect(html).not.toContain('/question')
  const asked = renderPart(
    <GroupPage lang="ja" city={city} group={group} events={[]} panels={[]} />,
  )
  expect(asked).toContain('連絡先を公開していません')
  expect(asked).toContain(`/kamagaya/groups/${group.id}/question`)
  expect(asked).not.toContain('047-445-1141')
})

test('登録が終わった団体のページに、紹介や連絡先は残らない', () => {
  const props = { lang: 'ja', city: cityOf('kamakura'), events: [], panels: [] } as const
  const html = renderPart(<EndedGroupPage {...props} group={groupIn('kamakura', 'lapsed')} />)
  expect(html).toContain('今は有効ではありません')
  expect(html).not.toContain('0467-00-0000')
  expect(html).not.toContain('里山を次の世代へ渡す')
})

test('職員には確認の結果を出す欄があり、団体にはない', () => {
  const forOfficer = renderPart(
    <RegistrationPage {...registrationProps('kamakura', 'submitted', officer)} />,
  )
  const forLeader = renderPart(
    <RegistrationPage {...registrationProps('kamakura', 'submitted', leader)} />,
  )
  expect(forOfficer).toContain('/registration/approval')
  expect(forOfficer).toContain('/registration/correction')
  expect(forLeader).not.toContain('/registration/approval')
  expect(forLeader).toContain('/registration/withdrawal')
})

test('補正を頼まれた団体は、理由と直す道をページの上で知る', () => {
  const html = renderPart(
    <RegistrationPage {...registrationProps('yamaguchi', 'returned', leader)} />,
  )
  expect(html).toContain('会員の数を書いてください。')
  expect(html).toContain('直して送る')
})

test('理由のない補正の依頼は、直すところを示してもどり、書いたものは残る', () => {
  const props = registrationProps('kamakura', 'submitted', officer)
  const errors = [{ id: 'reason-return', message: '理由を記入してください。' }]
  const html = renderPart(
    <RegistrationPage {...props} failed={{ step: 'return', reason: '  ', errors }} />,
  )
  expect(checkHtml(html)).toEqual([])
  expect(html).toContain('href="#reason-return"')
  expect(html).toMatch(/<details[^>]*open/)
})

test('送った直後には受付番号が知らされる', () => {
  const props = registrationProps('kamakura', 'submitted', leader)
  expect(renderPart(<RegistrationPage {...props} justSent />)).toContain(
    '受付番号は 団登R8-0001 です',
  )
})

describe('一覧', () => {
  const city = cityOf('chigasaki')
  test.each(languages)('受付の一覧と始めのページも正しいHTMLになる（%s）', (lang) => {
    const entry = {
      id: sampleGroup.id,
      name: '会',
      receiptNumber: null,
      number: null,
      channel: 'post',
      updatedAt: now,
      dueOn: '2026-11-27',
      validUntil: null,
    } as const
    const desk = {
      lang,
      city,
      now,
      state: 'submitted',
      page: 1,
      counts: new Map([['submitted', 1]]),
    } as const
    const standard = settingsOf('kamakura')
    const classes = [standard, { ...standard, code: 'web', purpose: standard.name }]
    const start = { lang, citySlug: city.slug, formKey: 'k', name: '', classes, chosen: '' }
    const errors = [{ id: 'name', message: '書いてください' }]
    const list = renderPart(<DeskList {...desk} entries={[entry]} />)
    expect(list).toMatch(/[（(]1[）)]/)
    expect(list).not.toMatch(/[（(]0[）)]/)
    for (const view of [
      <DeskList {...desk} entries={[entry]} />,
      <DeskList {...desk} counts={new Map()} entries={[]} />,
      <StartPage
        {...start}
        errors={errors}
        mine={[{ id: sampleGroup.id, name: '会', state: 'draft', role: 'representative' }]}
      />,
      <PaperPage receivedOn="2026-11-20" {...start} errors={errors} channel="counter" />,
    ])
      expect(checkHtml(renderPart(view))).toEqual([])
  })
})

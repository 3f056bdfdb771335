import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#kernel/bilingual.ts'
import { tokyoInstant } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formOf } from '#web/form-data.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { renderPart } from '#web/html/render.ts'
import { sampleCity } from '#web/ui/showcase/world.ts'
import type { Call } from './call.ts'
import { readSchedule } from './form.ts'
import { listPresetProgrammes, presetProgramme } from './presets.fixture.ts'
import { type Programme, planCall } from './programme.ts'
import { CallChips, CallDeadline, LastDay } from './views/call-labels.tsx'
import { CallPage } from './views/call-page.tsx'
import { CallSettingsPage } from './views/call-settings.tsx'
import { FormPreviewPage } from './views/form-preview.tsx'
import { ProgrammeListPage } from './views/programme-list.tsx'
import { ProgrammePage } from './views/programme-page.tsx'

const city: City = sampleCity
const now = tokyoInstant('2026-11-20', '10:00')
const programmeOf = (preset: string): Programme => {
  const definition = presetProgramme(preset)
  return { id: definition.code, title: definition.title, state: 'running', definition }
}
const callOf = (preset: string, changed: Partial<Call> = {}): Call => ({
  id: 'aaaaaaaaaaaa',
  programmeId: presetProgramme(preset).code,
  state: 'published',
  closesAt: null,
  ...planCall(presetProgramme(preset), 2026),
  ...changed,
})
const shell = { city, now, events: [], withNames: false, signedIn: false, panels: [] }

const showCall = (lang: Language, call: Call, mayManage = false): string =>
  renderPart(<CallPage {...shell} lang={lang} call={call} mayManage={mayManage} />)

describe.each(languages)('画面は正しいHTMLで、見出しは一つから始まる (%s)', (lang) => {
  test.each(listPresetProgrammes())('$city', ({ city: preset }) => {
    const programme = programmeOf(preset)
    const calls = [callOf(preset)]
    const around = { lang, city, calls, now }
    const pages = [
      renderPart(<ProgrammeListPage {...around} programmes={[programme]} />),
      renderPart(
        <ProgrammePage
          {...around}
          programme={programme}
          nextCall={{ fiscalYear: 2027, formKey: 'k' }}
        />,
      ),
      showCall(lang, callOf(preset), true),
    ]
    for (const html of pages) {
      expect(checkHtml(html)).toEqual([])
      expect(html.match(/<h1/g)).toHaveLength(1)
    }
  })
})

test('制度がまだない市の一覧も、行き止まりにならない', () => {
  const html = renderPart(
    <ProgrammeListPage lang="ja" city={city} programmes={[]} calls={[]} now={now} />,
  )
  expect(checkHtml(html)).toEqual([])
  expect(html).toContain('まだ制度が登録されていません')
})

test('来訪者は、何が募集中でいつまでかを一覧で知る', () => {
  const html = renderPart(
    <ProgrammeListPage
      lang="ja"
      city={city}
      programmes={[programmeOf('kamakura')]}
      calls={[callOf('kamakura')]}
      now={now}
    />,
  )
  expect(html).toContain('受付中')
  expect(html).toContain('令和8年（2026年）12月11日（金）')
  expect(html).toContain('あと21日')
})

test('制度の画面は、今の段階を言葉で示す', () => {
  const html = renderPart(
    <ProgrammePage
      lang="ja"
      city={city}
      programme={programmeOf('kamakura')}
      calls={[callOf('kamakura')]}
      now={now}
    />,
  )
  const current = html.match(/<li data-state="now" aria-current="step">.*?<\/li>/g) ?? []
  expect(current).toHaveLength(3)
  expect(current.every((line) => line.includes('今ここです'))).toBe(true)
  expect(html).not.toContain('募集を用意する')
})

test('受付中の募集だけに、提案を書き始める入口がある', () => {
  const start = '/proposals/new?call=aaaaaaaaaaaa'
  expect(showCall('ja', callOf('kamakura'))).toContain(start)
  expect(showCall('ja', callOf('kamakura', { state: 'decided' }))).not.toContain(start)
  const planned = callOf('kamakura', { opensOn: '2026-12-01' })
  expect(showCall('ja', planned)).not.toContain(start)
  expect(showCall('ja', planned)).toContain('令和8年（2026年）12月1日（火）から受け付けます')
})

test('始まる前に中止した募集は、受付が終わったとは言わず、中止とその理由を言う', () => {
  const event = {
    id: 'bbbbbbbbbbbb',
    at: now,
    step: 'cancel',
    title: { ja: '募集を中止', en: 'Call cancelled' },
    from: 'published',
    to: 'cancelled',
    actorName: '',
    actorRole: 'office',
    reason: '予算の都合で見送ります。',
    documentNumber: null,
    public: true,
    channel: 'web',
  } as const
  const call = callOf('kamakura', { state: 'cancelled' })
  const html = renderPart(<CallPage {...shell} lang="ja" call={call} mayManage events={[event]} />)
  expect(html).toContain('この募集は中止になりました。')
  expect(html).toContain('予算の都合で見送ります。')
  for (const words of ['受付終了', '受付は終わりました', 'これから', '/settings'])
    expect(html).not.toContain(words)
  const ended = callOf('kamakura', { state: 'ended' })
  expect(renderPart(<CallPage {...shell} lang="ja" call={ended} mayManage />)).toContain('受付終了')
})

test.each([
  ['ja', '中止', '受付終了'],
  ['en', 'Cancelled', 'Closed'],
] as const)(
  '中止した募集は、一覧でも終わった募集と見分けられる (%s)',
  (lang, cancelled, closed) => {
    const labels = (state: Call['state']): string => {
      const call = callOf('kamakura', { state, opensOn: '2026-04-01', closesOn: '2026-05-01' })
      return renderPart(
        <>
          <CallChips lang={lang} call={call} now={now} />
          <CallDeadline lang={lang} call={call} now={now} />
          <LastDay lang={lang} call={call} now={now} />
        </>,
      )
    }
    expect(labels('cancelled')).toContain(cancelled)
    expect(labels('cancelled')).not.toContain(closed)
    expect(labels('ended')).toContain(closed)
    expect(labels('ended')).not.toContain(cancelled)
  },
)

test('日程の変更は担当課の画面だけから始まる', () => {
  expect(showCall('ja', callOf('kamakura'))).not.toContain('/settings')
  expect(showCall('ja', callOf('kamakura'), true)).toContain('/settings')
})

test('ログインしている人には、ログインが必要とは言わない', () => {
  const props = { ...shell, lang: 'ja', call: callOf('kamakura'), mayManage: false } as const
  expect(renderPart(<CallPage {...props} />)).toContain('ログインが必要')
  expect(renderPart(<CallPage {...props} signedIn />)).not.toContain('ログインが必要')
})

test('後から作られた機能の欄は、募集の画面に並ぶ', () => {
  const html = renderPart(
    <CallPage
      {...shell}
      lang="ja"
      call={callOf('kamakura')}
      mayManage={false}
      panels={[<p key="1">ここにテーマ</p>]}
    />,
  )
  expect(html).toContain('ここにテーマ')
})

describe.each(languages)('設定の画面 (%s)', (lang) => {
  const settings = (call: Call, more: object = {}): string =>
    renderPart(
      <CallSettingsPage
        lang={lang}
        city={city}
        call={call}
        formKey={() => 'k'}
        mayCancel={call.state === 'planned'}
        {...more}
      />,
    )

  test('どの段階でも正しいHTMLである', () => {
    for (const state of ['planned', 'published', 'decided', 'ended', 'cancelled'] as const)
      expect(checkHtml(settings(callOf('chigasaki', { state })))).toEqual([])
  })

  test('返ってきた画面は、書いたものを残し、誤りを最初に示す', () => {
    const call = callOf('chigasaki')
    const typed = formOf({ from_0: 'そのうち', reason: '台風のため' })
    const { problems } = readSchedule(typed, call, now)
    const html = settings(call, { typed, problems, failed: 'dates' })
    expect(checkHtml(html)).toEqual([])
    expect(html.indexOf('error-summary')).toBeLessThan(html.indexOf('<h1'))
    expect(html).toContain('そのうち')
    expect(html).toContain('台風のため')
  })

  test('中止の理由がないと、中止の欄に誤りが出る', () => {
    const call = callOf('chigasaki', { state: 'planned' })
    const problems = [{ name: 'reason', text: { ja: '理由', en: 'Reason' } }]
    const html = settings(call, { typed: formOf({}), problems, failed: 'cancellation' })
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('href="#cancel-reason"')
  })
})

test('提案書の下見は、必須かどうかと字数を示し、書く欄を持たない', () => {
  const definition = {
    code: 'proposal',
    title: { ja: '提案書', en: 'Proposal' },
    sections: [
      {
        title: { ja: '事業', en: 'Project' },
        fields: [
          {
            code: 'title',
            kind: 'text' as const,
            label: { ja: '事業の名前', en: 'Title' },
            required: true,
            visibility: 'public' as const,
            visibilityChoosable: false,
            max: 60,
          },
        ],
      },
    ],
  }
  const html = renderPart(
    <FormPreviewPage
      lang="ja"
      city={city}
      call={callOf('kamakura')}
      form={{ version: 1, definition }}
    />,
  )
  expect(checkHtml(html)).toEqual([])
  expect(html).toContain('必須、60字まで')
  expect(html).not.toContain('<input')
})

describe('事前相談が要る募集は', () => {
  const ask = '/consultations/new?call=aaaaaaaaaaaa'
  const showProgramme = (preset: string, call: Call) =>
    renderPart(
      <ProgrammePage
        lang="ja"
        city={city}
        programme={programmeOf(preset)}
        calls={[call]}
        now={now}
      />,
    )

  test('募集と制度のページの上に、期限と申込みへの道を示す', () => {
    const call = callOf('chigasaki')
    for (const html of [showCall('ja', call), showProgramme('chigasaki', call)]) {
      expect(html).toContain('提案の前に、事前相談が必要です')
      expect(html).toContain('令和8年（2026年）12月11日（金）')
      expect(html).toContain('あと21日')
      expect(html).toContain(ask)
    }
  })

  test('相談の期間を過ぎても道は残り、募集が終わると消える', () => {
    const late = tokyoInstant('2026-12-14', '10:00')
    const over = tokyoInstant('2026-12-21', '10:00')
    const at = (moment: Date) =>
      renderPart(
        <CallPage {...shell} now={moment} lang="ja" call={callOf('chigasaki')} mayManage={false} />,
      )
    expect(at(late)).toContain('事前相談の期間は過ぎています')
    expect(at(late)).toContain(ask)
    expect(at(over)).not.toContain(ask)
  })

  test('勧めるだけの募集では、立ち止まらせず、相談の欄に申込みへの道を置く', () => {
    const call = callOf('kamakura')
    expect(showCall('ja', call)).not.toContain('事前相談が必要です')
    expect(showCall('ja', call)).toContain(ask)
    expect(showProgramme('kamakura', call)).not.toContain(ask)
  })
})

test('登録についての言い方は、制度のページのどこでも一つである', () => {
  const told = (preset: string) =>
    renderPart(
      <ProgrammePage
        lang="ja"
        city={city}
        programme={programmeOf(preset)}
        calls={[callOf(preset)]}
        now={now}
      />,
    )
  for (const preset of ['chigasaki', 'kamagaya', 'kamakura'])
    expect(told(preset)).toContain('提案と同時に登録を申し込めます')
  expect(told('yamaguchi')).toContain('提案を送るまでに登録を済ませて')
  for (const { city: preset } of listPresetProgrammes())
    expect(told(preset)).not.toContain('先に登録をしてください')
})

import { describe, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { type Language, languages } from '#kernel/bilingual.ts'
import { tokyoInstant } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formOf } from '#web/form-data.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { renderPart } from '#web/html/render.ts'
import { sampleCity } from '#web/ui/showcase/world.ts'
import type { FormDefinition } from '../forms/index.ts'
import { readIssue } from './form.ts'
import { type Issue, type IssueState, issueWorkflow } from './issue.ts'
import { readIssueFilter, readThemeFilter } from './listing.ts'
import { issueSteps } from './policy.ts'
import type { Theme } from './theme.ts'
import { emptyIssueForm, IssueFormPage } from './views/issue-form.tsx'
import { IssueListPage } from './views/issue-list.tsx'
import { IssuePage, type IssuePageProps } from './views/issue-page.tsx'
import { ThemeBeginPage } from './views/theme-begin.tsx'
import { ThemeFormPage } from './views/theme-form.tsx'
import { CallThemes, ThemeListPage } from './views/theme-list.tsx'
import { ThemePage, type ThemePageProps } from './views/theme-page.tsx'

const city: City = {
  ...sampleCity,
  fields: [{ code: 'safety', name: { ja: '安全', en: 'Safety' } }],
  departments: [{ code: 'parks', name: { ja: '公園課', en: 'Parks division' } }],
}
const now = tokyoInstant('2026-11-20', '10:00')
const centre: Person = {
  kind: 'person',
  accountId: 'c',
  name: '見本 窓子',
  roles: ['centre', 'office'],
  departments: [],
  memberships: [],
  trusted: true,
}
const author: Person = { ...centre, accountId: 'a', name: '見本 花子', roles: [] }
const issue = (changed: Partial<Issue> = {}): Issue => ({
  id: 'aaaaaaaaaaaa',
  state: 'published',
  receiptNumber: '課題R8-1',
  title: '通学路が暗い',
  body: '夕方は暗い。\n子どもが心配です。',
  place: '3丁目',
  field: 'safety',
  publicName: '',
  department: null,
  authorAccount: 'a',
  authorName: '見本 花子',
  channel: 'web',
  cityAnswer: null,
  publishedAt: now,
  createdAt: now,
  ...changed,
})

const issueProps = (lang: Language, shown: Issue, person?: Person): IssuePageProps => ({
  lang,
  city,
  now,
  issue: shown,
  themes: [],
  files: [],
  events: [],
  panels: [],
  formKey: () => 'k',
  mayWriteTheme: false,
  concern: person && {
    person,
    steps: issueSteps(person, shown),
    isAuthor: person.accountId === shown.authorAccount,
    isStaff: person.accountId !== shown.authorAccount,
    tasks: [],
    messages: [],
  },
})
const showIssue = (lang: Language, shown: Issue, person?: Person, more: object = {}): string =>
  renderPart(<IssuePage {...issueProps(lang, shown, person)} {...more} />)

describe.each(languages)('課題の画面 (%s)', (lang) => {
  test('どの段階を、だれが見ても正しいHTMLである', () => {
    for (const state of Object.keys(issueWorkflow.states) as IssueState[])
      for (const person of [undefined, author, centre]) {
        const html = showIssue(lang, issue({ state }), person)
        expect(checkHtml(html)).toEqual([])
        expect(html.match(/<h1/g)).toHaveLength(1)
      }
  })

  test('理由のない差し戻しは、誤りを最初に示してその欄へ導く', () => {
    const problems = [{ name: 'reason', text: { ja: '理由を', en: 'Reason' } }]
    const typed = formOf({ reason: '' })
    const html = showIssue(lang, issue({ state: 'submitted' }), centre, {
      comeback: 'return',
      problems,
      typed,
    })
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('href="#return-reason"')
    expect(html.indexOf('error-summary')).toBeLessThan(html.indexOf('<h1'))
  })

  test('一覧は、何もないときも、しぼりこんで何もないときも、行き止まりにならない', () => {
    for (const query of ['', 'q=街灯&page=2']) {
      const filter = readIssueFilter(new URLSearchParams(query))
      const html = renderPart(
        <IssueListPage lang={lang} city={city} issues={[]} total={0} filter={filter} />,
      )
      expect(checkHtml(html)).toEqual([])
      expect(html).toContain('/issues/new')
    }
  })

  test('様式は、返ってきても書いたものを残す', () => {
    const typed = { ...emptyIssueForm, title: '', body: '暗い', forOther: true }
    const { problems } = readIssue(formOf({ body: '暗い', for: 'other' }), city, {
      mayEnterFor: true,
    })
    const html = renderPart(
      <IssueFormPage
        lang={lang}
        city={city}
        values={typed}
        problems={problems}
        formKey="k"
        mayEnterFor
        filesLost
      />,
    )
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('>暗い</textarea>')
    expect(html).toContain('href="#author_name"')
  })
})

test('名前は、出した人が選ばない限り、だれの画面でも「市民」である', () => {
  expect(showIssue('ja', issue())).not.toContain('見本 花子')
  expect(showIssue('ja', issue({ publicName: '見本 花子' }))).toContain('見本 花子')
  expect(showIssue('ja', issue(), centre)).toContain('見本 花子')
})

test('課題のページから提案に進め、担当課はテーマにできる', () => {
  expect(showIssue('ja', issue())).toContain('/proposals/new?issue=aaaaaaaaaaaa')
  expect(showIssue('ja', issue())).not.toContain('/themes/new')
  expect(showIssue('ja', issue(), undefined, { mayWriteTheme: true })).toContain(
    '/themes/new?issue=aaaaaaaaaaaa',
  )
  expect(showIssue('ja', issue({ state: 'submitted' }), author)).not.toContain('/proposals/new')
})

test('課題から始まったテーマと、後の機能の欄が並ぶ', () => {
  const html = showIssue('ja', issue(), undefined, {
    themes: [{ id: 'bbbbbbbbbbbb', title: '明るい道', department: 'parks', state: 'published' }],
    panels: [<p key="1">ここに提案</p>],
  })
  expect(html).toContain('明るい道')
  expect(html).toContain('ここに提案')
})

test('書いた人の画面は、何を直すかを最初に言う', () => {
  const events = [
    {
      id: 'e',
      at: now,
      step: 'return',
      title: { ja: '修正のお願い', en: 'Changes' },
      from: 'submitted',
      to: 'returned',
      actorName: '窓子',
      actorRole: 'centre',
      reason: '番地を消してください',
      documentNumber: null,
      public: false,
      channel: 'web' as const,
    },
  ]
  const html = showIssue('ja', issue({ state: 'returned' }), author, { events })
  expect(html).toContain('番地を消してください')
  expect(html).toContain('/issues/aaaaaaaaaaaa/edit')
})

const theme = (changed: Partial<Theme> = {}): Theme => ({
  id: 'bbbbbbbbbbbb',
  state: 'published',
  department: 'parks',
  title: '公園の花壇づくり',
  summary: '住む人の手で育てる',
  cap: 300_000,
  call: {
    id: 'cccccccccccc',
    title: { ja: '令和8年度の募集', en: 'Call of FY2026' },
    state: 'published',
    opensOn: '2026-09-15',
    closesOn: '2026-12-11',
    closesAt: null,
    calendar: [],
    consultation: 'none',
  },
  issue: { id: 'aaaaaaaaaaaa', title: '通学路が暗い' },
  publishedAt: now,
  updatedAt: now,
  ...changed,
})
const definition: FormDefinition = {
  code: 'theme',
  title: { ja: 'テーマ票', en: 'Theme sheet' },
  sections: [
    {
      title: { ja: '内容', en: 'Content' },
      fields: [
        {
          code: 'title',
          kind: 'text',
          label: { ja: '題名', en: 'Title' },
          required: true,
          visibility: 'public',
          visibilityChoosable: false,
        },
        {
          code: 'budget_source',
          kind: 'text',
          label: { ja: '予算の見込み', en: 'Budget' },
          required: false,
          visibility: 'private',
          visibilityChoosable: false,
        },
      ],
    },
  ],
}
const themeProps = (lang: Language, shown: Theme): ThemePageProps => ({
  lang,
  city,
  now,
  theme: shown,
  sheet: {
    id: 's',
    form: 'theme',
    version: 1,
    definition,
    answers: { title: '公園の花壇づくり', budget_source: '基金から' },
    visibility: {},
    revision: 1,
    updatedAt: now,
    sentAt: now,
    accountId: null,
  },
  files: new Map(),
  events: [],
  panels: [],
  reader: 'public',
  formKey: () => 'k',
  mayEdit: false,
  mayClose: false,
  signedIn: false,
})
const showTheme = (lang: Language, shown: Theme, more: object = {}): string =>
  renderPart(<ThemePage {...themeProps(lang, shown)} {...more} />)

test('ログインしている人には、ログインが必要とは言わない', () => {
  const open = theme()
  const told = 'ログインが必要'
  expect(showTheme('ja', open)).toContain(told)
  expect(showTheme('ja', open, { signedIn: true })).not.toContain(told)
})

describe.each(languages)('テーマの画面 (%s)', (lang) => {
  test('どの段階を、だれが見ても正しいHTMLである', () => {
    for (const state of ['draft', 'published', 'closed'] as const)
      for (const more of [{}, { mayEdit: true, mayClose: true, reader: 'staff' }]) {
        const html = showTheme(lang, theme({ state }), more)
        expect(checkHtml(html)).toEqual([])
        expect(html.match(/<h1/g)).toHaveLength(1)
      }
  })

  test('書き始めと記入の画面は、募集があってもなくても正しいHTMLである', () => {
    const begin = (
      <ThemeBeginPage
        lang={lang}
        city={city}
        calls={[]}
        departments={['parks']}
        issue={issue()}
        chosen={{ call: '', department: '' }}
        problems={[]}
        formKey="k"
      />
    )
    const problems = [{ name: 'title', text: { ja: '題名を', en: 'Title' } }]
    const form = (state: Theme['state']) => (
      <ThemeFormPage
        lang={lang}
        city={city}
        theme={theme({ state })}
        form={{ version: 1, definition }}
        filled={{ answers: {}, problems }}
        stored={{ answers: {}, visibility: {} }}
        typedReason=""
        formKey="k"
      />
    )
    for (const view of [begin, form('draft'), form('published')])
      expect(checkHtml(renderPart(view))).toEqual([])
  })

  test('一覧は、テーマがなくても行き止まりにならない', () => {
    const filter = readThemeFilter(new URLSearchParams())
    for (const themes of [[], [theme()]]) {
      const html = renderPart(
        <ThemeListPage
          lang={lang}
          city={city}
          now={now}
          themes={themes}
          total={themes.length}
          filter={filter}
          drafts={[theme({ id: 'dddddddddddd', state: 'draft' })]}
        />,
      )
      expect(checkHtml(html)).toEqual([])
    }
    expect(
      checkHtml(renderPart(<CallThemes lang={lang} city={city} now={now} themes={[]} />)),
    ).toEqual([])
  })
})

test('公開しない答えは、市民の画面に出ない', () => {
  expect(showTheme('ja', theme())).not.toContain('基金から')
  expect(showTheme('ja', theme(), { reader: 'staff' })).toContain('基金から')
})

test('募集の間だけ、テーマに提案する入口がある', () => {
  const start = '/proposals/new?call=cccccccccccc'
  expect(showTheme('ja', theme())).toContain(start)
  expect(showTheme('ja', theme({ state: 'closed' }))).not.toContain(start)
  const later = { ...theme().call!, opensOn: '2026-12-01' as const }
  expect(showTheme('ja', theme({ call: later }))).not.toContain(start)
})

test('もとの課題が公開されなくなれば、題名もリンクも出ない', () => {
  const html = showTheme('ja', theme({ issue: { id: 'aaaaaaaaaaaa', title: null } }))
  expect(html).toContain('公開されていない課題')
  expect(html).not.toContain('/issues/aaaaaaaaaaaa')
})

test('事前相談が要る募集のテーマは、そのテーマについての相談への道を示す', () => {
  const call = theme().call!
  const calendar = [
    {
      step: 'consultation',
      name: { ja: '事前相談', en: 'Consultation' },
      from: '2026-09-01',
      to: '2026-12-04',
    },
  ] as const
  const html = showTheme('ja', theme({ call: { ...call, calendar, consultation: 'required' } }))
  expect(html).toContain('12月4日（金）')
  expect(html).toContain(`/consultations/new?theme=${theme().id}&amp;call=${call.id}`)
  expect(showTheme('ja', theme())).not.toContain('/consultations/new')
})

import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import { findSheet, getFormFor, markAnswers } from '../forms/index.ts'
import { listEvents, listTasksOf } from '../procedures/index.ts'
import { type Call, findOpenCalls, rescheduleCall } from '../programmes/index.ts'
import { listOpenEntries } from '../publishing/index.ts'
import { stepIssue } from './actions/issue-steps.ts'
import { submitIssue } from './actions/issues.ts'
import {
  beginTheme,
  closeTheme,
  publishTheme,
  reviseTheme,
  saveThemeDraft,
  type ThemeSent,
} from './actions/themes.ts'
import type { Issue } from './issue.ts'
import { readThemeFilter } from './listing.ts'
import { getIssue, getIssueWithThemes } from './queries/issues.ts'
import {
  countThemes,
  findTheme,
  getTheme,
  listDrafts,
  listOpenThemes,
  listThemes,
} from './queries/themes.ts'
import { themeSheet } from './theme.ts'

let here: TestCity
let writer: Person
let office: Person
let department: string
let call: Call

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'kamakura')
  department = here.city.departments[0]!.code
  writer = await here.person('見本 係長', [{ department }])
  office = await here.person('見本 協子', ['office'])
  call = (await here.as(visitor, findOpenCalls))[0]!
})

const answers = {
  title: '公園の花壇づくり',
  kind: 'new',
  background: '花壇の世話をする人が減っている。',
  purpose: '住む人の手で花壇を育てる。',
  content: '植え替えと水やりをいっしょに行う。',
  city_role: '苗と道具を用意する。',
  partner_role: '植え替えをする。',
  wanted_partner: '園芸に関心のある団体',
  cap: '300,000円',
  period: '令和9年度',
  contact: '公園課 見本 0467-00-0000',
}

let seconds = 0
/** A little later each time, so that the history has an order. */
const soon = (): Date => {
  seconds += 1
  return new Date(testNow.getTime() + seconds * 1000)
}

const begin = (issue?: Issue): Promise<string> =>
  here.as(writer, (scope) => beginTheme(scope, here.city, { department, call, issue }))

const withForm = async <T>(
  id: string,
  values: Record<string, string>,
  work: (scope: Parameters<Parameters<TestCity['as']>[1]>[0], given: ThemeSent) => Promise<T>,
): Promise<T> =>
  here.as(
    writer,
    async (scope) => {
      const theme = await getTheme(scope, id)
      const form = await getFormFor(scope, themeSheet(id), call.definition.forms.theme)
      return work(scope, { theme, call, form, sent: formOf(values) })
    },
    soon(),
  )

const publish = (id: string, values: Record<string, string> = answers) =>
  withForm(id, { ...values, intent: 'send' }, (scope, given) =>
    publishTheme(scope, here.city, given),
  )

const kindOf = async (): Promise<string> => {
  const form = await here.as(writer, (scope) =>
    getFormFor(scope, themeSheet('none'), call.definition.forms.theme),
  )
  const field = form.definition.sections.flatMap(({ fields }) => fields)
  return field.find(({ code }) => code === 'kind')?.options?.[0]?.code ?? ''
}

describe('テーマが公開されるまで', () => {
  beforeAll(async () => {
    answers.kind = await kindOf()
  })

  test('書きかけは保存され、市民の一覧には出ない', async () => {
    const id = await begin()
    const problems = await withForm(id, { title: '花壇', cap: '30万くらい' }, (scope, given) =>
      saveThemeDraft(scope, here.city, given),
    )
    expect(problems.ok && problems.value.map(({ name }) => name)).toContain('cap')
    const sheet = await here.as(writer, (scope) => findSheet(scope, themeSheet(id)))
    expect(sheet?.answers).toMatchObject({ title: '花壇', cap: '30万くらい' })
    const drafts = await here.as(writer, (scope) => listDrafts(scope, [department]))
    expect(drafts.map(({ title }) => title)).toContain('花壇')
    const listed = await here.as(visitor, (scope) =>
      listThemes(scope, readThemeFilter(new URLSearchParams())),
    )
    expect(listed.map((theme) => theme.id)).not.toContain(id)
  })

  test('二人が別々の欄を書いても、どちらの文も残り、同じ欄なら二つとも残して知らせる', async () => {
    const id = await begin()
    const save = (values: Record<string, string>) =>
      withForm(id, values, (scope, given) => saveThemeDraft(scope, here.city, given))
    await save({ title: '花壇', background: '初めの背景' })
    const stored = () =>
      here.as(writer, async (scope) => (await findSheet(scope, themeSheet(id)))!.answers)
    const shown = JSON.stringify(markAnswers(await stored()))
    await save({ title: '道ばたの花壇', background: '初めの背景', shown })
    await save({ title: '花壇', background: '係が直した背景', shown })
    expect(await stored()).toMatchObject({ title: '道ばたの花壇', background: '係が直した背景' })
    const clash = await save({ title: 'さらに別', background: '初めの背景', shown })
    expect(clash).toMatchObject({ ok: false, error: { conflicts: ['title'] } })
    expect(await stored()).toMatchObject({ title: '道ばたの花壇', background: '係が直した背景' })
  })

  test('書く仕事は自分の課に、テーマの公開期限までの日付で出る', async () => {
    const id = await begin()
    const tasks = await here.as(writer, (scope) => listTasksOf(scope, { kind: 'theme', id }))
    expect(tasks).toMatchObject([
      { step: 'publish', role: 'department', department, dueOn: '2026-12-11' },
    ])
  })

  test('足りないところがあれば公開されず、書いたものは残る', async () => {
    const id = await begin()
    const result = await publish(id, { title: '花壇だけ' })
    expect(result.ok).toBe(false)
    expect((await here.as(writer, (scope) => getTheme(scope, id))).state).toBe('draft')
  })

  test('制度の上限を超える額は約束できない', async () => {
    const id = await begin()
    const result = await publish(id, { ...answers, cap: '500,001' })
    expect(result.ok).toBe(false)
    expect(result).toMatchObject({
      error: expect.arrayContaining([{ name: 'cap', text: expect.anything() }]),
    })
  })

  test('公開すると、募集の締切といっしょに、だれでも見つけられる', async () => {
    const id = await begin()
    expect((await publish(id)).ok).toBe(true)
    const theme = await here.as(visitor, (scope) => getTheme(scope, id))
    expect(theme).toMatchObject({
      state: 'published',
      title: '公園の花壇づくり',
      summary: '住む人の手で花壇を育てる。',
      cap: 300_000,
      call: { id: call.id, closesOn: '2026-12-11' },
    })
    const open = await here.as(visitor, (scope) => listOpenThemes(scope, call.id))
    expect(open.map((one) => one.id)).toContain(id)
    const entries = await here.as(visitor, (scope) => listOpenEntries(scope, { kinds: ['theme'] }))
    expect(entries).toContainEqual(expect.objectContaining({ id, closesOn: '2026-12-11' }))
    expect(await here.as(writer, (scope) => listTasksOf(scope, { kind: 'theme', id }))).toEqual([])
  })

  test('ほかの課の職員は、公開できない', async () => {
    const id = await begin()
    const other = await here.person('見本 他課', [{ department: here.city.departments[1]!.code }])
    const result = await here.as(other, async (scope) => {
      const theme = await getTheme(scope, id)
      const form = await getFormFor(scope, themeSheet(id), call.definition.forms.theme)
      const sent = formOf({ ...answers, intent: 'send' })
      return publishTheme(scope, here.city, { theme, call, form, sent })
    })
    expect(result).toEqual({ ok: false, error: 'not-your-role' })
  })
})

describe('公開した後', () => {
  test('変えるには理由がいり、理由はだれにでも見える', async () => {
    const id = await begin()
    await publish(id)
    const values = { ...answers, cap: '400,000', intent: 'send' }
    const revised = await withForm(id, values, (scope, given) =>
      reviseTheme(scope, here.city, { ...given, reason: '予算が決まったため' }),
    )
    expect(revised.ok && revised.value.cap).toBe(400_000)
    const events = await here.as(visitor, (scope) =>
      listEvents(scope, [{ kind: 'theme', id }], { publicOnly: true }),
    )
    expect(events.map(({ step, reason }) => [step, reason])).toEqual([
      ['publish', null],
      ['revise', '予算が決まったため'],
    ])
  })

  test('終えると受け付けなくなるが、読むことはできる', async () => {
    const id = await begin()
    await publish(id)
    const closed = await here.as(office, async (scope) =>
      closeTheme(scope, {
        theme: await getTheme(scope, id),
        reason: '実施が決まったため',
      }),
    )
    expect(closed.ok).toBe(true)
    const open = await here.as(visitor, (scope) => listOpenThemes(scope, call.id))
    expect(open.map((one) => one.id)).not.toContain(id)
    expect((await here.as(visitor, (scope) => findTheme(scope, id)))?.state).toBe('closed')
    const entries = await here.as(visitor, (scope) => listOpenEntries(scope, { kinds: ['theme'] }))
    expect(entries.map((one) => one.id)).not.toContain(id)
  })

  test('募集の締切が延びると、テーマも新しい締切で見つかる', async () => {
    const id = await begin()
    await publish(id)
    const calendar = call.calendar.map((step) =>
      step.step === 'call' ? { ...step, to: '2026-12-18' as const } : step,
    )
    await here.as(office, (scope) =>
      rescheduleCall(scope, {
        call,
        wanted: { calendar, closesAt: null, envelope: call.envelope },
        reason: '周知のため',
      }),
    )
    call = (await here.as(visitor, findOpenCalls))[0]!
    const entries = await here.as(visitor, (scope) => listOpenEntries(scope, { kinds: ['theme'] }))
    expect(entries).toContainEqual(expect.objectContaining({ id, closesOn: '2026-12-18' }))
  })

  test('一覧は課と状態でしぼれ、応えられるものが先に来る', async () => {
    const ids = async (query: string) => {
      const filter = readThemeFilter(new URLSearchParams(query))
      const found = await here.as(visitor, (scope) => listThemes(scope, filter))
      const total = await here.as(visitor, (scope) => countThemes(scope, filter))
      expect([query, total]).toEqual([query, found.length])
      return found
    }
    const all = await ids('')
    expect(all.findIndex(({ state }) => state === 'closed')).toBe(all.length - 1)
    expect((await ids('state=closed')).map(({ state }) => state)).toEqual(['closed'])
    expect(await ids('state=open')).toHaveLength(all.length - 1)
    expect(await ids(`department=${here.city.departments[1]!.code}`)).toEqual([])
  })
})

describe('課題からテーマへ', () => {
  test('公開した課題から書いたテーマは、課題のページと経過に現れる', async () => {
    const resident = await here.person('見本 花子')
    const centre = await here.person('見本 窓子', ['centre'])
    const raised = await here.as(resident, (scope) =>
      submitIssue(scope, here.city, {
        text: { title: '花壇が荒れている', body: '水やりの人がいません。', place: '', field: null },
        showName: false,
        onBehalf: undefined,
        files: { uploads: [], removed: [] },
      }),
    )
    if (!raised.ok) throw new Error('not raised')
    await here.as(centre, (scope) =>
      stepIssue(scope, here.city, {
        issue: raised.value,
        name: 'publish',
        change: { department: null },
      }),
    )
    const issue = await here.as(visitor, (scope) => getIssue(scope, raised.value.id))
    const id = await begin(issue)
    const before = await here.as(visitor, (scope) => getIssueWithThemes(scope, issue.id))
    expect(before.themes).toEqual([])
    await publish(id)
    const after = await here.as(visitor, (scope) => getIssueWithThemes(scope, issue.id))
    expect(after.themes).toEqual([
      { id, title: '公園の花壇づくり', department, state: 'published' },
    ])
    const events = await here.as(visitor, (scope) =>
      listEvents(scope, [{ kind: 'issue', id: issue.id }], { publicOnly: true }),
    )
    expect(events.at(-1)?.title.ja).toContain('公園の花壇づくり')
    const theme = await here.as(visitor, (scope) => getTheme(scope, id))
    expect(theme.issue).toEqual({ id: issue.id, title: '花壇が荒れている' })
  })
})

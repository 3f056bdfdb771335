import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { watchWrites } from '#tests/world/counted-scope.ts'
import { listEvents, listTasksFor, listTasksOf } from '../procedures/index.ts'
import { searchEntries } from '../publishing/index.ts'
import { stepIssue } from './actions/issue-steps.ts'
import { type IssueDraft, resubmitIssue, submitIssue } from './actions/issues.ts'
import type { Issue, IssueStep } from './issue.ts'
import { readIssueFilter } from './listing.ts'
import { countIssues, listIssues, listIssuesOf } from './queries/issue-list.ts'
import { getIssue, getIssueWithThemes } from './queries/issues.ts'
import { issueAsSubject } from './subjects.ts'

let here: TestCity
let resident: Person
let centre: Person
let parks: Person
let department: string

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'kamakura')
  department = here.city.departments[0]!.code
  resident = await here.person('見本 花子')
  centre = await here.person('見本 窓子', ['centre'])
  parks = await here.person('見本 公園', [{ department }])
})

const draft = (changed: Partial<IssueDraft['text']> = {}, showName = false): IssueDraft => ({
  text: {
    title: '通学路が暗い',
    body: '夕方は街灯が少なくて心配です。',
    place: '由比ガ浜',
    field: here.city.fields[0]?.code ?? null,
    ...changed,
  },
  showName,
  onBehalf: undefined,
  files: { uploads: [], removed: [] },
})

let seconds = 0
/** A little later each time, so that the history has an order. */
const soon = (): Date => {
  seconds += 1
  return new Date(testNow.getTime() + seconds * 1000)
}

const raise = async (actor = resident, given = draft()): Promise<Issue> => {
  const result = await here.as(actor, (scope) => submitIssue(scope, here.city, given), soon())
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const take = async (
  actor: Person,
  id: string,
  step: { name: IssueStep; reason?: string; change?: object },
) =>
  here.as(
    actor,
    async (scope) => stepIssue(scope, here.city, { issue: await getIssue(scope, id), ...step }),
    soon(),
  )

const tasksOf = (id: string) =>
  here.as(centre, (scope) => listTasksOf(scope, { kind: 'issue', id }))
const find = (query: string) =>
  here.as(visitor, async (scope) => (await searchEntries(scope, { query, kind: 'issue' })).entries)

describe('課題が公開されるまで', () => {
  test('受付番号は、ファイルをしまったあとに取る。ほかの人を待たせる時間を短くするため', async () => {
    const file = { name: 'memo.txt', type: 'text/plain', bytes: new TextEncoder().encode('暗い道') }
    const given = { ...draft(), files: { uploads: [file], removed: [] } }
    const writes = await here.as(resident, async (scope) => {
      const watched = watchWrites(scope)
      const sent = await submitIssue(watched.scope, here.city, given)
      expect(sent.ok).toBe(true)
      return watched.writes.filter((write) => write !== 'answer')
    })
    const at = (table: string) => writes.indexOf(table)
    expect(at('files')).toBeGreaterThan(-1)
    expect(at('number_counters')).toBeGreaterThan(at('files'))
    expect(at('issues')).toBe(at('number_counters') + 1)
  })

  test('出すと受付番号が付き、センターが5営業日以内に確かめることになる', async () => {
    const issue = await raise()
    expect(issue).toMatchObject({ state: 'submitted', authorName: '見本 花子', publicName: '' })
    expect(issue.receiptNumber).toMatch(/^課題R8-\d+$/)
    expect(await tasksOf(issue.id)).toMatchObject([
      { step: 'check', role: 'centre', dueOn: '2026-11-30' },
    ])
    const mine = await here.as(resident, (scope) => listIssuesOf(scope, resident.accountId))
    expect(mine.map(({ id }) => id)).toContain(issue.id)
  })

  test('受付番号は続き番号で、同じ番号は二度出ない', async () => {
    const [first, second] = [await raise(), await raise()]
    const numberOf = (issue: Issue): number => Number(issue.receiptNumber.split('-')[1])
    expect(numberOf(second!)).toBe(numberOf(first!) + 1)
  })

  test('確認して公開すると、だれでも見つけられ、担当課の番になる', async () => {
    const issue = await raise(resident, draft({ title: 'ウミガメの浜を守りたい' }))
    expect(await find('うみがめ')).toEqual([])
    const done = await take(centre, issue.id, { name: 'publish', change: { department } })
    expect(done).toEqual({ ok: true, value: 'published' })
    expect((await find('うみがめ')).map(({ id }) => id)).toEqual([issue.id])
    expect(await tasksOf(issue.id)).toMatchObject([
      { step: 'answer', role: 'department', department, dueOn: '2026-12-21' },
    ])
    const waiting = await here.as(parks, (scope) => listTasksFor(scope, parks))
    expect(waiting.map(({ subject }) => subject.id)).toContain(issue.id)
  })

  test('担当課が決まっていなければ、協働担当課が決める番になる', async () => {
    const issue = await raise()
    await take(centre, issue.id, { name: 'publish', change: { department: null } })
    expect(await tasksOf(issue.id)).toMatchObject([{ step: 'assign', role: 'office' }])
    await take(centre, issue.id, { name: 'assign', change: { department } })
    expect(await tasksOf(issue.id)).toMatchObject([{ step: 'answer', department }])
  })

  test('直してもらい、直したものをまた確かめる', async () => {
    const issue = await raise()
    const bare = await take(centre, issue.id, { name: 'return' })
    expect(bare).toEqual({ ok: false, error: 'reason-required' })
    await take(centre, issue.id, { name: 'return', reason: '番地を消してください' })
    expect(await tasksOf(issue.id)).toMatchObject([
      { step: 'resubmit', accountId: resident.accountId },
    ])
    const mended = await here.as(resident, async (scope) =>
      resubmitIssue(scope, here.city, {
        issue: await getIssue(scope, issue.id),
        draft: draft({ body: '番地は消しました。' }, true),
      }),
    )
    expect(mended).toEqual({ ok: true, value: 'submitted' })
    const now = await here.as(centre, (scope) => getIssue(scope, issue.id))
    expect(now).toMatchObject({ body: '番地は消しました。', publicName: '見本 花子' })
  })

  test('ほかの人は、直すことも公開することもできない', async () => {
    const issue = await raise()
    const other = await here.person('見本 次郎')
    expect(await take(other, issue.id, { name: 'withdraw' })).toEqual({
      ok: false,
      error: 'not-your-role',
    })
    expect(await take(resident, issue.id, { name: 'publish' })).toEqual({
      ok: false,
      error: 'not-your-role',
    })
    expect(await take(parks, issue.id, { name: 'publish' })).toEqual({
      ok: false,
      error: 'not-your-role',
    })
  })

  test('差し戻しの理由は公開の経過に出ず、公開したことは出る', async () => {
    const issue = await raise()
    await take(centre, issue.id, { name: 'return', reason: '個人の名前があります' })
    await here.as(resident, async (scope) =>
      resubmitIssue(scope, here.city, {
        issue: await getIssue(scope, issue.id),
        draft: draft(),
      }),
    )
    await take(centre, issue.id, { name: 'publish', change: { department: null } })
    const events = await here.as(visitor, (scope) =>
      listEvents(scope, [{ kind: 'issue', id: issue.id }], { publicOnly: true }),
    )
    expect(events.map(({ step }) => step)).toEqual(['submit', 'publish'])
    expect(JSON.stringify(events)).not.toContain('個人の名前')
  })
})

describe('公開した後', () => {
  const publish = async (): Promise<Issue> => {
    const issue = await raise()
    await take(centre, issue.id, { name: 'publish', change: { department } })
    return here.as(visitor, (scope) => getIssue(scope, issue.id))
  }

  test('担当課の回答は公開され、終わりにすると待つ人はいなくなる', async () => {
    const issue = await publish()
    await take(parks, issue.id, { name: 'answer', change: { cityAnswer: '現地を調べます。' } })
    expect(await tasksOf(issue.id)).toEqual([])
    const done = await take(parks, issue.id, {
      name: 'close',
      change: { cityAnswer: '街灯を3本増やします。' },
    })
    expect(done).toEqual({ ok: true, value: 'closed' })
    const { issue: after } = await here.as(visitor, (scope) => getIssueWithThemes(scope, issue.id))
    expect(after).toMatchObject({ state: 'closed', cityAnswer: '街灯を3本増やします。' })
    expect((await find('3本増やします')).map(({ id }) => id)).toEqual([issue.id])
  })

  test('公開を止めると見つからなくなり、出した人が直せる', async () => {
    const issue = await publish()
    const seen = () => here.as(visitor, (scope) => issueAsSubject.canRead(scope, issue.id, 'photo'))
    expect(await seen()).toBe(true)
    await take(centre, issue.id, { name: 'unpublish', reason: '人の名前が残っていたため' })
    expect(await seen()).toBe(false)
    const listed = await here.as(visitor, (scope) =>
      listIssues(scope, readIssueFilter(new URLSearchParams())),
    )
    expect(listed.map(({ id }) => id)).not.toContain(issue.id)
    expect(await tasksOf(issue.id)).toMatchObject([{ step: 'resubmit' }])
  })

  test('出した人が取り下げると、だれにも見えなくなり、検索からも消える', async () => {
    const issue = await raise(resident, draft({ title: '取り下げる見本の課題' }))
    await take(centre, issue.id, { name: 'publish', change: { department: null } })
    expect(await find('取り下げる見本')).toHaveLength(1)
    expect(await take(resident, issue.id, { name: 'withdraw' })).toEqual({
      ok: true,
      value: 'withdrawn',
    })
    expect(await find('取り下げる見本')).toEqual([])
    expect(await tasksOf(issue.id)).toEqual([])
  })

  test('同じ課題を二人が同時に進めると、後の人は今の状態を知らされる', async () => {
    const issue = await raise()
    const stale = await here.as(centre, (scope) => getIssue(scope, issue.id))
    await take(centre, issue.id, { name: 'publish', change: { department: null } })
    const late = await here.as(centre, (scope) =>
      stepIssue(scope, here.city, { issue: stale, name: 'decline', reason: '重複のため' }),
    )
    expect(late).toEqual({ ok: false, error: 'not-from-here' })
    expect((await here.as(visitor, (scope) => getIssue(scope, issue.id))).state).toBe('published')
  })
})

test('窓口で受けた課題は、話した人の名前で残り、本人の口座を持たない', async () => {
  const issue = await raise(centre, {
    ...draft(),
    onBehalf: { name: '見本 太郎', channel: 'counter' },
  })
  expect(issue).toMatchObject({
    authorAccount: null,
    authorName: '見本 太郎',
    channel: 'counter',
    publicName: '',
  })
  const done = await take(centre, issue.id, { name: 'publish', change: { department: null } })
  expect(done.ok).toBe(true)
})

test('自分が出した課題は、職員でも自分では公開できない', async () => {
  const issue = await raise(centre)
  expect(await take(centre, issue.id, { name: 'publish' })).toEqual({
    ok: false,
    error: 'not-your-role',
  })
})

test('一覧は分野・課・状態・言葉でしぼれ、件数は合っている', async () => {
  const field = here.city.fields[1]!.code
  const issue = await raise(resident, draft({ title: 'ベンチが足りない', field }))
  await take(centre, issue.id, { name: 'publish', change: { department } })
  const ids = async (query: string): Promise<readonly string[]> => {
    const filter = readIssueFilter(new URLSearchParams(query))
    const found = await here.as(visitor, (scope) => listIssues(scope, filter))
    const total = await here.as(visitor, (scope) => countIssues(scope, filter))
    expect([query, total]).toEqual([query, found.length])
    return found.map(({ id }) => id)
  }
  expect(await ids(`q=べんち&field=${field}&department=${department}&state=published`)).toEqual([
    issue.id,
  ])
  expect(await ids(`q=べんち 足りない`)).toEqual([issue.id])
  expect(await ids('q=べんち&state=closed')).toEqual([])
  expect(await ids("q=%25_'")).toEqual([])
})

test('よその市からは、課題も写真も見えない', async () => {
  const issue = await raise()
  await take(centre, issue.id, { name: 'publish', change: { department: null } })
  const other = await openTestCity(here.store, 'yamaguchi')
  await expect(other.as(visitor, (scope) => getIssue(scope, issue.id))).rejects.toThrow('not found')
  expect(await other.as(visitor, (scope) => issueAsSubject.canRead(scope, issue.id, 'photo'))).toBe(
    false,
  )
})

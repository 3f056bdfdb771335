import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertWorkflow, renderWorkflowTable } from '#kernel/workflow-check.ts'
import { openTestStore } from '#tests/world/city.ts'
import { listNotices, listTasksFor } from '../procedures/index.ts'
import { searchEntries } from '../publishing/index.ts'
import { openRound } from './actions/open.ts'
import { addDepartment, finishCheck, saveDrafts, saveVerdicts, sendPart } from './actions/part.ts'
import { publishRound, readYear } from './actions/publish.ts'
import { askCommittee, commentOn, saveAnswers, stepRound } from './actions/round.ts'
import { listComments } from './queries/comments.ts'
import { listHistory } from './queries/history.ts'
import { listRoundItems } from './queries/items.ts'
import { listParts } from './queries/parts.ts'
import { listEarlier } from './queries/reports.ts'
import { partWorkflow, roundKind, roundWorkflow } from './round.ts'
import {
  acceptFor,
  department,
  draftFor,
  holdRoundFor,
  must,
  openFor,
  openingOf,
  openProgressWorld,
  type ProgressWorld,
  sendFor,
  typed,
  withPart,
  year,
} from './world.fixture.ts'

const store = await openTestStore()

test('段階の表に、行き止まりも届かない段階もない', () => {
  expect(() => assertWorkflow(roundWorkflow)).not.toThrow()
  expect(() => assertWorkflow(partWorkflow)).not.toThrow()
})

/** Without the spaces and dashes by which the formatter lines columns up. */
const squeeze = (text: string): string => text.replace(/\s+/g, '').replace(/-{2,}/g, '-')

test('READMEの表は、段階の表そのものである', () => {
  const readme = squeeze(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))
  expect(readme).toContain(squeeze(renderWorkflowTable(roundWorkflow)))
  expect(readme).toContain(squeeze(renderWorkflowTable(partWorkflow)))
})

test('年度の報告を始めると、52項目から再掲を除いた項目が、印と担当課ごとに分かれる', async () => {
  const world = await openProgressWorld(store)
  const round = await openFor(world)
  const { items, parts } = await world.town.as(world.office, async (scope) => ({
    items: await listRoundItems(scope, round.id),
    parts: await listParts(scope, round.id),
  }))
  const opening = await world.town.as(world.office, (scope) => openingOf(scope, world))
  const originals = opening.items.filter((one) => one.level === 'item' && !one.aliasOf)
  expect(items).toHaveLength(originals.length)
  // 全所属: every department of the city has a share.
  expect(parts.map((part) => part.department).sort()).toEqual(
    world.town.city.departments.map(({ code }) => code).sort(),
  )
  const reader = items.find(({ no }) => no === 'Ⅱ-(2)-⑤')
  expect(reader?.mark).toMatchObject({ printed: '→', holds: '実施' })
  const tasks = await world.town.as(world.officer, (scope) => listTasksFor(scope, world.officer))
  expect(tasks.map(({ step, dueOn, url }) => [step, dueOn, url])).toEqual([
    [
      'write',
      '2026-12-10',
      `/${world.town.key.slug}/plans/plan/progress/${year}/departments/${department}`,
    ],
  ])
})

test('同じ年度は二度始められず、まだ始まらない年度と過ぎた期限は断られる', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  const open = (change: Parameters<typeof openFor>[1]) =>
    world.town.as(world.office, async (scope) =>
      openRound(scope, world.town.city, await openingOf(scope, world, change)),
    )
  expect(await open({})).toEqual({ ok: false, error: 'opened-already' })
  expect(await open({ fiscalYear: 2027 })).toEqual({ ok: false, error: 'year' })
  expect(await open({ fiscalYear: 2011, dueOn: '2026-11-20' })).toEqual({
    ok: false,
    error: 'due-past',
  })
})

test('二人が同じ項目を書くと、後の人の文は書きこまれず、知らされる', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  const shown = await withPart(world, { actor: world.officer }, async (_, { tasks }) => tasks)
  const save = (actor: ProgressWorld['officer'], words: string) =>
    withPart(world, { actor }, (scope, held) =>
      saveDrafts(
        scope,
        held,
        shown.slice(0, 2).map((task, at) => typed(task, draftFor(task, at === 0 ? words : '共通'))),
      ),
    )
  const [first, second] = shown.map(({ item }) => item.no)
  expect(await save(world.officer, '先の文')).toEqual({ written: [first, second], conflicts: [] })
  // The second item says the same: only the first is a conflict.
  expect(await save(world.colleague, '後の文')).toEqual({ written: [], conflicts: [first] })
  const kept = await withPart(world, { actor: world.office }, async (_, { tasks }) => tasks[0])
  expect(kept?.report).toMatchObject({ version: 1, writtenBy: '見本 広報' })
  expect(kept?.report.results).toContain('先の文')
})

test('記入していない項目があると提出できず、全部済むと一度に提出される', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  const partly = await withPart(world, { actor: world.officer }, async (scope, held) => {
    await saveDrafts(scope, held, [typed(held.tasks[0]!)])
    return sendPart(scope, world.town.city, held)
  })
  expect(partly).toEqual({ ok: false, error: 'unfinished' })
  expect(must(await sendFor(world, { actor: world.officer }))).toBe('sent')
  const tasks = await world.town.as(world.office, (scope) => listTasksFor(scope, world.office))
  expect(tasks.map(({ step }) => step).sort()).toEqual(['check', 'collect'])
})

test('ほかの課の人は、提出できない', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  const sent = await sendFor(world, { actor: world.stranger, code: department })
  expect(sent).toEqual({ ok: false, error: 'not-your-role' })
})

test('修正を頼まれた項目だけが書け、直さないと提出できず、確認した項目は変わらない', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  must(await sendFor(world, { actor: world.officer }))
  const back = await withPart(world, { actor: world.office }, async (scope, held) => {
    const none = await finishCheck(scope, world.town.city, held)
    const found = held.tasks.map(({ item }, at) => ({
      no: item.no,
      verdict: at === 0 ? ('correct' as const) : ('accepted' as const),
      reason: at === 0 ? '人数を書いてください' : '',
    }))
    await saveVerdicts(scope, held, found)
    return [none, await finishCheck(scope, world.town.city, held)]
  })
  expect(back).toEqual([
    { ok: false, error: 'unchecked' },
    { ok: true, value: 'returned' },
  ])
  const again = () =>
    withPart(world, { actor: world.officer }, (scope, held) =>
      sendPart(scope, world.town.city, held),
    )
  expect(await again()).toEqual({ ok: false, error: 'unfinished' })
  const saved = await withPart(world, { actor: world.officer }, (scope, held) =>
    saveDrafts(
      scope,
      held,
      held.tasks.map((task) => typed(task, draftFor(task, '30人でした。'))),
    ),
  )
  expect(saved.written).toHaveLength(1)
  expect(must(await again())).toBe('sent')
  expect(must(await acceptFor(world))).toBe('accepted')
})

test('関係課は、始めた後で項目に加えられ、主担当の区分は変わらない', async () => {
  const world = await openProgressWorld(store)
  const round = await openFor(world)
  const add = (code: string) =>
    world.town.as(world.office, (scope) =>
      addDepartment(scope, world.town.city, { round, no: 'Ⅰ-(1)-①', department: code }),
    )
  must(await add('shokuin'))
  expect(await add('shokuin')).toEqual({ ok: false, error: 'has-it' })
  const mine = await withPart(world, { actor: world.office, code: 'shokuin' }, async (_, held) =>
    held.tasks.find(({ item }) => item.no === 'Ⅰ-(1)-①'),
  )
  expect(mine?.report.leads).toBe(false)
})

test('報告がそろわないときは、理由がないと委員会に進めない', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  const ask = (reason: string) =>
    holdRoundFor(world, world.office, (scope, round) =>
      askCommittee(scope, world.town.city, { round, reason }),
    )
  expect(await ask('')).toEqual({ ok: false, error: 'reason-required' })
  expect(must(await ask('期限を過ぎたため'))).toBe('committee')
})

const lead = async (world: ProgressWorld): Promise<void> => {
  await openFor(world)
  must(await sendFor(world, { actor: world.officer, now: new Date('2026-12-11T01:00:00Z') }))
  must(await acceptFor(world))
  await holdRoundFor(world, world.office, async (scope, round) =>
    must(await askCommittee(scope, world.town.city, { round, reason: '期限を過ぎたため' })),
  )
}

test('委員の意見に答えるまで公開できず、公開すると報告書・検索・項目の経過で読める', async () => {
  const world = await openProgressWorld(store)
  await lead(world)
  const { city } = world.town
  await holdRoundFor(world, world.member, async (scope, round) =>
    must(await commentOn(scope, city, { round, no: null, body: '全体によく進みました。' })),
  )
  await holdRoundFor(world, world.office, async (scope, round) =>
    must(await stepRound(scope, city, { round, name: 'close-committee' })),
  )
  const publish = () =>
    holdRoundFor(world, world.office, (scope, round) => publishRound(scope, city, round))
  expect(await publish()).toEqual({ ok: false, error: 'unanswered' })
  await holdRoundFor(world, world.office, async (scope, round) => {
    const [comment] = await listComments(scope, round.id)
    expect(
      await saveAnswers(scope, round, [{ ...comment!, answer: 'ありがとうございます。' }]),
    ).toEqual([])
    // Whoever was shown the comment before that is told instead of writing over it.
    expect(await saveAnswers(scope, round, [{ ...comment!, answer: '別の回答' }])).toEqual([
      comment!.id,
    ])
  })
  expect(must(await publish())).toBe('published')
  await holdRoundFor(world, world.office, async (scope, round) => {
    const { items } = await readYear(scope, round)
    const reported = items.filter(({ missing }) => !missing)
    expect(reported.length).toBeGreaterThan(0)
    expect(reported.every(({ grade, late }) => grade === '○' && late)).toBe(true)
    expect(items.filter(({ missing }) => missing).every(({ grade }) => grade === '')).toBe(true)
    expect(await listNotices(scope, { kind: roundKind, id: round.id })).toHaveLength(1)
    const found = await searchEntries(scope, { query: '平成22年度の進捗報告' })
    expect(found.total).toBeGreaterThan(0)
    const [history] = await listHistory(scope, 'plan', reported[0]!.item.no)
    expect(history).toMatchObject({ fiscalYear: year, department })
  })
})

test('公開していない年度と、確認していない報告は、項目の経過に出ない', async () => {
  const world = await openProgressWorld(store)
  await lead(world)
  const no = await withPart(
    world,
    { actor: world.office },
    async (_, { tasks }) => tasks.find(({ report }) => report.leads)!.item.no,
  )
  const history = () => world.town.as(world.office, (scope) => listHistory(scope, 'plan', no))
  expect(await history()).toEqual([])
})

test('前回の文は、その課がその項目に書いた、いちばん新しい年度のもの', async () => {
  const world = await openProgressWorld(store)
  for (const fiscalYear of [2008, 2009]) {
    await openFor(world, { fiscalYear })
    must(await sendFor(world, { actor: world.officer, of: fiscalYear }))
  }
  await openFor(world)
  const earlier = await world.town.as(world.officer, (scope) =>
    listEarlier(scope, { planId: 'plan', before: year, department }),
  )
  expect(earlier.size).toBeGreaterThan(0)
  expect([...earlier.values()].every(({ fiscalYear }) => fiscalYear === 2009)).toBe(true)
})

test('担当課が変わった項目では、前の担当課が公開した文が前回の文になる。公開していない文は出ない', async () => {
  const world = await openProgressWorld(store)
  await lead(world)
  const earlierOf = () =>
    world.town.as(world.office, (scope) =>
      listEarlier(scope, { planId: 'plan', before: year + 1, department: 'shokuin' }),
    )
  const [task] = await withPart(world, { actor: world.office }, async (_, { tasks }) =>
    tasks.filter(({ report }) => report.leads),
  )
  expect((await earlierOf()).has(task!.item.no)).toBe(false)
  const { city } = world.town
  await holdRoundFor(world, world.office, async (scope, round) =>
    must(await stepRound(scope, city, { round, name: 'close-committee' })),
  )
  await holdRoundFor(world, world.office, async (scope, round) =>
    must(await publishRound(scope, city, round)),
  )
  expect((await earlierOf()).get(task!.item.no)).toMatchObject({
    department,
    fiscalYear: year,
    results: task!.report.results,
  })
})

import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { issueNotice, listNotices, takeNumber } from '#capabilities/procedures/index.ts'
import { MakeReadyFirst } from '#data/again.ts'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { letter } from '#web/document/examples/letters.ts'
import type { OfficialDocument } from '#web/document/index.ts'
import type { Store } from '../../src/store.ts'

let store: Store
let town: TestCity

beforeAll(async () => {
  store = await openTestStore()
  town = await openTestCity(store)
})

const subject = { kind: 'proposal', id: newId() }

const issue = async (scope: Scope): Promise<string> => {
  const number = await takeNumber(scope, '協{fy}-{n}')
  const document: OfficialDocument = { ...letter, number }
  await issueNotice(scope, { subject, kind: 'test', number, title: '通知', document, mails: [] })
  return number
}

/** Issues as a form that was sent does. @returns the number, and how often the work was begun */
const issueAsForm = async (): Promise<{ number: string; runs: number }> => {
  let runs = 0
  const opening = { ...store.opening(town.key), restarts: true }
  const number = await store.database.write(opening, async (scope) => {
    runs += 1
    return issue(scope)
  })
  return { number, runs }
}

test('通知は、何も持たないあいだに組まれ、決定はやり直されて、番号は飛ばない', async () => {
  const first = await issueAsForm()
  const second = await issueAsForm()
  expect([first, second].map(({ runs }) => runs)).toEqual([2, 2])
  const notices = await town.as(store.opening(town.key).actor, (scope) =>
    listNotices(scope, subject),
  )
  expect(notices.map(({ number }) => number)).toEqual([first.number, second.number])
})

test('二人が同時に出しても、どちらの通知も出て、番号は続く', async () => {
  const before = (await issueAsForm()).number
  const both = await Promise.all([issueAsForm(), issueAsForm()])
  const last = (number: string): number => Number(number.split('-').at(-1))
  expect(both.map(({ number }) => last(number)).toSorted((a, b) => a - b)).toEqual([
    last(before) + 1,
    last(before) + 2,
  ])
})

test('用意をするあいだ、先に取った行はほかの人が取れる', async () => {
  let runs = 0
  const hold = (scope: Scope) =>
    sql`SELECT pg_try_advisory_xact_lock(${sql.lit(77)}) AS got`.execute(scope.db)
  const opening = { ...store.opening(town.key), restarts: true }
  const seen: unknown[] = []
  await store.database.write(opening, async (scope) => {
    runs += 1
    seen.push((await hold(scope)).rows[0])
    if (runs > 1) return
    throw new MakeReadyFirst(() =>
      store.database.write(store.opening(town.key), async (other) => {
        seen.push((await hold(other)).rows[0])
      }),
    )
  })
  expect(seen).toEqual([{ got: true }, { got: true }, { got: true }])
})

test('いつまでも用意を求める仕事は、四度目で終わる', async () => {
  let runs = 0
  const endless = store.database.write({ ...store.opening(town.key), restarts: true }, async () => {
    runs += 1
    throw new MakeReadyFirst(async () => {})
  })
  await expect(endless).rejects.toThrow(MakeReadyFirst)
  expect(runs).toBe(4)
})

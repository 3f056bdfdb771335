import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { findPersonById, insertAccount } from '#capabilities/accounts/index.ts'
import { beginTheme, getIssue, submitIssue } from '#capabilities/issues/index.ts'
import { listTasksFor } from '#capabilities/procedures/index.ts'
import {
  type CalendarStep,
  type CallStep,
  decideCall,
  findOpenCalls,
  findStep,
  getCall,
  stepStateOn,
} from '#capabilities/programmes/index.ts'
import {
  closeReview,
  decideProposal,
  findReviewOfCall,
  listCommittee,
  listReviewedProposals,
  seenOf,
} from '#capabilities/reviews/index.ts'
import type { Scope } from '#data/scope.ts'
import { type Person, system } from '#kernel/actor.ts'
import { cityHallDays } from '#kernel/business-day.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import {
  listStories,
  loadStory,
  readStory,
  removeSamples,
  type Story,
  tellStory,
} from '../../src/sample/index.ts'

const store = await openTestStore()
const operator = system('operator')

const openCity = async (slug: string): Promise<{ city: TestCity; story: Story }> => ({
  city: await openTestCity(store, slug),
  story: await readStory(slug),
})

const load = ({ city, story }: { city: TestCity; story: Story }, now = testNow): Promise<void> =>
  city.as(operator, (scope) => tellStory(scope, city.city, story), now)

const count = async (
  scope: Scope,
  table: 'groups' | 'issues' | 'themes' | 'proposals' | 'projects' | 'reviews' | 'evaluations',
): Promise<Readonly<Record<string, number>>> => {
  const rows = await scope.db
    .selectFrom(table)
    .select(['state', (n) => n.fn.countAll<number>().as('n')])
    .where('city_id', '=', scope.city.id)
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** A print of every row that the city has, table by table; what only ever grows is left out. */
const printRows = async (scope: Scope): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'city_id' AND t.table_type = 'BASE TABLE'
      AND c.table_name NOT IN ('audit_entries', 'audit_seals', 'audit_waiting', 'city_versions', 'number_counters')
    ORDER BY 1`.execute(scope.db)
  const prints: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: found } = await sql<{ print: string }>`
      SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print
      FROM ${sql.table(name)} t WHERE t.city_id = ${scope.city.id}`.execute(scope.db)
    prints[name] = found[0]?.print ?? ''
  }
  return prints
}

/** The test's own people are samples too; this one is not. */
const makeReal = (city: TestCity, { accountId }: Person): Promise<unknown> =>
  city.as(operator, (scope) =>
    scope.db
      .updateTable('accounts')
      .set({ sample: false })
      .where('city_id', '=', scope.city.id)
      .where('id', '=', accountId)
      .execute(),
  )

const peopleOf = async (scope: Scope, { city }: TestCity): Promise<readonly Person[]> => {
  const rows = await scope.db
    .selectFrom('accounts')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('sample', '=', true)
    .execute()
  const people: Person[] = []
  for (const { id } of rows) people.push((await findPersonById(scope, city, id))!)
  return people
}

/** Which window of its call's calendar each step of the history belongs to, in the order of the chain. */
const windowOfStep: Readonly<Record<string, CallStep | 'reading'>> = {
  'theme.publish': 'themes',
  'consultation.ask': 'consultation',
  'consultation.hold': 'consultation',
  'proposal.submit': 'call',
  'proposal.pass': 'formal_check',
  'proposal.negotiation-confirm': 'negotiation',
  'proposal.agree': 'negotiation',
  'proposal.open-review': 'reading',
  'review.open': 'reading',
  'review.close': 'reading',
  'proposal.select': 'decision',
  'proposal.decline': 'decision',
  'project.settle': 'agreement',
  'project.conclude': 'agreement',
  'project.begin': 'project',
  'project.review': 'interim_review',
  'project.answer-review': 'interim_review',
  'project.report': 'report',
  'project.accept': 'report',
  'evaluation.open': 'evaluation',
  'evaluation.submit': 'evaluation',
  'evaluation.publish': 'evaluation',
  'project.complete': 'evaluation',
}

type DatedEvent = {
  readonly name: string
  readonly title: string
  readonly at: Date
  readonly callId: string
  readonly proposalId: string | null
}

/** What the history says of everything that belongs to a call, oldest first. */
const listDatedEvents = async (scope: Scope): Promise<readonly DatedEvent[]> => {
  const { rows } = await sql<DatedEvent>`
    SELECT e.subject_kind || '.' || e.step AS name, e.title_ja AS title, e.at,
      coalesce(p.call_id, t.call_id, c.call_id, r.call_id) AS "callId", p.id AS "proposalId"
    FROM timeline_events e
    LEFT JOIN projects j ON j.city_id = e.city_id AND j.id = e.subject_id
    LEFT JOIN proposals p ON p.city_id = e.city_id AND p.id = coalesce(j.proposal_id, e.subject_id)
    LEFT JOIN themes t ON t.city_id = e.city_id AND t.id = e.subject_id
    LEFT JOIN consultations c ON c.city_id = e.city_id AND c.id = e.subject_id
    LEFT JOIN reviews r ON r.city_id = e.city_id AND r.id = e.subject_id
    WHERE e.city_id = ${scope.city.id} ORDER BY e.at, e.id`.execute(scope.db)
  return rows.filter(({ name }) => name in windowOfStep)
}

/** The window of an event; the committee reads from the screening, where there is one, to the meeting's end. */
const windowIn = (calendar: readonly CalendarStep[], { name }: DatedEvent): CalendarStep => {
  const step = windowOfStep[name]!
  if (step !== 'reading') return findStep(calendar, step)!
  const meeting = findStep(calendar, 'presentation')!
  return { ...meeting, from: (findStep(calendar, 'screening') ?? meeting).from }
}

/** The places of the steps in the chain, in the order in which each proposal went through them. */
const chainsOf = (events: readonly DatedEvent[]): readonly (readonly number[])[] => {
  const places = [...new Set(Object.values(windowOfStep))]
  return [...Map.groupBy(events, ({ proposalId }) => proposalId)].flatMap(([id, chain]) =>
    id ? [chain.map(({ name }) => places.indexOf(windowOfStep[name]!))] : [],
  )
}

test('どの市にも見本の物語がある', async () => {
  expect(await listStories()).toEqual(['chigasaki', 'kamagaya', 'kamakura', 'yamaguchi'])
})

/** In one city a group sent a second registration by mistake: the desk finds it among possible duplicates. */
const sentRegistrations: Readonly<Record<string, number>> = { chigasaki: 2 }

describe.each(await listStories())('%s の見本の世界', (slug) => {
  let here: { city: TestCity; story: Story }
  let before: Readonly<Record<string, string>>
  beforeAll(async () => {
    here = await openCity(slug)
    await makeReal(here.city, await here.city.person('本物の人'))
    before = await here.city.as(operator, printRows)
    await load(here)
  })

  test('物語のとおりの数の団体、課題、テーマ、提案、事業がある', async () => {
    await here.city.as(operator, async (scope) => {
      expect(await count(scope, 'groups')).toEqual({
        approved: 5,
        submitted: sentRegistrations[slug] ?? 1,
        returned: 1,
        draft: 1,
      })
      expect(await count(scope, 'issues')).toEqual({ published: 3, submitted: 1, returned: 1 })
      expect(await count(scope, 'themes')).toEqual({ published: 2, draft: 1 })
      expect(await count(scope, 'proposals')).toEqual({
        draft: 1,
        submitted: 1,
        negotiating: 1,
        reviewing: 2,
        withdrawn: 1,
        selected: 3,
        conditional: 1,
        not_selected: 1,
      })
      expect(await count(scope, 'projects')).toEqual({
        agreeing: 1,
        running: 1,
        evaluating: 1,
        completed: 1,
      })
      expect(await count(scope, 'reviews')).toEqual({ scoring: 1, decided: 3 })
      const open = slug === 'yamaguchi' ? 'third_party' : 'self'
      expect(await count(scope, 'evaluations')).toEqual({ [open]: 1, published: 1 })
    })
  })

  test('今日、提案を受け付けている募集があり、委員会の席が埋まっている', async () => {
    await here.city.as(operator, async (scope) => {
      const [call] = await findOpenCalls(scope)
      expect(call?.definition.committee.members).toBe(
        (await listCommittee(scope, call?.programmeId ?? '')).length,
      )
    })
  })

  test('見本の人は皆、することか、自分の場所を持つ', async () => {
    await here.city.as(operator, async (scope) => {
      const people = await peopleOf(scope, here.city)
      expect(people.length).toBe(here.story.people.length)
      const raised = await scope.db
        .selectFrom('issues')
        .select('author_account')
        .where('city_id', '=', scope.city.id)
        .execute()
      const authors = new Set(raised.map(({ author_account }) => author_account))
      for (const person of people) {
        const tasks = await listTasksFor(scope, person)
        const places = [...person.roles, ...person.memberships]
        const mine = tasks.length + places.length + (authors.has(person.accountId) ? 1 : 0)
        expect([person.name, mine > 0]).toEqual([person.name, true])
      }
    })
  })

  test('センター、協働担当課、3つの担当課、申告していない委員には、今日することがある', async () => {
    await here.city.as(operator, async (scope) => {
      const people = await peopleOf(scope, here.city)
      const waiting = async (person: Person): Promise<readonly string[]> =>
        (await listTasksFor(scope, person)).map(({ step }) => step)
      for (const person of people)
        if (['centre', 'office', 'department'].some((role) => person.roles.includes(role as never)))
          expect([person.name, (await waiting(person)).length > 0]).toEqual([person.name, true])
      const reviewers = people.filter(({ roles }) => roles.includes('reviewer'))
      const steps = (await Promise.all(reviewers.map(waiting))).flat()
      expect(steps).toContain('declare')
      expect(steps).toContain('score')
    })
  })

  test('見本の印が名前と題に付き、メールは1通も待っていない', async () => {
    await here.city.as(operator, async (scope) => {
      const { rows } = await sql<{ text: string }>`
        SELECT name AS text FROM groups WHERE city_id = ${scope.city.id}
        UNION ALL SELECT title FROM issues WHERE city_id = ${scope.city.id}
        UNION ALL SELECT title FROM themes WHERE city_id = ${scope.city.id}
        UNION ALL SELECT title FROM proposals WHERE city_id = ${scope.city.id}
        UNION ALL SELECT title_ja FROM calls WHERE city_id = ${scope.city.id} AND sample`.execute(
        scope.db,
      )
      expect(rows.filter(({ text }) => !text.endsWith('（見本）'))).toEqual([])
      const waiting = await scope.db
        .selectFrom('mails')
        .select('subject')
        .where('city_id', '=', scope.city.id)
        .where('sent_at', 'is', null)
        .execute()
      expect(waiting).toEqual([])
    })
  })

  test('どの経過も順に起き、その日は募集の日程の期間の内にあり、起きたことは「これから」にならない', async () => {
    await here.city.as(operator, async (scope) => {
      const events = await listDatedEvents(scope)
      // A story without its steps would pass every check below.
      expect([...new Set(events.map(({ name }) => name))].sort()).toEqual(
        expect.arrayContaining(Object.keys(windowOfStep).sort()),
      )
      for (const event of events) {
        const calendar = (await getCall(scope, event.callId)).calendar
        const window = windowIn(calendar, event)
        const day = tokyoDayOf(event.at)
        expect([event.name, event.title, day, window.from <= day && day <= window.to]).toEqual([
          event.name,
          event.title,
          day,
          true,
        ])
        expect(stepStateOn(window, tokyoDayOf(testNow))).not.toBe('next')
      }
      for (const chain of chainsOf(events)) expect(chain).toEqual(chain.toSorted((x, y) => x - y))
    })
  })

  test('募集の経過も、その募集に最初の提案が届くより前のことから始まる', async () => {
    await here.city.as(operator, async (scope) => {
      const { rows } = await sql<{ title: string; published: Date | null; first: Date }>`
        SELECT c.title_ja AS title, min(p.submitted_at) AS first,
          (SELECT max(e.at) FROM timeline_events e WHERE e.city_id = c.city_id
            AND e.subject_kind = 'call' AND e.subject_id = c.id AND e.step IN ('open', 'publish')) AS published
        FROM calls c JOIN proposals p ON p.city_id = c.city_id AND p.call_id = c.id
        WHERE c.city_id = ${scope.city.id} GROUP BY c.city_id, c.id, c.title_ja`.execute(scope.db)
      expect(rows).toHaveLength(4)
      for (const { title, published, first } of rows)
        expect([title, published === null || published < first]).toEqual([title, true])
    })
  })

  test('協定は期間より前に結ばれるか、期間が「結んだ日から」で、今日待つ協定の期限は過ぎていない', async () => {
    await here.city.as(operator, async (scope) => {
      const { rows } = await sql<{
        title: string
        body: string
        from: string
        signed: Date | null
        due: string | null
      }>`
        SELECT j.title, t.body, t.content -> 'period' ->> 'from' AS "from", a.signed_at AS signed,
          (SELECT min(k.due_on) FROM tasks k WHERE k.city_id = j.city_id AND k.subject_kind = 'project'
            AND k.subject_id = j.id AND k.closed_at IS NULL) AS due
        FROM projects j JOIN agreements a ON a.city_id = j.city_id AND a.project_id = j.id
        JOIN agreement_texts t ON t.city_id = a.city_id AND t.project_id = a.project_id AND t.text_sha256 = a.text_sha256
        WHERE j.city_id = ${scope.city.id}`.execute(scope.db)
      const today = tokyoDayOf(testNow)
      expect(rows.filter(({ signed }) => !signed)).toHaveLength(1)
      for (const { title, body, from, signed, due } of rows) {
        const free = body.includes('期間：この協定を結んだ日から')
        expect([title, free || (signed ? tokyoDayOf(signed) : today) <= from]).toEqual([
          title,
          true,
        ])
        if (!signed) expect([title, due !== null && due >= today]).toEqual([title, true])
      }
    })
  })

  test('実績報告の予算は、どの行にも書かれている', async () => {
    await here.city.as(operator, async (scope) => {
      const { rows } = await sql<{ row: Readonly<Record<string, unknown>> }>`
        SELECT r AS row FROM sheets s,
          jsonb_array_elements((s.answers -> 'income') || (s.answers -> 'expense')) r
        WHERE s.city_id = ${scope.city.id} AND s.subject_kind = 'project' AND s.purpose LIKE 'report%'`.execute(
        scope.db,
      )
      expect(rows.length).toBeGreaterThan(10)
      expect(rows.filter(({ row }) => typeof row.budget !== 'number')).toEqual([])
    })
  })

  test('協定書の本文は、話し合いで書かれた所も「である」調にそろっている', async () => {
    await here.city.as(operator, async (scope) => {
      const rows = await scope.db
        .selectFrom('agreement_texts')
        .select('body')
        .where('city_id', '=', scope.city.id)
        .execute()
      expect(rows.length).toBeGreaterThan(2)
      expect(rows.flatMap(({ body }) => body.match(/[^。\n]*(?:です|ます)。/g) ?? [])).toEqual([])
    })
  })

  test('市役所の人は、開庁日に動いている', async () => {
    await here.city.as(operator, async (scope) => {
      const { rows } = await sql<{ at: Date; title: string }>`
        SELECT at, title_ja AS title FROM timeline_events
        WHERE city_id = ${scope.city.id} AND actor_role IN ('office', 'department')`.execute(
        scope.db,
      )
      expect(rows.length).toBeGreaterThan(20)
      const isOpen = cityHallDays()
      expect(rows.filter(({ at }) => !isOpen(tokyoDayOf(at)))).toEqual([])
    })
  })

  test('何も、今日より後に起きたことになっていない', async () => {
    await here.city.as(operator, async (scope) => {
      const { rows } = await sql<{ latest: Date }>`
        SELECT max(at) AS latest FROM timeline_events WHERE city_id = ${scope.city.id}`.execute(
        scope.db,
      )
      expect(rows[0]?.latest.getTime()).toBeLessThanOrEqual(testNow.getTime())
    })
  })

  test('取り除くと、見本の行は一つも残らず、ほかの行は元のまま', async () => {
    await here.city.as(operator, async (scope) => {
      expect(await printRows(scope)).not.toEqual(before)
      const removed = await removeSamples(scope)
      expect(removed.ok && removed.value.people).toBe(here.story.people.length)
      expect(await printRows(scope)).toEqual(before)
    })
  })
})

describe('見本を取り除く', () => {
  test('試しに作ったものも、見本の人が作ったものは一緒に取り除く', async () => {
    const here = await openCity('kamagaya')
    await load(here)
    const [resident] = await here.city.as(operator, async (scope) =>
      (await peopleOf(scope, here.city)).filter(
        ({ roles, memberships }) => roles.length + memberships.length === 0,
      ),
    )
    const tried = await here.city.as(resident!, async (scope) =>
      submitIssue(scope, here.city.city, {
        text: { title: '試しに出した課題', body: '試しです。', place: '', field: null },
        showName: false,
        onBehalf: undefined,
        files: { uploads: [], removed: [] },
      }),
    )
    expect(tried.ok).toBe(true)
    await here.city.as(operator, async (scope) => {
      expect((await removeSamples(scope)).ok).toBe(true)
      expect(await count(scope, 'issues')).toEqual({})
    })
  })

  test('試しに審査を終えて結果まで決めた募集は、取り除くとまた提案を受け付ける', async () => {
    const here = await openCity('kamagaya')
    const before = await here.city.as(operator, printRows)
    await load(here)
    const office = await here.city.as(operator, async (scope) =>
      (await peopleOf(scope, here.city)).find(({ roles }) => roles.includes('office')),
    )
    await here.city.as(office!, async (scope) => {
      const [call] = await findOpenCalls(scope)
      const review = await findReviewOfCall(scope, call!.id)
      const closed = await closeReview(scope, here.city.city, review!, { reason: '試しに締め切る' })
      const draft = {
        outcome: 'not_selected',
        amount: 0,
        reason: '試しの決定',
        conditions: '',
        deviation: '試しのため',
        early: '試しのため',
      } as const
      for (const { id } of await listReviewedProposals(scope, review!.id))
        expect(
          await decideProposal(scope, here.city.city, {
            reviewId: review!.id,
            proposalId: id,
            draft,
            hiddenComments: [],
            seen: closed.ok ? seenOf(closed.value.ranking) : '',
          }),
        ).toMatchObject({ ok: true })
      // It goes on, since it takes proposals until its last day.
      expect((await getCall(scope, call!.id)).state).toBe('published')
      const after = { ...scope, now: new Date(`${call!.closesOn}T24:00:00+09:00`) }
      expect((await decideCall(after, call!.id)).ok).toBe(true)
    })
    await here.city.as(operator, async (scope) => {
      expect((await removeSamples(scope)).ok).toBe(true)
      expect(await printRows(scope)).toEqual(before)
    })
  })

  test('本物のものが見本にもとづいているあいだは、何も取り除かず、その題を言う', async () => {
    const here = await openCity('kamagaya')
    await load(here)
    const staff = await here.city.person('本物の職員', [{ department: 'parks' }])
    await makeReal(here.city, staff)
    const title = await here.city.as(staff, async (scope) => {
      const { id } = await scope.db
        .selectFrom('issues')
        .select('id')
        .where('city_id', '=', scope.city.id)
        .where('state', '=', 'published')
        .executeTakeFirstOrThrow()
      const issue = await getIssue(scope, id)
      const [call] = await findOpenCalls(scope)
      await beginTheme(scope, here.city.city, { department: 'parks', call: call!, issue })
      return issue.title
    })
    await here.city.as(operator, async (scope) => {
      expect(await removeSamples(scope)).toEqual({ ok: false, error: [title] })
      expect((await peopleOf(scope, here.city)).length).toBe(here.story.people.length)
    })
  })
})

describe('見本を入れる', () => {
  test('2度目は何もせず、取り除いた後は頼まれたときだけ入れる', async () => {
    const { city, story } = await openCity('kamagaya')
    const tell = (occasion: 'first-start' | 'asked-for'): Promise<boolean> =>
      loadStory(store, city.city, { story, occasion })
    expect(await tell('first-start')).toBe(true)
    expect(await tell('first-start')).toBe(false)
    expect(await tell('asked-for')).toBe(false)
    await city.as(operator, removeSamples)
    expect(await tell('first-start')).toBe(false)
    expect(await tell('asked-for')).toBe(true)
  })

  test.each(['2026-04-01', '2026-09-18', '2026-12-24', '2027-03-31'])(
    '%s でも物語が進み、提案を受け付けている募集がある',
    async (day) => {
      const here = await openCity('kamakura')
      const now = new Date(`${day}T03:00:00Z`)
      await load(here, now)
      await here.city.as(
        operator,
        async (scope) => {
          expect((await findOpenCalls(scope)).length).toBeGreaterThan(0)
          expect((await count(scope, 'proposals')).reviewing).toBe(2)
          // In April the reports of the year before are not yet in.
          expect(await count(scope, 'evaluations')).toEqual(
            day === '2026-04-01' ? { published: 1 } : { self: 1, published: 1 },
          )
        },
        now,
      )
    },
  )

  test('見本の前の年に市の本物の募集があるときは、何も入れずに断る', async () => {
    const here = await openCity('kamakura')
    const later = new Date('2028-01-20T03:00:00Z')
    await expect(load(here, later)).rejects.toThrow('見本')
    await here.city.as(operator, async (scope) => {
      expect(await peopleOf(scope, here.city)).toEqual([])
    })
  })

  test('同じメールアドレスの本物の人がいる市には入れない', async () => {
    const here = await openCity('kamakura')
    await here.city.as(operator, (scope) =>
      insertAccount(scope, {
        email: here.story.people[0]!.email,
        name: '本物の人',
        passwordHash: null,
        language: 'ja',
        state: 'active',
      }),
    )
    await expect(load(here)).rejects.toThrow(here.story.people[0]!.email)
  })
})

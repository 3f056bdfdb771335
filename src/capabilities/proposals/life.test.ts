import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { askAlone } from '#data/together.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { addDays, tokyoInstant } from '#kernel/calendar.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { watchWrites } from '#tests/world/counted-scope.ts'
import { formOf } from '#web/form-data.ts'
import { getForm, markAnswers } from '../forms/index.ts'
import { listWaitingMails } from '../mails/index.ts'
import { listEvents, listNotices, listTasksOf } from '../procedures/index.ts'
import { getCall } from '../programmes/index.ts'
import { listLatestEntries } from '../publishing/index.ts'
import { beginProposal } from './actions/begin.ts'
import { passProposal, returnProposal, ruleOutProposal } from './actions/check.ts'
import { askConsultation, cancelConsultation, recordConsultation } from './actions/consult.ts'
import { recordOutcome, startReview } from './actions/decide.ts'
import { examineProposal, oneProposalRule } from './actions/examine.ts'
import { confirmNegotiation, saveNegotiation } from './actions/negotiate.ts'
import { relateConsultation } from './actions/relate.ts'
import { saveProposal } from './actions/save.ts'
import { submitProposal } from './actions/submit.ts'
import { withdrawProposal } from './actions/withdraw.ts'
import { unmetConditions } from './conditions.ts'
import type { Proposal } from './proposal.ts'
import { getConsultation, listTalkedOver } from './queries/consultations.ts'
import { askPublicFrom, listPublicProposals } from './queries/lists.ts'
import { findNegotiation } from './queries/negotiations.ts'
import { getProposal, lockProposal } from './queries/proposals.ts'
import { findWithdrawal } from './queries/withdrawals.ts'
import { readNegotiationSheet, readProposalSheet } from './sheets.ts'
import {
  type Cast,
  formTyped,
  makeCast,
  makeGroup,
  makeTheme,
  soon,
  typedForm,
} from './world.fixture.ts'

let here: TestCity
let cast: Cast

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'yamaguchi')
  cast = await makeCast(here)
})

const as = <T>(actor: Person, work: (scope: Scope) => Promise<T>, now = soon()): Promise<T> =>
  here.as(actor, work, now)

const ownIdea = () => cast.call.definition.types.find(({ themed }) => !themed)!

const begin = async (more: { theme?: string; groupId?: string } = {}): Promise<string> => {
  const themed = cast.call.definition.types.find((type) => type.themed)!
  const begun = await as(cast.representative, (scope) =>
    beginProposal(scope, here.city, {
      call: cast.call,
      groupId: more.groupId ?? cast.groupId,
      type: more.theme ? themed.code : ownIdea().code,
      theme: more.theme ? { id: more.theme, department: cast.departments[0] } : undefined,
      issueId: undefined,
      channel: 'web',
    }),
  )
  if (!begun.ok) throw new Error(begun.error)
  return begun.value
}

const write = (id: string, more: Record<string, string> = {}, who = cast.representative) =>
  as(who, async (scope) => {
    const form = await getForm(scope, cast.call.definition.forms.proposal)
    return saveProposal(scope, here.city, {
      proposal: await getProposal(scope, id),
      call: cast.call,
      sent: formTyped(form.definition, here.city, more),
    })
  })

const submit = (id: string, now = soon(), who = cast.representative) =>
  as(
    who,
    async (scope) =>
      submitProposal(scope, here.city, {
        proposal: await lockProposal(scope, id),
        call: await getCall(scope, cast.call.id),
        seen: undefined,
      }),
    now,
  )

const look = (id: string): Promise<Proposal> => here.as(visitor, (scope) => getProposal(scope, id))
const tasksOf = (id: string) =>
  here.as(visitor, (scope) => listTasksOf(scope, { kind: 'proposal', id }))
const eventsOf = (id: string) =>
  here.as(visitor, (scope) => listEvents(scope, [{ kind: 'proposal', id }], { publicOnly: false }))
const mailsAbout = async (text: string) =>
  (await here.as(visitor, listWaitingMails)).filter(
    ({ subject, body }) => subject.includes(text) || body.includes(text),
  )

const submitted = async (more: Record<string, string> = {}): Promise<string> => {
  const id = await begin()
  await write(id, more)
  const sent = await submit(id)
  expect(sent.ok).toBe(true)
  return id
}

const check = <T>(
  id: string,
  work: (scope: Scope, given: { proposal: Proposal; call: Cast['call'] }) => Promise<T>,
): Promise<T> =>
  as(cast.office, async (scope) =>
    work(scope, { proposal: await lockProposal(scope, id), call: cast.call }),
  )

const negotiating = async (more: Record<string, string> = {}): Promise<string> => {
  const id = await submitted(more)
  await check(id, (scope, given) =>
    passProposal(scope, here.city, { ...given, department: cast.departments[0] }),
  )
  return id
}

const writeSheet = (
  who: Person,
  id: string,
  given: { side: 'group' | 'department'; values?: Record<string, string>; shown?: object },
) =>
  as(who, async (scope) => {
    const form = await getForm(scope, cast.call.definition.forms.negotiation)
    const typed = typedForm(form.definition, here.city, given.values ?? {})
    return saveNegotiation(scope, here.city, {
      proposal: await lockProposal(scope, id),
      call: cast.call,
      side: given.side,
      sent: formOf({ ...typed, ...(given.shown ? { shown: JSON.stringify(given.shown) } : {}) }),
    })
  })

const confirm = (who: Person, id: string, side: 'group' | 'department', seen?: number) =>
  as(who, async (scope) =>
    confirmNegotiation(scope, here.city, {
      proposal: await lockProposal(scope, id),
      call: cast.call,
      side,
      seen: seen ?? (await readNegotiationSheet(scope, id))!.revision,
    }),
  )

const ready = async (): Promise<string> => {
  const id = await negotiating()
  await writeSheet(cast.representative, id, { side: 'group' })
  await confirm(cast.representative, id, 'group')
  await confirm(cast.department, id, 'department')
  expect((await look(id)).state).toBe('ready')
  return id
}

test('受付番号は、提案書を出したものとしてしまったあとに取る', async () => {
  const id = await begin()
  await write(id)
  const writes = await as(cast.representative, async (scope) => {
    const watched = watchWrites(scope)
    const sent = await submitProposal(watched.scope, here.city, {
      proposal: await lockProposal(scope, id),
      call: await getCall(scope, cast.call.id),
      seen: undefined,
    })
    expect(sent.ok).toBe(true)
    return watched.writes
  })
  expect(writes).toContain('sheets')
  expect(writes.indexOf('number_counters')).toBeGreaterThan(writes.lastIndexOf('sheets'))
})

describe('書いて送る', () => {
  test('下書きは団体の番として締切までの仕事になり、別の日に続きから書ける', async () => {
    const id = await begin()
    expect(await tasksOf(id)).toMatchObject([{ groupId: cast.groupId, dueOn: cast.call.closesOn }])
    await write(id, { project_title: '川べり歩き', requested_amount: '五万' })
    expect(await look(id)).toMatchObject({ title: '川べり歩き', requestedAmount: null })
    const sheet = await here.as(visitor, (scope) => readProposalSheet(scope, id))
    expect(sheet?.answers.requested_amount).toBe('五万')
  })

  test('送ると受付番号が付き、団体に控えのメールが届き、事務局の番になる', async () => {
    const id = await submitted({ project_title: '送った提案' })
    const proposal = await look(id)
    expect(proposal).toMatchObject({ state: 'submitted', requestedAmount: 100_000, years: 1 })
    expect(proposal.receiptNumber).toMatch(/^協提第\d+号$/)
    expect(await tasksOf(id)).toMatchObject([{ role: 'office', dueOn: '2027-01-12' }])
    const mails = await mailsAbout(proposal.receiptNumber!)
    expect(mails).toHaveLength(2)
    const sheet = await here.as(visitor, (scope) => readProposalSheet(scope, id))
    expect(sheet?.sentAt).not.toBeNull()
  })

  test('受付番号は、続けて送っても重ならない', async () => {
    const numbers = new Set<string | null>()
    for (const id of [await submitted(), await submitted(), await submitted()])
      numbers.add((await look(id)).receiptNumber)
    expect(numbers.size).toBe(3)
  })

  test('締切の日の24時ちょうどは、もう送れない。直前の秒は送れる', async () => {
    const [late, inTime] = [await begin(), await begin()]
    await write(late)
    await write(inTime)
    const closing = tokyoInstant(addDays(cast.call.closesOn, 1), '00:00')
    const refused = await submit(late, closing)
    expect(refused.ok).toBe(false)
    if (!refused.ok && refused.error.kind === 'not-ready')
      expect(unmetConditions(refused.error.examination.conditions)).toMatchObject([
        { name: 'condition-window' },
      ])
    expect(await look(late)).toMatchObject({ state: 'draft', receiptNumber: null })
    const sent = await submit(inTime, new Date(closing.getTime() - 1000))
    expect(sent.ok).toBe(true)
  })

  test('足りない欄と数の誤りは、一度に全部伝えられ、下書きは残る', async () => {
    const id = await begin()
    await write(id, {
      project_title: '',
      requested_amount: '1,000,001',
      'budget_expense.0.amount': '90,000',
    })
    const refused = await submit(id)
    expect(refused.ok).toBe(false)
    if (refused.ok || refused.error.kind !== 'not-ready') throw new Error('not refused')
    expect(refused.error.examination.problems.map(({ name }) => name)).toEqual([
      'project_title',
      'budget_expense',
      'requested_amount',
    ])
  })

  test('テーマへの提案では、テーマの上限が求める額の限りになる', async () => {
    const theme = await makeTheme(here, {
      callId: cast.call.id,
      department: cast.departments[0],
      title: '公園の見守り',
      cap: 80_000,
    })
    const id = await begin({ theme })
    expect(await look(id)).toMatchObject({ department: cast.departments[0], themeCap: 80_000 })
    await write(id)
    const refused = await submit(id)
    if (refused.ok || refused.error.kind !== 'not-ready') throw new Error('not refused')
    expect(refused.error.examination.problems.map(({ name }) => name)).toEqual(['requested_amount'])
  })

  test('二人の担当者が同時に送っても、受け付けるのは一度だけ', async () => {
    const id = await begin()
    await write(id)
    const results = await Promise.allSettled([
      submit(id, soon(), cast.representative),
      submit(id, soon(), cast.manager),
    ])
    const sent = results.filter((result) => result.status === 'fulfilled' && result.value.ok)
    expect(sent).toHaveLength(1)
    const events = await eventsOf(id)
    expect(events.filter(({ step }) => step === 'submit')).toHaveLength(1)
  })

  test('一団体一件の募集では、二つの下書きを同時に送っても、受け付けるのは一件だけ', async () => {
    const leader = await here.person('見本 二つ書く人')
    const groupId = await makeGroup(here, '二つ書く会', { representative: leader })
    const representative = await here.reload(leader)
    const { definition } = cast.call
    const rule = { ...definition.eligibility[0]!, code: oneProposalRule }
    const call = {
      ...cast.call,
      definition: { ...definition, eligibility: [...definition.eligibility, rule] },
    }
    const draft = async (): Promise<string> => {
      const begun = await as(representative, (scope) =>
        beginProposal(scope, here.city, {
          call,
          groupId,
          type: ownIdea().code,
          theme: undefined,
          issueId: undefined,
          channel: 'web',
        }),
      )
      if (!begun.ok) throw new Error(begun.error)
      await write(begun.value, {}, representative)
      return begun.value
    }
    const drafts = [await draft(), await draft(), await draft()]
    const results = await Promise.all(
      drafts.map((id) =>
        as(representative, async (scope) =>
          submitProposal(scope, here.city, {
            proposal: await lockProposal(scope, id),
            call,
            seen: undefined,
          }),
        ),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('二人が別々の欄を書いても、どちらの文も残る', async () => {
    const id = await begin()
    await write(id, { project_title: '初めの名前', summary: '初めのあらまし' })
    const shown = await here.as(visitor, async (scope) =>
      markAnswers((await readProposalSheet(scope, id))!.answers),
    )
    const marks = { shown: JSON.stringify(shown) }
    const first = { project_title: '代表が直した名前', summary: '初めのあらまし' }
    const second = { project_title: '初めの名前', summary: '担当が直したあらまし' }
    await write(id, { ...first, ...marks })
    await write(id, { ...second, ...marks }, cast.manager)
    expect(await look(id)).toMatchObject({
      title: '代表が直した名前',
      summary: '担当が直したあらまし',
    })
    const clash = await write(id, { ...second, summary: 'さらに別', ...marks })
    expect(clash).toMatchObject({ ok: false, error: { conflicts: ['summary'] } })
  })
})

describe('書類の確認', () => {
  test('補正は、募集の締切の後でも期限の日までに送れ、受付番号は変わらない', async () => {
    const id = await submitted()
    const number = (await look(id)).receiptNumber
    const dueOn = addDays(cast.call.closesOn, 5)
    await check(id, (scope, given) =>
      returnProposal(scope, here.city, { ...given, reason: '予算の内訳を書いてください', dueOn }),
    )
    expect(await look(id)).toMatchObject({ state: 'returned', correctionDue: dueOn })
    expect(await tasksOf(id)).toMatchObject([{ groupId: cast.groupId, dueOn }])
    expect(await mailsAbout('予算の内訳を書いてください')).toHaveLength(2)
    const late = await submit(id, tokyoInstant(addDays(dueOn, 1), '00:00'))
    expect(late).toMatchObject({ ok: false, error: { kind: 'not-ready' } })
    const again = await submit(id, tokyoInstant(dueOn, '23:59'))
    expect(again.ok).toBe(true)
    expect(await look(id)).toMatchObject({ state: 'submitted', receiptNumber: number })
  })

  test('期限を過ぎた補正には、事務局が新しい期限を出せる', async () => {
    const id = await submitted()
    const given = { reason: '直してください', dueOn: '2026-11-25' } as const
    await check(id, (scope, at) => returnProposal(scope, here.city, { ...at, ...given }))
    await check(id, (scope, at) =>
      returnProposal(scope, here.city, { ...at, reason: '延ばします', dueOn: '2026-12-10' }),
    )
    expect(await look(id)).toMatchObject({ state: 'returned', correctionDue: '2026-12-10' })
  })

  test('対象外には、理由と文書番号の付いた通知書が出て、団体にメールで届く', async () => {
    const id = await submitted()
    const done = await check(id, (scope, given) =>
      ruleOutProposal(scope, here.city, { ...given, reason: '市内の事業ではないため' }),
    )
    expect(done).toMatchObject({ ok: true, value: { state: 'ineligible' } })
    const notices = await here.as(visitor, (scope) => listNotices(scope, { kind: 'proposal', id }))
    expect(notices).toMatchObject([{ kind: 'proposal-ineligible' }])
    expect(notices[0]?.number).toMatch(/^山協推第\d+号$/)
    expect(await mailsAbout('市内の事業ではないため')).toHaveLength(2)
    expect(await tasksOf(id)).toEqual([])
  })

  test('確認が済むと担当課に知らせが行き、協議シートに提案の文が写っている', async () => {
    const id = await negotiating({ group_role: '団体が歩いて確かめる' })
    expect(await tasksOf(id)).toMatchObject([
      { groupId: cast.groupId, dueOn: '2027-02-05' },
      { role: 'department', department: cast.departments[0], dueOn: '2027-02-05' },
    ])
    const sheet = await here.as(visitor, (scope) => readNegotiationSheet(scope, id))
    expect(sheet?.answers.group_role).toBe('団体が歩いて確かめる')
    const mails = await mailsAbout('提案の担当課になりました')
    expect(mails.length).toBeGreaterThan(0)
  })
})

describe('担当課との協議', () => {
  test('双方が同じ版を確認すると、結果とともに審査待ちになる', async () => {
    const id = await negotiating()
    expect(await writeSheet(cast.department, id, { side: 'department' })).toEqual({
      ok: true,
      value: 'saved',
    })
    expect(await confirm(cast.department, id, 'department')).toEqual({
      ok: true,
      value: 'waits-for-other',
    })
    expect(await tasksOf(id)).toMatchObject([{ groupId: cast.groupId }])
    expect(await confirm(cast.manager, id, 'group')).toEqual({ ok: true, value: 'closed' })
    const negotiation = await here.as(visitor, (scope) => findNegotiation(scope, id))
    expect(negotiation).toMatchObject({ outcome: 'feasible' })
    expect(negotiation?.closedAt).not.toBeNull()
    expect(await look(id)).toMatchObject({ state: 'ready' })
  })

  test('確認の後の書き換えは双方の確認を取り消し、何が変わったかを残す', async () => {
    const id = await negotiating()
    await writeSheet(cast.representative, id, { side: 'group' })
    await confirm(cast.representative, id, 'group')
    const changed = { side: 'department', values: { city_role: '市は広報をする' } } as const
    expect(await writeSheet(cast.department, id, changed)).toEqual({ ok: true, value: 'undone' })
    const negotiation = await here.as(visitor, (scope) => findNegotiation(scope, id))
    expect(negotiation).toMatchObject({ group: null, departmentSide: null })
    expect(await tasksOf(id)).toHaveLength(2)
    const last = (await eventsOf(id)).at(-1)
    expect(last?.title.ja).toContain('市の役割と責任')
    expect(last?.title.ja).toContain('前の確認は取り消し')
    expect(last?.actorName).toBe('見本 課員')
    expect(await mailsAbout('協議シートが変わりました')).not.toEqual([])
  })

  test('何も変えずに保存しても、確認は取り消されない', async () => {
    const id = await negotiating()
    await writeSheet(cast.representative, id, { side: 'group' })
    await confirm(cast.representative, id, 'group')
    expect(await writeSheet(cast.department, id, { side: 'department' })).toEqual({
      ok: true,
      value: 'unchanged',
    })
    const negotiation = await here.as(visitor, (scope) => findNegotiation(scope, id))
    expect(negotiation?.group).not.toBeNull()
  })

  test('見ていた版が古いときと、書き終えていないときは、確認できない', async () => {
    const id = await negotiating()
    expect(await confirm(cast.representative, id, 'group')).toMatchObject({
      ok: false,
      error: { kind: 'incomplete' },
    })
    await writeSheet(cast.representative, id, { side: 'group' })
    expect(await confirm(cast.representative, id, 'group', 1)).toMatchObject({
      ok: false,
      error: { kind: 'changed-since' },
    })
  })

  test('双方の確認がない協議は、データベースが閉じさせない', async () => {
    const id = await negotiating()
    await expect(
      as(cast.office, (scope) =>
        scope.db
          .updateTable('negotiations')
          .set({ closed_at: scope.now, outcome: 'feasible', group_revision: 1 })
          .where('city_id', '=', scope.city.id)
          .where('proposal_id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow('check')
  })
})

describe('取下げ', () => {
  test.each(['draft', 'submitted', 'negotiating', 'ready'] as const)(
    '%s の提案は取り下げられ、理由が残り、待つ人がいなくなる',
    async (state) => {
      const make = { draft: begin, submitted, negotiating, ready }[state]
      const id = await make()
      const done = await as(cast.manager, async (scope) =>
        withdrawProposal(scope, here.city, {
          proposal: await lockProposal(scope, id),
          call: cast.call,
          reason: '人手が足りないため',
          channel: 'web',
        }),
      )
      expect(done).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
      const kept = await here.as(visitor, (scope) => findWithdrawal(scope, id))
      expect(kept).toMatchObject({ fromState: state, reason: '人手が足りないため' })
      expect(await tasksOf(id)).toEqual([])
    },
  )

  test('取り下げた提案は、公開の一覧と検索から消える', async () => {
    const id = await submitted({ project_title: '消える提案' })
    const listed = () =>
      here.as(visitor, async (scope) => ({
        list: (await listPublicProposals(scope, { page: 1 })).proposals.some(
          (one) => one.id === id,
        ),
        entries: (await listLatestEntries(scope, { most: 100 })).some((entry) => entry.id === id),
      }))
    expect(await listed()).toEqual({ list: true, entries: true })
    await as(cast.manager, async (scope) =>
      withdrawProposal(scope, here.city, {
        proposal: await lockProposal(scope, id),
        call: cast.call,
        reason: '都合',
        channel: 'web',
      }),
    )
    expect(await listed()).toEqual({ list: false, entries: false })
  })
})

describe('審査からの呼び出し', () => {
  test('審査待ちの提案だけが審査に入り、一つでも違えばどれも入らない', async () => {
    const [good, bad] = [await ready(), await submitted()]
    await expect(
      as(cast.office, async (scope) => {
        const started = await startReview(scope, [good, bad])
        if (!started.ok) throw new Error(started.error.problem)
      }),
    ).rejects.toThrow('not-from-here')
    expect((await look(good)).state).toBe('ready')
    await as(cast.office, (scope) => startReview(scope, [good]))
    expect((await look(good)).state).toBe('reviewing')
  })

  test('決定は団体にはできず、事務局が記録すると次点からも採択へ進める', async () => {
    const id = await ready()
    await as(cast.office, (scope) => startReview(scope, [id]))
    const own = await as(cast.representative, (scope) => recordOutcome(scope, { id }, 'selected'))
    expect(own).toEqual({ ok: false, error: 'not-your-role' })
    await as(cast.office, (scope) => recordOutcome(scope, { id }, 'reserve'))
    expect((await look(id)).state).toBe('reserve')
    const accepted = await as(cast.representative, (scope) =>
      recordOutcome(scope, { id }, 'selected'),
    )
    expect(accepted).toMatchObject({ ok: true, value: { state: 'selected' } })
    const theirs = await here.as(visitor, (scope) =>
      askAlone(scope, askPublicFrom(scope, { kind: 'group', id: cast.groupId })),
    )
    expect(theirs.map((one) => one.id)).toContain(id)
  })

  test('不採択の提案は、件数だけを伝える制度では公開されない', async () => {
    const id = await ready()
    await as(cast.office, (scope) => startReview(scope, [id]))
    await as(cast.office, (scope) => recordOutcome(scope, { id }, 'not_selected'))
    const { proposals } = await here.as(visitor, (scope) => listPublicProposals(scope, { page: 1 }))
    expect(proposals.some((one) => one.id === id)).toBe(false)
  })
})

describe('事前相談', () => {
  let groupId: string
  let leader: Person
  beforeAll(async () => {
    groupId = await makeGroup(here, '道しるべの会', { representative: cast.representative })
    leader = await here.reload(cast.representative)
  })
  const ask = (about: { readonly proposalId?: string; readonly themeId?: string } = {}) =>
    as(leader, async (scope) => {
      const form = await getForm(scope, cast.call.definition.forms.consultation)
      const asked = await askConsultation(scope, here.city, {
        groupId,
        callId: cast.call.id,
        proposalId: about.proposalId ?? null,
        themeId: about.themeId ?? null,
        form,
        sent: formTyped(form.definition, here.city, { topic: '見守りの進め方' }),
      })
      if (!asked.ok) throw new Error('refused')
      return asked.value
    })
  const stageIn = async (id: string) => {
    const proposal = await look(id)
    const { conditions } = await here.as(visitor, (scope) =>
      examineProposal(scope, here.city, { proposal, call: cast.call }),
    )
    return conditions.find(({ code }) => code === 'consultation')?.level
  }

  test('申し込むとセンターと事務局の番になり、記録すると提案の条件が満たされる', async () => {
    const proposalId = await begin({ groupId })
    const id = await ask({ proposalId })
    const waiting = await here.as(visitor, (scope) =>
      listTasksOf(scope, { kind: 'consultation', id }),
    )
    expect(waiting.map(({ role }) => role).sort()).toEqual(['centre', 'office'])
    // One thing to do for both has one day, and says whose consultation it is.
    expect(new Set(waiting.map(({ dueOn }) => dueOn)).size).toBe(1)
    expect(waiting[0]?.subjectTitle.ja).toContain('道しるべの会')
    expect(await stageIn(proposalId)).toBe('caution')
    await as(cast.centre, async (scope) =>
      recordConsultation(scope, here.city, {
        consultation: await getConsultation(scope, id),
        record: { heldOn: '2026-11-20', advisor: '相談員', note: '道路の課にも聞くこと' },
      }),
    )
    expect(await stageIn(proposalId)).toBe('met')
    expect(await mailsAbout('事前相談の記録ができました')).not.toEqual([])
  })

  const relate = (id: string, proposalId: string | undefined, who = cast.centre) =>
    as(who, async (scope) =>
      relateConsultation(scope, {
        consultation: await getConsultation(scope, id),
        proposal: proposalId ? await getProposal(scope, proposalId) : undefined,
      }),
    )
  const makeThemes = () =>
    Promise.all(
      ['見守りの道', '公園の花壇'].map((title) =>
        makeTheme(here, {
          callId: cast.call.id,
          department: cast.departments[0],
          title,
          cap: null,
        }),
      ),
    )

  test('ほかのことについての相談は、この提案の相談として数えない', async () => {
    const [theme, other] = await makeThemes()
    const [own, themed] = [await begin({ groupId }), await begin({ theme: theme!, groupId })]
    await ask()
    await ask({ themeId: other! })
    await ask({ proposalId: own })
    expect(await stageIn(own)).toBe('caution')
    const consultation = async (id: string) => {
      const proposal = await look(id)
      return here.as(visitor, (scope) => listTalkedOver(scope, proposal))
    }
    expect((await consultation(own)).counted).toHaveLength(1)
    expect((await consultation(themed)).counted).toEqual([])
    const about = await ask({ themeId: theme! })
    expect((await consultation(themed)).counted.map(({ id }) => id)).toEqual([about])
    expect((await consultation(own)).counted.map(({ id }) => id)).not.toContain(about)
  })

  test('どの提案についての相談かを職員が記録すると、その提案だけの相談になり、経過に残る', async () => {
    const [first, second] = [await begin({ groupId }), await begin({ groupId })]
    const id = await ask()
    const counted = async (proposalId: string) => {
      const proposal = await look(proposalId)
      const { counted: found } = await here.as(visitor, (scope) => listTalkedOver(scope, proposal))
      return found.some((one) => one.id === id)
    }
    await relate(id, first)
    expect([await counted(first), await counted(second)]).toEqual([true, false])
    await relate(id, second)
    expect([await counted(first), await counted(second)]).toEqual([false, true])
    const told = await here.as(visitor, (scope) =>
      listEvents(scope, [{ kind: 'consultation', id }], { publicOnly: false }),
    )
    expect(told.filter(({ step }) => step === 'relate')).toHaveLength(2)
    await relate(id, undefined)
    expect(await counted(second)).toBe(false)
  })

  test('相談から書き始めた提案は、その相談をはじめから自分の相談として持つ', async () => {
    const id = await ask()
    const begun = await as(leader, async (scope) =>
      beginProposal(scope, here.city, {
        call: cast.call,
        groupId,
        type: ownIdea().code,
        theme: undefined,
        issueId: undefined,
        channel: 'web',
        consultation: await getConsultation(scope, id),
      }),
    )
    if (!begun.ok) throw new Error(begun.error)
    expect(await here.as(visitor, (scope) => getConsultation(scope, id))).toMatchObject({
      proposalId: begun.value,
    })
  })

  test('テーマについての相談は、そのテーマの課の机にも載り、記録されると消える', async () => {
    const [theme] = await makeThemes()
    const id = await ask({ themeId: theme! })
    const waiting = () =>
      here.as(visitor, (scope) => listTasksOf(scope, { kind: 'consultation', id }))
    expect((await waiting()).map(({ department }) => department)).toContain(cast.departments[0])
    await as(cast.centre, async (scope) =>
      recordConsultation(scope, here.city, {
        consultation: await getConsultation(scope, id),
        record: { heldOn: '2026-11-20', advisor: '相談員', note: '話した' },
      }),
    )
    expect(await waiting()).toEqual([])
  })

  test('団体は自分の相談を記録できず、理由を書いて取りやめられる', async () => {
    const id = await ask()
    const record = { heldOn: '2026-11-20', advisor: '自分', note: '自分' } as const
    const own = await as(leader, async (scope) =>
      recordConsultation(scope, here.city, {
        consultation: await getConsultation(scope, id),
        record,
      }),
    )
    expect(own).toEqual({ ok: false, error: 'not-your-role' })
    const done = await as(leader, async (scope) =>
      cancelConsultation(scope, here.city, {
        consultation: await getConsultation(scope, id),
        reason: '日程が合わない',
      }),
    )
    expect(done).toMatchObject({ ok: true, value: { state: 'cancelled' } })
  })
})

test('公開の進み具合には、補正や取下げの理由を出さない', async () => {
  const id = await submitted()
  await check(id, (scope, given) =>
    returnProposal(scope, here.city, { ...given, reason: '内々の理由', dueOn: '2026-12-10' }),
  )
  const open = await here.as(visitor, (scope) =>
    listEvents(scope, [{ kind: 'proposal', id }], { publicOnly: true }),
  )
  expect(open.map(({ step }) => step)).toEqual(['submit'])
})

import { expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { askAlone } from '#data/together.ts'
import type { Person } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestStore } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import { getForm, listSheets, readForm } from '../forms/index.ts'
import { listEvents, listTasksOf } from '../procedures/index.ts'
import { typedForm } from '../proposals/world.fixture.ts'
import { lookAtAgreement, reopenAgreement, saveAgreement } from './actions/agreement.ts'
import { beginDueProjects } from './actions/begin.ts'
import { closeProject, recordContinuation, terminateProject } from './actions/end.ts'
import { saveProgress } from './actions/progress.ts'
import { remindLate } from './actions/remind.ts'
import { answerInterim, extendCorrection, returnReport, saveInterim } from './actions/report.ts'
import { withdrawSignature } from './actions/sign.ts'
import { composeBody, hashText } from './agreement-text.ts'
import { continuationFigure } from './live-figure.ts'
import { getAgreement } from './queries/agreements.ts'
import { askEntries } from './queries/entries.ts'
import { askProjectsFrom, continuationRate, listProjects, takeCensus } from './queries/lists.ts'
import {
  acceptFor,
  agreementOf,
  beginFor,
  concludeFor,
  days,
  must,
  openProjectWorld,
  type ProjectWorld,
  projectOf,
  reportFor,
  settleFor,
  signFor,
  talks,
  withSituation,
} from './world.fixture.ts'

const store = await openTestStore(() => days.decided)

const tasksOf = (world: ProjectWorld) =>
  world.town.as(world.office, (scope) =>
    listTasksOf(scope, { kind: 'project', id: world.projectId }),
  )

const mailsOf = (world: ProjectWorld) =>
  world.town.as(world.office, (scope) =>
    scope.db
      .selectFrom('mails')
      .select(['to_address', 'subject', 'attachment_file_id'])
      .where('city_id', '=', scope.city.id)
      .execute(),
  )

const edit = (
  world: ProjectWorld,
  actor: Person,
  given: { readonly base?: string; readonly at: number; readonly text: string },
) =>
  withSituation(world, { actor, now: days.signed }, async (scope, situation) => {
    const { version } = await getAgreement(scope, world.projectId)
    const articles = version.content.articles.map((article, at) =>
      at === given.at ? { ...article, text: given.text } : article,
    )
    return saveAgreement(scope, {
      ...situation,
      typed: { base: given.base ?? version.sha256, articles },
    })
  })

test('採択された提案は、協議シートの言葉が入った協定書の案を持つ事業になる', async () => {
  const world = await openProjectWorld(store, { years: 2 })
  const project = await projectOf(world)
  expect(project).toMatchObject({
    state: 'agreeing',
    title: '川べりの見守り',
    groupName: '川べりの会',
    department: world.departments[0],
    modes: [world.town.city.modes[0]!.code],
    cityShare: 300_000,
    firstFiscalYear: 2027,
    lastFiscalYear: 2028,
    years: [],
  })
  const { version, state } = await agreementOf(world)
  expect(state).toBe('drafting')
  for (const words of [talks.purpose, talks.city_role, '45,000円', '300,000円以内'])
    expect(version.body).toContain(words)
  expect((await tasksOf(world)).map(({ step }) => step).sort()).toEqual(['look', 'look', 'settle'])
  const written = (await mailsOf(world)).filter(({ subject }) => subject.includes('協定書の案'))
  expect(written).toHaveLength(3)
})

const setShare = (world: ProjectWorld, heading: string, amount: string) =>
  edit(world, world.department, {
    at: 0,
    text: `費用を出し合う。\n\n【${heading}】\n・謝金　${amount}\n合計　${amount}`,
  })

test('市の費用が第1条の額（300,000円以内）をこえる本文は確定できず、直せば確定できる', async () => {
  const world = await openProjectWorld(store)
  const heading = (await agreementOf(world)).version.content.cityCosts ?? ''
  expect(heading).not.toBe('')
  must(await setShare(world, heading, '400,000円'))
  expect(await settleFor(world)).toEqual({ ok: false, error: 'sums-differ' })
  expect((await agreementOf(world)).state).toBe('drafting')
  must(await setShare(world, heading, '300,000円'))
  expect(must(await settleFor(world))).toBe('signing')
})

const look = (world: ProjectWorld, actor: Person, side: 'group' | 'city') =>
  withSituation(world, { actor, now: days.signed }, async (scope, situation) => {
    const { version } = await getAgreement(scope, world.projectId)
    return lookAtAgreement(scope, { ...situation, side, seen: version.sha256 })
  })

test('本文を確かめた側の仕事はなくなり、相手が本文を直すと、もう一度確かめる', async () => {
  const world = await openProjectWorld(store)
  const waiting = async () =>
    (await tasksOf(world)).filter(({ step }) => step === 'look').map(({ groupId }) => groupId)
  must(await look(world, world.manager, 'group'))
  expect(await waiting()).toEqual([null])
  must(await look(world, world.manager, 'group'))
  expect((await agreementOf(world)).looks.map(({ side }) => side)).toEqual(['group'])
  must(await edit(world, world.department, { at: 0, text: '目的を言い直した文' }))
  expect(await waiting()).toEqual([world.groupId])
  expect((await agreementOf(world)).looks.map(({ side }) => side)).toEqual(['city'])
})

test('同じ提案の決定がもう一度知らされても、事業は一つのまま', async () => {
  const world = await openProjectWorld(store)
  await world.town.as(world.office, (scope) =>
    scope.outside.announce(scope, {
      name: 'proposal.decided',
      subjectKind: 'proposal',
      subjectId: world.proposalId,
      data: { outcome: 'conditional', amount: 1 },
    }),
  )
  expect((await projectOf(world)).cityShare).toBe(300_000)
  await world.town.as(world.office, async (scope) => {
    expect((await listProjects(scope, { page: 1 })).total).toBe(1)
  })
})

test('不採択や次点の決定からは、事業はできない', async () => {
  const world = await openProjectWorld(store)
  const found = await world.town.as(world.office, async (scope) => {
    const id = newId()
    const { proposalId } = world
    await scope.db
      .insertInto('proposals')
      .columns([
        'city_id',
        'id',
        'call_id',
        'group_id',
        'type',
        'state',
        'created_at',
        'updated_at',
      ])
      .expression((from) =>
        from
          .selectFrom('proposals')
          .select((is) => [
            'city_id',
            is.val(id).as('id'),
            'call_id',
            'group_id',
            'type',
            is.val('draft').as('state'),
            'created_at',
            'updated_at',
          ])
          .where('id', '=', proposalId),
      )
      .execute()
    for (const outcome of ['reserve', 'not_selected'])
      await scope.outside.announce(scope, {
        name: 'proposal.decided',
        subjectKind: 'proposal',
        subjectId: id,
        data: { outcome, amount: 0 },
      })
    return askAlone(scope, askProjectsFrom(scope, { kind: 'proposal', id }))
  })
  expect(found).toEqual([])
})

test('団体と担当課が別々の条を直すと、どちらの文も残り、だれが直したかも残る', async () => {
  const world = await openProjectWorld(store)
  const before = await agreementOf(world)
  must(await edit(world, world.manager, { at: 0, text: '団体が直した文' }))
  const after = await edit(world, world.department, {
    base: before.version.sha256,
    at: 1,
    text: '担当課が直した文',
  })
  expect(after.ok).toBe(true)
  const { version } = await agreementOf(world)
  expect(version.content.articles[0]?.text).toBe('団体が直した文')
  expect(version.content.articles[1]?.text).toBe('担当課が直した文')
  expect(version.authorName).toBe(world.department.name)
  expect(version.sha256).toBe(hashText(composeBody(version.content)))
})

test('同じ条を同時に直すと、後の人に食い違いが示され、先の人の文は消えない', async () => {
  const world = await openProjectWorld(store)
  const { version } = await agreementOf(world)
  must(await edit(world, world.manager, { at: 0, text: '先の文' }))
  const result = await withSituation(
    world,
    { actor: world.department, now: days.signed },
    (scope, situation) =>
      saveAgreement(scope, {
        ...situation,
        typed: {
          base: version.sha256,
          articles: version.content.articles.map((article, at) =>
            at === 0 ? { ...article, text: '後の文' } : article,
          ),
        },
      }),
  )
  expect(result).toMatchObject({ ok: false, error: { kind: 'conflicts' } })
  expect((await agreementOf(world)).version.content.articles[0]?.text).toBe('先の文')
})

test('読んでいない本文には署名できず、一人目の署名の後は本文を変えられない', async () => {
  const world = await openProjectWorld(store)
  const old = (await agreementOf(world)).version.sha256
  must(await edit(world, world.manager, { at: 0, text: '直した文' }))
  must(await settleFor(world))
  const stale = await signFor(world, { actor: world.representative, side: 'group', seen: old })
  expect(stale).toEqual({ ok: false, error: 'changed-since' })
  must(await signFor(world, { actor: world.representative, side: 'group' }))
  const reopened = await withSituation(
    world,
    { actor: world.office, now: days.signed },
    (scope, situation) =>
      reopenAgreement(scope, world.town.city, { ...situation, reason: '直したい' }),
  )
  expect(reopened).toEqual({ ok: false, error: 'signed-by-one' })
  const changed = await edit(world, world.manager, { at: 0, text: 'こっそり直した文' })
  expect(changed.ok).toBe(false)
})

test('署名を理由とともに取り下げると、本文の作成に戻せる', async () => {
  const world = await openProjectWorld(store)
  must(await settleFor(world))
  must(await signFor(world, { actor: world.representative, side: 'group' }))
  const withdrawn = await withSituation(
    world,
    { actor: world.representative, now: days.signed },
    (scope, situation) =>
      withdrawSignature(scope, world.town.city, {
        ...situation,
        side: 'group',
        reason: '金額を確かめたい',
      }),
  )
  expect(withdrawn.ok).toBe(true)
  expect((await agreementOf(world)).signatures).toEqual([])
  const reopened = await withSituation(
    world,
    { actor: world.office, now: days.signed },
    (scope, situation) =>
      reopenAgreement(scope, world.town.city, { ...situation, reason: '直したい' }),
  )
  expect(reopened.ok).toBe(true)
  const events = await world.town.as(world.office, (scope) =>
    listEvents(scope, [{ kind: 'project', id: world.projectId }], { publicOnly: false }),
  )
  expect(events.find(({ step }) => step === 'withdraw-signature')?.reason).toBe('金額を確かめたい')
})

test('双方の署名で協定が結ばれ、文書番号のあるPDFが双方に届く', async () => {
  const world = await openProjectWorld(store)
  await concludeFor(world)
  const agreement = await agreementOf(world)
  expect(agreement.state).toBe('signed')
  expect(agreement.documentNumber).toMatch(/第\d+号/)
  expect(agreement.signatures.map(({ side, sha256 }) => [side, sha256]).sort()).toEqual([
    ['city', agreement.version.sha256],
    ['group', agreement.version.sha256],
  ])
  const sent = (await mailsOf(world)).filter(({ subject }) => subject.includes('協定を結びました'))
  expect(sent).toHaveLength(3)
  expect(sent.every(({ attachment_file_id: file }) => file !== null)).toBe(true)
  // It was signed in March: the project begins on its first day.
  expect((await projectOf(world)).state).toBe('agreeing')
})

const refused = (world: ProjectWorld, work: (scope: Scope) => Promise<unknown>): Promise<string> =>
  world.town
    .as(world.office, async (scope) => {
      const result = await work(scope)
      // A statement that a wall turns into „nothing to do“ changes no row.
      return `rows:${(result as { numUpdatedRows?: bigint; numDeletedRows?: bigint }).numUpdatedRows ?? (result as { numDeletedRows?: bigint }).numDeletedRows}`
    })
    .catch((error: Error) => `error:${error.message}`)

test('結んだ協定は、プログラムが間違っていてもデータベースが変えさせない', async () => {
  const world = await openProjectWorld(store)
  const other = (await agreementOf(world)).version.sha256
  must(await edit(world, world.manager, { at: 0, text: '直した文' }))
  must(await settleFor(world))
  // Control: while nobody has signed, another version may be named.
  expect(
    await refused(world, (scope) =>
      scope.db
        .updateTable('agreements')
        .set({ updated_at: scope.now })
        .where('project_id', '=', world.projectId)
        .executeTakeFirst(),
    ),
  ).toBe('rows:1')
  must(await signFor(world, { actor: world.representative, side: 'group' }))
  const name = (scope: Scope) =>
    scope.db
      .updateTable('agreements')
      .set({ text_sha256: other })
      .where('project_id', '=', world.projectId)
      .executeTakeFirst()
  expect(await refused(world, name)).toContain('foreign key')
  const early = (scope: Scope) =>
    scope.db
      .updateTable('agreements')
      .set({ state: 'signed', signed_at: scope.now, document_number: 'x', notice_id: null })
      .where('project_id', '=', world.projectId)
      .executeTakeFirst()
  expect(await refused(world, early)).toMatch(/^error:/)
  must(await signFor(world, { actor: world.department, side: 'city' }))
  expect(await refused(world, name)).toBe('rows:0')
  const takeBack = (scope: Scope) =>
    scope.db
      .deleteFrom('agreement_signatures')
      .where('project_id', '=', world.projectId)
      .executeTakeFirst()
  expect(await refused(world, takeBack)).toBe('rows:0')
  const rename = (scope: Scope) =>
    scope.db
      .updateTable('agreement_signatures')
      .set({ name: 'ほかの人' })
      .where('project_id', '=', world.projectId)
      .executeTakeFirst()
  expect(await refused(world, rename)).toContain('permission denied')
})

test('保存した本文は書きかえも消しもできず、指紋の合わない本文は保存できない', async () => {
  const world = await openProjectWorld(store)
  const { sha256 } = (await agreementOf(world)).version
  const rewrite = (scope: Scope) =>
    scope.db
      .updateTable('agreement_texts')
      .set({ body: '別の文' })
      .where('text_sha256', '=', sha256)
      .executeTakeFirst()
  expect(await refused(world, rewrite)).toContain('permission denied')
  const drop = (scope: Scope) =>
    scope.db.deleteFrom('agreement_texts').where('text_sha256', '=', sha256).executeTakeFirst()
  expect(await refused(world, drop)).toContain('permission denied')
  const insert = (body: string) => (scope: Scope) =>
    scope.db
      .insertInto('agreement_texts')
      .values({
        city_id: scope.city.id,
        project_id: world.projectId,
        text_sha256: hashText('ほんとうの文'),
        body,
        content: '{}',
        author_name: 'x',
        author_role: 'x',
        written_at: scope.now,
      })
      .executeTakeFirst()
  expect(await refused(world, insert('うその文'))).toContain('violates check constraint')
  expect(await refused(world, insert('ほんとうの文'))).not.toContain('error')
})

test('署名した協定の事業は、最初の日が来ると一度だけ始まる', async () => {
  const world = await openProjectWorld(store)
  await concludeFor(world)
  const begin = (now: Date) =>
    world.town.as(world.office, (scope) => beginDueProjects(scope, world.town.city), now)
  expect(await begin(new Date('2027-03-31T14:59:00Z'))).toBe(0)
  expect(await begin(new Date('2027-03-31T15:00:00Z'))).toBe(1)
  expect(await begin(days.begun)).toBe(0)
  expect(await projectOf(world)).toMatchObject({ state: 'running', years: [{ fiscalYear: 2027 }] })
})

test('最初の日の後に署名がそろった事業は、その場で始まる', async () => {
  const world = await openProjectWorld(store)
  await concludeFor(world, days.begun)
  expect((await projectOf(world)).state).toBe('running')
})

test('結ばれていない協定の事業は、日が来ても始まらない', async () => {
  const world = await openProjectWorld(store)
  await world.town.as(world.office, (scope) => beginDueProjects(scope, world.town.city), days.begun)
  expect((await projectOf(world)).state).toBe('agreeing')
})

const writeEntry = (
  world: ProjectWorld,
  given: { readonly actor: Person; readonly side: 'group' | 'city'; readonly id?: string } & {
    readonly more?: Record<string, string>
    readonly public?: boolean
    readonly text?: string
  },
) =>
  withSituation(
    world,
    { actor: given.actor, now: days.summer },
    async (scope, { project, call }) => {
      const form = await getForm(scope, call.definition.forms.progress)
      const sent = formOf(
        typedForm(form.definition, world.town.city, { date: '令和9年7月20日', ...given.more }),
      )
      return saveProgress(scope, project, {
        id: given.id ?? newId(),
        side: given.side,
        fiscalYear: 2027,
        sheet: { form, reading: readForm(form.definition, sent, world.town.city), sent },
        publication: { public: given.public ?? false, text: given.text ?? '' },
        problems: [],
      })
    },
  )

test('活動の記録は両方の側から書け、公開した記録だけがだれにでも見える', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  expect(
    await writeEntry(world, {
      actor: world.manager,
      side: 'group',
      public: true,
      text: '公開の文',
    }),
  ).toEqual([])
  expect(await writeEntry(world, { actor: world.department, side: 'city' })).toEqual([])
  await world.town.as(world.office, async (scope) => {
    const all = await askAlone(scope, askEntries(scope, world.projectId, { publicOnly: false }))
    expect(all.map(({ side }) => side).sort()).toEqual(['city', 'group'])
    const open = await askAlone(scope, askEntries(scope, world.projectId, { publicOnly: true }))
    expect(open.map(({ body }) => body)).toEqual(['公開の文'])
  })
})

test('書きかけの記録は下書きとして残り、直して送ると記録になる。未来の日は書けない', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  const id = newId()
  const given = { actor: world.manager, side: 'group', id } as const
  expect(await writeEntry(world, { ...given, more: { date: '' } })).not.toEqual([])
  expect(
    (await writeEntry(world, { ...given, more: { date: '令和9年8月2日' } })).map(
      ({ name }) => name,
    ),
  ).toEqual(['date'])
  await world.town.as(world.office, async (scope) => {
    expect(
      await askAlone(scope, askEntries(scope, world.projectId, { publicOnly: false })),
    ).toEqual([])
    const sheets = await listSheets(scope, { kind: 'project', id: world.projectId })
    expect(sheets.get(`progress-${id}`)?.sentAt).toBeNull()
  })
  expect(await writeEntry(world, given)).toEqual([])
  await world.town.as(world.office, async (scope) => {
    expect(
      await askAlone(scope, askEntries(scope, world.projectId, { publicOnly: false })),
    ).toHaveLength(1)
  })
})

const reviewFor = (world: ProjectWorld) =>
  withSituation(world, { actor: world.manager, now: days.interim }, async (scope, situation) => {
    const form = await getForm(scope, situation.call.definition.forms.interim)
    const sent = formOf(typedForm(form.definition, world.town.city))
    const reading = readForm(form.definition, sent, world.town.city)
    return saveInterim(scope, world.town.city, {
      ...situation,
      sheet: { form, reading, sent, send: true },
    })
  })

test('中間ふりかえりは団体が送り、担当課が返答し、その後は実績報告だけが待たれる', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  expect(must(await reviewFor(world))).toEqual({ problems: [], sent: true })
  expect((await tasksOf(world)).map(({ step }) => step).sort()).toEqual([
    'answer-interim',
    'report',
  ])
  const answered = await withSituation(
    world,
    { actor: world.department, now: days.interim },
    (scope, situation) =>
      answerInterim(scope, world.town.city, { ...situation, answer: '広報を増やします' }),
  )
  expect(must(answered).years[0]).toMatchObject({
    state: 'running',
    interimAnswer: '広報を増やします',
  })
  expect((await tasksOf(world)).map(({ step }) => step)).toEqual(['report'])
})

test('支出が収入をこえる報告は受け取らず、書いた内容は残る', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  const taken = must(await reportFor(world, { rows: { income: 300_000, expense: 310_000 } }))
  expect(taken.sent).toBe(false)
  expect(taken.problems.map(({ name, text }) => [name, text.ja])).toEqual([
    ['expense', expect.stringContaining('10,000円')],
  ])
  expect((await projectOf(world)).state).toBe('running')
})

test('報告は補正のお願いで戻り、期限を延ばせて、直すと確認され、評価を待つ', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  expect(must(await reportFor(world)).sent).toBe(true)
  expect((await projectOf(world)).state).toBe('reported')
  const asOffice = { actor: world.office, now: days.accepted }
  const returned = await withSituation(world, asOffice, (scope, situation) =>
    returnReport(scope, world.town.city, {
      ...situation,
      reason: '参加した人数を書いてください',
      due: '2028-05-22',
    }),
  )
  expect(must(returned)).toMatchObject({
    state: 'running',
    years: [{ state: 'returned', correctionDue: '2028-05-22' }],
  })
  const extended = await withSituation(world, asOffice, (scope, situation) =>
    extendCorrection(scope, world.town.city, {
      ...situation,
      reason: '担当者の入院',
      due: '2028-06-10',
    }),
  )
  expect(must(extended).years[0]?.correctionDue).toBe('2028-06-10')
  must(await reportFor(world, { now: days.accepted }))
  const accepted = must(await acceptFor(world))
  expect(accepted.years[0]).toMatchObject({ state: 'accepted' })
})

test('使わなかった市の負担は、確認のメールで額とともに知らされる', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  must(await reportFor(world, { rows: { income: 300_000, expense: 250_000 } }))
  must(await acceptFor(world))
  const bodies = await world.town.as(world.office, (scope) =>
    scope.db
      .selectFrom('mails')
      .select('body')
      .where('city_id', '=', scope.city.id)
      .where('subject', 'like', '%実績報告を確認しました%')
      .execute(),
  )
  expect(bodies.length).toBeGreaterThan(0)
  expect(bodies[0]?.body).toContain('50,000円')
})

test('2年の事業は、1年目の実績を確認すると2年目が開き、2年目の確認で終わりに向かう', async () => {
  const world = await openProjectWorld(store, { years: 2 })
  await beginFor(world)
  must(await reportFor(world))
  expect((await projectOf(world)).state).toBe('running')
  const next = must(await acceptFor(world))
  expect(next.state).toBe('running')
  expect(next.years.map(({ fiscalYear, state }) => [fiscalYear, state])).toEqual([
    [2027, 'accepted'],
    [2028, 'running'],
  ])
  expect((await tasksOf(world)).map(({ step, dueOn }) => [step, dueOn])).toEqual([
    ['interim', '2028-10-31'],
    ['report', '2029-04-27'],
  ])
  must(await reportFor(world, { now: days.second }))
  const last = must(await acceptFor(world, days.second))
  expect(last.years.map(({ state }) => state)).toEqual(['accepted', 'accepted'])
  expect(last.state).not.toBe('running')
})

test('中止は理由とともに公開され、双方に知らされ、もう何も進まない', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  const over = await withSituation(
    world,
    { actor: world.office, now: days.summer },
    (scope, situation) =>
      terminateProject(scope, world.town.city, { ...situation, reason: '団体が解散したため' }),
  )
  expect(must(over)).toMatchObject({
    state: 'terminated',
    termination: { reason: '団体が解散したため' },
  })
  expect(await tasksOf(world)).toEqual([])
  const sent = (await mailsOf(world)).filter(({ subject }) => subject.includes('中止しました'))
  expect(sent).toHaveLength(3)
  expect((await reportFor(world)).ok).toBe(false)
})

test('遅れた手続きは、期限を過ぎてから、一日に一度だけ知らせられる', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  const remind = (now: Date) =>
    withSituation(world, { actor: world.office, now }, (scope, { project }) =>
      remindLate(scope, world.town.city, project),
    )
  expect(await remind(days.summer)).toEqual({ ok: false, error: 'nothing-late' })
  const late = new Date('2028-05-02T01:00:00Z')
  expect(await remind(late)).toEqual({ ok: true, value: 2 })
  expect(await remind(late)).toEqual({ ok: false, error: 'reminded-today' })
  const sent = (await mailsOf(world)).filter(({ subject }) =>
    subject.includes('期限が過ぎています'),
  )
  expect(sent).toHaveLength(4)
})

test('終了後の展開は公開の記録になり、継続率に数えられ、後から直せる', async () => {
  const world = await openProjectWorld(store)
  await beginFor(world)
  must(await reportFor(world))
  must(await acceptFor(world))
  const asOffice = { actor: world.office, now: days.accepted }
  must(
    await withSituation(world, asOffice, (scope, situation) =>
      closeProject(scope, world.town.city, { ...situation, reason: '評価の委員がいないため' }),
    ),
  )
  expect((await tasksOf(world)).map(({ step }) => step)).toEqual(['continuation'])
  const rate = () => world.town.as(world.office, continuationRate)
  expect(await rate()).toMatchObject({ ratio: { numerator: 0, denominator: 0 }, unrecorded: 1 })
  const record = (outcome: 'by_group' | 'ended') =>
    withSituation(world, asOffice, (scope, situation) =>
      recordContinuation(scope, world.town.city, { ...situation, record: { outcome, note: '' } }),
    )
  expect((await record('by_group')).continuation?.outcome).toBe('by_group')
  expect(await rate()).toMatchObject({ ratio: { numerator: 1, denominator: 1 }, unrecorded: 0 })
  const figure = () => world.town.as(world.office, continuationFigure.measure)
  expect(await figure()).toMatchObject({
    value: { ja: '1件のうち1件', en: '1 of 1' },
    note: { ja: expect.stringContaining('団体が独自につづける 1件') },
  })
  await record('ended')
  expect((await rate()).ratio).toEqual({ numerator: 0, denominator: 1 })
  expect(await tasksOf(world)).toEqual([])
})

test('一覧は段階・年度・課・形・言葉でしぼれ、事業と事業年度を別々に数える', async () => {
  const world = await openProjectWorld(store, { years: 2 })
  await world.town.as(world.office, async (scope) => {
    const found = async (asked: object) => (await listProjects(scope, { page: 1, ...asked })).total
    expect(await found({ q: 'ベリの見守り' })).toBe(1)
    expect(await found({ q: '100%' })).toBe(0)
    expect(await found({ state: 'agreeing', fiscalYear: 2028 })).toBe(1)
    expect(await found({ fiscalYear: 2029 })).toBe(0)
    expect(await found({ department: world.departments[1] })).toBe(0)
    expect(await found({ mode: world.town.city.modes[0]!.code })).toBe(1)
    const census = await takeCensus(scope)
    expect(census.byState.get('agreeing')).toBe(1)
    expect([...census.projectYears]).toEqual([
      [2028, 1],
      [2027, 1],
    ])
    for (const origin of [
      { kind: 'group', id: world.groupId },
      { kind: 'proposal', id: world.proposalId },
    ] as const)
      expect(await askAlone(scope, askProjectsFrom(scope, origin))).toHaveLength(1)
    expect(await askAlone(scope, askProjectsFrom(scope, { kind: 'theme', id: newId() }))).toEqual(
      [],
    )
    expect(await askAlone(scope, askProjectsFrom(scope, { kind: 'issue', id: newId() }))).toEqual(
      [],
    )
  })
})

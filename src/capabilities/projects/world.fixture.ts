import type { Scope } from '#data/scope.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Result } from '#kernel/result.ts'
import { openTestCity, type TestCity } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import type { Store } from '../../store.ts'
import { type Answers, getForm, readForm, saveSheet } from '../forms/index.ts'
import { proposalSheetKey } from '../proposals/index.ts'
import { type Cast, makeCast, typedForm } from '../proposals/world.fixture.ts'
import { settleAgreement } from './actions/agreement.ts'
import { beginDueProjects } from './actions/begin.ts'
import { acceptReport, saveReport } from './actions/report.ts'
import { signAgreement } from './actions/sign.ts'
import { lockSituation, type Situation } from './actions/step.ts'
import type { SigningMethod } from './agreement.ts'
import type { Project, Side } from './project.ts'
import { getAgreement } from './queries/agreements.ts'
import { findProjectOfProposal } from './queries/projects.ts'

/** Days of the tests' story, each at ten in the morning in Tokyo. */
export const days = {
  decided: new Date('2027-03-08T01:00:00Z'),
  signed: new Date('2027-03-25T01:00:00Z'),
  begun: new Date('2027-04-01T01:00:00Z'),
  summer: new Date('2027-08-01T01:00:00Z'),
  interim: new Date('2027-10-10T01:00:00Z'),
  reported: new Date('2028-04-20T01:00:00Z'),
  accepted: new Date('2028-05-08T01:00:00Z'),
  second: new Date('2029-04-20T01:00:00Z'),
} as const

export type ProjectWorld = Cast & {
  readonly town: TestCity
  readonly proposalId: string
  readonly projectId: string
}

/** Unwraps what must have gone well. */
export const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** What both sides wrote in their talks; the same words must come back in the agreement. */
export const talks = {
  purpose: '川べりを、子どもが歩ける場所にする。',
  group_role: '毎週の見守りと、活動の案内',
  city_role: '道具の貸し出しと、広報',
  costs_city: [{ item: '保険料', amount: 45_000, note: '20人分' }],
  costs_group: [{ item: '飲み物', amount: 12_000, note: '' }],
  schedule: [{ month: '4月', task: '準備', who: '団体' }],
} as const

/** The figures and the money that the proposal planned with. */
export const plan = {
  indicators: [{ indicator: '見守りの回数', base: '0回', target: '40回', how: '日誌' }],
  budget_income: [{ item: '市の負担金', amount: 300_000, note: '' }],
  budget_expense: [{ item: '見守りの道具', amount: 300_000, note: '' }],
} as const

const insertSelected = async (scope: Scope, cast: Cast, years: number): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('proposals')
    .values({
      city_id: scope.city.id,
      id,
      call_id: cast.call.id,
      group_id: cast.groupId,
      type: cast.call.definition.types[0]!.code,
      state: 'selected',
      receipt_number: `受-${id}`,
      title: '川べりの見守り',
      summary: '川べりの道を、みんなで歩いて見守ります。',
      requested_amount: 400_000,
      years,
      department: cast.departments[0],
      submitted_at: scope.now,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

const fillSheet = async (
  scope: Scope,
  key: ReturnType<typeof proposalSheetKey>,
  given: { readonly form: string; readonly answers: Answers },
): Promise<void> => {
  const form = await getForm(scope, given.form)
  await saveSheet(scope, key, {
    form,
    reading: { answers: given.answers, visibility: {}, problems: [] },
    sent: formOf({}),
    send: true,
  })
}

/** Runs in a writing transaction with the project and its call, held. */
export const withSituation = <T>(
  world: Pick<ProjectWorld, 'town' | 'projectId'>,
  given: { readonly actor: Person; readonly now: Date },
  work: (scope: Scope, situation: Situation) => Promise<T>,
): Promise<T> =>
  world.town.as(
    given.actor,
    async (scope) => work(scope, await lockSituation(scope, world.projectId)),
    given.now,
  )

/** A city in which a proposal was selected a moment ago. */
export const openProjectWorld = async (
  store: Store,
  settings: { readonly preset?: string; readonly years?: number } = {},
): Promise<ProjectWorld> => {
  const town = await openTestCity(store, settings.preset)
  const cast = await makeCast(town)
  const made = await town.as(
    cast.office,
    async (scope) => {
      const proposalId = await insertSelected(scope, cast, settings.years ?? 1)
      const { forms } = cast.call.definition
      const mode = [town.city.modes[0]!.code]
      await fillSheet(scope, proposalSheetKey(proposalId, 'proposal'), {
        form: forms.proposal,
        answers: { mode, ...plan },
      })
      await fillSheet(scope, proposalSheetKey(proposalId, 'negotiation'), {
        form: forms.negotiation,
        answers: { ...talks, outcome: 'feasible' },
      })
      await scope.outside.announce(scope, {
        name: 'proposal.decided',
        subjectKind: 'proposal',
        subjectId: proposalId,
        data: { outcome: 'selected', amount: 300_000 },
      })
      const project = await findProjectOfProposal(scope, proposalId)
      return { proposalId, projectId: project!.id }
    },
    days.decided,
  )
  return { ...cast, ...made, town }
}

export const projectOf = (world: ProjectWorld): Promise<Project> =>
  world.town.as(visitor, async (scope) => (await findProjectOfProposal(scope, world.proposalId))!)

export const agreementOf = (world: ProjectWorld) =>
  world.town.as(visitor, (scope) => getAgreement(scope, world.projectId))

export const settleFor = (world: ProjectWorld, now: Date = days.signed) =>
  withSituation(world, { actor: world.office, now }, async (scope, situation) => {
    const { version } = await getAgreement(scope, world.projectId)
    return settleAgreement(scope, world.town.city, { ...situation, seen: version.sha256 })
  })

export const signFor = (
  world: ProjectWorld,
  given: {
    readonly actor: Person
    readonly side: Side
    readonly seen?: string
    readonly method?: SigningMethod
    readonly now?: Date
  },
) =>
  withSituation(
    world,
    { actor: given.actor, now: given.now ?? days.signed },
    async (scope, situation) => {
      const { version } = await getAgreement(scope, world.projectId)
      return signAgreement(scope, world.town.city, {
        ...situation,
        draft: {
          side: given.side,
          name: given.actor.name,
          title: given.side === 'group' ? '代表' : '市長',
          method: given.method ?? 'account',
          seen: given.seen ?? version.sha256,
        },
      })
    },
  )

/** Settles the text and has both sides sign it. */
export const concludeFor = async (world: ProjectWorld, now: Date = days.signed): Promise<void> => {
  must(await settleFor(world, now))
  must(await signFor(world, { actor: world.representative, side: 'group', now }))
  must(await signFor(world, { actor: world.department, side: 'city', now }))
}

/** Concludes the agreement and lets the first day come. */
export const beginFor = async (world: ProjectWorld): Promise<void> => {
  await concludeFor(world)
  await world.town.as(world.office, (scope) => beginDueProjects(scope, world.town.city), days.begun)
}

type Rows = { readonly income: number; readonly expense: number }

/** A report as a browser sends it, with accounts that add up to these sums. */
export const typedReport = (
  world: ProjectWorld,
  definition: Parameters<typeof typedForm>[0],
  rows: Rows,
) =>
  typedForm(definition, world.town.city, {
    'income.0.item': '市の負担',
    'income.0.amount': String(rows.income),
    'expense.0.item': '保険料',
    'expense.0.amount': String(rows.expense),
    intent: 'send',
  })

/** Hands in the report of the year that is being worked on. */
export const reportFor = (
  world: ProjectWorld,
  given: {
    readonly now?: Date
    readonly rows?: Rows
    /** Further fields of the page. */
    readonly more?: Readonly<Record<string, string>>
  } = {},
) =>
  withSituation(
    world,
    { actor: world.manager, now: given.now ?? days.reported },
    async (scope, situation) => {
      const form = await getForm(scope, situation.call.definition.forms.report)
      const rows = given.rows ?? { income: 300_000, expense: 300_000 }
      const sent = formOf({ ...typedReport(world, form.definition, rows), ...given.more })
      const reading = readForm(form.definition, sent, world.town.city)
      return saveReport(scope, world.town.city, {
        ...situation,
        sheet: { form, reading, sent, send: true },
      })
    },
  )

export const acceptFor = (world: ProjectWorld, now: Date = days.accepted, reason?: string) =>
  withSituation(world, { actor: world.office, now }, (scope, situation) =>
    acceptReport(scope, world.town.city, { ...situation, reason }),
  )

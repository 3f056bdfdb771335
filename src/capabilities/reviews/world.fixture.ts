import type { Scope } from '#data/scope.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, type TestCity } from '#tests/world/city.ts'
import type { Store } from '../../store.ts'
import { insertMembership } from '../accounts/index.ts'
import { keepBytes } from '../procedures/index.ts'
import { type Call, getCall, listCalls, type RubricPreset } from '../programmes/index.ts'
import { addCommitteeMember } from './actions/committee.ts'
import type { PublishRule } from './published.ts'

/** The day of the reviews in these tests: 2027-02-01 10:00 in Tokyo, long after the calls have closed. */
export const reviewNow = new Date('2027-02-01T01:00:00Z')

/** Words that must never be seen where they do not belong. */
export const canaries = {
  open: '見える答え',
  parties: '関係者の答え',
  private: '職員だけの答え',
  attached: '%PDF-1.4 関係者の添付',
  hidden: '%PDF-1.4 職員の添付',
}

export type Contender = {
  readonly id: string
  readonly groupId: string
  readonly title: string
  readonly representative: Person
  readonly fileId: string
  readonly hiddenFileId: string
}

export type ReviewWorld = {
  readonly town: TestCity
  readonly office: Person
  readonly members: readonly Person[]
  readonly contenders: readonly Contender[]
  readonly call: Call
}

export type WorldSettings = {
  readonly preset?: string
  readonly members: number
  /** What each proposal asks for. */
  readonly requests: readonly number[]
  readonly rubric?: Partial<RubricPreset>
  readonly envelope?: number | null
  readonly publish?: Partial<PublishRule>
}

const field = (code: string, visibility: string, kind = 'text') => ({
  code,
  kind,
  label: { ja: `項目${code}`, en: `Item ${code}` },
  required: false,
  visibility,
  visibilityChoosable: false,
})

const definition = {
  code: 'review-form',
  title: { ja: '提案書', en: 'Proposal' },
  sections: [
    {
      title: { ja: '提案', en: 'Proposal' },
      fields: [
        field('open', 'public'),
        field('parties', 'partial'),
        field('secret', 'private'),
        field('plan', 'partial', 'file'),
        field('roster', 'private', 'file'),
      ],
    },
  ],
}

const configureCall = async (scope: Scope, settings: WorldSettings): Promise<string> => {
  const [head] = await listCalls(scope)
  const call = await getCall(scope, head!.id)
  const changed = {
    ...call.definition,
    rubric: { ...call.definition.rubric, ...settings.rubric },
    publish: { ...call.definition.publish, ...settings.publish },
  }
  await scope.db
    .updateTable('calls')
    .set({
      opens_on: '2026-09-01',
      closes_on: '2026-12-11',
      closes_at: null,
      state: 'published',
      definition: JSON.stringify(changed),
      ...(settings.envelope === undefined ? {} : { envelope: settings.envelope }),
    })
    .where('id', '=', call.id)
    .execute()
  await scope.db
    .insertInto('form_versions')
    .values({
      city_id: scope.city.id,
      form: definition.code,
      version: 1,
      definition: JSON.stringify(definition),
      created_at: scope.now,
    })
    .execute()
  return call.id
}

const insertGroup = async (scope: Scope, at: number): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('groups')
    .values({
      city_id: scope.city.id,
      id,
      state: 'approved',
      number: `第${at}号`,
      registered_on: '2026-05-01',
      name: `見本の会${at}`,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

const insertProposal = async (
  scope: Scope,
  given: {
    readonly call: Call
    readonly groupId: string
    readonly at: number
    readonly request: number
    readonly department: string
  },
): Promise<string> => {
  const { call, groupId, at } = given
  const id = newId()
  await scope.db
    .insertInto('proposals')
    .values({
      city_id: scope.city.id,
      id,
      call_id: call.id,
      group_id: groupId,
      type: call.definition.types.find(({ themed }) => !themed)?.code ?? '',
      state: 'ready',
      receipt_number: `受-${String(at).padStart(3, '0')}`,
      title: `見本の提案${at}`,
      summary: `あらまし${at}`,
      requested_amount: given.request,
      years: 1,
      department: given.department,
      submitted_at: new Date(Date.UTC(2026, 10, at)),
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  await scope.db
    .insertInto('sheets')
    .values({
      city_id: scope.city.id,
      id: newId(),
      subject_kind: 'proposal',
      subject_id: id,
      purpose: 'proposal',
      form: definition.code,
      version: 1,
      answers: JSON.stringify({
        open: canaries.open,
        parties: canaries.parties,
        secret: canaries.private,
      }),
      updated_at: scope.now,
      sent_at: scope.now,
    })
    .execute()
  return id
}

const attach = (scope: Scope, proposalId: string, purpose: string, text: string) =>
  keepBytes(
    scope,
    { kind: 'proposal', id: proposalId },
    {
      purpose: `proposal/${purpose}`,
      name: `${purpose}.pdf`,
      mediaType: 'application/pdf',
      bytes: new TextEncoder().encode(`${text} ${proposalId}`),
    },
  )

const addContender = async (
  town: TestCity,
  given: { readonly callId: string; readonly at: number; readonly request: number },
): Promise<Contender> => {
  const { at } = given
  const leader = await town.person(`代表者${at}`)
  const made = await town.as(visitor, async (scope) => {
    const groupId = await insertGroup(scope, at)
    await insertMembership(scope, {
      accountId: leader.accountId,
      groupId,
      role: 'representative',
    })
    const id = await insertProposal(scope, {
      call: await getCall(scope, given.callId),
      groupId,
      at,
      request: given.request,
      department: town.city.departments[0]!.code,
    })
    return {
      id,
      groupId,
      title: `見本の提案${at}`,
      fileId: await attach(scope, id, 'plan', canaries.attached),
      hiddenFileId: await attach(scope, id, 'roster', canaries.hidden),
    }
  })
  return { ...made, representative: await town.reload(leader) }
}

/** A city whose call has closed, with proposals that are ready and a committee that waits. */
export const openReviewWorld = async (
  store: Store,
  settings: WorldSettings,
): Promise<ReviewWorld> => {
  const town = await openTestCity(store, settings.preset)
  const callId = await town.as(visitor, (scope) => configureCall(scope, settings))
  const office = await town.person('事務局 係員', ['office'])
  const members: Person[] = []
  for (let at = 1; at <= settings.members; at += 1)
    members.push(await town.person(`審査委員その${at}`, ['reviewer']))
  const contenders: Contender[] = []
  for (const [at, request] of settings.requests.entries())
    contenders.push(await addContender(town, { callId, at: at + 1, request }))
  const call = await town.as(
    office,
    async (scope) => {
      const found = await getCall(scope, callId)
      for (const member of members)
        await addCommitteeMember(scope, found.programmeId, member.accountId)
      return found
    },
    reviewNow,
  )
  return { town, office, members, contenders, call }
}

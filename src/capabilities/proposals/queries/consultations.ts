import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import {
  type Appointment,
  type Consultation,
  type ConsultationState,
  canBeClaimed,
  countsFor,
} from '../consultation.ts'
import type { ProposalState } from '../proposal.ts'

type Row = {
  id: string
  group_id: string
  group_name: string
  call_id: string | null
  proposal_id: string | null
  proposal_state: string | null
  theme_id: string | null
  theme_title: string | null
  department: string | null
  state: string
  topic: string
  asked_at: Date
  planned_on: string | null
  planned_detail: string | null
  planned_agreed_at: Date | null
  held_on: string | null
  note: string | null
  advisor: string | null
}

const appointmentOf = (row: Row): Appointment | null =>
  row.planned_on === null
    ? null
    : {
        on: row.planned_on as PlainDate,
        detail: row.planned_detail ?? '',
        agreedAt: row.planned_agreed_at,
      }

const toConsultation = (row: Row): Consultation => ({
  id: row.id,
  groupId: row.group_id,
  groupName: row.group_name,
  callId: row.call_id,
  proposalId: row.proposal_id,
  proposalState: row.proposal_state as ProposalState | null,
  themeId: row.theme_id,
  themeTitle: row.theme_title,
  department: row.department,
  state: row.state as ConsultationState,
  topic: row.topic,
  askedAt: row.asked_at,
  appointment: appointmentOf(row),
  heldOn: row.held_on as PlainDate | null,
  note: row.note,
  advisor: row.advisor,
})

const rows = (scope: Scope) =>
  scope.db
    .selectFrom('consultations as c')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'c.city_id').onRef('g.id', '=', 'c.group_id'),
    )
    .leftJoin('proposals as p', (on) =>
      on.onRef('p.city_id', '=', 'c.city_id').onRef('p.id', '=', 'c.proposal_id'),
    )
    .leftJoin('themes as t', (on) =>
      on
        .onRef('t.city_id', '=', 'c.city_id')
        .on((is) => is('t.id', '=', is.fn.coalesce('p.theme_id', 'c.theme_id'))),
    )
    .select([
      'c.id',
      'c.group_id',
      'g.name as group_name',
      'c.call_id',
      'c.proposal_id',
      'p.state as proposal_state',
      't.id as theme_id',
      't.title as theme_title',
      't.department',
      'c.state',
      'c.topic',
      'c.asked_at',
      'c.planned_on',
      'c.planned_detail',
      'c.planned_agreed_at',
      'c.held_on',
      'c.note',
      'c.advisor',
    ])
    .where('c.city_id', '=', scope.city.id)

export const findConsultation = async (
  scope: Scope,
  id: string,
): Promise<Consultation | undefined> => {
  if (!isId(id)) return undefined
  const row = await rows(scope).where('c.id', '=', id).executeTakeFirst()
  return row && toConsultation(row)
}

/** @throws NotFound */
export const getConsultation = async (scope: Scope, id: string): Promise<Consultation> => {
  const found = await findConsultation(scope, id)
  if (!found) throw new NotFound('consultation')
  return found
}

/** The consultation, held until the transaction ends. @throws NotFound */
export const lockConsultation = async (scope: Scope, id: string): Promise<Consultation> => {
  if (!isId(id)) throw new NotFound('consultation')
  await scope.db
    .selectFrom('consultations')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return getConsultation(scope, id)
}

/** What a group has talked over, as far as it can be about this proposal. */
export type TalkedOver = {
  /** The consultations about this proposal: those that count. */
  readonly counted: readonly Consultation[]
  /** Others of which the group itself may say that they were about it. */
  readonly claimable: readonly Consultation[]
}

/** What the group talked over before this proposal, and what it may have. 1 query. */
export const listTalkedOver = async (
  scope: Scope,
  proposal: {
    readonly id: string
    readonly groupId: string
    readonly callId: string
    readonly themeId: string | null
  },
): Promise<TalkedOver> => {
  const found = await rows(scope)
    .where('c.group_id', '=', proposal.groupId)
    .where((is) =>
      is.or([
        is('c.proposal_id', '=', proposal.id),
        is('c.call_id', '=', proposal.callId),
        is('c.call_id', 'is', null),
      ]),
    )
    .orderBy('c.asked_at')
    .limit(200)
    .execute()
  const consultations = found.map(toConsultation)
  return {
    counted: consultations.filter((one) => countsFor(one, proposal)),
    claimable: consultations.filter((one) => canBeClaimed(one, proposal)),
  }
}

/** Consultations of these groups, or of all for those who advise; what is still to be held comes first. */
export const listConsultations = async (
  scope: Scope,
  only: { readonly groups?: readonly string[] },
): Promise<Consultation[]> => {
  if (only.groups?.length === 0) return []
  let query = rows(scope)
  if (only.groups) query = query.where('c.group_id', 'in', [...only.groups])
  const found = await query
    .orderBy((is) => is('c.state', '=', 'asked'), 'desc')
    .orderBy('c.asked_at', 'desc')
    .limit(100)
    .execute()
  return found.map(toConsultation)
}

export const insertConsultation = async (
  scope: Scope,
  consultation: Pick<Consultation, 'groupId' | 'callId' | 'proposalId' | 'themeId' | 'topic'>,
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('consultations')
    .values({
      city_id: scope.city.id,
      id,
      group_id: consultation.groupId,
      call_id: consultation.callId,
      proposal_id: consultation.proposalId,
      theme_id: consultation.themeId,
      state: 'asked',
      topic: consultation.topic,
      asked_by: accountOf(scope.actor),
      asked_at: scope.now,
    })
    .execute()
  return id
}

/** Stores the new state where the old one still stands. @returns false when somebody was faster */
export const moveConsultation = async (
  scope: Scope,
  id: string,
  move: {
    readonly from: ConsultationState
    readonly to: ConsultationState
    readonly record?: {
      readonly held_on: PlainDate
      readonly note: string
      readonly advisor: string
    }
  },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('consultations')
    .set({ ...move.record, state: move.to })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { formOf } from '#web/form-data.ts'
import { asSent, readForm, saveSheet } from '../../forms/index.ts'
import { roleCodeOf, takeNumber } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import { checkDeadline } from '../next-tasks.ts'
import type { Proposal } from '../proposal.ts'
import { holdGroupInCall } from '../queries/proposals.ts'
import { type Examination, examineProposal, isSendable } from './examine.ts'
import { writeToGroup } from './letters.ts'
import { announceProposal, sheetKeyOf, takeProposalStep } from './step.ts'

export type SubmitRefusal =
  /** Something is missing, or a condition is not met: the examination tells all of it. */
  | { readonly kind: 'not-ready'; readonly examination: Examination }
  /** Somebody changed the form after this person had looked at it. */
  | { readonly kind: 'changed-since'; readonly examination: Examination }
  /** The day the office gives for a paper does not lie in the call. */
  | { readonly kind: 'received-on'; readonly examination: Examination }
  | { readonly kind: 'step'; readonly problem: TransitionProblem }

export type Sending = {
  /** Held by the transaction, so that of two senders one comes second. */
  readonly proposal: Proposal
  readonly call: Call
  /** The revision of the form that the person confirmed. */
  readonly seen: number | undefined
  /** For what came on paper: the day it was received. */
  readonly receivedOn?: PlainDate | undefined
}

const isReceivedInTime = (call: Call, day: PlainDate, today: PlainDate): boolean =>
  call.opensOn <= day && day <= call.closesOn && day <= today

/** When it counts as received: now, or noon of the day on which the paper came. */
const receivedAt = (scope: Scope, day: PlainDate | undefined): Date =>
  day === undefined || day === tokyoDayOf(scope.now) ? scope.now : tokyoInstant(day, '12:00')

const markSent = async (scope: Scope, city: City, examination: Examination, id: string) => {
  const { form, sheet, answers } = examination
  const reading = readForm(form.definition, asSent(form.definition, answers), city)
  const kept = { ...reading, visibility: sheet?.visibility ?? {} }
  await saveSheet(scope, sheetKeyOf(id, 'proposal'), {
    form,
    reading: kept,
    sent: formOf({}),
    send: true,
  })
}

const refusalOf = (scope: Scope, sending: Sending, examination: Examination) => {
  const { call, seen, receivedOn } = sending
  if (!isSendable(examination)) return 'not-ready' as const
  if (seen !== undefined && examination.sheet?.revision !== seen) return 'changed-since' as const
  if (receivedOn && !isReceivedInTime(call, receivedOn, tokyoDayOf(scope.now)))
    return 'received-on' as const
  return undefined
}

const send = async (
  scope: Scope,
  city: City,
  given: Sending & { readonly examination: Examination },
): Promise<Result<Proposal, SubmitRefusal>> => {
  const { proposal, call, examination, receivedOn } = given
  const first = proposal.state === 'draft'
  const at = receivedAt(scope, receivedOn)
  await markSent(scope, city, examination, proposal.id)
  // Everybody who sends a proposal to the programme waits for its counter: it comes as late as it can.
  const number = proposal.receiptNumber ?? (await takeNumber(scope, call.definition.receiptNumber))
  const taken = await takeProposalStep(scope, {
    proposal,
    call,
    name: first ? 'submit' : 'resubmit',
    role: roleCodeOf(scope.actor),
    channel: proposal.channel,
    documentNumber: first ? number : undefined,
    facts: {
      ...examination.facts,
      receipt_number: number,
      submitted_at: proposal.submittedAt ?? at,
      correction_due: null,
    },
  })
  return taken.ok ? taken : refuse({ kind: 'step', problem: taken.error })
}

/**
 * Sends a proposal, or its correction: everything is examined once more at this very moment. At first it
 * gets its receipt number, and the group a mail that says so.
 */
export const submitProposal = async (
  scope: Scope,
  city: City,
  sending: Sending,
): Promise<Result<Proposal, SubmitRefusal>> => {
  const { proposal, call } = sending
  await holdGroupInCall(scope, proposal)
  const examination = await examineProposal(scope, city, { proposal, call })
  const kind = refusalOf(scope, sending, examination)
  if (kind) return refuse({ kind, examination })
  const sent = await send(scope, city, { ...sending, examination })
  if (!sent.ok) return sent
  const day = checkDeadline({
    citySlug: city.slug,
    today: tokyoDayOf(scope.now),
    call,
    correctionDue: null,
  })
  await writeToGroup(scope, city, { kind: 'submitted', proposal: sent.value, day })
  await announceProposal(scope, 'submitted', sent.value, { again: proposal.state === 'returned' })
  return ok(sent.value)
}

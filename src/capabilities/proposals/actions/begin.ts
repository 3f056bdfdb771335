import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { recordBeginning, roleCodeOf } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import type { Consultation } from '../consultation.ts'
import { tasksIn } from '../next-tasks.ts'
import type { ProposalChannel } from '../proposal.ts'
import { countDrafts, insertProposal } from '../queries/proposals.ts'
import { relateConsultation } from './relate.ts'
import { subjectOf } from './step.ts'

/** More drafts than this of one group in one call are a slip, or something worse. */
export const mostDrafts = 10

/** What a proposal begins with: whose it is, for which call, and what it answers. */
export type Beginning = {
  readonly call: Call
  readonly groupId: string
  readonly type: string
  readonly theme: { readonly id: string; readonly department: string } | undefined
  readonly issueId: string | undefined
  readonly channel: ProposalChannel
  /** The consultation from which the group goes on to write. */
  readonly consultation?: Consultation | undefined
}

const begun = { ja: '提案の下書きを開始', en: 'Draft begun' }

/** Opens a draft. @returns its id */
export const beginProposal = async (
  scope: Scope,
  city: City,
  given: Beginning,
): Promise<Result<string, 'too-many-drafts'>> => {
  const { call, groupId, type, theme, issueId, channel } = given
  if ((await countDrafts(scope, { callId: call.id, groupId })) >= mostDrafts)
    return refuse('too-many-drafts')
  const department = theme?.department ?? null
  const id = await insertProposal(scope, {
    callId: call.id,
    groupId,
    type,
    themeId: theme?.id ?? null,
    issueId: issueId ?? null,
    department,
    channel,
  })
  const subject = subjectOf({ id, title: '' })
  const place = {
    citySlug: city.slug,
    today: tokyoDayOf(scope.now),
    call,
    correctionDue: null,
  }
  await recordBeginning(scope, subject, {
    event: {
      step: 'begin',
      title: begun,
      role: roleCodeOf(scope.actor),
      to: 'draft',
      channel,
    },
    next: tasksIn('draft', { id, groupId, department, channel }, place),
    audit: {
      action: 'proposal.begin',
      after: { callId: call.id, groupId, type, themeId: theme?.id ?? null, channel },
    },
  })
  if (given.consultation)
    await relateConsultation(scope, {
      consultation: given.consultation,
      proposal: { id, callId: call.id, title: '', submittedAt: null },
    })
  return ok(id)
}

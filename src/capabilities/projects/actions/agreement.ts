import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { takeStep } from '../../procedures/index.ts'
import {
  type Agreement,
  type AgreementProblem,
  type AgreementState,
  type AgreementStep,
  type Article,
  agreementWorkflow,
  datedOn,
  hasBegun,
} from '../agreement.ts'
import { type MergedArticles, mergeArticles } from '../agreement-merge.ts'
import { findSumProblem } from '../agreement-sums.ts'
import { composeBody, hashText } from '../agreement-text.ts'
import { dueDaysOf } from '../calendar.ts'
import { paths } from '../paths.ts'
import { rolesTowards, sideOf } from '../policy.ts'
import { type Side, subjectOf } from '../project.ts'
import {
  type AgreementFacts,
  findVersion,
  getAgreement,
  insertVersion,
  moveAgreement,
} from '../queries/agreements.ts'
import { insertLook } from '../queries/signatures.ts'
import { writeToBoth } from './letters.ts'
import { roleCodeFor, type Situation, tasksFor } from './step.ts'

export type AgreementMove = Situation & {
  readonly agreement: Agreement
  readonly name: AgreementStep
  readonly reason?: string | undefined
  /** The sides whose signatures stand after the step, and those that have looked at its text. */
  readonly signed?: readonly Side[]
  readonly looked?: readonly Side[]
  readonly documentNumber?: string | undefined
  readonly facts?: AgreementFacts | undefined
}

/** Takes a step of the agreement: timeline, audit, who acts next, and the new state, all or nothing. */
export const takeAgreementStep = async (
  scope: Scope,
  move: AgreementMove,
): Promise<Result<AgreementState, TransitionProblem>> => {
  const { project, call, agreement, name, facts } = move
  if (project.state !== 'agreeing') return refuse('not-from-here')
  const signed = move.signed ?? agreement.signatures.map(({ side }) => side)
  const looked = move.looked ?? agreement.looks.map(({ side }) => side)
  const taken = await takeStep<AgreementState, AgreementStep>(scope, agreementWorkflow, {
    subject: subjectOf(project),
    state: agreement.state,
    name,
    roles: rolesTowards(scope.actor, project),
    role: roleCodeFor(scope, project),
    reason: move.reason,
    documentNumber: move.documentNumber,
    public: name === 'conclude',
    next: (state) =>
      tasksFor(scope, call, project, {
        ...project,
        agreement: { state, signed, looked },
      }),
  })
  if (!taken.ok) return taken
  const moved = await moveAgreement(scope, agreement, {
    to: taken.value,
    ...(facts ? { facts } : {}),
  })
  return moved ? taken : refuse('not-from-here')
}

/** What somebody typed, and the version of the text that their page showed. */
export type TypedAgreement = { readonly base: string; readonly articles: readonly Article[] }

/** Why a text could not be saved: a rule, or articles that somebody else changed in the meantime. */
export type SaveRefusal =
  | { readonly kind: 'rule'; readonly problem: TransitionProblem | AgreementProblem }
  | {
      readonly kind: 'conflicts'
      readonly merged: MergedArticles
      readonly stored: readonly Article[]
      /** The version against which the next attempt is to be held. */
      readonly base: string
    }

const mergeTyped = async (
  scope: Scope,
  agreement: Agreement,
  typed: TypedAgreement,
): Promise<MergedArticles> => {
  const stored = agreement.version.content.articles
  const base =
    typed.base === agreement.version.sha256
      ? agreement.version
      : await findVersion(scope, agreement.projectId, typed.base)
  return mergeArticles(base?.content.articles ?? stored, typed.articles, stored)
}

/** Saves a new version of the text. What others saved meanwhile stays, unless both changed the same article. */
export const saveAgreement = async (
  scope: Scope,
  given: Situation & { readonly typed: TypedAgreement },
): Promise<Result<AgreementState, SaveRefusal>> => {
  const agreement = await getAgreement(scope, given.project.id)
  const { version } = agreement
  const merged = await mergeTyped(scope, agreement, given.typed)
  if (merged.conflicts.length > 0)
    return refuse({
      kind: 'conflicts',
      merged,
      stored: version.content.articles,
      base: version.sha256,
    })
  const today = tokyoDayOf(scope.now)
  const content = datedOn({ ...version.content, articles: merged.articles }, today)
  const body = composeBody(content)
  const sha256 = hashText(body)
  if (sha256 === version.sha256) return refuse({ kind: 'rule', problem: 'unchanged' })
  const authorRole = roleCodeFor(scope, given.project)
  await insertVersion(scope, given.project.id, { sha256, body, content, authorRole })
  // Whoever wrote the text has looked at it; the other side is asked again.
  const side = sideOf(scope.actor, given.project)
  if (side) await insertLook(scope, given.project.id, { side, sha256, role: authorRole })
  const taken = await takeAgreementStep(scope, {
    ...given,
    agreement,
    name: 'edit',
    looked: side ? [side] : [],
    facts: { text_sha256: sha256 },
  })
  if (!taken.ok) return refuse({ kind: 'rule', problem: taken.error })
  await audit(scope, {
    action: 'project.change-agreement',
    subjectKind: 'project',
    subjectId: given.project.id,
    before: { text: version.sha256 },
    after: { text: sha256 },
  })
  return ok(taken.value)
}

/** A side has read the text that stands and leaves it as it is: it has nothing more to do for now. */
export const lookAtAgreement = async (
  scope: Scope,
  given: Situation & { readonly side: Side; readonly seen: string },
): Promise<Result<AgreementState, TransitionProblem | AgreementProblem>> => {
  const { project, call, side, seen } = given
  const agreement = await getAgreement(scope, project.id)
  if (seen !== agreement.version.sha256) return refuse('changed-since')
  const role = roleCodeFor(scope, project)
  if (!(await insertLook(scope, project.id, { side, sha256: seen, role })))
    return ok(agreement.state)
  const looked = [...agreement.looks.map((look) => look.side), side]
  return takeAgreementStep(scope, { project, call, agreement, name: 'look', looked })
}

/** Settles the text and asks both sides to sign it. */
export const settleAgreement = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly seen: string },
): Promise<Result<AgreementState, TransitionProblem | AgreementProblem>> => {
  const { project, call } = given
  const agreement = await getAgreement(scope, project.id)
  if (given.seen !== agreement.version.sha256) return refuse('changed-since')
  if (findSumProblem(agreement.version.content)) return refuse('sums-differ')
  if (hasBegun(agreement.version.content, tokyoDayOf(scope.now))) return refuse('period-begun')
  const taken = await takeAgreementStep(scope, { project, call, agreement, name: 'settle' })
  if (!taken.ok) return taken
  await writeToBoth(scope, city, {
    kind: 'settled',
    project,
    day: dueDaysOf(call, project.firstFiscalYear, project.firstFiscalYear).agreement,
    path: paths.signature(city.slug, project.id),
  })
  return taken
}

/** Opens the text again, before anybody has signed. */
export const reopenAgreement = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly reason: string },
): Promise<Result<AgreementState, TransitionProblem | AgreementProblem>> => {
  const agreement = await getAgreement(scope, given.project.id)
  if (agreement.signatures.length > 0) return refuse('signed-by-one')
  const taken = await takeAgreementStep(scope, { ...given, agreement, name: 'reopen' })
  if (!taken.ok) return taken
  await writeToBoth(scope, city, {
    kind: 'reopened',
    project: given.project,
    reason: given.reason,
    path: paths.editAgreement(city.slug, given.project.id),
  })
  return taken
}

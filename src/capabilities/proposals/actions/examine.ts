import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { windowStateAt } from '#kernel/window.ts'
import {
  type Answers,
  checkAnswers,
  type FieldProblem,
  type FormVersion,
  fieldsOf,
  findField,
  findSheet,
  getForm,
  listSheetFiles,
  type Sheet,
} from '../../forms/index.ts'
import { getGroup, registrationSheetKey } from '../../groups/index.ts'
import type { StoredFile } from '../../procedures/index.ts'
import { type Call, callStateAt, findType, isCancelled } from '../../programmes/index.ts'
import { factsIn, figuresIn } from '../answers.ts'
import {
  type CallMoment,
  type Condition,
  listConditions,
  type RegistrationStage,
  unmetConditions,
} from '../conditions.ts'
import { stageOf } from '../consultation.ts'
import { checkFigures, listFigureWarnings, type Problem } from '../figures.ts'
import { isOfficeFor } from '../policy.ts'
import type { Proposal } from '../proposal.ts'
import { listTalkedOver, type TalkedOver } from '../queries/consultations.ts'
import { hasSentAnother, type ProposalFacts } from '../queries/proposals.ts'
import { sheetKeyOf } from './step.ts'

/** Everything that speaks for or against sending a proposal as it stands, told at once. */
export type Examination = {
  readonly form: FormVersion
  readonly sheet: Sheet | undefined
  readonly answers: Answers
  readonly facts: ProposalFacts
  readonly files: ReadonlyMap<string, readonly StoredFile[]>
  readonly talkedOver: TalkedOver
  readonly conditions: readonly Condition[]
  /** What must be mended beside the fields of the form. */
  readonly problems: readonly FieldProblem[]
  readonly warnings: readonly Problem[]
}

/** Programmes that take one proposal of a group say so among their rules under this code. */
export const oneProposalRule = 'one-proposal'

/** What a group without a sheet of its own, from an old list, is asked for. */
const rulesOfGroup: Bilingual = { ja: '会則・規約', en: 'Rules of the group' }

/** How far a group's registration has come, as far as it matters for proposing. */
export const registrationStageOf = (state: string): RegistrationStage => {
  if (state === 'approved') return 'registered'
  return ['submitted', 'returned', 'provisional'].includes(state) ? 'applied' : 'none'
}

/** Fields of the registration that the call's rules want filled in and that are empty, as the form calls them. */
const missingOfRegistration = async (
  scope: Scope,
  groupId: string,
  { definition }: Call,
): Promise<readonly Bilingual[]> => {
  const needed = definition.eligibility.flatMap(({ needs = [] }) => needs)
  if (needed.length === 0) return []
  const key = registrationSheetKey(groupId)
  const sheet = await findSheet(scope, key)
  const files = await listSheetFiles(scope, key)
  const holds = (code: string) =>
    Boolean(files.get(code)?.length) || Boolean(sheet?.answers[code] ?? false)
  return needed
    .filter((code) => !holds(code))
    .map((code) => (sheet && findField(sheet.definition, code)?.label) ?? rulesOfGroup)
}

/** What comes on paper is judged by the day it was received, which the office states when it sends. */
const momentFor = (scope: Scope, proposal: Proposal, call: Call): CallMoment => {
  if (isCancelled(call)) return 'cancelled'
  if (proposal.channel === 'web' || !isOfficeFor(scope.actor, proposal))
    return callStateAt(call, scope.now)
  if (call.state !== 'published') return 'closed'
  return windowStateAt({ opens: { day: call.opensOn } }, scope.now) === 'open' ? 'open' : 'planned'
}

const conditionsFor = async (
  scope: Scope,
  proposal: Proposal,
  given: { readonly call: Call; readonly talkedOver: TalkedOver },
): Promise<readonly Condition[]> => {
  const { call, talkedOver } = given
  const { definition } = call
  const group = await getGroup(scope, proposal.groupId)
  const single = definition.eligibility.some(({ code }) => code === oneProposalRule)
  return listConditions({
    state: proposal.state,
    window: momentFor(scope, proposal, call),
    correctionDue: proposal.correctionDue,
    now: scope.now,
    consultation: { rule: definition.consultation, stage: stageOf(talkedOver.counted) },
    registration: {
      rule: definition.registration,
      stage: registrationStageOf(group.state),
    },
    missing: await missingOfRegistration(scope, proposal.groupId, call),
    anotherSent: single && (await hasSentAnother(scope, proposal)),
  })
}

const missingFiles = (form: FormVersion, files: Examination['files']): readonly FieldProblem[] =>
  fieldsOf(form.definition)
    .filter(({ kind, required, code }) => kind === 'file' && required && !files.get(code)?.length)
    .map(({ code, label }) => ({
      name: code,
      text: {
        ja: `${label.ja}のファイルを選んでください。`,
        en: `Please choose the file for “${label.en}”.`,
      },
    }))

/** Looks at the stored answers by the form, by the rules of the call and by what must come before. */
export const examineProposal = async (
  scope: Scope,
  city: City,
  given: { readonly proposal: Proposal; readonly call: Call },
): Promise<Examination> => {
  const { proposal, call } = given
  const key = sheetKeyOf(proposal.id, 'proposal')
  const sheet = await findSheet(scope, key)
  const form: FormVersion = sheet ?? (await getForm(scope, call.definition.forms.proposal))
  const answers = sheet?.answers ?? {}
  const files = await listSheetFiles(scope, key)
  const talkedOver = await listTalkedOver(scope, proposal)
  const figures = figuresIn(form.definition, answers)
  const limits = {
    typeCap: findType(call.definition, proposal.type)?.cap ?? null,
    themeCap: proposal.themeCap,
    maxYears: call.definition.maxYears,
  }
  return {
    form,
    sheet,
    answers,
    facts: factsIn(answers),
    files,
    talkedOver,
    conditions: await conditionsFor(scope, proposal, { call, talkedOver }),
    problems: inFormOrder(form, [
      ...checkAnswers(form.definition, answers, city),
      ...missingFiles(form, files),
      ...checkFigures(figures, limits),
    ]),
    warnings: listFigureWarnings(figures),
  }
}

/** Problems in the order of the fields; of several about one field the first stays. */
const inFormOrder = (
  form: FormVersion,
  problems: readonly FieldProblem[],
): readonly FieldProblem[] => {
  const order = new Map(fieldsOf(form.definition).map(({ code }, at) => [code, at]))
  const placeOf = ({ name }: FieldProblem) => order.get(name.split('.')[0] ?? '') ?? order.size
  const once = problems.filter(
    (problem, at) => problems.findIndex(({ name }) => name === problem.name) === at,
  )
  return once.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** True when nothing stands in the way. */
export const isSendable = ({ problems, conditions }: Examination): boolean =>
  problems.length === 0 && unmetConditions(conditions).length === 0

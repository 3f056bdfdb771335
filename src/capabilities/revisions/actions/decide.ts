import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { type Answers, changedFields, findSheet, type Sheet } from '../../forms/index.ts'
import {
  addRegistration,
  correctionDeadline,
  renewFurther,
  renewRegistration,
} from '../../groups/index.ts'
import { inOneOrder, onlyFields } from '../asked.ts'
import { type Choices, choicesByCode, chooseWith, labelOf } from '../openness.ts'
import { sheetKeyOf } from '../revision.ts'
import { applyAnswers } from './apply.ts'
import { reissueWith } from './cards.ts'
import { composeRevisionMails, writeAbout } from './letters.ts'
import { type Situation, standingOf } from './situation.ts'
import { takeRevisionStep } from './step.ts'

type Decided = Result<'done', TransitionProblem>

const getSheet = async (scope: Scope, { revision }: Situation): Promise<Sheet> => {
  const sheet = await findSheet(scope, sheetKeyOf(revision))
  if (!sheet) throw new Error(`the revision ${revision.id} has no answers`)
  return sheet
}

const choicesWith = (situation: Situation, sheet: Sheet): Choices =>
  chooseWith(sheet.definition, {
    standing: standingOf(situation).visibility,
    sent: sheet.visibility,
    codes: situation.revision.waiting,
    before: situation.revision.before,
  })

/** Answers that wait although the registration says something newer by now: another notice or a list has come. */
const findOvertaken = (
  situation: Situation,
  { definition }: Pick<Sheet, 'definition'>,
): readonly string[] => {
  const { waiting, before } = situation.revision
  const standing = standingOf(situation)
  const now = { ...standing.answers, ...choicesByCode(definition, standing.visibility) }
  const ordered = (answers: Answers) => inOneOrder(definition, onlyFields(answers, waiting))
  return changedFields(ordered(before), ordered(now))
}

const overtakenText = async (
  scope: Scope,
  situation: Situation,
  codes: readonly string[],
): Promise<string | undefined> => {
  if (codes.length === 0) return undefined
  const { definition } = await getSheet(scope, situation)
  const names = codes.map((code) => labelOf(definition, code)?.ja ?? code)
  return `あとから変わったので、今の登録のままにした項目：${names.join('、')}`
}

/** What becomes of a change: it is applied, and the card follows where it would be wrong. */
const applyChange = async (scope: Scope, city: City, situation: Situation): Promise<Decided> => {
  const sheet = await getSheet(scope, situation)
  const codes = situation.revision.waiting
  const choices = choicesWith(situation, sheet)
  const answered = { situation, sheet, codes, choices }
  const { group, printedAnew } = await applyAnswers(scope, city, answered)
  const letter = { mail: 'approved', situation: { ...situation, group } } as const
  if (!printedAnew) await writeAbout(scope, city, letter)
  else {
    const mails = await composeRevisionMails(scope, city, letter)
    await reissueWith(scope, city, { group, mails })
  }
  return ok('done')
}

/** A renewal: the answers of now, the next period, a card with its last day. */
const applyRenewal = async (scope: Scope, city: City, situation: Situation): Promise<Decided> => {
  const sheet = await getSheet(scope, situation)
  const codes = situation.revision.waiting
  const choices = choicesWith(situation, sheet)
  const { group } = await applyAnswers(scope, city, { situation, sheet, codes, choices })
  if (situation.revision.class !== group.class) {
    const until = await renewFurther(scope, { group, class: situation.revision.class })
    await writeAbout(scope, city, { mail: 'renewed', situation, day: until })
    return ok('done')
  }
  const renewed = await renewRegistration(scope, city, group)
  if (!renewed.ok) return renewed
  const now = renewed.value
  const letter = {
    mail: 'renewed',
    situation: { ...situation, group: now.group },
    day: now.until,
  } as const
  const mails = await composeRevisionMails(scope, city, letter)
  await reissueWith(scope, city, { group: now.group, mails })
  return ok('done')
}

const applyAddition = async (scope: Scope, city: City, situation: Situation): Promise<Decided> => {
  const sheet = await getSheet(scope, situation)
  const codes = situation.revision.waiting
  const choices = choicesWith(situation, sheet)
  const { group } = await applyAnswers(scope, city, { situation, sheet, codes, choices })
  await addRegistration(scope, city, {
    group,
    class: situation.revision.class,
    mailsFor: (number, day) =>
      composeRevisionMails(scope, city, { mail: 'added', situation, number, day }),
  })
  return ok('done')
}

const applied = { change: applyChange, renewal: applyRenewal, addition: applyAddition } as const

/**
 * Accepts what was sent: it takes effect, the group is told, pages and card follow. What the registration has
 * learned since then is newer and stays.
 */
export const approveRevision = async (
  scope: Scope,
  city: City,
  situation: Situation,
): Promise<Decided> => {
  const { revision, group } = situation
  const standing = ['approved', 'suspended', ...(revision.kind === 'renewal' ? ['lapsed'] : [])]
  if (!standing.includes(group.state)) return refuse('not-from-here')
  const overtaken = findOvertaken(situation, await getSheet(scope, situation))
  const waiting = revision.waiting.filter((code) => !overtaken.includes(code))
  const facts = {
    applied: [...new Set([...revision.applied, ...waiting])],
    waiting: overtaken,
    decided_at: scope.now,
  }
  const reason = await overtakenText(scope, situation, overtaken)
  const move = { name: 'approve', facts, reason } as const
  const taken = await takeRevisionStep(scope, city, { situation, move })
  if (!taken.ok) return taken
  const done = await applied[revision.kind](scope, city, {
    ...situation,
    revision: { ...revision, waiting },
  })
  if (!done.ok) throw new Error(`the revision ${revision.id} cannot be applied: ${done.error}`)
  return done
}

/** Correction, refusal, or the group's own way out or back; nothing of the registration changes. */
export const decideRevision = async (
  scope: Scope,
  city: City,
  decision: {
    readonly situation: Situation
    readonly name: 'return' | 'refuse' | 'withdraw' | 'reopen'
    readonly reason: string
  },
): Promise<Decided> => {
  const { situation, name, reason } = decision
  const facts = name === 'reopen' ? {} : { decided_at: scope.now }
  const move = { name, reason, facts }
  const taken = await takeRevisionStep(scope, city, { situation, move })
  if (!taken.ok) return taken
  if (name === 'withdraw' || name === 'reopen') return ok('done')
  await writeAbout(scope, city, {
    mail: name === 'return' ? 'returned' : 'refused',
    situation,
    reason,
    day: name === 'return' ? correctionDeadline(tokyoDayOf(scope.now)) : null,
  })
  return ok('done')
}

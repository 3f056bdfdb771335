import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import {
  countAsked,
  countEnvelopes,
  lockSurvey,
  type Slot,
  type Survey,
  slotsOf,
  standingAt,
} from '../../surveys/index.ts'
import type { StoredCross, StoredNumber } from '../build.ts'
import {
  canBeAxis,
  canBeCrossed,
  countChoices,
  countCross,
  type RawCross,
  skipsSome,
} from '../counting.ts'
import { hideSmall } from '../cross.ts'
import { waveOf } from '../earlier.ts'
import { findPublicResults } from '../find-results.ts'
import { countModes, countPair, countPairs, countSlots, sumNumbers } from '../queries/counting.ts'
import { insertCounts, insertCrosses, insertNumbers, type SlotCount } from '../queries/figures.ts'
import { getSettings } from '../queries/settings.ts'
import { findPublished, insertTabulation, nextNumber } from '../queries/tabulations.ts'
import { type Settings, type StoredWave, tabulationKind } from '../tabulation.ts'

export type MakeRefusal = 'still-open' | 'uncounted' | 'no-answers' | 'reason'

/** Numbers of so few would tell who wrote which. */
const fewestNumbers = 5

/** Earlier surveys as they stand published now, oldest first: the one named, and what it stood beside itself. */
const findWaves = async (scope: Scope, earlier: string | null): Promise<readonly StoredWave[]> => {
  if (!earlier) return []
  const found = await findPublicResults(scope, earlier)
  if (!found) return []
  const before = found.survey ? await findPublished(scope, earlier) : undefined
  return [...(before?.waves ?? []), waveOf(found.results)]
}

/** How many were asked; unknown where an open link was given out, by which anybody may come. */
const findSent = async (scope: Scope, { id, ways }: Survey): Promise<number | null> => {
  if (ways.includes('open')) return null
  const asked = await countAsked(scope, id)
  return asked.reduce((sum, one) => sum + one.asked, 0)
}

const countAll = async (scope: Scope, surveyId: string, slots: readonly Slot[]) => {
  const raw = await countSlots(
    scope,
    surveyId,
    slots.map(({ slot, question }) => ({ slot, marksOnly: question.kind === 'number' })),
  )
  return slots.flatMap((slot) =>
    countChoices(slot, raw.get(slot.slot) ?? []).map(
      (one): SlotCount => ({
        ...one,
        slot: slot.slot,
      }),
    ),
  )
}

const sumAll = async (
  scope: Scope,
  surveyId: string,
  slots: readonly Slot[],
): Promise<StoredNumber[]> => {
  const numbers: StoredNumber[] = []
  for (const { slot, question } of slots)
    if (question.kind === 'number') {
      const sums = await sumNumbers(scope, surveyId, slot)
      const isFew = sums.answered < fewestNumbers
      numbers.push(isFew ? { ...sums, total: null, median: null } : sums)
    }
  return numbers
}

/**
 * True for a pair whose table may be made. Where small counts are hidden, axes are not crossed with each other: three
 * tables of three questions would tell more than each by itself.
 */
const isWanted = (slot: Slot, axis: Slot, settings: Settings): boolean =>
  slot.slot !== axis.slot &&
  canBeCrossed(slot.question) &&
  canBeAxis(axis.question) &&
  (settings.threshold === 0 || !settings.axes.includes(slot.slot))

type Pair = { readonly slot: Slot; readonly axis: Slot; readonly threshold: number }

/**
 * A cross table as it may be kept. Where small counts are hidden, a question that a branch led some past is not crossed:
 * how many were asked it would give away a hidden count of the question before.
 */
const keepable = (
  { slot, axis, threshold }: Pair,
  raw: readonly RawCross[],
): StoredCross | undefined => {
  if (threshold > 0 && skipsSome(raw)) return undefined
  const cross = hideSmall(countCross(slot, axis, raw), threshold)
  if (cross.columns.length < 2) return undefined
  return {
    slot: slot.slot,
    axis: axis.slot,
    rowChoices: cross.rows.map(({ code }) => Number(code)),
    columnChoices: cross.columns.map(({ code }) => Number(code)),
    bases: cross.bases,
    totals: cross.totals,
    counts: cross.counts.flat(),
  }
}

/** One cross table by itself: one plain aggregate over the answers. */
export const crossPair = async (
  scope: Scope,
  surveyId: string,
  pair: Pair,
): Promise<StoredCross | undefined> =>
  keepable(pair, await countPair(scope, surveyId, { slot: pair.slot.slot, axis: pair.axis.slot }))

const crossAll = async (
  scope: Scope,
  surveyId: string,
  given: { readonly slots: readonly Slot[]; readonly settings: Settings },
): Promise<StoredCross[]> => {
  const { slots, settings } = given
  const { threshold } = settings
  const crosses: StoredCross[] = []
  for (const axis of slots.filter(({ slot }) => settings.axes.includes(slot))) {
    const wanted = slots.filter((slot) => isWanted(slot, axis, settings))
    const asked = { axis: axis.slot, slots: wanted.map(({ slot }) => slot) }
    const raw = await countPairs(scope, surveyId, asked)
    for (const slot of wanted) {
      const cross = keepable({ slot, axis, threshold }, raw.get(slot.slot) ?? [])
      if (cross) crosses.push(cross)
    }
  }
  return crosses
}

const keepFigures = async (
  scope: Scope,
  survey: Survey,
  given: { readonly number: number; readonly settings: Settings },
): Promise<void> => {
  const slots = slotsOf(survey.questionnaire)
  const key = { surveyId: survey.id, number: given.number }
  await insertCounts(scope, key, await countAll(scope, survey.id, slots))
  await insertNumbers(scope, key, await sumAll(scope, survey.id, slots))
  await insertCrosses(scope, key, await crossAll(scope, survey.id, { slots, ...given }))
}

/**
 * Counts a survey that has ended, as a new numbered tabulation; earlier ones stay as they are.
 * @param reason why it is counted again; needed from the second on
 * @returns its number
 */
export const makeTabulation = async (
  scope: Scope,
  surveyId: string,
  reason: string,
): Promise<Result<number, MakeRefusal>> => {
  const survey = await lockSurvey(scope, surveyId)
  if (standingAt(survey, scope.now) !== 'closed') return refuse('still-open')
  if ((await countEnvelopes(scope, surveyId)) > 0) return refuse('uncounted')
  const modes = await countModes(scope, surveyId)
  const answers = modes.reduce((sum, { valid }) => sum + valid, 0)
  if (answers === 0) return refuse('no-answers')
  const number = await nextNumber(scope, surveyId)
  if (number > 1 && reason.trim() === '') return refuse('reason')
  const settings = await getSettings(scope, survey)
  await insertTabulation(scope, {
    surveyId,
    number,
    answers,
    sent: await findSent(scope, survey),
    modes,
    settings,
    questionnaire: survey.questionnaire,
    waves: await findWaves(scope, settings.earlier),
    reason: reason.trim(),
    countedOn: tokyoDayOf(scope.now),
  })
  await keepFigures(scope, survey, { number, settings })
  await audit(scope, {
    action: 'tabulation.make',
    subjectKind: tabulationKind,
    subjectId: surveyId,
    after: { number, answers, reason },
  })
  return ok(number)
}

import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { getSurvey } from '../../surveys/index.ts'
import { mask, proposeMasks } from '../masking.ts'
import { getSettings } from '../queries/settings.ts'
import { listShownAnswers } from '../queries/tabulations.ts'
import {
  destroyOriginals,
  findText,
  insertHeading,
  listHeadings,
  saveText,
  updateHeading,
} from '../queries/texts.ts'

/** What staff decided about one text. */
export type TextDecision = {
  readonly surveyId: string
  readonly slot: number
  readonly answerId: string
  readonly leavesOut: boolean
  readonly headingId: string | null
  /** Proposals that are confirmed, by their place in the list. */
  readonly masks: readonly number[]
  /** Words to be masked besides, as staff typed them. */
  readonly more: readonly string[]
}

export type TextRefusal = 'gone' | 'no-heading'

const placesOf = (text: string, word: string): { start: number; end: number }[] => {
  const places: { start: number; end: number }[] = []
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
    places.push({ start, end: start + word.length })
  return places
}

/** The text as everyone would read it after these decisions. */
export const shownText = (
  text: string,
  { masks, more }: Pick<TextDecision, 'masks' | 'more'>,
): string => {
  const proposals = proposeMasks(text).filter((_, at) => masks.includes(at))
  return mask(text, [...proposals, ...more.filter(Boolean).flatMap((word) => placesOf(text, word))])
}

/** Texts read after the results were published lose their original at once, as the others did with the publication. */
const endOriginal = async (
  scope: Scope,
  { surveyId, slot, answerId }: Pick<TextDecision, 'surveyId' | 'slot' | 'answerId'>,
): Promise<void> => {
  const shown = await listShownAnswers(scope, { surveyId, number: 0 })
  if (shown.length === 0) return
  const { keepsOriginals } = await getSettings(scope, await getSurvey(scope, surveyId))
  if (!keepsOriginals) await destroyOriginals(scope, surveyId, { answerId, slot })
}

/** Puts a text under a heading, masked, or leaves it out. The audit keeps that it was read, not what it says. */
export const decideText = async (
  scope: Scope,
  decision: TextDecision,
): Promise<Result<'done', TextRefusal>> => {
  const { surveyId, slot, answerId, leavesOut, headingId } = decision
  const text = await findText(scope, decision, answerId)
  if (text === undefined) return refuse('gone')
  const headings = await listHeadings(scope, surveyId, slot)
  if (!leavesOut && !headings.some(({ id }) => id === headingId)) return refuse('no-heading')
  await saveText(scope, decision, {
    answerId,
    state: leavesOut ? 'left-out' : 'confirmed',
    headingId: leavesOut ? null : headingId,
    shown: leavesOut ? '' : shownText(text, decision),
    readBy: nameOf(scope.actor),
  })
  await endOriginal(scope, decision)
  await audit(scope, {
    action: 'tabulation.read-text',
    subjectKind: 'survey',
    subjectId: surveyId,
    after: { slot, left: leavesOut, masks: decision.masks.length + decision.more.length },
  })
  return ok('done')
}

/** Adds a heading under which texts are put together. @returns its id */
export const addHeading = async (
  scope: Scope,
  place: { readonly surveyId: string; readonly slot: number },
  words: { readonly title: string; readonly answer: string },
): Promise<string> => {
  const id = newId()
  await insertHeading(scope, place, { id, ...words })
  return id
}

/** Changes a heading and what the city says under it. */
export const changeHeading = async (
  scope: Scope,
  surveyId: string,
  heading: { readonly id: string; readonly title: string; readonly answer: string },
): Promise<Result<'done', 'gone'>> => {
  if (!(await updateHeading(scope, surveyId, heading))) return refuse('gone')
  await audit(scope, {
    action: 'tabulation.answer-heading',
    subjectKind: 'survey',
    subjectId: surveyId,
    after: { heading: heading.id, answer: heading.answer },
  })
  return ok('done')
}

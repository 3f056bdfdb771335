import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanText, countCharacters, normalizeCode } from '#kernel/text.ts'
import type { Criterion } from './scoring/rubric.ts'
import { checkScores, type Rubric, type Scores } from './scoring.ts'

/** 評点票 as its member fills it in: points so far, and a comment. */
export type ScoreDraft = { readonly scores: Scores; readonly comment: string }

/** One member's sheet on one proposal. */
export type ScoreSheet = ScoreDraft & {
  readonly proposalId: string
  readonly accountId: string
  readonly updatedAt: Date
  readonly submittedAt: Date | null
}

export const longestComment = 2000

/** The field of a criterion in the form. */
export const scoreField = (criterion: string): string => `score.${criterion}`

export type ScoreProblem = {
  /** Name of the field. */
  readonly field: string
  readonly criterion: string | null
  readonly code: 'missing' | 'not-a-number' | 'below-min' | 'above-max' | 'off-step' | 'too-long'
}

/** A form as read: the points that can be kept, what was typed, and what must be mended. */
export type ScoreReading = ScoreDraft & {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly ScoreProblem[]
}

type Sent = { text(name: string): string }

/** Points as typed: 4, ４, 2.5; at most four decimals, never negative. */
const readPoints = (typed: string): number | undefined => {
  const text = normalizeCode(typed)
  return /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined
}

const problemOf = (
  rubric: Rubric,
  criterion: Criterion,
  typed: string,
): ScoreProblem['code'] | undefined => {
  if (typed.trim() === '') return 'missing'
  const points = readPoints(typed)
  if (points === undefined) return 'not-a-number'
  const checked = checkScores({ ...rubric, criteria: [criterion] }, { [criterion.code]: points })
  const code = checked.ok ? undefined : checked.error[0]?.code
  return code === 'unknown-criterion' ? 'missing' : code
}

/** Reads a sent sheet. What stands on a step of its criterion is kept, the rest is told with its reason. */
export const readScores = (rubric: Rubric, sent: Sent): ScoreReading => {
  const scores: Record<string, number> = {}
  const typed: Record<string, string> = {}
  const problems: ScoreProblem[] = []
  for (const criterion of rubric.criteria) {
    const field = scoreField(criterion.code)
    const text = sent.text(field)
    typed[criterion.code] = text
    const code = problemOf(rubric, criterion, text)
    if (code) problems.push({ field, criterion: criterion.code, code })
    else scores[criterion.code] = readPoints(text) ?? 0
  }
  const comment = cleanText(sent.text('comment'))
  if (countCharacters(comment) > longestComment)
    problems.push({ field: 'comment', criterion: null, code: 'too-long' })
  return { scores, comment, typed, problems }
}

/** A draft may have gaps, but nothing in it may be wrong: what cannot be kept is told at once. */
export const draftProblems = (reading: ScoreReading): readonly ScoreProblem[] =>
  reading.problems.filter(({ code }) => code !== 'missing')

/** A sheet that may be handed in: every criterion has points on its steps. */
export const toSubmission = (reading: ScoreReading): Result<ScoreDraft, readonly ScoreProblem[]> =>
  reading.problems.length === 0
    ? ok({ scores: reading.scores, comment: reading.comment })
    : refuse(reading.problems)

/** The points one may choose, when they are few enough to stand as buttons side by side. */
export const listChoices = ({ min, max, step }: Criterion): readonly number[] | undefined => {
  const count = Math.round((max - min) / step) + 1
  if (count > 11) return undefined
  // Through text, so that 0.1 + 0.2 is 0.3.
  return Array.from({ length: count }, (_, at) => Number((min + at * step).toFixed(4)))
}

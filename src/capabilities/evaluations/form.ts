import type { Bilingual } from '#kernel/bilingual.ts'
import { sayOf } from '#kernel/row-place.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import type { Definition } from './evaluation.ts'
import { type FieldProblem, problemTexts } from './problem-texts.ts'
import { checkSheet, type Line, type LineProblem, type Sheet } from './scores.ts'

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string; all(name: string): readonly string[] }

type Read<T> = { readonly value: T; readonly problems: readonly FieldProblem[] }

export const scoreField = (item: string): string => `score_${item}`
export const commentField = (item: string): string => `comment_${item}`
export const explanationField = (item: string): string => `explanation_${item}`
export const publishedField = 'published'

const readScore = (typed: string, definition: Definition): number | null => {
  const value = /^\d{1,3}$/.test(typed) ? Number(typed) : null
  return definition.scale.some((one) => one.value === value) ? value : null
}

const readLine = (sent: Sent, item: string, definition: Definition): Line => ({
  score: readScore(sent.text(scoreField(item)), definition),
  comment: cleanText(sent.text(commentField(item))),
})

/** On a page with many items every problem says which one it means: 「項目2「対等」：…」. */
export const sayOfItem = (definition: Definition, item: string, text: Bilingual): Bilingual => {
  const at = definition.items.findIndex(({ code }) => code === item)
  const label = definition.items[at]?.label ?? { ja: item, en: item }
  const place = { ja: `項目${at + 1}「${label.ja}」`, en: `Item ${at + 1}, “${label.en}”` }
  return sayOf(place, text)
}

/** What must be mended in one item of a sheet. */
type SheetProblem = FieldProblem & { readonly kind: LineProblem['kind'] }

const placeOf = ({ item, kind }: LineProblem, definition: Definition): SheetProblem => ({
  kind,
  name: kind === 'no-score' || kind === 'unknown-score' ? scoreField(item) : commentField(item),
  text: sayOfItem(definition, item, problemTexts[kind]),
})

/** Reads a self-evaluation as it was typed, with everything that keeps it from being handed in. */
export const readSheet = (
  sent: Sent,
  definition: Definition,
): { readonly value: Sheet; readonly problems: readonly SheetProblem[] } => {
  const value = new Map(
    definition.items.map(({ code }) => [code, readLine(sent, code, definition)] as const),
  )
  return { value, problems: sheetProblems(value, definition) }
}

/** Everything that keeps a sheet from being handed in, beside its fields. */
export const sheetProblems = (sheet: Sheet, definition: Definition): readonly SheetProblem[] =>
  checkSheet(sheet, definition).map((problem) => placeOf(problem, definition))

/** Items that another person of the same side changed meanwhile: to choose what stays. */
export const clashProblems = (
  items: readonly string[],
  definition: Definition,
): readonly FieldProblem[] =>
  items.map((item) => ({
    name: scoreField(item),
    text: sayOfItem(definition, item, problemTexts.clash),
  }))

/** Problems that even a draft has: what is too long cannot be kept. */
export const draftProblems = (problems: readonly SheetProblem[]): readonly SheetProblem[] =>
  problems.filter(({ kind }) => kind === 'too-long')

/** Reads the explanations of the differences; those left empty stay unwritten. */
export const readExplanations = (
  sent: Sent,
  definition: Definition,
): Read<ReadonlyMap<string, string>> => {
  const typed = definition.items.map(
    ({ code }) => [code, cleanText(sent.text(explanationField(code)))] as const,
  )
  return {
    value: new Map(typed.filter(([, text]) => text !== '')),
    problems: typed
      .filter(([, text]) => countCharacters(text) > 2_000)
      .map(([item]) => ({
        name: explanationField(item),
        text: sayOfItem(definition, item, problemTexts.explanationLong),
      })),
  }
}

/** Reads what a member of the committee thinks of the whole. */
export const readAssessment = (
  sent: Sent,
  definition: Definition,
): Read<{ readonly overall: string; readonly comment: string }> => {
  const overall = definition.overall.find(({ code }) => code === sent.text('overall'))?.code
  const comment = cleanText(sent.text('comment'))
  return {
    value: { overall: overall ?? '', comment },
    problems: [
      ...(overall ? [] : [{ name: 'overall', text: problemTexts.overall }]),
      ...(comment === '' ? [{ name: 'comment', text: problemTexts.assessment }] : []),
      ...(countCharacters(comment) > 3_000
        ? [{ name: 'comment', text: problemTexts.assessmentLong }]
        : []),
    ],
  }
}

/** A reason; needed only where `required`. */
export const readReason = (sent: Sent, required = true): Read<string> => {
  const value = cleanText(sent.text('reason'))
  if (value === '')
    return { value, problems: required ? [{ name: 'reason', text: problemTexts.reason }] : [] }
  return {
    value,
    problems:
      countCharacters(value) > 1_000 ? [{ name: 'reason', text: problemTexts.reasonLong }] : [],
  }
}

/** The city's answer, what happens next year, and which comments are not shown to the public. */
export type AnswerForm = {
  readonly answer: string
  readonly nextYear: string
  readonly withheld: readonly string[]
}

const answerProblems = (name: 'answer' | 'next_year', text: string): readonly FieldProblem[] => {
  if (text === '') return [{ name, text: problemTexts[name] }]
  return countCharacters(text) > 5_000 ? [{ name, text: problemTexts.answerLong }] : []
}

/**
 * Reads the answer; publishing also needs the office's word that no personal details are shown. Of the
 * comments that the page showed, those that are not ticked are withheld.
 */
export const readAnswer = (
  sent: Sent,
  publishing: boolean,
  shown: readonly string[] = [],
): Read<AnswerForm> => {
  const answer = cleanText(sent.text('answer'))
  const nextYear = cleanText(sent.text('next_year'))
  const missing = [...answerProblems('answer', answer), ...answerProblems('next_year', nextYear)]
  const checked = sent.text('checked') === 'yes'
  return {
    value: {
      answer,
      nextYear,
      withheld: shown.filter((key) => !sent.all(publishedField).includes(key)),
    },
    problems: publishing
      ? [...missing, ...(checked ? [] : [{ name: 'checked', text: problemTexts.checked }])]
      : missing.filter(({ text }) => text === problemTexts.answerLong),
  }
}

import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { sayOf } from '#kernel/row-place.ts'
import { cleanLine, cleanText, countCharacters } from '#kernel/text.ts'
import type { Article } from './agreement.ts'
import { firstArticle } from './agreement-sums.ts'
import { type ContinuationOutcome, isContinuationOutcome } from './continuation.ts'
import { type FieldProblem, problemTexts } from './problem-texts.ts'
import { isSide, type Side } from './project.ts'

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string }

type Read<T> = { readonly value: T; readonly problems: readonly FieldProblem[] }

const problem = (name: string, kind: keyof typeof problemTexts): FieldProblem => ({
  name,
  text: problemTexts[kind],
})

/** A reason that must be given. */
export const readReason = (sent: Sent): Read<string> => {
  const value = cleanText(sent.text('reason'))
  if (value === '') return { value, problems: [problem('reason', 'reason')] }
  const long = countCharacters(value) > 1_000
  return { value, problems: long ? [problem('reason', 'reasonLong')] : [] }
}

/** What the form of a report that comes early asks besides: that the work of the year is over, and why. */
export const allDoneField = 'all_done'
export const earlyReasonField = 'early_reason'

export const articleField = (at: number): string => `article_${at}`
export const newArticleFields = { title: 'new_title', text: 'new_text' } as const

/** Articles ask for the same thing: what is to be mended in one says which it is. */
const articleProblem = (
  { title }: Article,
  at: number,
  kind: 'article' | 'articleLong',
): FieldProblem => {
  const number = at + firstArticle
  const place = { ja: `第${number}条「${title}」`, en: `Article ${number} (${title})` }
  return { name: articleField(at), text: sayOf(place, problemTexts[kind]) }
}

const readArticle = (sent: Sent, article: Article, at: number): Read<Article | undefined> => {
  const text = cleanText(sent.text(articleField(at)))
  const value = { ...article, text }
  // What one side added it may take out again; the programme's own articles stay.
  if (text === '' && article.added) return { value: undefined, problems: [] }
  if (text === '') return { value, problems: [articleProblem(article, at, 'article')] }
  const long = countCharacters(text) > 5_000
  return { value, problems: long ? [articleProblem(article, at, 'articleLong')] : [] }
}

const readNewArticle = (sent: Sent): Read<Article | undefined> => {
  const title = cleanLine(sent.text(newArticleFields.title))
  const text = cleanText(sent.text(newArticleFields.text))
  if (title === '' && text === '') return { value: undefined, problems: [] }
  const problems = [
    ...(title === '' ? [problem(newArticleFields.title, 'articleTitle')] : []),
    ...(countCharacters(title) > 100 ? [problem(newArticleFields.title, 'lineLong')] : []),
    ...(text === '' ? [problem(newArticleFields.text, 'article')] : []),
    ...(countCharacters(text) > 5_000 ? [problem(newArticleFields.text, 'articleLong')] : []),
  ]
  return { value: { title, text, added: true }, problems }
}

/**
 * Reads the articles of an agreement as they were typed over those that the page showed. An added article
 * left empty is taken out.
 */
export const readArticles = (sent: Sent, shown: readonly Article[]): Read<readonly Article[]> => {
  const read = [...shown.map((article, at) => readArticle(sent, article, at)), readNewArticle(sent)]
  return {
    value: read.flatMap(({ value }) => (value ? [value] : [])),
    problems: read.flatMap(({ problems }) => problems),
  }
}

export type SignatureForm = {
  readonly side: Side | undefined
  readonly name: string
  readonly title: string
  /** The hash of the text that was shown. */
  readonly seen: string
}

const lineProblems = (name: 'name' | 'title', value: string): readonly FieldProblem[] => {
  if (value === '') return [problem(name, name)]
  return countCharacters(value) > 100 ? [problem(name, 'lineLong')] : []
}

/** Reads who signs, for which side, and that they agree to the text they saw. */
export const readSignature = (sent: Sent): Read<SignatureForm> => {
  const name = cleanLine(sent.text('name'))
  const title = cleanLine(sent.text('title'))
  const side = sent.text('side')
  return {
    value: { side: isSide(side) ? side : undefined, name, title, seen: sent.text('text') },
    problems: [
      ...lineProblems('name', name),
      ...lineProblems('title', title),
      ...(sent.text('agree') === 'yes' ? [] : [problem('agree', 'agree')]),
    ],
  }
}

/** Reads the last day of a correction; it lies ahead. */
export const readCorrectionDay = (sent: Sent, now: Date): Read<PlainDate> => {
  const today = tokyoDayOf(now)
  const read = parseDate(sent.text('correction_due'))
  if (!read.ok) return { value: today, problems: [problem('correction_due', 'correctionDate')] }
  const past = read.value <= today
  return {
    value: read.value,
    problems: past ? [problem('correction_due', 'correctionPast')] : [],
  }
}

/** Reads what the department answers to an interim review. */
export const readAnswer = (sent: Sent): Read<string> => {
  const value = cleanText(sent.text('answer'))
  if (value === '') return { value, problems: [problem('answer', 'answer')] }
  const long = countCharacters(value) > 5_000
  return { value, problems: long ? [problem('answer', 'answerLong')] : [] }
}

/** Reads what became of a project. */
export const readContinuation = (
  sent: Sent,
): Read<{ readonly outcome: ContinuationOutcome | undefined; readonly note: string }> => {
  const outcome = sent.text('outcome')
  const note = cleanText(sent.text('note'))
  const known = isContinuationOutcome(outcome) ? outcome : undefined
  return {
    value: { outcome: known, note },
    problems: [
      ...(known ? [] : [problem('outcome', 'outcome')]),
      ...(countCharacters(note) > 1_000 ? [problem('note', 'noteLong')] : []),
    ],
  }
}

/** The name under which the form of an entry sends whether the entry was public when it was shown. */
export const shownPublicField = 'shown_public'

/**
 * What stands beside the city's own form for an entry of the log: whether, and how, everyone reads it. What
 * another person took from the public since the form was shown does not come back by a tick that was there.
 */
export const readPublication = (
  sent: Sent,
  isPublicNow: boolean,
): Read<{ readonly public: boolean; readonly text: string }> => {
  const taken = sent.text(shownPublicField) === 'yes' && !isPublicNow
  const text = cleanText(sent.text('public_text'))
  const long = countCharacters(text) > 2_000
  return {
    value: { public: sent.text('public') === 'yes' && !taken, text },
    problems: long ? [problem('public_text', 'publicLong')] : [],
  }
}

/** The log tells what was done, not what is planned. */
export const checkHappened = (on: PlainDate, now: Date, name: string): readonly FieldProblem[] =>
  on > tokyoDayOf(now) ? [problem(name, 'future')] : []

import { both } from '#kernel/bilingual.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import { hashToken } from '#kernel/tokens.ts'
import { type FieldProblem, fieldsOf, fieldTexts, type Sent, sayOfItem } from './form.ts'
import type { Found, Report, Task } from './report.ts'

export const longestReason = 1_000

const texts = {
  verdict: both('確認の結果を選んでください。', 'Please choose what you found.'),
  reason: both('直してほしい点を記入してください。', 'Please say what is to be mended.'),
  moved: both(
    'このページを開いた後に、担当課が書き直したか、ほかの人が確認を保存しました。今の内容を見て、もう一度保存してください。',
    'Since this page was opened, the department has rewritten the item or somebody else has checked it. Look at what is there now, then save again.',
  ),
} as const

const markOf = (version: number, verdict: string, reason: string): string =>
  hashToken(JSON.stringify([version, verdict, verdict === 'correct' ? reason : ''])).slice(0, 16)

/** What the page of the check sends back of what it showed: which text of the department, and what was found of it. */
export const seenMark = ({ version, verdict, verdictReason }: Report): string =>
  markOf(version, verdict, verdictReason)

export type ReadVerdict = {
  readonly found: Found
  /** False where the fields came back as they were shown: somebody else may have filled them in meanwhile. */
  readonly touched: boolean
  readonly problems: readonly FieldProblem[]
}

/** What the office found of one item, as it was typed. */
export const readVerdict = (sent: Sent, task: Task): ReadVerdict => {
  const { item, report } = task
  const fields = fieldsOf(item.no)
  const chosen = sent.text(fields.verdict)
  const verdict = chosen === 'accepted' || chosen === 'correct' ? chosen : ''
  const reason = verdict === 'correct' ? cleanText(sent.text(fields.reason)) : ''
  const seen = sent.text(fields.seen)
  const touched = markOf(report.version, verdict, reason) !== seen && verdict !== ''
  const faults = [
    ...(verdict === 'correct' && reason === '' ? [texts.reason] : []),
    ...(countCharacters(reason) > longestReason
      ? [fieldTexts.tooLong(longestReason.toLocaleString('en'))]
      : []),
    ...(touched && seen !== seenMark(report) ? [texts.moved] : []),
  ]
  return {
    found: { no: item.no, verdict, reason },
    touched,
    problems: faults.map((text) => ({ name: fields.reason, text: sayOfItem(task, text) })),
  }
}

/**
 * The same for a press that accepts everything of which nothing was said: items that stand as they were shown, with
 * no finding and no words about them.
 */
export const acceptRest = (sent: Sent, task: Task, read: ReadVerdict): ReadVerdict => {
  const fields = fieldsOf(task.item.no)
  const isSilent = read.found.verdict === '' && cleanText(sent.text(fields.reason)) === ''
  if (!isSilent || sent.text(fields.seen) !== seenMark(task.report)) return read
  const found = { no: task.item.no, verdict: 'accepted', reason: '' } as const
  return { found, touched: true, problems: [] }
}

/** Items that the office has not looked at when it wants to end its check. */
export const uncheckedProblem = (task: Task): FieldProblem => ({
  name: fieldsOf(task.item.no).verdict,
  text: sayOfItem(task, texts.verdict),
})

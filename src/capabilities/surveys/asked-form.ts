import { both } from '#kernel/bilingual.ts'
import { parseEmail } from '#kernel/contact.ts'
import { parseWholeNumber } from '#kernel/number.ts'
import { cleanLine } from '#kernel/text.ts'
import type { FieldProblem } from './read-answers.ts'
import { sentences } from './sentences.ts'
import type { AskedKind } from './survey.ts'

/** Most codes that are made at once. */
export const mostCodes = 5_000

export type AskedReading = {
  readonly kind: AskedKind
  readonly emails: readonly string[]
  readonly letters: number
  readonly problems: readonly FieldProblem[]
}

const words = (pick: (said: (typeof sentences)['ja']) => string) =>
  both(pick(sentences.ja), pick(sentences.en))

const lines = (text: string): readonly string[] =>
  [...new Set(text.split('\n').map(cleanLine))].filter((line) => line !== '')

/** Reads who is to be asked. */
export const readAsked = (sent: { text(name: string): string }): AskedReading => {
  const kind = sent.text('kind')
  if (kind === 'groups' || kind === 'staff') return { kind, emails: [], letters: 0, problems: [] }
  const problems: FieldProblem[] = []
  const emails = lines(sent.text('emails'))
  const bad = emails.filter((email) => !parseEmail(email).ok)
  if (bad.length > 0) {
    const some = bad.slice(0, 5)
    const text = both(
      sentences.ja.asked.badEmails(some.join('、')),
      sentences.en.asked.badEmails(some.join(', ')),
    )
    problems.push({ name: 'emails', text })
  }
  const typed = sent.text('letters').trim()
  const read = typed === '' ? undefined : parseWholeNumber(typed, mostCodes)
  if (read && !read.ok)
    problems.push({ name: 'letters', text: words((said) => said.asked.tooMany) })
  const letters = read?.ok ? read.value : 0
  if (emails.length > mostCodes)
    problems.push({ name: 'emails', text: words((said) => said.asked.tooMany) })
  if (emails.length + letters === 0 && problems.length === 0)
    problems.push({ name: 'letters', text: words((said) => said.asked.nothingTyped) })
  return { kind: 'codes', emails, letters, problems }
}

/** Codes as they are typed, one in each line. */
export const readCodes = (sent: { text(name: string): string }): readonly string[] =>
  lines(sent.text('codes'))

import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'

const longest = 1_000

/** Why two registrations are two, or are made one. */
export const readReason = (sent: { text(name: string): string }): Result<string, 'reason'> => {
  const reason = cleanText(sent.text('reason'))
  return reason === '' || countCharacters(reason) > longest ? refuse('reason') : ok(reason)
}

import { type Language, say } from '#kernel/bilingual.ts'
import type { OpenImporter } from '#web/importer.ts'
import type { ImportPlan } from './plan.ts'
import { sentences } from './sentences.ts'

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string }

/** The input of a column of the file, and of a question about all of it. */
export const columnInput = (column: number): string => `column.${column}`
export const answerInput = (code: string): string => `answer.${code}`
export const choiceInput = (row: number): string => `choice.${row}`

type Given = {
  readonly open: OpenImporter
  readonly plan: ImportPlan
  readonly width: number
  readonly lang: Language
}

/** Reads what the columns of a file are taken for, with all that is wrong about it, by the inputs' names. */
export const readColumns = (
  sent: Sent,
  { open, plan, width, lang }: Given,
): { readonly plan: ImportPlan; readonly problems: Readonly<Record<string, string>> } => {
  const words = sentences[lang]
  const columns: Record<string, number> = {}
  const problems: Record<string, string> = {}
  for (let column = 1; column <= width; column += 1) {
    const known = open.columns.find(({ code }) => code === sent.text(columnInput(column)))
    if (!known) continue
    if (columns[known.code] === undefined) columns[known.code] = column
    else problems[columnInput(column)] = words.twice(say(known.label, lang))
  }
  const missing = open.columns.filter(
    ({ code, required }) => required === true && columns[code] === undefined,
  )
  if (missing.length > 0)
    problems[columnInput(1)] = words.missing(
      missing.map(({ label }) => say(label, lang)).join(lang === 'ja' ? '、' : ', '),
    )
  const answers = Object.fromEntries(
    (open.questions ?? []).map(({ code, options, usual }) => {
      const answer = sent.text(answerInput(code))
      return [code, options.some((one) => one.code === answer) ? answer : usual]
    }),
  )
  const unreadable = sent.text('unreadable') === 'leave-cell' ? 'leave-cell' : 'refuse-row'
  return { plan: { ...plan, columns, answers, unreadable }, problems }
}

/** Reads which row the header is; anything that is no number asks for the one that is found. */
export const readHeaderRow = (sent: Sent): number | undefined => {
  const text = sent.text('header').normalize('NFKC').trim()
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

/** Reads the choices that were made for suspicious rows. */
export const readChoices = (
  names: readonly string[],
  sent: Sent,
): readonly { readonly number: number; readonly choice: string }[] =>
  names.flatMap((name) => {
    const [, number] = /^choice\.(\d{1,7})$/.exec(name) ?? []
    const choice = sent.text(name)
    return number && choice !== '' ? [{ number: Number(number), choice: choice.slice(0, 60) }] : []
  })

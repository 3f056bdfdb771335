import type { Bilingual } from '#kernel/bilingual.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import { fieldProblems } from './problem-texts.ts'

/** Most characters of a message, and of a reason. */
export const answerLimits = { body: 2_000, reason: 1_000 } as const

type Read = { readonly text: string; readonly problem: Bilingual | undefined }

/** Reads a text that must be there. */
const readText = (
  typed: string,
  most: number,
  problems: { readonly empty: Bilingual; readonly long: Bilingual },
): Read => {
  const text = cleanText(typed)
  if (text === '') return { text, problem: problems.empty }
  return { text, problem: countCharacters(text) > most ? problems.long : undefined }
}

export const readBody = (typed: string): Read =>
  readText(typed, answerLimits.body, { empty: fieldProblems.body, long: fieldProblems.bodyLong })

export const readReason = (typed: string): Read =>
  readText(typed, answerLimits.reason, {
    empty: fieldProblems.reason,
    long: fieldProblems.reasonLong,
  })

export const readSettlement = (typed: string): Read =>
  readText(typed, answerLimits.reason, {
    empty: fieldProblems.settlement,
    long: fieldProblems.reasonLong,
  })

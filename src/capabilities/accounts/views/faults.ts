import type { Language } from '#kernel/bilingual.ts'
import type { FieldError } from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import { sentences } from '../sentences.ts'

/** What to mend in one field, or nothing. */
export const errorOf = (
  faults: readonly Fault[],
  field: string,
  lang: Language,
): string | undefined => {
  const fault = faults.find((one) => one.field === field)
  return fault && sentences[lang].fault[fault.reason]
}

/** All faults for the summary at the top. */
export const summaryOfFaults = (faults: readonly Fault[], lang: Language): FieldError[] =>
  faults.map((fault) => ({ id: fault.field, message: sentences[lang].fault[fault.reason] }))

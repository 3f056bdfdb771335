import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { KeptPaper, StandingPaper } from '#web/kept-paper.ts'
import { type Answers, type FormDefinition, fieldsOf, keptAnswer } from '../forms/index.ts'

/** Papers that the product keeps, as they stood on a day: by the field in whose place they stand. */
export type KeptOn = {
  readonly day: PlainDate
  readonly papers: ReadonlyMap<string, StandingPaper>
}

export const findKept = async (
  scope: Scope,
  known: readonly KeptPaper[],
  of: { readonly groupId: string; readonly day: PlainDate },
): Promise<KeptOn> => {
  const papers = new Map<string, StandingPaper>()
  for (const { field, find } of known) {
    const standing = await find(scope, of)
    if (standing) papers.set(field, standing)
  }
  return { day: of.day, papers }
}

/** Answers of the file fields in whose place what is kept is sent: no file came, and none is brought. */
export const answersKept = (
  definition: FormDefinition,
  given: {
    readonly answers: Answers
    readonly files: ReadonlySet<string>
    readonly kept: KeptOn['papers']
  },
): Answers =>
  Object.fromEntries(
    fieldsOf(definition)
      .filter(
        ({ kind, code }) =>
          kind === 'file' &&
          given.kept.has(code) &&
          !given.files.has(code) &&
          given.answers[code] === undefined,
      )
      .map(({ code }) => [code, keptAnswer]),
  )

import type { StoredFile } from '../../procedures/index.ts'
import type { Answers, FieldProblem } from '../answers.ts'
import type { Visibility } from '../definition.ts'

/** What a form is filled in with when it is shown. */
export type Filled = {
  readonly answers: Answers
  readonly visibility?: Readonly<Record<string, Visibility>>
  readonly problems?: readonly FieldProblem[]
  readonly files?: ReadonlyMap<string, readonly StoredFile[]>
  /** The table for which one more row was asked. */
  readonly moreRows?: string
}

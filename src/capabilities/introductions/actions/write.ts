import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  type Answers,
  type Clash,
  type FieldProblem,
  type Reading,
  readShared,
  type SheetKey,
  saveSheet,
} from '../../forms/index.ts'

/** Why a form of the page comes back. */
export type WriteRefusal =
  | {
      readonly kind: 'incomplete'
      readonly reading: Reading
      readonly problems: readonly FieldProblem[]
    }
  | { readonly kind: 'clash'; readonly clash: Clash }

/** A form of the page as it came in; `publish` false keeps a draft, complete or not. */
export type Writing = {
  readonly key: SheetKey
  readonly formCode: string
  readonly sent: FormBody
  readonly publish: boolean
  /** What else stands against publishing it, from what was typed. */
  readonly object?: (answers: Answers) => readonly FieldProblem[]
}

/**
 * Keeps what was typed. Where two people wrote into the same field, nothing is kept and both texts come back;
 * where something is missing for publishing, the draft is kept and what is missing comes back.
 */
export const writeSheet = async (
  scope: Scope,
  city: City,
  { key, formCode, sent, publish, object = () => [] }: Writing,
): Promise<Result<Answers, WriteRefusal>> => {
  const read = await readShared(scope, city, { key, formCode, sent })
  if (!read.ok) return refuse({ kind: 'clash', clash: read.error })
  const { form, reading } = read.value
  const objections = publish ? object(reading.answers) : []
  const send = publish && objections.length === 0
  const saved = await saveSheet(scope, key, { form, reading, sent, send })
  const problems = [...saved.problems, ...objections]
  if (publish && problems.length > 0) return refuse({ kind: 'incomplete', reading, problems })
  return ok(reading.answers)
}

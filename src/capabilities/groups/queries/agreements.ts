import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { type Answers, type FormVersion, fieldsOf } from '../../forms/index.ts'

/** A declaration with the wording that the group agreed to. */
export type Agreement = {
  readonly field: string
  readonly wording: Bilingual
  readonly form: string
  readonly version: number
  readonly agreedAt: Date
}

/** What the group agreed to, each declaration in the wording of last time. */
export const listAgreements = async (
  scope: Scope,
  groupId: string,
): Promise<readonly Agreement[]> => {
  const rows = await scope.db
    .selectFrom('agreed_declarations')
    .distinctOn('field')
    .select(['field', 'wording', 'form', 'version', 'agreed_at'])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .orderBy('field')
    .orderBy('agreed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    field: row.field,
    wording: row.wording as Bilingual,
    form: row.form,
    version: row.version,
    agreedAt: row.agreed_at,
  }))
}

const sameWording = (one: Bilingual, other: Bilingual): boolean => one.ja === other.ja

/** True when the group agreed to exactly these words. What counts is the Japanese text. */
export const hasAgreed = (
  agreements: readonly Agreement[],
  declaration: { readonly code: string; readonly label: Bilingual },
): boolean =>
  agreements.some(
    ({ field, wording }) => field === declaration.code && sameWording(wording, declaration.label),
  )

/** Keeps every declaration of the form that was agreed to in words not agreed to before. */
export const keepAgreements = async (
  scope: Scope,
  groupId: string,
  given: { readonly form: FormVersion; readonly answers: Answers },
): Promise<void> => {
  const before = await listAgreements(scope, groupId)
  const { definition, version } = given.form
  const fresh = fieldsOf(definition).filter(
    (field) =>
      field.kind === 'declaration' &&
      given.answers[field.code] === true &&
      !hasAgreed(before, field),
  )
  if (fresh.length === 0) return
  await scope.db
    .insertInto('agreed_declarations')
    .values(
      fresh.map(({ code, label }) => ({
        city_id: scope.city.id,
        group_id: groupId,
        field: code,
        agreed_at: scope.now,
        form: definition.code,
        version,
        wording: JSON.stringify(label),
      })),
    )
    .execute()
}

import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answers } from './answers.ts'
import { type FormDefinition, formDefinition, type Visibility } from './definition.ts'

/** A definition with the version its answers will name. */
export type FormVersion = { readonly version: number; readonly definition: FormDefinition }

/** What a sheet belongs to: the subject, and which of its sheets (`proposal`, `self-group`, …). */
export type SheetKey = { readonly kind: string; readonly id: string; readonly purpose: string }

/** A filled-in form; a draft while `sentAt` is null. */
export type Sheet = {
  readonly id: string
  readonly form: string
  readonly version: number
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly visibility: Readonly<Record<string, Visibility>>
  readonly revision: number
  readonly updatedAt: Date
  readonly sentAt: Date | null
  readonly accountId: string | null
}

/** Adds a version when the definition differs from the newest one. Earlier versions stay for their answers. */
export const saveFormVersion = async (scope: Scope, definition: FormDefinition): Promise<void> => {
  const newest = await findNewest(scope, definition.code)
  if (newest && JSON.stringify(newest.definition) === JSON.stringify(definition)) return
  await scope.db
    .insertInto('form_versions')
    .values({
      city_id: scope.city.id,
      form: definition.code,
      version: (newest?.version ?? 0) + 1,
      definition: JSON.stringify(definition),
      created_at: scope.now,
    })
    .execute()
}

const findNewest = async (scope: Scope, code: string): Promise<FormVersion | undefined> => {
  const row = await scope.db
    .selectFrom('form_versions')
    .select(['version', 'definition'])
    .where('city_id', '=', scope.city.id)
    .where('form', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { version: row.version, definition: formDefinition.parse(row.definition) }
}

/** The newest version of a form. @throws NotFound when the city has no such form */
export const getForm = async (scope: Scope, code: string): Promise<FormVersion> => {
  const found = await findNewest(scope, code)
  if (!found) throw new NotFound(`form ${code}`)
  return found
}

const sheetRows = (scope: Scope) =>
  scope.db
    .selectFrom('sheets as s')
    .innerJoin('form_versions as f', (on) =>
      on
        .onRef('f.city_id', '=', 's.city_id')
        .onRef('f.form', '=', 's.form')
        .onRef('f.version', '=', 's.version'),
    )
    .select([
      's.id',
      's.purpose',
      's.subject_id',
      's.form',
      's.version',
      'f.definition',
      's.answers',
      's.visibility',
      's.revision',
      's.updated_at',
      's.sent_at',
      's.account_id',
    ])
    .where('s.city_id', '=', scope.city.id)

type SheetRow = {
  id: string
  purpose: string
  subject_id: string
  form: string
  version: number
  definition: unknown
  answers: unknown
  visibility: unknown
  revision: number
  updated_at: Date
  sent_at: Date | null
  account_id: string | null
}

const toSheet = (row: SheetRow): Sheet => ({
  id: row.id,
  form: row.form,
  version: row.version,
  definition: row.definition as FormDefinition,
  answers: row.answers as Answers,
  visibility: row.visibility as Sheet['visibility'],
  revision: row.revision,
  updatedAt: row.updated_at,
  sentAt: row.sent_at,
  accountId: row.account_id,
})

/** The sheet of that purpose, or undefined when nobody has begun it. */
export const findSheet = async (scope: Scope, key: SheetKey): Promise<Sheet | undefined> => {
  const row = await sheetRows(scope)
    .where('s.subject_kind', '=', key.kind)
    .where('s.subject_id', '=', key.id)
    .where('s.purpose', '=', key.purpose)
    .executeTakeFirst()
  return row && toSheet(row)
}

/** Sheets of a subject, by purpose: all of them, or those of the purposes named. */
export const listSheets = async (
  scope: Scope,
  subject: Pick<SheetKey, 'kind' | 'id'>,
  only: { readonly purposes?: readonly string[] } = {},
): Promise<ReadonlyMap<string, Sheet>> => {
  const { purposes } = only
  if (purposes?.length === 0) return new Map()
  let query = sheetRows(scope)
    .where('s.subject_kind', '=', subject.kind)
    .where('s.subject_id', '=', subject.id)
  if (purposes) query = query.where('s.purpose', 'in', [...purposes])
  const rows = await query.orderBy('s.updated_at').execute()
  return new Map(rows.map((row) => [row.purpose, toSheet(row)]))
}

/** Sheets of many subjects, by subject. Each version of a form is read once, however many sheets are to it. */
export const listSheetsOf = async (
  scope: Scope,
  of: Pick<SheetKey, 'kind' | 'purpose'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Sheet>> => {
  if (ids.length === 0) return new Map()
  const rows = await scope.db
    .selectFrom('sheets')
    .select(['id', 'purpose', 'subject_id', 'form', 'version', 'answers', 'visibility'])
    .select(['revision', 'updated_at', 'sent_at', 'account_id'])
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', of.kind)
    .where('purpose', '=', of.purpose)
    .where('subject_id', 'in', [...ids])
    .execute()
  const definitions = await scope.db
    .selectFrom('form_versions')
    .select(['form', 'version', 'definition'])
    .where('city_id', '=', scope.city.id)
    .where('form', 'in', [...new Set(['', ...rows.map(({ form }) => form)])])
    .where('version', 'in', [...new Set([0, ...rows.map(({ version }) => version)])])
    .execute()
  const known = new Map(
    definitions.map(({ form, version, definition }) => [`${form} ${version}`, definition]),
  )
  return new Map(
    rows.map((row) => [
      row.subject_id,
      toSheet({ ...row, definition: known.get(`${row.form} ${row.version}`) }),
    ]),
  )
}

export type SheetContent = {
  readonly answers: Answers
  readonly visibility: Readonly<Record<string, Visibility>>
}

/** What is stored of a sheet that nobody has begun. */
export const emptySheet: SheetContent = { answers: {}, visibility: {} }

/** Begins the sheet. @returns its id, or undefined when somebody else has begun it meanwhile */
export const insertSheet = async (
  scope: Scope,
  key: SheetKey,
  form: FormVersion,
  content: SheetContent,
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('sheets')
    .values({
      city_id: scope.city.id,
      id,
      subject_kind: key.kind,
      subject_id: key.id,
      purpose: key.purpose,
      form: form.definition.code,
      version: form.version,
      answers: JSON.stringify(content.answers),
      visibility: JSON.stringify(content.visibility),
      account_id: accountOf(scope.actor),
      updated_at: scope.now,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

/** Stores new answers; `sent` also marks the sheet as handed in. */
export const updateSheet = async (
  scope: Scope,
  id: string,
  content: SheetContent & { readonly sent?: boolean },
): Promise<void> => {
  await scope.db
    .updateTable('sheets')
    .set((old) => ({
      answers: JSON.stringify(content.answers),
      visibility: JSON.stringify(content.visibility),
      revision: old('revision', '+', 1),
      account_id: accountOf(scope.actor),
      updated_at: scope.now,
      ...(content.sent ? { sent_at: scope.now } : {}),
    }))
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Stores answers that were given to another version of the form: the sheet names that one from now on. */
export const moveSheet = async (
  scope: Scope,
  id: string,
  moved: { readonly form: FormVersion; readonly content: SheetContent },
): Promise<void> => {
  await updateSheet(scope, id, moved.content)
  await scope.db
    .updateTable('sheets')
    .set({ form: moved.form.definition.code, version: moved.form.version })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** The version a sheet was begun with, or the newest for one that is yet to begin: a draft outlives a revision. */
export const getFormFor = async (
  scope: Scope,
  key: SheetKey,
  code: string,
): Promise<FormVersion> => {
  const sheet = await findSheet(scope, key)
  return sheet ? { version: sheet.version, definition: sheet.definition } : getForm(scope, code)
}

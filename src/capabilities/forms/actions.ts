import type { Scope } from '#data/scope.ts'
import type { FormBody } from '#web/form-data.ts'
import { keepUpload, listFiles, removeFiles, type StoredFile } from '../procedures/index.ts'
import { type FieldProblem, fieldsOf } from './answers.ts'
import { byHandName } from './by-hand.ts'
import type { Reading } from './form.ts'
import { problemTexts } from './problems.ts'
import { type FormVersion, findSheet, insertSheet, type SheetKey, updateSheet } from './queries.ts'

/** Files of a field are kept under this purpose. */
export const filePurpose = (purpose: string, field: string): string => `${purpose}/${field}`

/** Files of one sheet, by field. */
export const listSheetFiles = async (
  scope: Scope,
  key: SheetKey,
): Promise<ReadonlyMap<string, readonly StoredFile[]>> => {
  const files = await listFiles(scope, key)
  const byField = new Map<string, StoredFile[]>()
  for (const file of files) {
    const [purpose, field] = file.purpose.split('/')
    if (purpose === key.purpose && field) byField.set(field, [...(byField.get(field) ?? []), file])
  }
  return byField
}

/** Keeps the files that came with a form, takes off those the person no longer wants, and says what is missing. */
const keepFiles = async (
  scope: Scope,
  key: SheetKey,
  given: {
    readonly form: FormVersion
    readonly sent: FormBody
    readonly onPaper?: boolean | undefined
  },
): Promise<FieldProblem[]> => {
  const problems: FieldProblem[] = []
  const fields = fieldsOf(given.form.definition).filter((field) => field.kind === 'file')
  if (fields.length === 0) return problems
  const held = await listSheetFiles(scope, key)
  for (const field of fields) {
    // Only what hangs on this field: letters and other sheets of the subject are not this form's to take.
    const own = new Set(held.get(field.code)?.map(({ id }) => id))
    const removed = given.sent.all(`${field.code}.remove`).filter((id) => own.has(id))
    await removeFiles(scope, key, removed)
    for (const upload of given.sent.files(field.code)) {
      const kept = await keepUpload(scope, key, {
        ...upload,
        purpose: filePurpose(key.purpose, field.code),
      })
      if (!kept.ok) problems.push({ name: field.code, text: problemTexts[kept.error]() })
    }
  }
  const files = await listSheetFiles(scope, key)
  for (const field of fields)
    if (
      field.required &&
      !given.onPaper &&
      !(field.byHand && given.sent.text(byHandName(field.code)) === 'yes') &&
      !files.get(field.code)?.length &&
      !problems.some((one) => one.name === field.code)
    )
      problems.push({ name: field.code, text: problemTexts.attach(field) })
  return problems
}

/** What became of a form that was saved: everything that still keeps it from being taken. */
export type Saved = { readonly sheetId: string; readonly problems: readonly FieldProblem[] }

/** Begins the sheet or goes on with the one that is there, also with one begun at this very moment. */
const storeSheet = async (
  scope: Scope,
  key: SheetKey,
  given: { readonly form: FormVersion; readonly reading: Reading; readonly sent: boolean },
): Promise<string> => {
  const { form, reading, sent } = given
  const existing = await findSheet(scope, key)
  const begun = existing ? undefined : await insertSheet(scope, key, form, reading)
  if (begun && !sent) return begun
  const id = begun ?? existing?.id ?? (await findSheet(scope, key))?.id
  if (!id) throw new Error(`The sheet ${key.purpose} of ${key.kind} ${key.id} is gone.`)
  await updateSheet(scope, id, { ...reading, sent })
  return id
}

/**
 * Saves a sheet, complete or not: nothing a person wrote is lost. With `send` it is marked as handed in,
 * if nothing is missing.
 */
export const saveSheet = async (
  scope: Scope,
  key: SheetKey,
  given: {
    readonly form: FormVersion
    readonly reading: Reading
    readonly sent: FormBody
    readonly send: boolean
    /** Staff enter what came on paper: its attachments lie with them and need not be uploaded. */
    readonly onPaper?: boolean | undefined
  },
): Promise<Saved> => {
  const fileProblems = await keepFiles(scope, key, given)
  const problems = [...given.reading.problems, ...fileProblems]
  const sent = given.send && problems.length === 0
  const sheetId = await storeSheet(scope, key, { ...given, sent })
  return { sheetId, problems }
}

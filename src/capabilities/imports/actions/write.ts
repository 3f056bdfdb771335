import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { CellNote, ImportOrigin, ImportRecord, OpenImporter } from '#web/importer.ts'
import { compareRecords } from '../compare.ts'
import type { Changes, ImportRow } from '../import.ts'
import { tryWithin } from '../queries/plans.ts'
import { type RowDone, type RowFinding, saveResults } from '../queries/rows.ts'
import { findFindings } from './match.ts'

const undecided: CellNote = {
  column: '',
  text: both(
    '同じものかどうかが選ばれていなかったので、取り込みませんでした。',
    'Nobody had said whether it is the same thing, so it was not taken.',
  ),
  words: '',
}

const unexpected: CellNote = {
  column: '',
  text: both(
    '書き込めませんでした。値の長さや組み合わせを確かめてください。',
    'It could not be written. Check the lengths and combinations of its values.',
  ),
  words: '',
}

/** What is to be done with a row now. */
type Work =
  | { readonly kind: 'create'; readonly row: ImportRow }
  | {
      readonly kind: 'change'
      readonly row: ImportRow
      readonly id: string
      readonly changes: Changes
    }
  | { readonly kind: 'done'; readonly done: RowDone }

const refusedWith = (number: number, faults: readonly CellNote[]): Work => ({
  kind: 'done',
  done: { number, result: 'refused', faults },
})

const workOf = (row: ImportRow, finding: RowFinding): Work => {
  const { number } = row
  if (finding.outcome === 'create') return { kind: 'create', row }
  if (finding.outcome === 'change' && finding.targetId)
    return { kind: 'change', row, id: finding.targetId, changes: finding.changes ?? {} }
  if (finding.outcome === 'same')
    return { kind: 'done', done: { number, result: 'same', targetId: finding.targetId ?? null } }
  // Since the check somebody has entered something like it: that is for people to look at.
  return refusedWith(number, finding.faults ?? [undecided])
}

type Run = {
  readonly importer: OpenImporter
  readonly importId: string
  readonly from: ImportOrigin
}

const linkedWork = async (
  scope: Scope,
  run: Run,
  rows: readonly ImportRow[],
): Promise<readonly Work[]> => {
  const ids = rows.map(({ choice }) => choice ?? '')
  const held = await run.importer.load(scope, ids)
  return rows.map((row): Work => {
    const id = row.choice ?? ''
    const before = held.get(id)
    if (!before) return refusedWith(row.number, [undecided])
    const changes = compareRecords(run.importer, before, row.record)
    return Object.keys(changes).length > 0
      ? { kind: 'change', row, id, changes }
      : { kind: 'done', done: { number: row.number, result: 'same', targetId: id } }
  })
}

/** Looks at the rows once more, as the register stands now, with what people chose for suspicious ones. */
const planWork = async (
  scope: Scope,
  run: Run,
  rows: readonly ImportRow[],
): Promise<readonly Work[]> => {
  const sure = rows.filter(({ outcome }) => outcome !== 'suspect')
  const suspects = rows.filter(({ outcome }) => outcome === 'suspect')
  const linked = suspects.filter(({ choice }) => choice && !['create', 'leave'].includes(choice))
  const findings = await findFindings(scope, run.importer, { importId: run.importId, rows: sure })
  return [
    ...sure.map((row, at) => workOf(row, findings[at]!)),
    ...suspects.flatMap((row): Work[] => {
      if (row.choice === 'create') return [{ kind: 'create', row }]
      if (row.choice === 'leave')
        return [{ kind: 'done', done: { number: row.number, result: 'left-out' } }]
      return row.choice === null ? [refusedWith(row.number, [undecided])] : []
    }),
    ...(await linkedWork(scope, run, linked)),
  ]
}

const toWrite = (changes: Changes): ImportRecord =>
  Object.fromEntries(Object.entries(changes).map(([field, [, after]]) => [field, after]))

const writeAll = async (scope: Scope, run: Run, works: readonly Work[]): Promise<RowDone[]> => {
  const creating = works.filter((work) => work.kind === 'create')
  const changing = works.filter((work) => work.kind === 'change')
  const { importer, from } = run
  const ids =
    creating.length === 0
      ? []
      : await importer.create(
          scope,
          creating.map(({ row }) => row.record),
          from,
        )
  if (changing.length > 0)
    await importer.change(
      scope,
      changing.map(({ id, changes }) => ({ id, record: toWrite(changes) })),
      from,
    )
  return [
    ...works.flatMap((work) => (work.kind === 'done' ? [work.done] : [])),
    ...creating.map(
      ({ row }, at): RowDone => ({
        number: row.number,
        result: 'created',
        targetId: ids[at] ?? null,
      }),
    ),
    ...changing.map(
      ({ row, id, changes }): RowDone => ({
        number: row.number,
        result: 'changed',
        targetId: id,
        changes,
      }),
    ),
  ]
}

/** One by one, so that a row the database will not have keeps out nobody but itself. */
const writeSingly = async (scope: Scope, run: Run, works: readonly Work[]): Promise<RowDone[]> => {
  const done: RowDone[] = []
  for (const work of works) {
    const failed = await tryWithin(scope, async () => {
      done.push(...(await writeAll(scope, run, [work])))
    })
    if (failed && work.kind !== 'done')
      done.push({ number: work.row.number, result: 'refused', faults: [unexpected] })
  }
  return done
}

/**
 * Writes a piece of an import.
 * @returns the first reason why a row of it was refused, for an import that takes all rows or none
 */
export const writePiece = async (
  scope: Scope,
  run: Run,
  rows: readonly ImportRow[],
): Promise<{ readonly row: number; readonly text: Bilingual } | undefined> => {
  const works = await planWork(scope, run, rows)
  let done: RowDone[] = []
  const failed = await tryWithin(scope, async () => {
    done = await writeAll(scope, run, works)
  })
  if (failed) done = await writeSingly(scope, run, works)
  await saveResults(scope, run.importId, done)
  const refused = done.find(({ result }) => result === 'refused')
  return refused && { row: refused.number, text: refused.faults?.[0]?.text ?? unexpected.text }
}

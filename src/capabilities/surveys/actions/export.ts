import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { writeCsv } from '#data/tables-in-out/index.ts'
import { nameOf } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { StreamPart } from '#web/answer.ts'
import { headingsOf, rowComposer } from '../answer-rows.ts'
import { countEnvelopes } from '../queries/answers.ts'
import {
  deleteOldExports,
  type Export,
  findExportedAnswers,
  findPiece,
  insertPiece,
  listAnswersAfter,
  lockExport,
  replaceExport,
} from '../queries/exports.ts'
import { countAnswers } from '../queries/kept-counts.ts'
import { getSurvey } from '../queries/surveys.ts'
import { type Survey, standingAt, surveyKind } from '../survey.ts'

/** The job that writes one piece of a file of answers, and sends for the next. */
export const exportJob = 'surveys.export-piece'

/** Answers of one piece: some megabytes of memory, however many there are. */
const pieceSize = 20_000

/** How long a file waits to be fetched. */
export const keptDays = 7

const markLength = 3

type Lines = Parameters<typeof writeCsv>[0]

/** Lines of CSV; the mark of UTF-8 stands at the beginning of the file only. */
const linesOf = (rows: Lines, begins: boolean): Uint8Array => {
  if (rows.length === 0) return new Uint8Array()
  const { bytes } = writeCsv(rows, { use: 'spreadsheet' })
  return begins ? bytes : bytes.subarray(markLength)
}

const writeOne = async (scope: Scope, survey: Survey, { after }: Export): Promise<boolean> => {
  const found = await listAnswersAfter(scope, survey.id, { after, most: pieceSize })
  const compose = rowComposer(survey.questionnaire)
  const rows = found.map(({ mode, codes }) => compose(mode, codes))
  const begins = after === ''
  const lines = begins ? [headingsOf(survey.questionnaire), ...rows] : rows
  const isLast = found.length < pieceSize
  await insertPiece(scope, survey.id, {
    bytes: deflateRawSync(linesOf(lines, begins), { level: 3 }),
    rows: rows.length,
    after: found.at(-1)?.id ?? after,
    isLast,
  })
  return isLast
}

/** Writes the next piece; nothing where the file was done or thrown away meanwhile. */
export const writePiece = async (scope: Scope, surveyId: string): Promise<void> => {
  const begun = await lockExport(scope, surveyId)
  if (!begun || begun.doneAt) return
  if (!(await writeOne(scope, await getSurvey(scope, surveyId), begun)))
    await scope.outside.jobs.send(scope, exportJob, { surveyId })
}

/** So many answers two files differ by at least, or by none: whoever lays them side by side finds the others' lines. */
const fewestMore = 10

const differsByFew = (answers: number, before: number | undefined): boolean =>
  before !== undefined && answers !== before && Math.abs(answers - before) < fewestMore

/** Why no file is made. */
export type ExportRefusal = 'still-open' | 'uncounted' | 'few-more'

/**
 * Begins the file of all answers of a survey that has ended. What fits into one piece is there at once; more is written
 * by jobs, one after the other.
 */
export const beginExport = async (
  scope: Scope,
  survey: Survey,
): Promise<Result<'done', ExportRefusal>> => {
  if (standingAt(survey, scope.now) !== 'closed') return refuse('still-open')
  if ((await countEnvelopes(scope, survey.id)) > 0) return refuse('uncounted')
  const counts = await countAnswers(scope, survey.id)
  const answers = [...counts.values()].reduce((sum, n) => sum + n, 0)
  if (differsByFew(answers, await findExportedAnswers(scope, survey.id))) return refuse('few-more')
  await replaceExport(scope, survey.id, { by: nameOf(scope.actor), answers })
  await audit(scope, {
    action: 'survey.export',
    subjectKind: surveyKind,
    subjectId: survey.id,
    after: { answers },
  })
  if (answers < pieceSize) await writePiece(scope, survey.id)
  else await scope.outside.jobs.send(scope, exportJob, { surveyId: survey.id })
  return ok('done')
}

/** One piece of the file as it is sent. */
export const readExportPart = async (
  scope: Scope,
  surveyId: string,
  after: string | undefined,
): Promise<StreamPart> => {
  const number = Number(after ?? 0) + 1
  const piece = await findPiece(scope, surveyId, number)
  return {
    bytes: piece ? inflateRawSync(piece) : '',
    next: piece ? String(number) : undefined,
  }
}

/** Forgets files that nobody needs any more. */
export const forgetOldExports = (scope: Scope): Promise<void> =>
  deleteOldExports(scope, new Date(scope.now.getTime() - keptDays * 86_400_000))

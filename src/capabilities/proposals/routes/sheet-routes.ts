import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { renderPdf } from '#web/document/index.ts'
import { get, type PageRequest, type Route } from '#web/route.ts'
import { findSheet, type Reader } from '../../forms/index.ts'
import { sheetKeyOf } from '../actions/step.ts'
import type { Reading } from '../policy.ts'
import { composeSheet } from '../sheet-document.ts'
import { findShown } from './request.ts'

const readers: Partial<Record<Reading, Reader>> = {
  full: 'staff',
  parties: 'parties',
  public: 'public',
}

const printSheet = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const { proposal, call, reading } = await findShown(request)
  const reader = readers[reading]
  const sheet = reader && (await findSheet(scope, sheetKeyOf(proposal.id, 'proposal')))
  // What is being corrected is not public until it has been sent again.
  if (!reader || !sheet || (reader === 'public' && proposal.state === 'returned'))
    throw new NotFound('sheet')
  const printed = { proposal, call, sheet, reader }
  const document = composeSheet(printed, { lang: language, city, now: scope.now })
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    body: await renderPdf(document),
    fileName: `${proposal.receiptNumber ?? proposal.id}.pdf`,
  }
}

/** The proposal as a PDF, as far as the reader may see it. */
export const sheetRoutes: readonly Route[] = [
  get('/:city/proposals/:id/sheet.pdf', 'proposals.print', ['everyone'], printSheet),
]

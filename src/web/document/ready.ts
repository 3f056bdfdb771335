import { composeDocument, type OfficialDocument } from './compose.ts'
import { renderPdf } from './render.ts'

/** Documents that were set in advance, by their composed text, until they are taken or others come. */
const ready = new Map<string, Uint8Array>()
const mostReady = 16

/** Sets a document for whoever needs it in a moment and cannot wait then. */
export const makeReady = async (document: OfficialDocument): Promise<void> => {
  ready.set(composeDocument(document), await renderPdf(document))
  const [oldest] = ready.keys()
  if (ready.size > mostReady && oldest !== undefined) ready.delete(oldest)
}

/** The document, where exactly this one was set in advance. It stays: whoever takes it may be undone again. */
export const findReady = (document: OfficialDocument): Uint8Array | undefined =>
  ready.get(composeDocument(document))

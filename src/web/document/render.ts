import { composeDocument, type OfficialDocument } from './compose.ts'
import { openTypesetter, type Typesetter } from './typesetting.ts'

/** How long a typesetter waits for the next document before it gives its memory back. */
const idleMilliseconds = 30_000

let typesetter: Typesetter | undefined
let underWay = 0
let rest: NodeJS.Timeout | undefined

const useTypesetter = (): Typesetter => {
  if (!typesetter?.isOpen()) typesetter = openTypesetter()
  return typesetter
}

const closeWhenIdle = (): void => {
  clearTimeout(rest)
  if (underWay === 0) rest = setTimeout(() => typesetter?.close(), idleMilliseconds).unref()
}

/**
 * Sets a document as tagged PDF/UA-1 with its fonts embedded. The same document gives the same
 * bytes, so a notice can be made again and compared.
 * @throws RangeError for a date or instant that does not exist
 * @throws Error when the typesetter fails; the document may be tried again
 */
export const renderPdf = async (document: OfficialDocument): Promise<Uint8Array> => {
  const composed = composeDocument(document)
  clearTimeout(rest)
  underWay += 1
  try {
    return await useTypesetter().setType(composed)
  } finally {
    underWay -= 1
    closeWhenIdle()
  }
}

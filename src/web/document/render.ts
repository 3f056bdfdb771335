import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectRoot } from '#data/root.ts'
import { composeDocument, type OfficialDocument } from './compose.ts'
import { fontFamilies } from './fonts.ts'

/** Results kept for the next documents, counted in documents. More would only hold memory. */
const cacheAge = 3

let compiler: NodeCompiler | undefined

const openCompiler = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({
    workspace: join(projectRoot(), 'src/web/document/template'),
    fontArgs: [{ fontPaths: fontFamilies.flat().map(dirname) }],
  })
  return compiler
}

const setType = (document: string): Uint8Array => {
  const typst = openCompiler()
  try {
    const mainFilePath = join(projectRoot(), 'src/web/document/template/main.typ')
    const compiled = typst.compile({ mainFilePath, inputs: { document } })
    if (compiled.result) return new Uint8Array(typst.pdf(compiled.result, { pdfStandard: 'ua-1' }))
    const error = compiled.takeError()
    const [first] = error ? error.shortDiagnostics : []
    throw new Error(`the document could not be set: ${first?.message ?? 'no reason given'}`)
  } finally {
    typst.evictCache(cacheAge)
  }
}

let queue: Promise<unknown> = Promise.resolve()

/**
 * Sets a document as tagged PDF/UA-1 with its fonts embedded. The same document gives the same
 * bytes, so a notice can be made again and compared.
 *
 * Documents are set one after another, and other work of the process gets its turn between them.
 * @throws RangeError for a date or instant that does not exist
 */
export const renderPdf = async (document: OfficialDocument): Promise<Uint8Array> => {
  const composed = composeDocument(document)
  const done = queue.then(() => setImmediate()).then(() => setType(composed))
  queue = done.catch(() => undefined)
  return done
}

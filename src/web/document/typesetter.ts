// The program of the process that sets documents in type: see typesetting.ts.
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** One document to set: the JSON that the templates read. */
export type Job = { readonly id: number; readonly document: string }

/** The finished file, or why there is none. */
export type Answer = { readonly id: number } & (
  | { readonly pdf: Uint8Array }
  | { readonly problem: string }
)

const [workspace = '', ...fontPaths] = process.argv.slice(2)
const typst = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })

// The compiler's first message up to where it begins to quote the document: logs hold nobody's words.
const sayProblem = (error: unknown): string => {
  if (!(error instanceof Error)) return 'no reason given'
  const said = error.message || ('code' in error ? String(error.code) : '')
  return said
    .replace(/^.*?message: "/s, '')
    .split(/["`\\]/)[0]!
    .trim()
}

const setType = (document: string): Uint8Array => {
  const mainFilePath = join(workspace, 'main.typ')
  return typst.pdf({ mainFilePath, inputs: { document } }, { pdfStandard: 'ua-1' })
}

const answer = ({ id, document }: Job): Answer => {
  try {
    return { id, pdf: setType(document) }
  } catch (error) {
    return { id, problem: sayProblem(error) }
  } finally {
    // What it remembers of this document would help no other and only hold memory.
    typst.evictCache(0)
  }
}

// Who asked may have been killed meanwhile: then there is nobody to tell, and this process ends too.
process.on('message', (job: Job) => {
  process.send?.(answer(job), undefined, undefined, () => undefined)
})
process.on('disconnect', () => process.exit())

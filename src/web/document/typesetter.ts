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

// The compiler's message up to where it begins to quote the document: logs hold nobody's words.
const sayProblem = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  const said = /message: "(.*?)(?<!\\)"/.exec(message)?.[1] ?? message
  return said.split('`')[0]!.trim()
}

const setType = (document: string): Uint8Array => {
  const mainFilePath = join(workspace, 'main.typ')
  const compiled = typst.compile({ mainFilePath, inputs: { document } })
  if (compiled.result) return typst.pdf(compiled.result, { pdfStandard: 'ua-1' })
  const [first] = compiled.takeError()?.shortDiagnostics ?? []
  throw new Error(first?.message ?? 'no reason given')
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

process.on('message', (job: Job) => process.send?.(answer(job)))
process.on('disconnect', () => process.exit())

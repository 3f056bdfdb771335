import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { projectRoot } from '#data/root.ts'

/** One import of one source file; `target` is a path below src, or the name of a package. */
export type Import = { readonly from: string; readonly target: string; readonly inside: boolean }

const root = projectRoot()
const source = join(root, 'src')

/** Every source file below src, as a path below src. */
export const listSources = (): string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()

export const readSource = (path: string): string => readFileSync(join(source, path), 'utf8')

const specifier =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

const resolveTarget = (from: string, name: string): { target: string; inside: boolean } => {
  if (name.startsWith('#')) return { target: name.slice(1), inside: true }
  if (!name.startsWith('.')) return { target: name, inside: false }
  return {
    target: relative(source, resolve(source, dirname(from), name)).replaceAll('\\', '/'),
    inside: true,
  }
}

/** The imports of one file's text. */
export const importsOf = (from: string, text: string): Import[] =>
  [...text.matchAll(specifier)].map((found) => ({
    from,
    ...resolveTarget(from, found[1] ?? found[2] ?? found[3] ?? ''),
  }))

/** All imports of all sources. */
export const listImports = (): Import[] =>
  listSources().flatMap((path) => importsOf(path, readSource(path)))

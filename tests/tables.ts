import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'

const tool = (name: string): string => join(projectRoot(), 'node_modules/.bin', name)

const codegen = (url: string, out: string): void => {
  const mapping = JSON.stringify({ jsonb: 'unknown', int8: 'number', tsvector: 'string' })
  const args = [
    '--dialect',
    'postgres',
    '--url',
    url,
    '--date-parser',
    'string',
    '--type-mapping',
    mapping,
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
    '--out-file',
    out,
    '--log-level',
    'error',
  ]
  const result = spawnSync(tool('kysely-codegen'), args, { cwd: projectRoot(), encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr || result.stdout)
}

/** The types of the migrated database's tables, as `src/data/tables.ts` should read. */
export const generateTables = (url: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'))
  try {
    const out = join(folder, 'tables.ts')
    codegen(url, out)
    const args = ['format', '--stdin-file-path=src/data/tables.ts']
    return spawnSync(tool('biome'), args, {
      cwd: projectRoot(),
      encoding: 'utf8',
      input: readFileSync(out),
    }).stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

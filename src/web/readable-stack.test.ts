import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readableStack } from './readable-stack.ts'

let folder: string
let bundle: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagu-stack-'))
  const source = join(folder, 'deep.ts')
  await writeFile(
    source,
    'type Nothing = undefined\n\nexport const fail = (): Nothing => {\n  throw new Error("見本")\n}\n',
  )
  bundle = join(folder, 'out.mjs')
  await build({ entryPoints: [source], outfile: bundle, format: 'esm', sourcemap: 'external' })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** The stack as a process of its own has it. */
const stackOf = (): string => {
  const program = `import(${JSON.stringify(pathToFileURL(bundle).href)}).then(({ fail }) => fail()).catch((error) => process.stdout.write(error.stack))`
  return execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })
}

test('記録に残る場所は、まとめる前のファイルの行である', () => {
  const stack = stackOf()
  expect(stack).toContain('out.mjs:2:9')
  expect(readableStack(stack)).toContain('deep.ts:4:9')
  expect(readableStack(stack)).not.toContain('out.mjs')
})

test('地図のないファイルの場所は、そのまま残る', () => {
  const stack = 'Error: x\n    at f (file:///nowhere/a.mjs:1:2)\n    at node:internal:3:4'
  expect(readableStack(stack)).toBe(stack)
})

test('地図がこわれていても、記録は残る', async () => {
  const broken = join(folder, 'broken.mjs')
  await writeFile(`${broken}.map`, '{')
  const stack = `Error: x\n    at f (${pathToFileURL(broken).href}:1:2)`
  expect(readableStack(stack)).toBe(stack)
})

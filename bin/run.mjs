#!/usr/bin/env node
// Runs one TypeScript entry of the product on Node 24, on a machine that may have neither
// Node 24 nor the dependencies yet: install if the lockfile changed, bundle, run, pass signals on.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const node = join(root, 'node_modules/.bin/node')
const stamp = join(root, 'node_modules/.installed')
const [entry, ...args] = process.argv.slice(2)

const fail = (message) => {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const lockHash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash && existsSync(node)

if (!installed) {
  process.stderr.write(
    'つなぐ: installing what is missing (once) / 必要な部品を入れています（初回のみ）…\n',
  )
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, npm_config_engine_strict: 'false' },
  })
  if (result.status !== 0) fail('つなぐ: npm ci failed; the lines above say why.')
  writeFileSync(stamp, lockHash)
}

const { build } = await import('esbuild')
const out = join(root, '.build', entry.replaceAll('/', '-').replace(/\.tsx?$/, '.mjs'))
await build({
  entryPoints: [join(root, entry)],
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  // Beside the bundle: read when something goes wrong, and never loaded with the program.
  sourcemap: 'external',
  sourcesContent: false,
  logLevel: 'error',
}).catch(() => process.exit(1))

// Large buffers of a server go back to the system when they are free, instead of being kept in pieces (glibc).
const thrift = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
}

const child = spawn(
  node,
  [
    // Pages leave little behind: room for more young objects, or a heap that grows by more than half
    // before it is swept, would only be held, never needed.
    '--max-semi-space-size=4',
    '--heap-growing-percent=50',
    '--disable-warning=ExperimentalWarning',
    out,
    ...args,
  ],
  {
    stdio: 'inherit',
    env: { ...(entry === 'src/main.ts' ? thrift : {}), ...process.env },
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)))

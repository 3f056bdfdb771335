import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Config, readConfig } from './config.ts'
import { assertDatabaseThere, operatorCommand } from './operator-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'operator-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const configOf = (env: Readonly<Record<string, string>>): Config => {
  const config = readConfig(env, '/srv/tsunagu')
  if (!config.ok) throw new Error(config.error)
  return config.value
}
const commandOf = (env: Readonly<Record<string, string>>) =>
  operatorCommand(configOf(env), '/srv/tsunagu')

test('画面に出すコマンドは、動いている製品と同じ DATA_DIR を使う', () => {
  expect(commandOf({})).toBe('bin/tsunagu')
  expect(commandOf({ DATA_DIR: '/srv/data' })).toBe('DATA_DIR=/srv/data bin/tsunagu')
  expect(commandOf({ DATA_DIR: '/srv/my data' })).toBe("DATA_DIR='/srv/my data' bin/tsunagu")
})

test('データベースのアドレスには合言葉が入るため、画面に出さない', () => {
  const shown = commandOf({ DATABASE_URL: 'postgres://a:himitsu@127.0.0.1/x' })
  expect(shown).toBe('DATABASE_URL=… bin/tsunagu')
})

test('データベースのない場所で読むコマンドは、場所と考えられる原因を告げ、フォルダーを作らない', () => {
  const nowhere = join(folder, 'nowhere')
  expect(() => assertDatabaseThere(configOf({ DATA_DIR: nowhere }))).toThrow(
    new RegExp(`${nowhere}.*another DATA_DIR`),
  )
  expect(existsSync(nowhere)).toBe(false)
  mkdirSync(nowhere)
  writeFileSync(join(nowhere, 'postgres.path'), '/elsewhere\n')
  expect(() => assertDatabaseThere(configOf({ DATA_DIR: nowhere }))).not.toThrow()
})

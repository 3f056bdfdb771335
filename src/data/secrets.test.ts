import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSecrets } from './secrets.ts'

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'secrets-'))

test('鍵は最初に一度だけ作られ、持ち主のほかは読めず、次からも同じ鍵で開く', async () => {
  const folder = await newFolder()
  const opened = await Promise.all([openSecrets(folder), openSecrets(folder), openSecrets(folder)])
  const locked = opened[0].lock('ひみつ', 'a')
  expect(locked).not.toContain('ひみつ')
  expect(opened.map((one) => one.unlock(locked, 'a'))).toEqual(['ひみつ', 'ひみつ', 'ひみつ'])
  expect((await openSecrets(folder)).unlock(locked, 'a')).toBe('ひみつ')
  expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600)
})

test('別の場所に移した秘密や、書き換えた秘密、別の鍵の秘密は開かない', async () => {
  const secrets = await openSecrets(await newFolder())
  const locked = secrets.lock('ひみつ', 'account 1')
  expect(() => secrets.unlock(locked, 'account 2')).toThrow()
  expect(() => secrets.unlock(`${locked.slice(0, -2)}AA`, 'account 1')).toThrow()
  expect(() => secrets.unlock('ひみつ', 'account 1')).toThrow()
  const others = await openSecrets(await newFolder())
  expect(() => others.unlock(locked, 'account 1')).toThrow()
})

test('鍵を環境で渡せば、どの機械でも同じ鍵で、ファイルは作られない', async () => {
  const folder = await newFolder()
  const given = 'x'.repeat(40)
  const locked = (await openSecrets(folder, given)).lock('ひみつ', 'a')
  expect((await openSecrets(await newFolder(), given)).unlock(locked, 'a')).toBe('ひみつ')
  await expect(readFile(join(folder, 'secret.key'))).rejects.toThrow('ENOENT')
})

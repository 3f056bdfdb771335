import { expect, test } from 'vitest'
import { listSources, readSource } from './imports.ts'

/** Files that may be longer than the rest, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'data/tables.ts': 'generated from the migrated database',
}

const most = 260
const isTable = (path: string): boolean =>
  /sentences\.ts$/.test(path) || /\.test\.tsx?$/.test(path) || /mail-texts\.ts$/.test(path)

test(`1つのファイルは1つの考え（${most}行まで。言葉の表と検査は別）`, () => {
  const long = listSources()
    .filter((path) => !isTable(path) && !(path in exceptions))
    .map((path) => [path, readSource(path).split('\n').length] as const)
    .filter(([, lines]) => lines > most)
  expect(long).toEqual([])
})

test('長さの例外は、本当に長いものだけ', () => {
  const needless = Object.keys(exceptions).filter(
    (path) => readSource(path).split('\n').length <= most,
  )
  expect(needless).toEqual([])
})

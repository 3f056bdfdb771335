import { describe, expect, test } from 'vitest'
import { listFiles, presetNames, readJson, schemas } from './preset-files.ts'

test('読むプリセットがある（0件なら、この検査は何も見ていない）', () => {
  expect(presetNames.length).toBeGreaterThanOrEqual(4)
})

describe.each(presetNames)('%s', (preset) => {
  const files = listFiles(preset)

  test('なくてはならないファイルがそろっている', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'city.json',
        'counts.json',
        'registration.json',
        'statistics.json',
        'forms/registration.json',
        'forms/proposal.json',
      ]),
    )
    for (const below of ['plans/', 'programmes/'])
      expect(files.some((file) => file.startsWith(below))).toBe(true)
  })

  test.each(files)('%s は形に合っている', (file) => {
    const schema = schemas.find(([pattern]) => pattern.test(file))?.[1]
    expect(schema).toBeDefined()
    expect(schema!.safeParse(readJson(preset, file)).error?.issues ?? []).toEqual([])
  })
})

test('形に合わないファイルは見つかる', () => {
  const [, city] = schemas[0]!
  expect(city.safeParse({ slug: 'Not a slug' }).success).toBe(false)
  expect(schemas.some(([pattern]) => pattern.test('notes.txt'))).toBe(false)
})

import { expect, test } from 'vitest'
import { type EntryDraft, indexEntry, tidyEntry } from './entry.ts'

const draft: EntryDraft = {
  kind: 'group',
  id: 'a',
  title: { ja: '子ども食堂の会', en: 'Children’s kitchen' },
  summary: { ja: '毎週水曜日', en: 'Every Wednesday' },
  body: '里山',
  url: '/x/groups/a',
  happenedOn: '2026-04-01',
}

test('どこの1字も2字も索引に入る', () => {
  const { lexemes } = indexEntry(142042, draft)
  expect(lexemes).toEqual(expect.arrayContaining(['子ど', '食堂', '里山', '食', '水', 'ki']))
  expect(lexemes).toContain('里')
})

test('題名の言葉は、題名の印をつけてもう一度入る', () => {
  const { lexemes } = indexEntry(142042, draft)
  expect(lexemes).toEqual(expect.arrayContaining(['^食堂', '^食']))
  expect(lexemes).not.toContain('^里山')
})

test('市・種類・年の印は、言葉とまちがわれない', () => {
  const { lexemes } = indexEntry(142042, draft)
  expect(lexemes).toEqual(expect.arrayContaining(['#group', '~2026', '@31lm:#group', '@31lm:食堂']))
  const posing = { ja: '@31lm:食堂 #issue', en: '~2020' }
  const other = indexEntry(1, { ...draft, title: posing, summary: posing })
  for (const lexeme of ['@31lm:食堂', '#issue', '~2020'])
    expect(other.lexemes).not.toContain(lexeme)
})

test('書かれたままと、書き方をそろえたものの両方でさがせる', () => {
  const { title, lexemes } = indexEntry(142042, draft)
  expect(title.split('\n')).toEqual(expect.arrayContaining(['子ども食堂の会', 'こども食堂の会']))
  expect(lexemes).toEqual(expect.arrayContaining(['子ど', 'こど']))
})

test('保存する文から制御文字がなくなり、長さはかぎられる', () => {
  const tidy = tidyEntry({
    ...draft,
    title: { ja: '会\u0000\u202e', en: 'x'.repeat(1_000) },
    body: '里'.repeat(100_000),
  })
  expect(tidy.title.ja).toBe('会')
  expect(tidy.title.en).toHaveLength(300)
  expect(tidy.body).toHaveLength(10_000)
})

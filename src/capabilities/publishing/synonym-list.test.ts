import { expect, test } from 'vitest'
import { defaultSynonyms } from './default-synonyms.ts'
import { readSynonymList, writeSynonymList } from './synonym-list.ts'

const problemsOf = (typed: string) => {
  const read = readSynonymList(typed)
  return read.ok ? [] : read.error.map(({ line, kind }) => [line, kind])
}

test('1行が1組。区切りは読点でもカンマでも空欄でも、空の行は飛ばす', () => {
  const read = readSynonymList('高齢者、シニア\n\n　海岸，浜辺 、 ビーチ \r\n')
  expect(read).toEqual({
    ok: true,
    value: [
      ['高齢者', 'シニア'],
      ['海岸', '浜辺', 'ビーチ'],
    ],
  })
})

test('1語だけの行、13語の行、41字の言葉は、何行目かを言って断る', () => {
  const many = Array.from({ length: 13 }, (_, at) => `語${at}`).join('、')
  expect(problemsOf(`海、浜\n川\n${many}\n${'あ'.repeat(41)}、い`)).toEqual([
    [2, 'alone'],
    [3, 'many'],
    [4, 'long'],
  ])
  expect(problemsOf('同じ、同じ')).toEqual([[1, 'alone']])
})

test('12語と300組まではよく、301組は断る', () => {
  const twelve = Array.from({ length: 12 }, (_, at) => `語${at}`).join('、')
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `a${at}、b${at}`)
  expect(problemsOf(twelve)).toEqual([])
  expect(problemsOf(lines(300).join('\n'))).toEqual([])
  expect(problemsOf(lines(301).join('\n'))).toEqual([[0, 'whole']])
})

test('最初から入っている一覧は、この規則に合い、書いて読みもどしても変わらない', () => {
  expect(readSynonymList(writeSynonymList(defaultSynonyms))).toEqual({
    ok: true,
    value: defaultSynonyms,
  })
})

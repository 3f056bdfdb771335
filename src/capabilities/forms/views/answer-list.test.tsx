import { expect, test } from 'vitest'
import { renderPart } from '#web/html/render.ts'
import { sampleCity } from '#web/ui/showcase/world.ts'
import type { FormDefinition } from '../definition.ts'
import { AnswerList } from './answer-list.tsx'

const section = (ja: string, code: string, visibility: 'public' | 'private') => ({
  title: { ja, en: ja },
  fields: [{ code, kind: 'text', label: { ja: code, en: code }, visibility, required: false }],
})
const definition = {
  code: 'report',
  title: { ja: '報告', en: 'Report' },
  sections: [
    section('1 したこと', 'done', 'public'),
    section('2 連絡先', 'contact', 'private'),
    section('3 お金', 'money', 'public'),
    section('これから', 'next', 'public'),
  ],
} as unknown as FormDefinition
const answers = { done: 'a', contact: 'b', money: 'c', next: 'd' }

const titlesFor = (reader: 'public' | 'staff'): readonly string[] => {
  const html = renderPart(
    <AnswerList lang="ja" city={sampleCity} {...{ definition, answers, reader }} />,
  )
  return [...html.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, title = '']) => title)
}

test('公開しない欄があっても、見える欄の番号は1から順に並ぶ', () => {
  expect(titlesFor('public')).toEqual(['1 したこと', '2 お金', 'これから'])
  expect(titlesFor('staff')).toEqual(['1 したこと', '2 連絡先', '3 お金', 'これから'])
})

const column = (code: string, kind: 'text' | 'money') => ({
  code,
  kind,
  label: { ja: code, en: code },
  required: false,
})
const accounts = {
  code: 'accounts',
  title: { ja: '決算', en: 'Accounts' },
  sections: [
    {
      title: { ja: '支出', en: 'Expenses' },
      fields: [
        {
          code: 'expense',
          kind: 'table',
          label: { ja: '支出', en: 'Expenses' },
          visibility: 'public',
          required: false,
          columns: [
            column('item', 'text'),
            column('budget', 'money'),
            column('amount', 'money'),
            column('note', 'text'),
          ],
          sum: 'amount',
        },
      ],
    },
  ],
} as unknown as FormDefinition

const cellsOf = (expense: readonly Record<string, string | number>[]): readonly string[] => {
  const html = renderPart(
    <AnswerList
      lang="ja"
      city={sampleCity}
      definition={accounts}
      answers={{ expense }}
      reader="public"
    />,
  )
  return [...html.matchAll(/<td[^>]*>(?:<[^>]*>)*([^<]*)/g)].map(([, text = '']) => text)
}

test('お金の表は、どの額の列も合計を示し、書かれていない額は空けずにそう言う', () => {
  const texts = cellsOf([
    { item: '保険', budget: 40_000, amount: 39_000 },
    { item: '道具', amount: 61_000 },
  ])
  expect(texts.filter((text) => text === '（記入なし）')).toHaveLength(1)
  expect(texts).toContain('40,000円')
  // The column of notes says nothing and is left out.
  expect(texts.at(-2)).toBe('40,000円')
  expect(texts.at(-1)).toBe('100,000円')
})

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

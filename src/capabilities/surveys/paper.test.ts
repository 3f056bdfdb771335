import { expect, test } from 'vitest'
import { renderPdf } from '#web/document/index.ts'
import { readPdf } from '#web/document/reading.ts'
import { cityOf } from '../groups/presets.fixture.ts'
import { withAreas } from './actions/steps.ts'
import { composeLetters, composePaper } from './paper-document.ts'
import type { Survey } from './survey.ts'
import { everyKind, factsOf } from './world.fixture.ts'

const city = cityOf('kamakura')
const survey = { ...factsOf(), id: 'abc', questionnaire: withAreas(everyKind, city) } as Survey
const around = { lang: 'ja', city, now: new Date('2026-11-20T01:00:00Z') } as const

test('手紙は1人に1枚で、どの紙にも、市の名と題名と番号が1つずつある', async () => {
  const codes = ['AAAA-AAAA-AAAA-AAAA', 'BBBB-BBBB-BBBB-BBBB', 'CCCC-CCCC-CCCC-CCCC']
  const letters = codes.map((code, at) => ({ number: at + 1, code }))
  const document = composeLetters(survey, letters, { ...around, publicUrl: 'https://example.jp' })
  const { pages } = readPdf(await renderPdf(document))
  expect(pages).toHaveLength(3)
  pages.forEach((page, at) => {
    const text = page.replace(/[\s\u200b]/g, '')
    expect(codes.filter((code) => text.includes(code))).toEqual([codes[at]])
    for (const word of ['アンケートのお願い', '鎌倉市', '市民活動課']) expect(text).toContain(word)
    expect(text).not.toContain('/3')
  })
})

test('調査票の選択肢は、点ではなく番号で始まり、書く設問には枠がある', async () => {
  const { text } = readPdf(await renderPdf(composePaper(survey, around)))
  expect(text).toContain('1はい2いいえ3その他')
  expect(text).not.toMatch(/[•・‣]\d/)
})

test('住んでいる地区をたずねる設問に「市内全域」という選択肢はない', () => {
  const area = survey.questionnaire.questions.find(({ kind }) => kind === 'area')
  const names = area?.choices.map(({ text }) => text.ja)
  expect(names).not.toContain('市内全域')
  expect(names).toContain('大船')
})

import { expect, test } from 'vitest'
import {
  accessibilityTexts,
  type Block,
  guideTexts,
  type PageText,
  privacyTexts,
  termsTexts,
} from './index.ts'

const facts = {
  slug: 'mihon',
  city: '見本市',
  office: '協働課',
  centre: '見本センター',
  group: '団体',
  programme: '提案制度',
  committee: '委員会',
  phone: '012-345-6789',
  email: undefined,
  licence: 'CC BY 4.0',
}

const shapeOf = (block: Block): string => {
  if ('points' in block) return `points ${block.points.length}`
  if ('steps' in block) return `steps ${block.steps.length}`
  if ('answers' in block) return `answers ${block.answers.length}`
  return 'ways' in block ? `ways ${block.ways.map((way) => way.href).join()}` : 'p'
}

const shapes = (text: PageText) =>
  text.sections
    .filter((section) => section.id !== 'easy')
    .map(({ id, blocks }) => [id, blocks.map(shapeOf)])

test('日本語と英語は、同じ順に同じことを言い、同じところへ導く', () => {
  for (const texts of [guideTexts, accessibilityTexts, privacyTexts, termsTexts])
    expect(shapes(texts.en(facts))).toEqual(shapes(texts.ja(facts)))
})

test('市の名前や連絡先は、その市のものが入る', () => {
  const { lead, sections } = privacyTexts.ja(facts)
  expect(lead).toContain('見本市')
  expect(JSON.stringify(sections)).toContain('012-345-6789')
})

test('読みがなの書き方は、すべて閉じている', () => {
  const easy = guideTexts.ja(facts).sections.find((section) => section.id === 'easy')
  const text = JSON.stringify(easy?.blocks).replaceAll(/\{[^|{}]+\|[぀-ゟー]+\}/g, '')
  // What is left of the marks belongs to the JSON itself.
  expect(text.includes('|')).toBe(false)
})

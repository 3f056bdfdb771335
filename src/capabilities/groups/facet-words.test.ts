import { expect, test } from 'vitest'
import { facetWords } from './facet-words.ts'
import { emptyIntroduction } from './introduction.ts'
import { cityOf } from './presets.fixture.ts'
import { emptyProfile } from './profile.ts'
import { entryOfGroup } from './publication.ts'

const facets = {
  fields: [],
  recruiting: true,
  areas: [],
  days: ['saturday'],
  beginners: true,
  publicMembers: null,
  legalForm: '',
}
const shown = { facets, introduction: null, fields: '' }

test('しぼりこみの値は言葉でもある：土曜は土曜日と週末、初めての人も参加できるは初心者、会員募集', () => {
  const words = facetWords(shown)
  for (const word of ['土曜日', '週末', '初心者', '初めての人', '会員募集'])
    expect(words).toContain(word)
  expect(words).not.toContain('日曜')
})

test('当てはまらない値の言葉は入らず、紹介で選んだ曜日は入る', () => {
  const none = {
    ...facets,
    recruiting: false,
    areas: [],
    days: [],
    beginners: false,
    publicMembers: null,
    legalForm: '',
  }
  const introduction = { ...emptyIntroduction, weekdays: ['wed'] }
  const quiet = { facets: none, fields: '' }
  expect(facetWords({ ...quiet, introduction: null })).toBe('')
  expect(facetWords({ ...quiet, introduction })).toContain('水曜日')
})

test('さがすための見出しに、その言葉が先頭から入る（長い紹介に押し出されない）', () => {
  const entry = entryOfGroup(cityOf('chigasaki'), {
    id: 'a',
    name: '会',
    nameKana: 'カイ',
    profile: emptyProfile,
    registeredOn: '2026-04-01',
    facets: { ...facets, recruiting: false },
  })
  expect(entry.body?.startsWith('土曜 土曜日')).toBe(true)
})

test('分野の名前は、ふだんの言葉でもさがせる', () => {
  const fields = '保健、医療又は福祉の増進を図る活動、子どもの健全育成を図る活動'
  expect(facetWords({ ...shown, fields })).toContain('高齢者')
  expect(facetWords({ ...shown, fields })).toContain('子育て')
  expect(facetWords({ ...shown, fields })).not.toContain('防災')
})

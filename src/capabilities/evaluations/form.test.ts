import { expect, test } from 'vitest'
import { formOf } from '#web/form-data.ts'
import type { Definition } from './evaluation.ts'
import {
  draftProblems,
  readAnswer,
  readAssessment,
  readExplanations,
  readReason,
  readSheet,
} from './form.ts'

const label = { ja: '文', en: 'text' }
const definition = {
  scale: [1, 2, 3, 4, 5].map((value) => ({ value, label })),
  items: ['purpose', 'equality'].map((code) => ({ code, label, viewpoint: label, source: '' })),
  discussAt: 2,
  overall: [{ code: 'continue', label }],
} as unknown as Definition
const namesOf = ({ problems }: { problems: readonly { name: string }[] }) =>
  problems.map(({ name }) => name)

test('評価とコメントを項目ごとに読み、直すところはその欄を指す', () => {
  const read = readSheet(
    formOf({ score_purpose: '2', comment_purpose: ' ', score_equality: '9' }),
    definition,
  )
  expect(namesOf(read)).toEqual(['comment_purpose', 'score_equality'])
  expect(read.value.get('purpose')).toEqual({ score: 2, comment: '' })
  expect(read.value.get('equality')?.score).toBeNull()
})

test('直すところは、何番目のどの項目かを言う', () => {
  const items = [
    { code: 'purpose', label: { ja: '目的の共有', en: 'Shared purpose' } },
    { code: 'equality', label: { ja: '対等', en: 'Equality' } },
  ]
  const named = { ...definition, items } as unknown as Definition
  const { problems } = readSheet(formOf({ score_purpose: '2', comment_purpose: '' }), named)
  expect(problems.map(({ text }) => text)).toEqual([
    {
      ja: '項目1「目的の共有」：低い評価を選んだ理由を、コメントに書いてください。',
      en: 'Item 1, “Shared purpose”: Please say in the comment why the score is low.',
    },
    {
      ja: '項目2「対等」：評価を選んでください。',
      en: 'Item 2, “Equality”: Please choose a score.',
    },
  ])
})

test('評価の欄に数でないものや項目でないものが来ても、評価にならない', () => {
  for (const typed of ['-1', '1e0', '１', '5.0', ' 5', 'NaN', '999999'])
    expect(
      readSheet(formOf({ score_purpose: typed }), definition).value.get('purpose')?.score,
    ).toBe(null)
  expect(readSheet(formOf({ score_other: '5' }), definition).value.has('other')).toBe(false)
})

test('書きかけでも保存できるが、長すぎるコメントは保存の前に直す', () => {
  const empty = readSheet(formOf({}), definition)
  expect(draftProblems(empty.problems)).toEqual([])
  const long = readSheet(
    formOf({ score_purpose: '5', comment_purpose: 'あ'.repeat(1_001) }),
    definition,
  )
  expect(draftProblems(long.problems).map(({ name }) => name)).toEqual(['comment_purpose'])
})

test('空の説明は書かれていないものとして読む', () => {
  const read = readExplanations(
    formOf({ explanation_purpose: ' \n', explanation_equality: '文' }),
    definition,
  )
  expect([...read.value]).toEqual([['equality', '文']])
  const long = readExplanations(formOf({ explanation_equality: 'あ'.repeat(2_001) }), definition)
  expect(long.problems[0]?.text.ja).toContain('項目2「文」')
})

test('委員の評価は、全体の選択と意見の両方がいる', () => {
  expect(namesOf(readAssessment(formOf({ overall: 'no' }), definition))).toEqual([
    'overall',
    'comment',
  ])
  expect(
    readAssessment(formOf({ overall: 'continue', comment: '意見' }), definition).problems,
  ).toEqual([])
})

test('公開には回答・次の年度・個人の情報の確認がいり、下書きにはいらない', () => {
  expect(namesOf(readAnswer(formOf({}), true))).toEqual(['answer', 'next_year', 'checked'])
  expect(namesOf(readAnswer(formOf({}), false))).toEqual([])
})

test('示したコメントのうち、印のないものは公開しない。示していない名は読まない', () => {
  const shown = ['group:purpose', 'city:purpose', 'third:a1']
  const sent = formOf({ published: ['group:purpose', 'third:b2', '<script>'] })
  expect(readAnswer(sent, false, shown).value.withheld).toEqual(['city:purpose', 'third:a1'])
})

test('理由は、いらないときは空でよい', () => {
  expect(namesOf(readReason(formOf({}), false))).toEqual([])
  expect(namesOf(readReason(formOf({})))).toEqual(['reason'])
})

import type { Bilingual } from '#kernel/bilingual.ts'

/** What must be mended: the input's name, and how. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

/** What to mend in the forms of evaluations. */
export const problemTexts = {
  'no-score': { ja: '評価を選んでください。', en: 'Please choose a score.' },
  'unknown-score': { ja: '一覧の中から選んでください。', en: 'Please choose from the list.' },
  'comment-needed': {
    ja: '低い評価を選んだ理由を、コメントに書いてください。',
    en: 'Please say in the comment why the score is low.',
  },
  'too-long': {
    ja: 'コメントは1,000字以内で記入してください。',
    en: 'Please shorten the comment to 1,000 characters.',
  },
  clash: {
    ja: '書いている間に、同じ側のほかの人がこの項目の評価を変えました。下に出ている今の評価と見くらべて、残す評価にしてから保存してください。',
    en: 'While you were writing, somebody else of your side changed this item. Compare it with the present one shown below, choose what should stay, and save.',
  },
  explanation: {
    ja: '評価の違いの説明を記入してください。',
    en: 'Please explain why the two sides see this differently.',
  },
  explanationLong: {
    ja: '説明は2,000字以内で記入してください。',
    en: 'Please shorten the explanation to 2,000 characters.',
  },
  overall: { ja: '全体の評価を選んでください。', en: 'Please choose an overall evaluation.' },
  assessment: { ja: '意見を記入してください。', en: 'Please write your opinion.' },
  assessmentLong: {
    ja: '意見は3,000字以内で記入してください。',
    en: 'Please shorten your opinion to 3,000 characters.',
  },
  reason: { ja: '理由を記入してください。', en: 'Please write the reason.' },
  reasonLong: {
    ja: '理由は1,000字以内で記入してください。',
    en: 'Please shorten the reason to 1,000 characters.',
  },
  answer: { ja: '市の回答を記入してください。', en: 'Please write the city’s answer.' },
  next_year: {
    ja: '次の年度の扱いを記入してください。',
    en: 'Please write what happens in the next year.',
  },
  answerLong: {
    ja: '5,000字以内で記入してください。',
    en: 'Please shorten this to 5,000 characters.',
  },
  checked: {
    ja: '公開する文に個人の情報がないことを確かめ、チェックを入れてください。',
    en: 'Please check that nothing personal will be published, and tick the box.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

import type { Bilingual } from '#kernel/bilingual.ts'

/** What must be mended: the input's name, and how. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

/** What to mend in the forms of projects that are not configured by the city. */
export const problemTexts = {
  reason: { ja: '理由を記入してください。', en: 'Please write the reason.' },
  reasonLong: {
    ja: '理由は1,000字以内で記入してください。',
    en: 'Please shorten the reason to 1,000 characters.',
  },
  name: {
    ja: '署名する人の氏名を記入してください。',
    en: 'Please write the name of the person signing.',
  },
  title: {
    ja: '役職を記入してください（例：代表、市長、課長）。',
    en: 'Please write the position (e.g. representative, mayor).',
  },
  lineLong: { ja: '100字以内で記入してください。', en: 'Please use at most 100 characters.' },
  agree: {
    ja: '本文を読み、同意する場合はチェックを入れてください。',
    en: 'Please read the text, and tick the box if you agree to it.',
  },
  article: {
    ja: '条の本文を記入してください。',
    en: 'Please write the text of the article.',
  },
  articleLong: {
    ja: '条の本文は5,000字以内で記入してください。',
    en: 'Please shorten the article to 5,000 characters.',
  },
  articleTitle: {
    ja: '加える条の見出しを記入してください。',
    en: 'Please write a heading for the new article.',
  },
  changedByOther: {
    ja: '書いている間に、ほかの人がこの条を変えました。下の「今の本文」と見くらべて、残す文を記入してください。',
    en: 'Somebody changed this article while you were writing. Please compare it with the present text below and write what shall stand.',
  },
  answer: { ja: '返答を記入してください。', en: 'Please write the answer.' },
  answerLong: {
    ja: '5,000字以内で記入してください。',
    en: 'Please shorten this to 5,000 characters.',
  },
  correctionDate: {
    ja: '補正の期限を記入してください（例：令和10年5月20日、2028/5/20）。',
    en: 'Please write the last day of the correction (e.g. 2028/5/20).',
  },
  correctionPast: {
    ja: '補正の期限は、今日より後の日にしてください。',
    en: 'The last day of the correction must be after today.',
  },
  outcome: {
    ja: '終わった後のつづき方を選んでください。',
    en: 'Please choose what became of the project.',
  },
  noteLong: {
    ja: '1,000字以内で記入してください。',
    en: 'Please shorten this to 1,000 characters.',
  },
  future: {
    ja: 'これからの日付です。行った日を記入してください。',
    en: 'This day has not come yet. Please write the day on which it was done.',
  },
  allDone: {
    ja: 'この年度の事業がすべて終わっているかを確かめ、終わっていればチェックを入れてください。まだのときは、下書きを保存して、終わってから送ってください。',
    en: 'Please make sure that all work of this year is done, and tick this if it is. If not, save the draft and send it once it is.',
  },
  publicLong: {
    ja: '公開する文は2,000字以内で記入してください。',
    en: 'Please shorten the public text to 2,000 characters.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/** An account that does not add up, told beside its expenses. */
export const accountsMissing = (missing: Bilingual): Bilingual => ({
  ja: `支出の合計が収入の合計を${missing.ja}こえています。団体の負担なども収入に記入してください。`,
  en: `Expenses exceed income by ${missing.en}. Please enter what paid for them, e.g. the group’s own money.`,
})

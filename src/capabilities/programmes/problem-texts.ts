import type { Bilingual } from '#kernel/bilingual.ts'

const text = (ja: string, en: string): Bilingual => ({ ja, en })

/** What to mend in the dates of a call. */
export const problemTexts = {
  date: text(
    '日付を記入してください（例：令和8年12月1日、2026/12/1）。',
    'Please write a date (e.g. 2026/12/1 or R8.12.1).',
  ),
  time: text(
    '時刻は 17:00 のように記入するか、空けておいてください（空けておくと、その日の24:00までになります）。',
    'Please write a time such as 17:00, or leave it empty for the end of the day.',
  ),
  money: text(
    '金額を円単位の数字で記入してください（例：1,500,000）。',
    'Please write the amount in whole yen (e.g. 1,500,000).',
  ),
  reason: text(
    '理由を記入してください。募集のページで公開します。',
    'Please give the reason. It is shown on the page of the call.',
  ),
  reasonLong: text(
    '理由は1,000字以内で記入してください。',
    'Please shorten the reason to 1,000 characters.',
  ),
  'ends-before-start': text(
    '終わりの日は、始まりの日と同じかそれより後にしてください。',
    'The last day must not be before the first day.',
  ),
  'opening-fixed': text(
    '募集が始まっているので、始まりの日は変えられません。',
    'The call is open already, so its first day cannot be changed.',
  ),
  'closing-earlier': text(
    '募集が始まってからは、締切を早めることはできません。元の締切か、それより後にしてください。',
    'Once a call is open its deadline can only be extended.',
  ),
  'closing-past': text(
    '締切は、今日かそれより後の日にしてください。',
    'The deadline must be today or later.',
  ),
  over: text(
    '募集は終わったので、募集の日は変えられません。ほかの日程は変えられます。',
    'The call is over, so its window cannot be changed. Other dates can.',
  ),
  unchanged: text('どの日付も変わっていません。', 'None of the dates has changed.'),
} as const

/** What waits for the office, and what the history says. */
export const taskTitles = {
  publish: text(
    '次の募集の日程を確かめて公開する',
    'Check the dates of the next call and publish it',
  ),
  opened: text('次の年度の募集を用意', 'Call of the next year prepared'),
  published: text('募集を公開', 'Call published'),
} as const

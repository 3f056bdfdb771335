import type { Bilingual } from '#kernel/bilingual.ts'
import { fileProblems } from '../forms/index.ts'

const text = (ja: string, en: string): Bilingual => ({ ja, en })

/** What to mend in the forms about issues, in words that say how. */
export const issueProblems = {
  title: text('題名を記入してください。', 'Please write a title.'),
  titleLong: text(
    '題名は60字以内で記入してください。',
    'Please shorten the title to 60 characters.',
  ),
  body: text(
    '困っていることや気づいたことを記入してください。',
    'Please write what the problem is or what you noticed.',
  ),
  bodyLong: text(
    '内容は2,000字以内で記入してください。',
    'Please shorten the text to 2,000 characters.',
  ),
  placeLong: text(
    '場所は100字以内で記入してください。',
    'Please shorten the place to 100 characters.',
  ),
  option: text('一覧の中から選んでください。', 'Please choose from the list.'),
  consent: text(
    '内容を確かめて、公開してよい場合はチェックを入れてください。',
    'Please check the text, and tick this if it may be published.',
  ),
  name: text('話した人の名前を記入してください。', 'Please write the name of the person.'),
  nameLong: text('名前は50字以内で記入してください。', 'Please shorten the name to 50 characters.'),
  channel: text('どのように受け付けたかを選んでください。', 'Please choose how it was received.'),
  reason: text('理由を記入してください。', 'Please give the reason.'),
  reasonLong: text(
    '理由は1,000字以内で記入してください。',
    'Please shorten the reason to 1,000 characters.',
  ),
  answer: text('市の回答を記入してください。', 'Please write the city’s answer.'),
  answerLong: text(
    '回答は4,000字以内で記入してください。',
    'Please shorten the answer to 4,000 characters.',
  ),
  department: text('担当する課を選んでください。', 'Please choose a department.'),
  'too-large': text(
    '写真やファイルは1つ10MBまでです。小さくしてからもう一度選んでください。',
    'Photos and files may have up to 10 MB each. Please choose a smaller one.',
  ),
  'kind-not-taken': text(
    'この種類のファイルは受け取れません。写真（JPEG・PNG）やPDFにしてください。',
    'Files of this kind are not taken. Please use photos (JPEG, PNG) or PDF.',
  ),
  ...fileProblems,
  'too-many': text(
    '写真やファイルは5つまでです。減らしてください。',
    'Up to five photos or files can be attached. Please choose fewer.',
  ),
} as const
export type IssueProblem = keyof typeof issueProblems

/** Why a step was refused, for the top of the page. */
export const refusals = {
  'not-from-here': text(
    'この間に状態が変わりました。今の状態を確かめてください。',
    'The state has changed in the meantime. Please look at the present one.',
  ),
  'not-your-role': text('この操作をする役割ではありません。', 'Your role does not allow this.'),
  'reason-required': text('理由を記入してください。', 'Please give the reason.'),
} as const

/** What waits for whom. */
export const taskTitles = {
  check: text('地域の課題を確かめる', 'Check a local issue'),
  mend: text('地域の課題を直して出す', 'Change your issue and send it again'),
  assign: text('課題の担当課を決める', 'Decide the department for an issue'),
  answer: text('課題に市として答える', 'Answer an issue for the city'),
  writeTheme: text('事業テーマを書いて公開する', 'Write a theme and publish it'),
  submitted: text('課題を受付', 'Issue received'),
  themeBegun: text('テーマを書き始め', 'Theme begun'),
} as const

/** What the history of an issue says when a theme came of it. */
export const themeFromIssue = (title: string): Bilingual =>
  text(
    `この課題から、市の事業テーマ「${title}」ができました`,
    `The city made the theme “${title}” from this issue`,
  )

import type { Bilingual } from '#kernel/bilingual.ts'
import { both } from '#kernel/bilingual.ts'
import type { Fault } from './branches.ts'
import type { Question } from './questionnaire.ts'

type Told = (question: Question, number: number) => Bilingual

const range = ({ least, greatest }: Question): Bilingual => {
  if (least !== null && greatest !== null)
    return both(`${least}から${greatest}まで`, `from ${least} to ${greatest}`)
  return least === null
    ? both(`${greatest}以下`, `at most ${greatest}`)
    : both(`${least}以上`, `at least ${least}`)
}

/** What to mend in an answer, and how. */
export const answerProblems = {
  required: (_, n) => both(`問${n}に答えてください。`, `Please answer question ${n}.`),
  choice: (_, n) =>
    both(
      `問${n}は、選択肢の中から選んでください。`,
      `Question ${n}: please take one of the choices.`,
    ),
  most: ({ most }, n) =>
    both(
      `問${n}は、${most}つまでにしてください。`,
      `Question ${n}: please take at most ${most} of them.`,
    ),
  'unknown-and-more': (_, n) =>
    both(
      `問${n}は、「わからない」か、ほかの答えの、どちらかにしてください。`,
      `Question ${n}: please take either “I don’t know” or other answers.`,
    ),
  number: (_, n) =>
    both(
      `問${n}は、数字で答えてください（例：25）。`,
      `Question ${n}: please write a number (e.g. 25).`,
    ),
  range: (question, n) =>
    both(
      `問${n}は、${range(question).ja}の数字で答えてください。`,
      `Question ${n}: please write a number ${range(question).en}.`,
    ),
  date: (_, n) =>
    both(
      `問${n}は、年月日で答えてください（例：令和8年4月1日、2026/4/1）。`,
      `Question ${n}: please write a day (e.g. 2026/4/1).`,
    ),
  long: (_, n) =>
    both(
      `問${n}は、2000字以内で書いてください。`,
      `Question ${n}: please write at most 2,000 characters.`,
    ),
} as const satisfies Record<string, Told>
export type AnswerProblem = keyof typeof answerProblems

/** What keeps a questionnaire from being published. */
export const faultTexts: Readonly<Record<Fault['kind'], (number: number) => Bilingual>> = {
  'no-questions': () =>
    both('設問を1つ以上つくってください。', 'Please make at least one question.'),
  'too-many': () =>
    both(
      '設問が多すぎます。設問は100まで、表の行をふくめて200までにしてください。',
      'There are too many questions: at most 100, and 200 with the rows of tables.',
    ),
  'no-text': (n) => both(`問${n}の文を書いてください。`, `Please write the text of question ${n}.`),
  'no-choices': (n) =>
    both(
      `問${n}の選択肢を2つ以上書いてください。`,
      `Please write at least two choices for question ${n}.`,
    ),
  'no-rows': (n) =>
    both(`問${n}の表の行を書いてください。`, `Please write the rows of question ${n}.`),
  'most-too-large': (n) =>
    both(
      `問${n}の「いくつまで」を、選択肢の数以下にしてください。`,
      `Question ${n}: “at most” is more than there are choices.`,
    ),
  'range-upside-down': (n) =>
    both(
      `問${n}の一番小さい数が、一番大きい数をこえています。`,
      `Question ${n}: the least number is greater than the greatest.`,
    ),
  'branch-nowhere': (n) =>
    both(
      `問${n}の進み先の設問がありません。進み先を選び直してください。`,
      `Question ${n} leads to a question that does not exist. Please choose another.`,
    ),
  'branch-backward': (n) =>
    both(
      `問${n}の進み先が、前の設問になっています。後ろの設問を選んでください。`,
      `Question ${n} leads back. Please choose a later question.`,
    ),
  'branch-choice': (n) =>
    both(
      `問${n}の進み先が、今はない選択肢についています。選び直してください。`,
      `Question ${n}: a branch belongs to a choice that is no longer there.`,
    ),
  unreachable: (n) =>
    both(
      `問${n}には、どう答えてもたどり着けません。前の設問の進み先を直してください。`,
      `Nobody can come to question ${n}. Please mend the branches before it.`,
    ),
}

import type { Bilingual } from '#kernel/bilingual.ts'

type Told = {
  readonly label: Bilingual
  readonly max?: number | undefined
  readonly min?: number | undefined
  /** What the number is a part of. */
  readonly whole?: Bilingual | undefined
}
type Wording = (told: Told) => Bilingual

/** What to do about a file that was not taken, whatever it belongs to. */
export const fileProblems = {
  'content-differs': {
    ja: 'ファイルの中身が名前の種類と合いません。開けるか確かめて、もう一度選んでください。',
    en: 'The file is not what its name says. Please check that it opens, and choose it again.',
  },
  'day-full': {
    ja: '24時間に送れるファイルの量をこえました。先に送ったファイルから24時間たってからもう一度送るか、小さくしてください。',
    en: 'You have sent as much as can be sent within 24 hours. Please try again 24 hours after what you sent before, or make it smaller.',
  },
  'city-full': {
    ja: 'ファイルを置く場所がいっぱいのため、今は受け取れません。市の担当にお知らせください。',
    en: 'There is no room for more files now. Please tell the office of the city.',
  },
} as const satisfies Record<string, Bilingual>

/** What to mend, by kind of problem, in words that say how. */
export const problemTexts = {
  required: ({ label }) => ({
    ja: `「${label.ja}」を記入してください。`,
    en: `Please fill in “${label.en}”.`,
  }),
  choose: ({ label }) => ({
    ja: `「${label.ja}」を選んでください。`,
    en: `Please choose “${label.en}”.`,
  }),
  agree: ({ label }) => ({
    ja: `「${label.ja}」は、内容を確かめて、同意する場合はチェックを入れてください。`,
    en: `Please read “${label.en}”, and tick it if you agree.`,
  }),
  attach: ({ label }) => ({
    ja: `「${label.ja}」のファイルを選んでください。`,
    en: `Please choose the file for “${label.en}”.`,
  }),
  rows: ({ label }) => ({
    ja: `「${label.ja}」を1行以上記入してください。`,
    en: `Please fill in at least one row of “${label.en}”.`,
  }),
  tooLong: ({ label, max }) => ({
    ja: `「${label.ja}」は${max}字以内で記入してください。`,
    en: `Please shorten “${label.en}” to ${max} characters.`,
  }),
  kana: ({ label }) => ({
    ja: `「${label.ja}」はカタカナで記入してください（例：ミドリノカイ）。かなを書かない方は、ローマ字でかまいません。`,
    en: `Please write “${label.en}” in katakana (e.g. ミドリノカイ), or in Roman letters if you do not write kana.`,
  }),
  number: ({ label }) => ({
    ja: `「${label.ja}」は数字で記入してください（例：25）。`,
    en: `Please write a number (e.g. 25) in “${label.en}”.`,
  }),
  wholeNumber: ({ label }) => ({
    ja: `「${label.ja}」は、小数や負の数ではなく、0以上の整数で記入してください（例：25）。`,
    en: `Please write a whole number of 0 or more (e.g. 25) in “${label.en}”.`,
  }),
  money: ({ label }) => ({
    ja: `「${label.ja}」は、円単位の数字で記入してください（例：150,000）。`,
    en: `Please write “${label.en}” in whole yen (e.g. 150,000).`,
  }),
  tooLarge: ({ label, max }) => ({
    ja: `「${label.ja}」は${max?.toLocaleString('en') ?? '1,000,000,000,000'}以下で記入してください。`,
    en: `Please write at most ${max?.toLocaleString('en') ?? '1,000,000,000,000'} in “${label.en}”.`,
  }),
  tooSmall: ({ label, min }) => ({
    ja: `「${label.ja}」は${min?.toLocaleString('en')}以上で記入してください。`,
    en: `Please write at least ${min?.toLocaleString('en')} in “${label.en}”.`,
  }),
  moreThanWhole: ({ label, whole }) => ({
    ja: `「${label.ja}」が「${whole?.ja}」より多くなっています。どちらかの数を直してください。`,
    en: `“${label.en}” is more than “${whole?.en}”. Please correct one of the two numbers.`,
  }),
  dayMissing: ({ label }) => ({
    ja: `「${label.ja}」は、日まで記入してください。日が書かれていないとき、分からないときは1日としてください（例：平成15年4月1日）。`,
    en: `Please write the day too in “${label.en}”. Where the day is not known, write the 1st (e.g. 2003/4/1).`,
  }),
  date: ({ label }) => ({
    ja: `「${label.ja}」は、年月日で記入してください（例：令和8年4月1日、2026/4/1）。`,
    en: `Please write “${label.en}” as a date (e.g. 2026/4/1 or R8.4.1).`,
  }),
  yearMissing: ({ label }) => ({
    ja: `「${label.ja}」に年がありません。月日の前に年を加えてください（例：12月20日 → 令和8年12月20日、12/20 → 2026/12/20）。`,
    en: `The year is missing in “${label.en}”. Please add it before month and day (e.g. 12/20 → 2026/12/20).`,
  }),
  noSuchDay: ({ label }) => ({
    ja: `「${label.ja}」の日付は暦にありません。年月日を確かめてください。`,
    en: `There is no such day as in “${label.en}”. Please check year, month and day.`,
  }),
  email: ({ label }) => ({
    ja: `「${label.ja}」の形を確かめてください（例：name@example.jp）。`,
    en: `Please check “${label.en}” (e.g. name@example.jp).`,
  }),
  phone: ({ label }) => ({
    ja: `「${label.ja}」は、市外局番から記入してください（例：0467-00-0000）。`,
    en: `Please write “${label.en}” with its area code (e.g. 0467-00-0000).`,
  }),
  postal: ({ label }) => ({
    ja: `「${label.ja}」は、7けたの数字で記入してください（例：248-8686）。`,
    en: `Please write “${label.en}” in seven digits (e.g. 248-8686).`,
  }),
  url: ({ label }) => ({
    ja: `「${label.ja}」は、https:// で始まるアドレスを記入してください（例：https://www.example.jp/）。`,
    en: `Please write an address that begins with https:// in “${label.en}” (e.g. https://www.example.jp/).`,
  }),
  accountName: ({ label }) => ({
    ja: `「${label.ja}」には、@で始まる名前ではなく、ページのアドレスを記入してください。そのSNSで自分の団体のページを開き、画面の上のアドレスか「リンクをコピー」で写せます（例：https://www.instagram.com/名前/）。`,
    en: `Please write the address of the page in “${label.en}”, not the name that begins with @. Open the page of your group there, and copy its address or use “copy link” (e.g. https://www.instagram.com/name/).`,
  }),
  corporateNumber: ({ label }) => ({
    ja: `「${label.ja}」は13けたの数字です。番号を確かめてください。`,
    en: `“${label.en}” has 13 digits. Please check it.`,
  }),
  option: ({ label }) => ({
    ja: `「${label.ja}」は、一覧の中から選んでください。`,
    en: `Please choose “${label.en}” from the list.`,
  }),
  'too-large': () => ({
    ja: 'ファイルは1件10MBまでです。小さくするか、分けて送ってください。',
    en: 'Files may have up to 10 MB. Please make it smaller or split it.',
  }),
  'kind-not-taken': () => ({
    ja: 'この種類のファイルは受け取れません。PDF・Word・Excel・写真などにしてください。',
    en: 'Files of this kind are not taken. Please use PDF, Word, Excel or photos.',
  }),
  'content-differs': () => fileProblems['content-differs'],
  'day-full': () => fileProblems['day-full'],
  'city-full': () => fileProblems['city-full'],
  clash: ({ label }) => ({
    ja: `「${label.ja}」は、ほかの人が先に書き換えました。ほかの人の文と見くらべて、残す文にしてから保存してください。`,
    en: `Somebody else changed “${label.en}” first. Compare it with theirs, write what should stay, and save.`,
  }),
} as const satisfies Record<string, Wording>

export type ProblemKind = keyof typeof problemTexts

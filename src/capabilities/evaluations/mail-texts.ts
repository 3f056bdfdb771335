import type { Language } from '#kernel/bilingual.ts'

type Told = {
  readonly name: string
  readonly city: string
  readonly group: string
  readonly title: string
  readonly link: string
  readonly reason: string
  readonly day: string
}

type MailText = (told: Told) => { readonly subject: string; readonly body: string }

export type MailKind = 'opened' | 'both-in' | 'explained' | 'assess' | 'answering' | 'published'

const ja =
  (what: string, lines: (told: Told) => readonly string[]): MailText =>
  (told) => ({
    subject: `【${told.city} つなぐ】${what}（${told.title}）`,
    body: [
      `${told.name} 様`,
      '',
      `協働事業：${told.title}（${told.group}）`,
      '',
      ...lines(told),
      '',
      told.link,
      '',
    ].join('\n'),
  })

const en =
  (what: string, lines: (told: Told) => readonly string[]): MailText =>
  (told) => ({
    subject: `[${told.city} Tsunagu] ${what} (${told.title})`,
    body: [
      `Dear ${told.name},`,
      '',
      `Joint project: ${told.title} (${told.group})`,
      '',
      ...lines(told),
      '',
      told.link,
      '',
    ].join('\n'),
  })

const japanese: Readonly<Record<MailKind, MailText>> = {
  opened: ja('事業の自己評価をお願いします', (told) => [
    '団体と担当課が、同じ項目で事業をふりかえります。',
    `期限：${told.day}`,
    '双方がそろうまで、相手方の評価は見えません。あなたの評価も相手方に見えません。',
  ]),
  'both-in': ja('双方の自己評価がそろいました', () => [
    '団体と担当課の自己評価がそろい、並べて見られるようになりました。',
    '評価が離れている項目について話し合い、違いの説明をいっしょに書いてください。',
  ]),
  explained: ja('評価の違いの説明が書かれました', () => [
    '評価の違いの説明が書かれました。読んで、よければ確認してください。',
  ]),
  assess: ja('第三者評価をお願いします', (told) => [
    '団体と担当課の相互評価が終わりました。委員としての評価をお願いします。',
    `期限：${told.day}`,
    'ほかの委員の評価は、ご自分の評価を書いた後に見られます。',
  ]),
  answering: ja('第三者評価が終わりました', () => [
    '委員による評価が終わり、次のページで読めます。これから市の回答を公開します。',
  ]),
  published: ja('評価を公開しました', () => [
    '市の回答とともに、事業の評価を公開しました。評価書（PDF）を付けました。',
  ]),
}

const english: Readonly<Record<MailKind, MailText>> = {
  opened: en('Please write your self-evaluation', (told) => [
    'Group and department look back on the project with the same questions.',
    `By: ${told.day}`,
    'Neither side sees the other’s evaluation before both are in.',
  ]),
  'both-in': en('Both self-evaluations are in', () => [
    'You can now see both evaluations beside each other.',
    'Please talk over the items that are far apart and explain the differences together.',
  ]),
  explained: en('Differences were explained', () => [
    'The differences between the evaluations were explained. Please read them and confirm.',
  ]),
  assess: en('Please write your third-party evaluation', (told) => [
    'Group and department have finished their mutual evaluation. Please evaluate as a member of the committee.',
    `By: ${told.day}`,
    'You can read what others wrote after writing your own.',
  ]),
  answering: en('The third-party evaluation is finished', () => [
    'You can read what the committee wrote. The city will publish its answer next.',
  ]),
  published: en('The evaluation was published', () => [
    'The evaluation was published with the city’s answer. The sheet (PDF) is attached.',
  ]),
}

/** Mails about an evaluation, in the language of the person they go to. */
export const mailTexts: Readonly<Record<Language, Readonly<Record<MailKind, MailText>>>> = {
  ja: japanese,
  en: english,
}

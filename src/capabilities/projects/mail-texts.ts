import type { Language } from '#kernel/bilingual.ts'

type Told = {
  readonly name: string
  readonly city: string
  readonly group: string
  readonly title: string
  readonly link: string
  readonly reason: string
  /** A day, as it is read. */
  readonly day: string
  /** Whatever else the mail tells: an amount, an outcome, what is late. */
  readonly note: string
}

type MailText = (told: Told) => { readonly subject: string; readonly body: string }

export type MailKind =
  | 'created'
  | 'settled'
  | 'reopened'
  | 'signed-by-one'
  | 'signature-withdrawn'
  | 'concluded'
  | 'begun'
  | 'interim-sent'
  | 'interim-answered'
  | 'reported'
  | 'returned'
  | 'extended'
  | 'accepted'
  | 'next-year'
  | 'terminated'
  | 'closed'
  | 'continuation'
  | 'reminder'

const because = (told: Told, word: string): readonly string[] =>
  told.reason ? ['', `${word}${told.reason}`] : []

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
  created: ja('協定書の案ができました', (told) => [
    '採択された提案が協働事業になりました。協議シートの内容から協定書の案を作りました。',
    '団体と担当課で本文を読み、必要なところを直してください。',
    ...(told.day ? [`協定を結ぶ期限：${told.day}`] : []),
  ]),
  settled: ja('協定書に署名してください', (told) => [
    '協定書の本文が決まりました。次のページで本文を確かめて、署名してください。',
    ...(told.day ? [`期限：${told.day}`] : []),
  ]),
  reopened: ja('協定書の本文を直します', (told) => [
    '協定書の本文をもう一度直せるようにしました。',
    ...because(told, '理由：'),
  ]),
  'signed-by-one': ja('相手方が協定書に署名しました', () => [
    '相手方が協定書に署名しました。本文を確かめて、署名してください。',
  ]),
  'signature-withdrawn': ja('協定書の署名が取り下げられました', (told) => [
    '協定書の署名が取り下げられました。',
    ...because(told, '理由：'),
  ]),
  concluded: ja('協定を結びました', () => [
    '団体と市の双方が署名し、協定を結びました。協定書（PDF）を付けました。',
    '本文はこれから変わりません。',
  ]),
  begun: ja('協働事業が始まりました', (told) => [
    '協働事業の期間が始まりました。活動の記録を、団体と担当課のどちらからも書けます。',
    ...(told.day ? [`中間ふりかえりの期限：${told.day}`] : []),
  ]),
  'interim-sent': ja('中間ふりかえりが届きました', () => [
    '団体から中間ふりかえりが届きました。読んで、返答してください。',
  ]),
  'interim-answered': ja('中間ふりかえりに返答がありました', () => [
    '担当課から中間ふりかえりへの返答がありました。次のページで読めます。',
  ]),
  reported: ja('実績報告が届きました', () => ['団体から実績報告が届きました。']),
  returned: ja('実績報告を直してください', (told) => [
    '送っていただいた実績報告について、直していただきたいところがあります。',
    ...because(told, ''),
    '',
    `${told.day}までに、次のページから直して送ってください。書いた内容は残っています。`,
  ]),
  extended: ja('実績報告を直す期限が変わりました', (told) => [
    `実績報告を直す期限を${told.day}に変えました。`,
    ...because(told, '理由：'),
  ]),
  accepted: ja('実績報告を確認しました', (told) => [
    '実績報告を確認しました。ありがとうございました。',
    ...(told.note ? [told.note] : []),
    'このあと、団体と市が同じ項目で事業をふりかえる評価に進みます。',
  ]),
  'next-year': ja('実績報告を確認し、次の年度に進みました', (told) => [
    '実績報告を確認しました。次の年度の記録を始められます。',
    ...(told.note ? [told.note] : []),
  ]),
  terminated: ja('協働事業を中止しました', (told) => [
    '協働事業を中止しました。',
    ...because(told, '理由：'),
  ]),
  closed: ja('協働事業が完了しました', (told) => [
    '評価をしないまま、協働事業を完了としました。',
    ...because(told, '理由：'),
  ]),
  continuation: ja('終了後の展開を記録しました', (told) => [
    `事業が終わった後のつづき方を記録しました：${told.note}`,
    '事業のページで公開しています。',
  ]),
  reminder: ja('手続きの期限が過ぎています', (told) => [
    '次の手続きの期限が過ぎています。',
    '',
    told.note,
    '',
    '難しいときは、事業のページの「連絡」から知らせてください。',
  ]),
}

const english: Readonly<Record<MailKind, MailText>> = {
  created: en('A draft of the agreement is ready', (told) => [
    'The selected proposal has become a joint project. A draft of the agreement was made from the sheet of your talks.',
    'Both sides: please read it and mend what needs mending.',
    ...(told.day ? [`To be signed by: ${told.day}`] : []),
  ]),
  settled: en('Please sign the agreement', (told) => [
    'The text of the agreement is settled. Please read it on this page and sign it.',
    ...(told.day ? [`By: ${told.day}`] : []),
  ]),
  reopened: en('The text of the agreement is open again', (told) => [
    'The text of the agreement can be changed again.',
    ...because(told, 'Reason: '),
  ]),
  'signed-by-one': en('The other side signed the agreement', () => [
    'The other side has signed the agreement. Please read the text and sign it.',
  ]),
  'signature-withdrawn': en('A signature was withdrawn', (told) => [
    'A signature under the agreement was withdrawn.',
    ...because(told, 'Reason: '),
  ]),
  concluded: en('The agreement is concluded', () => [
    'The group and the city have both signed. The agreement (PDF) is attached.',
    'Its text will not change any more.',
  ]),
  begun: en('The joint project has begun', (told) => [
    'The period of the joint project has begun. Group and department can both write its log.',
    ...(told.day ? [`Interim review by: ${told.day}`] : []),
  ]),
  'interim-sent': en('The interim review has arrived', () => [
    'The group sent its interim review. Please read and answer it.',
  ]),
  'interim-answered': en('Your interim review was answered', () => [
    'The department answered the interim review. You can read it on this page.',
  ]),
  reported: en('The report has arrived', () => ['The group handed in its report.']),
  returned: en('Please correct the report', (told) => [
    'There is something to correct in the report you sent.',
    ...because(told, ''),
    '',
    `Please correct and send it by ${told.day}. What you wrote is kept.`,
  ]),
  extended: en('The day for correcting the report has changed', (told) => [
    `The report can now be corrected until ${told.day}.`,
    ...because(told, 'Reason: '),
  ]),
  accepted: en('The report was accepted', (told) => [
    'The report was accepted. Thank you.',
    ...(told.note ? [told.note] : []),
    'Next, both sides look back on the project with the same questions.',
  ]),
  'next-year': en('The report was accepted; the next year is open', (told) => [
    'The report was accepted. The log of the next fiscal year is open.',
    ...(told.note ? [told.note] : []),
  ]),
  terminated: en('The joint project was terminated', (told) => [
    'The joint project was terminated.',
    ...because(told, 'Reason: '),
  ]),
  closed: en('The joint project is completed', (told) => [
    'The joint project was completed without an evaluation.',
    ...because(told, 'Reason: '),
  ]),
  continuation: en('What became of the project is on record', (told) => [
    `What became of the project after its end was recorded: ${told.note}`,
    'It is public on the project’s page.',
  ]),
  reminder: en('Something is overdue', (told) => [
    'The last day of the following has passed.',
    '',
    told.note,
    '',
    'If this is difficult, please tell us under “Messages” on the project’s page.',
  ]),
}

/** Mails about a project, in the language of the person they go to. */
export const mailTexts: Readonly<Record<Language, Readonly<Record<MailKind, MailText>>>> = {
  ja: japanese,
  en: english,
}

import type { Language } from '#kernel/bilingual.ts'

type Told = {
  readonly name: string
  readonly city: string
  readonly group: string
  readonly title: string
  readonly link: string
  /** Receipt number. */
  readonly number: string
  readonly reason: string
  /** A last day, as it is read. */
  readonly day: string
  readonly department: string
}

type MailText = (told: Told) => { readonly subject: string; readonly body: string }

export type MailKind =
  | 'submitted'
  | 'returned'
  | 'ineligible'
  | 'passed'
  | 'assigned'
  | 'reopened'
  | 'ready'
  | 'withdrawn'
  | 'consultation-asked'
  | 'consultation-planned'
  | 'consultation-held'
  | 'consultation-cancelled'

const frame = (greeting: string, lines: readonly string[], link: string): string =>
  `${greeting}\n\n${lines.join('\n')}\n\n${link}\n`

const ja =
  (subject: (told: Told) => string, lines: (told: Told) => readonly string[]): MailText =>
  (told) => ({
    subject: `【${told.city} つなぐ】${subject(told)}`,
    body: frame(
      `${told.name} 様`,
      [`提案：${told.title}（${told.group}）`, '', ...lines(told)],
      told.link,
    ),
  })

const en =
  (subject: (told: Told) => string, lines: (told: Told) => readonly string[]): MailText =>
  (told) => ({
    subject: `[${told.city} Tsunagu] ${subject(told)}`,
    body: frame(
      `Dear ${told.name},`,
      [`Proposal: ${told.title} (${told.group})`, '', ...lines(told)],
      told.link,
    ),
  })

const japanese: Readonly<Record<MailKind, MailText>> = {
  submitted: ja(
    ({ number }) => `提案を受け付けました（${number}）`,
    ({ number, day }) => [
      '提案を受け付けました。',
      `受付番号：${number}`,
      `書類の確認：${day}までに行います。`,
      '',
      '送った内容と、今どの段階にあるかは、次のページで見られます。',
    ],
  ),
  returned: ja(
    ({ number }) => `提案の補正をお願いします（${number}）`,
    ({ reason, day }) => [
      '提案に、直していただきたいところがあります。',
      '',
      reason,
      '',
      `${day}までに、次のページから直して送ってください。書いた内容は残っています。`,
    ],
  ),
  ineligible: ja(
    ({ number }) => `提案の確認の結果について（${number}）`,
    ({ reason }) => [
      'この提案は、募集の条件に合わないため、審査の対象になりませんでした。',
      '',
      `理由：${reason}`,
      '',
      '通知書（PDF）を付けました。わからないことは、次のページの「連絡」からお聞きください。',
    ],
  ),
  passed: ja(
    () => '提案の書類を確認しました',
    ({ department, day }) => [
      '提案の書類の確認が済み、担当課との協議が始まりました。',
      `担当課：${department}`,
      `協議の期限：${day}`,
      '',
      '次のページの協議シートに、役割・費用・心配なことを書いてください。',
    ],
  ),
  assigned: ja(
    () => '提案の担当課になりました',
    ({ day }) => [
      'この提案の協議の相手として、貴課が選ばれました。',
      `協議の期限：${day}`,
      '',
      '次のページの協議シートに、団体といっしょに書き込み、内容を確認してください。',
    ],
  ),
  reopened: ja(
    () => '協議シートが変わりました',
    () => [
      '協議シートが、確認の後に変わりました。前の確認は取り消されています。',
      '',
      '変わったところを見て、もう一度確認してください。',
    ],
  ),
  ready: ja(
    () => '担当課との協議が終わりました',
    () => ['担当課との協議が終わりました。これから審査に進みます。'],
  ),
  withdrawn: ja(
    () => '提案が取り下げられました',
    ({ reason }) => ['この提案は、団体の届けにより取り下げられました。', '', `理由：${reason}`],
  ),
  'consultation-asked': (told) => ({
    subject: `【${told.city} つなぐ】公開中のテーマについて事前相談の申込みがありました`,
    body: frame(
      `${told.name} 様`,
      [
        `${told.group}から、${told.department}のテーマに答える提案について、事前相談「${told.title}」の申込みがありました。`,
        '日程はセンターか事務局が調整します。相談の内容は次のページで読めます。',
      ],
      told.link,
    ),
  }),
  'consultation-planned': (told) => ({
    subject: `【${told.city} つなぐ】事前相談の日の案をご確認ください`,
    body: frame(
      `${told.name} 様`,
      [
        `${told.group}の事前相談「${told.title}」の日の案です。`,
        '',
        `日：${told.day}`,
        `時刻と場所：${told.reason}`,
        '',
        'この日でよければ、次のページで「この日でよい」を押してください。都合がわるいときは、同じページの連絡でお知らせください。',
      ],
      told.link,
    ),
  }),
  'consultation-held': (told) => ({
    subject: `【${told.city} つなぐ】事前相談の記録ができました`,
    body: frame(
      `${told.name} 様`,
      [`${told.group}の事前相談「${told.title}」の助言を、次のページに書きました。`],
      told.link,
    ),
  }),
  'consultation-cancelled': (told) => ({
    subject: `【${told.city} つなぐ】事前相談が取りやめになりました`,
    body: frame(
      `${told.name} 様`,
      [
        `${told.group}の事前相談「${told.title}」は取りやめになりました。`,
        '',
        `理由：${told.reason}`,
        '',
        'もう一度申し込むことができます。',
      ],
      told.link,
    ),
  }),
}

const english: Readonly<Record<MailKind, MailText>> = {
  submitted: en(
    ({ number }) => `We received your proposal (${number})`,
    ({ number, day }) => [
      'Your proposal has been received.',
      `Receipt number: ${number}`,
      `We check the papers by ${day}.`,
      '',
      'What you sent, and how far it has come, is on this page.',
    ],
  ),
  returned: en(
    ({ number }) => `Please correct your proposal (${number})`,
    ({ reason, day }) => [
      'There is something to correct in your proposal.',
      '',
      reason,
      '',
      `Please correct and send it by ${day}. What you wrote is kept.`,
    ],
  ),
  ineligible: en(
    ({ number }) => `Result of the check of your proposal (${number})`,
    ({ reason }) => [
      'The proposal does not meet the conditions of the call and will not be reviewed.',
      '',
      `Reason: ${reason}`,
      '',
      'The letter (PDF) is attached. You can ask questions on this page under “Messages”.',
    ],
  ),
  passed: en(
    () => 'The papers of your proposal are in order',
    ({ department, day }) => [
      'The papers have been checked, and talks with the department have begun.',
      `Department: ${department}`,
      `Talks end on: ${day}`,
      '',
      'Please write roles, costs and concerns on the sheet on this page.',
    ],
  ),
  assigned: en(
    () => 'Your department was assigned a proposal',
    ({ day }) => [
      'This proposal has been assigned to your department for talks.',
      `Talks end on: ${day}`,
      '',
      'Please write on the sheet on this page together with the group, and confirm it.',
    ],
  ),
  reopened: en(
    () => 'The sheet of the talks has changed',
    () => [
      'The sheet of the talks changed after it was confirmed. The confirmations were undone.',
      '',
      'Please look at the changes and confirm again.',
    ],
  ),
  ready: en(
    () => 'The talks with the department are over',
    () => ['The talks with the department are over. The proposal now goes to the review.'],
  ),
  withdrawn: en(
    () => 'A proposal was withdrawn',
    ({ reason }) => ['The proposal was withdrawn by the group.', '', `Reason: ${reason}`],
  ),
  'consultation-asked': (told) => ({
    subject: `[${told.city} Tsunagu] A consultation about your theme was asked for`,
    body: frame(
      `Dear ${told.name},`,
      [
        `${told.group} asked for the consultation “${told.title}” about a proposal that answers a theme of ${told.department}.`,
        'The centre or the office settles the day. You can read what it is about on this page.',
      ],
      told.link,
    ),
  }),
  'consultation-planned': (told) => ({
    subject: `[${told.city} Tsunagu] A day for your consultation`,
    body: frame(
      `Dear ${told.name},`,
      [
        `This day is proposed for the consultation “${told.title}” of ${told.group}.`,
        '',
        `Day: ${told.day}`,
        `Time and place: ${told.reason}`,
        '',
        'If it suits you, press “This day suits us” on this page. If not, please write a message there.',
      ],
      told.link,
    ),
  }),
  'consultation-held': (told) => ({
    subject: `[${told.city} Tsunagu] Your consultation was recorded`,
    body: frame(
      `Dear ${told.name},`,
      [`The advice from the consultation “${told.title}” of ${told.group} is on this page.`],
      told.link,
    ),
  }),
  'consultation-cancelled': (told) => ({
    subject: `[${told.city} Tsunagu] Your consultation was cancelled`,
    body: frame(
      `Dear ${told.name},`,
      [
        `The consultation “${told.title}” of ${told.group} was cancelled.`,
        '',
        `Reason: ${told.reason}`,
        '',
        'You can ask for another one.',
      ],
      told.link,
    ),
  }),
}

/** Mails about proposals, in the language of the person they go to. */
export const mailTexts: Readonly<Record<Language, Readonly<Record<MailKind, MailText>>>> = {
  ja: japanese,
  en: english,
}

import type { Language } from '#kernel/bilingual.ts'

type Told = {
  readonly name: string
  readonly group: string
  readonly city: string
  /** 変更届, 登録の更新. */
  readonly what: string
  readonly link: string
  readonly reason: string
  /** Receipt or registration number. */
  readonly number: string
  readonly day: string
}

type MailText = (told: Told) => { readonly subject: string; readonly body: string }

export type RevisionMail =
  | 'invited'
  | 'reminded'
  | 'calledOff'
  | 'sent'
  | 'taken'
  | 'approved'
  | 'renewed'
  | 'added'
  | 'returned'
  | 'refused'

const letterJa =
  (subject: (told: Told) => string, lines: (told: Told) => readonly string[]): MailText =>
  (told) => ({
    subject: `【${told.city} つなぐ】${subject(told)}`,
    body: `${told.group}\n${told.name} 様\n\n${lines(told).join('\n')}\n\n${told.link}\n`,
  })

const ja: Readonly<Record<RevisionMail, MailText>> = {
  invited: letterJa(
    ({ group }) => `登録の更新をお願いします（${group}）`,
    ({ day }) => [
      '団体登録の更新を受け付けています。',
      `${day}までに、次のページから送ってください。前に書いた内容が入っています。`,
      '',
      '付けていただく書類は、次のページの様式に書いてあります。',
      '紙でも受け付けます。窓口の職員がいっしょに入力します。',
    ],
  ),
  reminded: letterJa(
    ({ group, day }) => `登録の更新は${day}までです（${group}）`,
    ({ day }) => [
      '登録の更新が、まだ届いていません。',
      `${day}までに、次のページから送ってください。`,
      '続けないときは、その旨を「連絡」でお知らせください。',
    ],
  ),
  calledOff: letterJa(
    ({ group }) => `登録の更新の受付を取りやめました（${group}）`,
    () => [
      '先にお願いした登録の更新は、市の都合で受付を取りやめました。',
      '今は何もしていただかなくて大丈夫です。登録は、これまでのままです。',
      'あらためて受け付けるときは、またお知らせします。',
    ],
  ),
  sent: letterJa(
    ({ what, number }) => `${what}を受け付けました（${number}）`,
    ({ what, number, day }) => [
      `${what}を受け付けました。`,
      `受付番号：${number}`,
      `お返事のめやす：${day}まで`,
      '',
      '認められるまでは、これまでの内容が公開されます。',
    ],
  ),
  taken: letterJa(
    ({ group }) => `登録の内容を変えました（${group}）`,
    ({ number }) => [
      '届け出た内容を、登録に反映しました。',
      `受付番号：${number}`,
      '',
      '団体のページをお確かめください。',
    ],
  ),
  approved: letterJa(
    ({ group }) => `変更を認めました（${group}）`,
    () => ['届け出た変更を認め、登録に反映しました。', '', '団体のページをお確かめください。'],
  ),
  renewed: letterJa(
    ({ group }) => `登録を更新しました（${group}）`,
    ({ day }) => ['登録を更新しました。', `登録の期限：${day}`, '', '登録票を付けました。'],
  ),
  added: letterJa(
    ({ number }) => `別の区分でも登録しました（${number}）`,
    ({ number, day }) => [
      '別の区分でも登録しました。登録票（PDF）を付けました。',
      `登録番号：${number}`,
      `登録の期限：${day}`,
    ],
  ),
  returned: letterJa(
    ({ what, group }) => `${what}を直してください（${group}）`,
    ({ what, reason, day }) => [
      `${what}について、直していただきたいところがあります。`,
      '',
      reason,
      '',
      `${day}までに、次のページから直して送ってください。書いた内容は残っています。`,
    ],
  ),
  refused: letterJa(
    ({ what, group }) => `${what}を認められませんでした（${group}）`,
    ({ what, reason }) => [
      `${what}を認められませんでした。登録の内容は、これまでのままです。`,
      '',
      `理由：${reason}`,
      '',
      'わからないことは、次のページの「連絡」から聞けます。',
    ],
  ),
}

const letterEn =
  (subject: (told: Told) => string, lines: (told: Told) => readonly string[]): MailText =>
  (told) => ({
    subject: `[${told.city} Tsunagu] ${subject(told)}`,
    body: `${told.group}\nDear ${told.name},\n\n${lines(told).join('\n')}\n\n${told.link}\n`,
  })

const en: Readonly<Record<RevisionMail, MailText>> = {
  invited: letterEn(
    ({ group }) => `Please renew your registration (${group})`,
    ({ day }) => [
      'Registrations are being renewed.',
      `Please send your renewal by ${day}. Your earlier answers are filled in.`,
      '',
      'The form on the next page says which papers to attach.',
      'You can also bring it on paper; the staff will fill in the form with you.',
    ],
  ),
  reminded: letterEn(
    ({ group, day }) => `Renewal is due on ${day} (${group})`,
    ({ day }) => [
      'We have not received the renewal of your registration yet.',
      `Please send it by ${day}.`,
      'If you do not wish to go on, please tell us under “Messages”.',
    ],
  ),
  calledOff: letterEn(
    ({ group }) => `The renewals were called off (${group})`,
    () => [
      'The city has called off the renewals that we asked you for.',
      'There is nothing for you to do now. Your registration stays as it is.',
      'We will write to you when renewals are taken again.',
    ],
  ),
  sent: letterEn(
    ({ what, number }) => `We received your form (${what}, ${number})`,
    ({ number, day }) => [
      'We received your form.',
      `Receipt number: ${number}`,
      `We aim to answer by: ${day}`,
      '',
      'Until it is accepted, what was registered before stays public.',
    ],
  ),
  taken: letterEn(
    ({ group }) => `Your registration was changed (${group})`,
    ({ number }) => [
      'What you notified has taken effect.',
      `Receipt number: ${number}`,
      '',
      'Please check the page of your group.',
    ],
  ),
  approved: letterEn(
    ({ group }) => `Your change was accepted (${group})`,
    () => ['Your change was accepted and applied.', '', 'Please check the page of your group.'],
  ),
  renewed: letterEn(
    ({ group }) => `Your registration was renewed (${group})`,
    ({ day }) => [
      'Your registration was renewed.',
      `Valid until: ${day}`,
      '',
      'The registration card is attached.',
    ],
  ),
  added: letterEn(
    ({ number }) => `Your further registration (${number})`,
    ({ number, day }) => [
      'Your group is registered in another class too. The card (PDF) is attached.',
      `Registration number: ${number}`,
      `Valid until: ${day}`,
    ],
  ),
  returned: letterEn(
    ({ what, group }) => `Please correct your form (${what}, ${group})`,
    ({ reason, day }) => [
      'There is something to correct in what you sent.',
      '',
      reason,
      '',
      `Please correct and send it by ${day}. What you wrote is kept.`,
    ],
  ),
  refused: letterEn(
    ({ what, group }) => `Not accepted (${what}, ${group})`,
    ({ reason }) => [
      'What you sent could not be accepted. Your registration stays as it was.',
      '',
      `Reason: ${reason}`,
      '',
      'You can ask questions on this page under “Messages”.',
    ],
  ),
}

/** Mails about changes and renewals, in the language of the person they go to. */
export const revisionMails: Readonly<Record<Language, typeof ja>> = { ja, en }

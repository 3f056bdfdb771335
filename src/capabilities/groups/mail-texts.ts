import type { Language } from '#kernel/bilingual.ts'

type Told = {
  readonly name: string
  readonly group: string
  readonly city: string
  readonly link: string
  readonly reason: string
  /** Receipt or registration number. */
  readonly number: string
  /** A day, as it is read. */
  readonly day: string
}

type MailText = (told: Told) => { readonly subject: string; readonly body: string }

export type MailKind =
  | 'submit'
  | 'accept'
  | 'approve'
  | 'return'
  | 'reject'
  | 'withdraw'
  | 'suspend'
  | 'lapse'
  | 'resume'
  | 'revoke'

const letter = (told: Told, lines: readonly string[]): string =>
  `${told.group}\n${told.name} 様\n\n${lines.join('\n')}\n\n${told.link}\n`

const changed =
  (what: string): MailText =>
  (told) => ({
    subject: `【${told.city} つなぐ】${what}（${told.group}）`,
    body: letter(told, [
      `${what}。`,
      ...(told.reason ? ['', `理由：${told.reason}`] : []),
      '',
      'くわしくは次のページをご覧ください。わからないことは、そのページの「連絡」から聞けます。',
    ]),
  })

const ja: Readonly<Record<MailKind, MailText>> = {
  submit: (told) => ({
    subject: `【${told.city} つなぐ】団体登録の申請を受け付けました（${told.number}）`,
    body: letter(told, [
      '団体登録の申請を受け付けました。',
      `受付番号：${told.number}`,
      `お返事のめやす：${told.day}まで`,
      '',
      '送った内容と今の状態は、次のページで見られます。',
    ]),
  }),
  accept: (told) => ({
    subject: `【${told.city} つなぐ】仮登録をしました。窓口へお越しください（${told.group}）`,
    body: letter(told, [
      '登録の内容を確かめ、仮登録をしました。',
      '窓口で手続きをすると、登録が終わります。お越しになる日を、お電話か次のページの「連絡」でお知らせください。',
      '',
      'お持ちいただくもの：',
      told.reason,
    ]),
  }),
  approve: (told) => ({
    subject: `【${told.city} つなぐ】団体を登録しました（${told.number}）`,
    body: letter(told, [
      '団体の登録が終わりました。登録票（PDF）を付けました。',
      `登録番号：${told.number}`,
      `登録の期限：${told.day}`,
      '',
      '団体のページを公開しました。公開された内容をお確かめください。',
    ]),
  }),
  return: (told) => ({
    subject: `【${told.city} つなぐ】登録の内容を直してください（${told.group}）`,
    body: letter(told, [
      '送っていただいた登録の内容について、直していただきたいところがあります。',
      '',
      told.reason,
      '',
      `${told.day}までに、次のページから直して送ってください。書いた内容は残っています。`,
    ]),
  }),
  reject: changed('団体の登録ができませんでした'),
  withdraw: changed('団体の登録を取り下げました'),
  suspend: changed('団体の登録を止めました'),
  lapse: changed('団体の登録の期限が切れました'),
  resume: changed('団体の登録を元にもどしました'),
  revoke: changed('団体の登録を取り消しました'),
}

const letterEn = (told: Told, lines: readonly string[]): string =>
  `${told.group}\nDear ${told.name},\n\n${lines.join('\n')}\n\n${told.link}\n`

const changedEn =
  (what: string): MailText =>
  (told) => ({
    subject: `[${told.city} Tsunagu] ${what} (${told.group})`,
    body: letterEn(told, [
      `${what}.`,
      ...(told.reason ? ['', `Reason: ${told.reason}`] : []),
      '',
      'Please see this page. You can ask questions there under “Messages”.',
    ]),
  })

const en: Readonly<Record<MailKind, MailText>> = {
  submit: (told) => ({
    subject: `[${told.city} Tsunagu] We received your registration (${told.number})`,
    body: letterEn(told, [
      'We received the registration of your group.',
      `Receipt number: ${told.number}`,
      `We aim to answer by: ${told.day}`,
      '',
      'What you sent, and how far it has come, is on this page.',
    ]),
  }),
  accept: (told) => ({
    subject: `[${told.city} Tsunagu] Provisionally registered: please come to the counter (${told.group})`,
    body: letterEn(told, [
      'We checked your registration and accepted it provisionally.',
      'It is completed at the counter. Please tell us by telephone, or in a message on this page, when you will come.',
      '',
      'What to bring:',
      told.reason,
    ]),
  }),
  approve: (told) => ({
    subject: `[${told.city} Tsunagu] Your group is registered (${told.number})`,
    body: letterEn(told, [
      'Your group is registered. The registration card (PDF) is attached.',
      `Registration number: ${told.number}`,
      `Valid until: ${told.day}`,
      '',
      'The page of your group is public now. Please check what it shows.',
    ]),
  }),
  return: (told) => ({
    subject: `[${told.city} Tsunagu] Please correct your registration (${told.group})`,
    body: letterEn(told, [
      'There is something to correct in the registration you sent.',
      '',
      told.reason,
      '',
      `Please correct and send it by ${told.day}. What you wrote is kept.`,
    ]),
  }),
  reject: changedEn('Your group could not be registered'),
  withdraw: changedEn('The registration of your group was withdrawn'),
  suspend: changedEn('The registration of your group was suspended'),
  lapse: changedEn('The registration of your group lapsed'),
  resume: changedEn('The registration of your group was resumed'),
  revoke: changedEn('The registration of your group was revoked'),
}

/** Mails to a group about its registration, in the language of the person they go to. */
export const mailTexts: Readonly<Record<Language, typeof ja>> = { ja, en }

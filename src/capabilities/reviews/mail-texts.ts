import type { Language } from '#kernel/bilingual.ts'

type MailText = { readonly subject: string; readonly body: string }

type ToMember = {
  readonly name: string
  readonly city: string
  readonly call: string
  readonly dueOn: string
  readonly link: string
}

type ToGroup = {
  readonly group: string
  readonly city: string
  readonly call: string
  readonly link: string
}

type Texts = {
  /** To a member of the committee: a review begins. */
  readonly opened: (told: ToMember) => MailText
  /** To a member who has not finished. */
  readonly reminder: (told: ToMember) => MailText
  /** To a member: proposals were added. */
  readonly added: (told: ToMember) => MailText
  /** To the group: the outcome, which stands in the letter only. */
  readonly decided: (told: ToGroup) => MailText
  readonly offered: (told: ToGroup & { readonly replyBy: string }) => MailText
  /** To a reserve whose waiting has ended. */
  readonly reserveEnded: (told: ToGroup & { readonly reason: string }) => MailText
}

const ja: Texts = {
  opened: ({ name, city, call, dueOn, link }) => ({
    subject: `【${city} つなぐ】審査のお願い（期限 ${dueOn}）`,
    body: `${name} 様\n\n「${call}」の審査をお願いします。\n期限：${dueOn}\n\nはじめに、すべての提案について利害関係を申告してください。申告が終わると、提案を開けます。\n\n${link}\n`,
  }),
  reminder: ({ name, city, call, dueOn, link }) => ({
    subject: `【${city} つなぐ】審査の期限のお知らせ（期限 ${dueOn}）`,
    body: `${name} 様\n\n「${call}」の審査に、まだ終わっていないものがあります。\n期限：${dueOn}\n\n次のページから続けてください。すでに終えられたときは、行き違いをお許しください。\n\n${link}\n`,
  }),
  added: ({ name, city, call, dueOn, link }) => ({
    subject: `【${city} つなぐ】審査する提案が加わりました`,
    body: `${name} 様\n\n「${call}」の審査に提案が加わりました。加わった提案についても、はじめに利害関係を申告してください。\n期限：${dueOn}\n\n${link}\n`,
  }),
  decided: ({ group, city, call, link }) => ({
    subject: `【${city} つなぐ】審査結果のお知らせ`,
    body: `${group} 様\n\n「${call}」の審査結果が決まりました。通知書（PDF）を付けましたので、ご確認ください。\n\n結果と理由は、次のページでも見られます。\n\n${link}\n`,
  }),
  offered: ({ group, city, call, link, replyBy }) => ({
    subject: `【${city} つなぐ】審査結果のお知らせ（${replyBy}までにご返事ください）`,
    body: `${group} 様\n\n「${call}」の審査結果をお知らせします。通知書（PDF）を付けました。\nお受けになるか、辞退されるかを、${replyBy}までに次のページからご返事ください。\n\n${link}\n`,
  }),
  reserveEnded: ({ group, city, call, link, reason }) => ({
    subject: `【${city} つなぐ】次点の取扱いを終えました`,
    body: `${group} 様\n\n「${call}」の次点としてお待ちいただいていましたが、この取扱いを終えました。\n理由：${reason}\n\n${link}\n`,
  }),
}

const en: Texts = {
  opened: ({ name, city, call, dueOn, link }) => ({
    subject: `[${city} Tsunagu] Your review, please (by ${dueOn})`,
    body: `Dear ${name},\n\nplease review “${call}”.\nUntil: ${dueOn}\n\nFirst declare your interests for all proposals. The proposals open once you have done so.\n\n${link}\n`,
  }),
  reminder: ({ name, city, call, dueOn, link }) => ({
    subject: `[${city} Tsunagu] Your review is due (${dueOn})`,
    body: `Dear ${name},\n\npart of your review of “${call}” is still open.\nUntil: ${dueOn}\n\nPlease go on from this page. If you have finished in the meantime, please ignore this mail.\n\n${link}\n`,
  }),
  added: ({ name, city, call, dueOn, link }) => ({
    subject: `[${city} Tsunagu] Proposals were added to your review`,
    body: `Dear ${name},\n\nproposals were added to the review of “${call}”. Please declare your interests for them too before you go on.\nUntil: ${dueOn}\n\n${link}\n`,
  }),
  decided: ({ group, city, call, link }) => ({
    subject: `[${city} Tsunagu] Outcome of the review`,
    body: `To ${group}:\n\nThe outcome of “${call}” stands. Please see the attached letter (PDF).\n\nOutcome and reasons are also on this page:\n\n${link}\n`,
  }),
  offered: ({ group, city, call, link, replyBy }) => ({
    subject: `[${city} Tsunagu] Outcome of the review (please answer by ${replyBy})`,
    body: `To ${group}:\n\nThe outcome of “${call}” stands. Please see the attached letter (PDF).\nPlease accept or decline by ${replyBy} on this page:\n\n${link}\n`,
  }),
  reserveEnded: ({ group, city, call, link, reason }) => ({
    subject: `[${city} Tsunagu] Your reserve place has ended`,
    body: `To ${group}:\n\nYour proposal for “${call}” was in reserve. This has now ended.\nReason: ${reason}\n\n${link}\n`,
  }),
}

/** Mails of a review. A mail is not a safe place: no outcome, no score and no other person stands in one. */
export const mailTexts: Readonly<Record<Language, Texts>> = { ja, en }

import type { Language } from '#kernel/bilingual.ts'

type Told = {
  readonly name: string
  readonly city: string
  readonly link: string
  readonly reason: string
  /** The registration that ended, with its number. */
  readonly loser: string
  readonly winner: string
}
type MailText = (told: Told) => { readonly subject: string; readonly body: string }

/** The mail to the people of a registration into which another went. */
export const mailTexts: Readonly<Record<Language, { readonly merged: MailText }>> = {
  ja: {
    merged: ({ name, city, link, reason, loser, winner }) => ({
      subject: `【${city} つなぐ】二つの登録を一つにまとめました（${winner}）`,
      body: `${winner}\n${name} 様\n\n${loser}は同じ団体の登録と分かったため、この登録にまとめました。\n\n理由：${reason}\n\nもう一方の登録の人は、この団体の担当者・会員になります。くわしくは次のページをご覧ください。まちがいと思われるときは、市の担当にお知らせください。\n\n${link}\n`,
    }),
  },
  en: {
    merged: ({ name, city, link, reason, loser, winner }) => ({
      subject: `[${city} Tsunagu] Two registrations became one (${winner})`,
      body: `${winner}\nDear ${name},\n\n${loser} was found to be of your group and went into this registration.\n\nReason: ${reason}\n\nIts people are managers and members of your group now. Please see this page; if you think it is a mistake, tell the office of the city.\n\n${link}\n`,
    }),
  },
}

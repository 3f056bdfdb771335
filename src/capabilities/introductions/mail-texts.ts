/** What a mail about a group's page speaks of. */
export type Told = {
  readonly name: string
  readonly city: string
  readonly link: string
  readonly reason: string
  readonly group: string
  readonly part: string
  readonly from?: string
}
type Mail = { readonly subject: string; readonly body: string }
type Kind = 'hide' | 'show' | 'answered' | 'asked' | 'said' | 'settled'

const frameJa = ({ name, city, link }: Told, middle: string): string =>
  `${name} 様\n\n${middle}\n\nくわしくは、次のページをご覧ください。\n${link}\n\n${city} つなぐ\n`
const frameEn = ({ name, city, link }: Told, middle: string): string =>
  `Dear ${name},\n\n${middle}\n\nPlease see this page:\n${link}\n\nTsunagu, ${city}\n`

const ja: Record<Kind, (told: Told) => Mail> = {
  hide: (told) => ({
    subject: `【${told.city} つなぐ】団体のページの一部の掲載を止めています`,
    body: frameJa(
      told,
      `「${told.group}」のページの${told.part}の掲載を、次の理由で止めました。\n\n${told.reason}\n\n直して公開し直すと、職員が確かめてもう一度掲載します。`,
    ),
  }),
  show: (told) => ({
    subject: `【${told.city} つなぐ】団体のページの掲載を再開しました`,
    body: frameJa(told, `「${told.group}」のページの${told.part}を、もう一度掲載しました。`),
  }),
  answered: (told) => ({
    subject: `【${told.city} つなぐ】「${told.part}」に返事がありました`,
    body: frameJa(
      told,
      `「${told.group}」の「${told.part}」に、${told.from}さんから返事がありました。\n\n${told.reason}\n\n返事は、このサイトで書いてください。おたがいのメールアドレスは伝わりません。`,
    ),
  }),
  asked: (told) => ({
    subject: `【${told.city} つなぐ】「${told.group}」に問い合わせがありました`,
    body: frameJa(
      told,
      `「${told.group}」に、${told.from}さんから問い合わせがありました。\n\n${told.reason}\n\n返信は、このサイトで書いてください。おたがいのメールアドレスは伝わりません。`,
    ),
  }),
  said: (told) => ({
    subject: `【${told.city} つなぐ】「${told.part}」の会話に続きがあります`,
    body: frameJa(
      told,
      `「${told.part}」の会話に、${told.from}さんが書きました。\n\n${told.reason}`,
    ),
  }),
  settled: (told) => ({
    subject: `【${told.city} つなぐ】「${told.part}」の会話について`,
    body: frameJa(
      told,
      `止まっている「${told.part}」の会話について、センターが次のように対応しました。\n\n${told.reason}`,
    ),
  }),
}

const en: Record<Kind, (told: Told) => Mail> = {
  hide: (told) => ({
    subject: `[${told.city} Tsunagu] A part of your group’s page is out of sight`,
    body: frameEn(
      told,
      `On the page of “${told.group}”, ${told.part} was taken out of sight, for this reason:\n\n${told.reason}\n\nPlease change and publish it again; it will be checked and shown again.`,
    ),
  }),
  show: (told) => ({
    subject: `[${told.city} Tsunagu] A part of your group’s page is shown again`,
    body: frameEn(told, `On the page of “${told.group}”, ${told.part} is shown again.`),
  }),
  answered: (told) => ({
    subject: `[${told.city} Tsunagu] Somebody answered “${told.part}”`,
    body: frameEn(
      told,
      `${told.from} answered “${told.part}” of “${told.group}”:\n\n${told.reason}\n\nPlease answer on this site. Neither side sees the other’s address.`,
    ),
  }),
  asked: (told) => ({
    subject: `[${told.city} Tsunagu] Somebody asked “${told.group}” something`,
    body: frameEn(
      told,
      `${told.from} asked “${told.group}”:\n\n${told.reason}\n\nPlease answer on this site. Neither side sees the other’s address.`,
    ),
  }),
  said: (told) => ({
    subject: `[${told.city} Tsunagu] There is more about “${told.part}”`,
    body: frameEn(told, `${told.from} wrote about “${told.part}”:\n\n${told.reason}`),
  }),
  settled: (told) => ({
    subject: `[${told.city} Tsunagu] The conversation about “${told.part}”`,
    body: frameEn(
      told,
      `The conversation about “${told.part}” has stopped. This is what the centre did:\n\n${told.reason}`,
    ),
  }),
}

/** Mails about a group's page, in the language of the account. */
export const pageMails = { ja, en }

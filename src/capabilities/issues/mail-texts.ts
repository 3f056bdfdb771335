/** What a mail about an issue speaks of. */
export type Told = {
  readonly name: string
  readonly city: string
  /** Who checks issues, as the city calls it. */
  readonly centre: string
  readonly title: string
  readonly receiptNumber: string
  readonly link: string
  readonly text: string
}
type Mail = { readonly subject: string; readonly body: string }
export type MailKind = 'received' | 'returned' | 'published' | 'declined' | 'answered' | 'takenOff'

const frameJa = ({ name, city, link }: Told, middle: string): string =>
  `${name} 様\n\n${middle}\n\nくわしくは、次のページをご覧ください。\n${link}\n\n${city} つなぐ\n`
const frameEn = ({ name, city, link }: Told, middle: string): string =>
  `Dear ${name},\n\n${middle}\n\nPlease see this page:\n${link}\n\nTsunagu, ${city}\n`

const ja: Record<MailKind, (told: Told) => Mail> = {
  received: (told) => ({
    subject: `【${told.city} つなぐ】地域の課題を受け付けました（${told.receiptNumber}）`,
    body: frameJa(
      told,
      `「${told.title}」を受け付けました。受付番号は ${told.receiptNumber} です。\n${told.centre}が内容を確かめ、5営業日以内にお知らせします。`,
    ),
  }),
  returned: (told) => ({
    subject: `【${told.city} つなぐ】地域の課題について、直していただきたいところがあります`,
    body: frameJa(told, `「${told.title}」について、次のお願いがあります。\n\n${told.text}`),
  }),
  published: (told) => ({
    subject: `【${told.city} つなぐ】地域の課題を公開しました`,
    body: frameJa(told, `「${told.title}」を公開しました。市の回答があれば、またお知らせします。`),
  }),
  declined: (told) => ({
    subject: `【${told.city} つなぐ】地域の課題は公開しないことになりました`,
    body: frameJa(
      told,
      `「${told.title}」は、次の理由で公開しないことになりました。\n\n${told.text}`,
    ),
  }),
  answered: (told) => ({
    subject: `【${told.city} つなぐ】地域の課題に市の回答がありました`,
    body: frameJa(told, `「${told.title}」に、市から回答がありました。\n\n${told.text}`),
  }),
  takenOff: (told) => ({
    subject: `【${told.city} つなぐ】地域の課題の公開を止めています`,
    body: frameJa(
      told,
      `「${told.title}」の公開を、次の理由でいったん止めました。直して、もう一度出すことができます。\n\n${told.text}`,
    ),
  }),
}

const en: Record<MailKind, (told: Told) => Mail> = {
  received: (told) => ({
    subject: `[${told.city} Tsunagu] We received your issue (${told.receiptNumber})`,
    body: frameEn(
      told,
      `We received “${told.title}”. Its number is ${told.receiptNumber}.\nIt will be checked (${told.centre}), and you will hear within five working days.`,
    ),
  }),
  returned: (told) => ({
    subject: `[${told.city} Tsunagu] Please change something in your issue`,
    body: frameEn(told, `About “${told.title}” we have a request:\n\n${told.text}`),
  }),
  published: (told) => ({
    subject: `[${told.city} Tsunagu] Your issue is public`,
    body: frameEn(told, `“${told.title}” is public now. We will tell you when the city answers.`),
  }),
  declined: (told) => ({
    subject: `[${told.city} Tsunagu] Your issue will not be published`,
    body: frameEn(told, `“${told.title}” will not be published, for this reason:\n\n${told.text}`),
  }),
  answered: (told) => ({
    subject: `[${told.city} Tsunagu] The city has answered your issue`,
    body: frameEn(told, `The city has answered “${told.title}”:\n\n${told.text}`),
  }),
  takenOff: (told) => ({
    subject: `[${told.city} Tsunagu] Your issue was taken off for now`,
    body: frameEn(
      told,
      `“${told.title}” is not public for now, for this reason. You can change it and send it again.\n\n${told.text}`,
    ),
  }),
}

/** Mails to the one who raised an issue, in the language of the account. */
export const mailTexts = { ja, en }

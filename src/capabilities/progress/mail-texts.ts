import type { Language } from '#kernel/bilingual.ts'

type Told = {
  readonly name: string
  readonly city: string
  readonly link: string
  /** The plan and the fiscal year. */
  readonly plan: string
  /** A last day, as it is read. */
  readonly day: string
  /** What is to be mended, item by item; why a deadline moved. */
  readonly reason: string
  readonly department: string
  /** Items, departments or comments, by what is told. */
  readonly count: number
}

type MailText = (told: Told) => { readonly subject: string; readonly body: string }

/** What is told of a year's report, and to whom. */
export type MailKind =
  // to the department
  | 'opened'
  | 'item-added'
  | 'due-changed'
  | 'due-soon'
  | 'overdue'
  | 'returned'
  // to the office
  | 'missing'
  | 'comments-waiting'
  // to the committee
  | 'committee-asked'
  // to all of them
  | 'published'

const ja =
  (subject: (told: Told) => string, lines: (told: Told) => readonly string[]): MailText =>
  (told) => ({
    subject: `【${told.city} つなぐ】${subject(told)}`,
    body: `${told.name} 様\n\n${[told.plan, '', ...lines(told)].join('\n')}\n\n${told.link}\n`,
  })

const en =
  (subject: (told: Told) => string, lines: (told: Told) => readonly string[]): MailText =>
  (told) => ({
    subject: `[${told.city} Tsunagu] ${subject(told)}`,
    body: `Dear ${told.name},\n\n${[told.plan, '', ...lines(told)].join('\n')}\n\n${told.link}\n`,
  })

const many = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${more}`

const japanese: Readonly<Record<MailKind, MailText>> = {
  opened: ja(
    ({ department, day }) => `計画の進捗を${day}までに報告してください（${department}）`,
    ({ department, count, day }) => [
      `${department}の担当は${count}項目です。${day}までに、次のページから報告してください。`,
      '前の年度の報告が横に出ます。エクセルに書いて読み込むこともできます。',
    ],
  ),
  'item-added': ja(
    ({ department }) => `報告していただく項目が加わりました（${department}）`,
    ({ day }) => [`項目が1つ加わりました。${day}までに、ほかの項目といっしょに報告してください。`],
  ),
  'due-changed': ja(
    ({ day }) => `進捗の報告の期限が${day}に変わりました`,
    ({ day, reason }) => [`新しい期限：${day}`, `理由：${reason}`],
  ),
  'due-soon': ja(
    ({ department, day }) => `進捗の報告の期限は${day}です（${department}）`,
    ({ count, day }) => [
      count > 0
        ? `まだ書かれていない項目が${count}あります。${day}までに書いて、送ってください。`
        : `すべての項目が書かれています。${day}までに「全部の項目を提出」を押してください。`,
    ],
  ),
  overdue: ja(
    ({ department }) => `進捗の報告の期限が過ぎています（${department}）`,
    ({ count, day }) => [
      `期限の${day}を過ぎましたが、報告がまだ届いていません。`,
      count > 0
        ? `書かれていない項目は${count}です。できるだけ早く書いて、送ってください。`
        : 'すべての項目が書かれています。「全部の項目を提出」を押すと届きます。',
      '間に合わない事情があるときは、協働担当課に知らせてください。',
    ],
  ),
  returned: ja(
    ({ department }) => `進捗の報告に直していただきたいところがあります（${department}）`,
    ({ reason, day }) => [reason, '', `${day}までに直して、送り直してください。`],
  ),
  missing: ja(
    ({ count }) => `進捗の報告がまだの課が${count}あります`,
    ({ day, department }) => [
      `期限の${day}を過ぎても、報告が届いていない課があります。`,
      department,
      '',
      '届いていない課には、同じ日にお知らせを送っています。',
    ],
  ),
  'comments-waiting': ja(
    ({ count }) => `委員会の意見${count}件が、市の回答を待っています`,
    ({ day }) => [`${day}までに回答を書き、年度の報告を公開してください。`],
  ),
  'committee-asked': ja(
    ({ day }) => `計画の進捗について、${day}までに意見をお願いします`,
    ({ day }) => [
      '担当課の報告がそろいました。',
      `${day}までに、次のページで報告を読み、意見を書いてください。`,
    ],
  ),
  published: ja(
    () => '年度の進捗報告を公開しました',
    () => ['実績、進捗の区分、委員会の意見と市の回答を、次のページでだれでも読めます。'],
  ),
}

const english: Readonly<Record<MailKind, MailText>> = {
  opened: en(
    ({ department, day }) => `Please report on the plan by ${day} (${department})`,
    ({ department, count, day }) => [
      `${department} has ${many(count, 'item', 'items')}. Please report them on this page by ${day}.`,
      'Last year’s report stands beside each. You can also write in a spreadsheet and read it in.',
    ],
  ),
  'item-added': en(
    ({ department }) => `One more item to report (${department})`,
    ({ day }) => [`An item was added. Please report it with the others by ${day}.`],
  ),
  'due-changed': en(
    ({ day }) => `The report on the plan is now due on ${day}`,
    ({ day, reason }) => [`New deadline: ${day}`, `Why: ${reason}`],
  ),
  'due-soon': en(
    ({ department, day }) => `Your report on the plan is due on ${day} (${department})`,
    ({ count, day }) => [
      count > 0
        ? `${many(count, 'item is', 'items are')} not written yet. Please write and send by ${day}.`
        : `All items are written. Please press “Send all items” by ${day}.`,
    ],
  ),
  overdue: en(
    ({ department }) => `Your report on the plan is late (${department})`,
    ({ count, day }) => [
      `It was due on ${day} and has not come in.`,
      count > 0
        ? `${many(count, 'item is', 'items are')} not written yet. Please write and send as soon as you can.`
        : 'All items are written. It arrives when you press “Send all items”.',
      'If something keeps you from it, please tell the collaboration office.',
    ],
  ),
  returned: en(
    ({ department }) => `Please mend your report on the plan (${department})`,
    ({ reason, day }) => [reason, '', `Please mend it and send it again by ${day}.`],
  ),
  missing: en(
    ({ count }) => `${many(count, 'department has', 'departments have')} not reported yet`,
    ({ day, department }) => [
      `These reports were due on ${day} and have not come in:`,
      department,
      '',
      'The departments were written to on the same day.',
    ],
  ),
  'comments-waiting': en(
    ({ count }) =>
      `${many(count, 'comment of the committee waits', 'comments of the committee wait')} for the city’s answer`,
    ({ day }) => [`Please answer by ${day} and publish the year’s report.`],
  ),
  'committee-asked': en(
    ({ day }) => `Please comment on the progress of the plan by ${day}`,
    ({ day }) => [
      'The reports of the departments are in.',
      `Please read them on this page and comment by ${day}.`,
    ],
  ),
  published: en(
    () => 'The year’s progress report is published',
    () => ['Everyone can read results, grades, comments and answers on this page.'],
  ),
}

/** Mails of this capability, by occasion, in the language of their reader. */
export const mailTexts: Readonly<Record<Language, Readonly<Record<MailKind, MailText>>>> = {
  ja: japanese,
  en: english,
}

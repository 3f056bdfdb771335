import { both, type Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'

type Letter = {
  readonly name: string
  readonly group: string
  readonly city: string
  readonly subject: string
  readonly lines: string
  readonly link: string
}

/** What is told when a registration or something about it has run out. */
export const lapseTexts = {
  task: both(
    '登録の期限が切れたことを、電話か手紙で知らせる',
    'Tell the group by telephone or letter that its registration lapsed',
  ),
  told: both(
    '登録の期限が切れたことを、団体に知らせました',
    'The group was told that its registration lapsed',
  ),
  expired: both('遅れた更新の受付が終わりました', 'Late renewals are no longer taken'),
  further: both('登録の期限が切れました', 'The registration lapsed'),
  ja: {
    box: '登録の期限が切れています',
    tell: '団体に知らせてください',
    tellText:
      'この団体には、このサイトで手続きをする人がいません。登録の期限が切れたことと、これからできることを、電話か手紙で知らせてください。',
    tellButton: '知らせたと記録する',
    why: (day: string) => `更新の届けがないまま、有効期限（${day}）が過ぎたため`,
    late: (day: string) =>
      `遅れた更新を、${day}まで受け付けます。「登録内容の変更と更新」の手続きから送ってください。認められると、登録は元にもどります。紙でも受け付けます。`,
    anew: '登録を続けるときは、もう一度、団体登録を申請してください。前の登録の内容は残っています。窓口にご相談ください。',
    expired: (group: string) =>
      `「${group}」の更新の届けがないまま、遅れた更新を受け付ける期限が過ぎました。`,
    further: (name: string, group: string) =>
      `「${group}」の「${name}」としての登録の期限が切れました。ほかの区分の登録は、そのままです。\n理由：`,
    letter: (told: Letter) => ({
      subject: `【${told.city} つなぐ】${told.subject}（${told.group}）`,
      body: `${told.group}\n${told.name} 様\n\n${told.lines}\n\nわからないことは、次のページの「連絡」から聞けます。\n\n${told.link}\n`,
    }),
  },
  en: {
    box: 'The registration has lapsed',
    tell: 'Please tell the group',
    tellText:
      'Nobody of this group acts for it on this site. Please tell it by telephone or letter that the registration has lapsed, and what can be done.',
    tellButton: 'Record that it was told',
    why: (day: string) => `no renewal came before it ended (${day})`,
    late: (day: string) =>
      `A late renewal is taken until ${day}. Please send it from “Changes and renewal” on the page of the registration. Once it is accepted the registration stands again. It is taken on paper, too.`,
    anew: 'To go on, please register the group again. What was registered is kept; please ask at the counter.',
    expired: (group: string) => `No renewal of “${group}” came before the last day for late ones.`,
    further: (name: string, group: string) =>
      `The registration of “${group}” as “${name}” has lapsed. Its other registrations stand.\nReason: `,
    letter: (told: Letter) => ({
      subject: `[${told.city} Tsunagu] ${told.subject} (${told.group})`,
      body: `${told.group}\nDear ${told.name},\n\n${told.lines}\n\nYou can ask questions under “Messages” on this page.\n\n${told.link}\n`,
    }),
  },
} as const

/** What a group can do after its registration has lapsed. */
export const nextAfterLapse = (lang: Language, lateUntil: PlainDate | undefined): string =>
  lateUntil ? lapseTexts[lang].late(formatDate(lateUntil, lang)) : lapseTexts[lang].anew

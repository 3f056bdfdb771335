import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { read } from './questionnaire.ts'
import type { Survey } from './survey.ts'

/** What the mail speaks of. Both languages stand in it: of those who are asked, nobody's is known. */
type Told = { readonly survey: Survey; readonly city: City; readonly link: string }

/** Asks for an answer, the first time and again. */
export const reminderMail = ({ survey, city, link }: Told) => {
  const { title, contact } = survey.texts
  return {
    subject: `【${city.name.ja} つなぐ】アンケートのお願い：${title.ja}`,
    body: [
      `「${title.ja}」へのご回答をお願いします。`,
      `期限は${formatDate(survey.closesOn, 'ja')}です。`,
      '',
      '次のページから答えられます。このページは、お一人（1団体）につき1回だけ使えます。',
      link,
      '',
      '誰がどう答えたかは、市にも分かりません。',
      'すでに答えて行き違いになった方、答えない方は、何もしなくてかまいません。',
      '',
      contact.ja,
      '',
      '----',
      `Please answer “${read(title, 'en')}” by ${formatDate(survey.closesOn, 'en')}:`,
      link,
      'The page can be used once. Nobody, the city included, learns who answered what.',
      '',
      `${city.name.ja} つなぐ`,
      '',
    ].join('\n'),
  }
}

import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { read } from './questionnaire.ts'
import type { Survey } from './survey.ts'

/** What the mail speaks of. Both languages stand in it: of those who are asked, nobody's is known. */
type Told = { readonly survey: Survey; readonly city: City; readonly link: string }

const compose = (
  { survey, city, link }: Told,
  said: { readonly subject: string; readonly begin: readonly string[]; readonly end: string },
) => {
  const { title, contact } = survey.texts
  return {
    subject: `【${city.name.ja} つなぐ】${said.subject}：${title.ja}`,
    body: [
      ...said.begin,
      `期限は${formatDate(survey.closesOn, 'ja')}です。`,
      '',
      '次のページから答えられます。このページは、お一人（1団体）につき1回だけ使えます。',
      link,
      '',
      '誰がどう答えたかは、市にも分かりません。',
      said.end,
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

/** Asks for an answer for the first time, when the survey opens. */
export const invitationMail = (told: Told) => {
  const { title, purpose } = told.survey.texts
  return compose(told, {
    subject: 'アンケートを始めました',
    begin: [`「${title.ja}」を始めました。ご回答をお願いします。`, '', purpose.ja, ''],
    end: '答えたくない設問は、空けておいてかまいません。',
  })
}

/** Asks again whoever has not answered. */
export const reminderMail = (told: Told) =>
  compose(told, {
    subject: 'アンケートのお願い',
    begin: [`「${told.survey.texts.title.ja}」へのご回答をお願いします。`],
    end: 'すでに答えて行き違いになった方、答えない方は、何もしなくてかまいません。',
  })

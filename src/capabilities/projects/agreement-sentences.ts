import { defineSentences } from '#web/sentences.ts'

/** Words about reading an agreement's draft, and about sums in it that contradict each other. */
export const agreementSentences = defineSentences({
  ja: {
    looks: '本文の確認',
    looksLead:
      '団体と担当課が、それぞれ本文を読んで確かめます。本文を直すと、相手にもう一度確かめてもらいます。',
    looked: (day: string, by: string) => `確かめました（${day}、${by}）`,
    notLooked: 'まだ確かめていません',
    lookText:
      '本文を読み、直すところがなければ押してください。直すところがあれば「本文を直す」へ進みます。',
    look: '確かめました（このままでよい）',
    lookAgain: 'この本文は確かめてあります。',
    unlookedTitle: 'まだ確かめていない側があります',
    unlooked: (names: string) =>
      `${names}が、今の本文をまだ確かめていません。確定する前に、読んでもらってください。`,
    sumsTitle: '本文の金額が食いちがっています',
    aboveShare: (given: { article: number; heading: string; total: string; share: string }) =>
      `第1条の市の負担額は${given.share}以内ですが、第${given.article}条の【${given.heading}】は${given.total}です。このままでは確定も署名もできません。第${given.article}条の行と合計を、${given.share}以内に直してください。`,
    wrongSum: (given: { article: number; heading: string; total: string; lines: string }) =>
      `第${given.article}条の【${given.heading}】の行を足すと${given.lines}ですが、合計は${given.total}と書かれています。このままでは確定も署名もできません。行か合計を直してください。`,
    sumsSigning:
      'すでに署名をお願いしているときは、事務局が「本文の作成に戻す」で本文を直せるようにします。',
    mend: '本文を直す',
  },
  en: {
    looks: 'Who has read the text',
    looksLead:
      'The group and the department each read the text. When it changes, the other side is asked again.',
    looked: (day: string, by: string) => `Read and left as it is (${day}, ${by})`,
    notLooked: 'Not read yet',
    lookText:
      'Please read the text and press this if nothing needs to change. If something does, go to “Change the text”.',
    look: 'I have read it; it may stand',
    lookAgain: 'You have read this text.',
    unlookedTitle: 'Not everybody has read it',
    unlooked: (names: string) =>
      `${names} has not read the text as it stands. Please let them read it before you settle it.`,
    sumsTitle: 'The sums in the text contradict each other',
    aboveShare: (given: { article: number; heading: string; total: string; share: string }) =>
      `Article 1 limits the city’s share to ${given.share}, but 【${given.heading}】 in article ${given.article} adds up to ${given.total}. The text can be neither settled nor signed like this. Please bring the lines and the sum of article ${given.article} down to ${given.share}.`,
    wrongSum: (given: { article: number; heading: string; total: string; lines: string }) =>
      `The lines of 【${given.heading}】 in article ${given.article} add up to ${given.lines}, but the sum written there is ${given.total}. The text can be neither settled nor signed like this. Please mend the lines or the sum.`,
    sumsSigning: 'Where signatures were asked for already, the office opens the text again first.',
    mend: 'Change the text',
  },
})

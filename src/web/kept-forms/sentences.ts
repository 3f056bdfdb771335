import { defineSentences } from '../sentences.ts'

/** Words about what was written before the sign-in had run out. */
export const keptFormSentences = defineSentences({
  ja: {
    signInFirst: 'ログインの有効時間が切れていました。まだ送られていません',
    signInFirstText:
      '書いた内容は残っています。もう一度ログインすると、書いた内容が入った画面にもどります。',
    filesAgain: 'ファイルは残せないため、もう一度選んでください。',
    back: '書いた内容をもどしました。まだ送られていません',
    backText: '内容を確かめて、もう一度送ってください。',
    byAnother: '前に書かれた内容は引き継ぎませんでした',
    byAnotherText:
      'ログインした人が、書いた人とちがうためです。書いた人がログインし直すと、画面を開いて書き直せます。',
    leftOver: 'この画面の欄にもどせなかった内容',
    leftOverText: '必要なところは、ここから写してください。',
    movedOn: '書いた内容をもどす画面が、今は開けません',
    movedOnText:
      '手続きが次の段階に進んだか、開ける人が変わった可能性があります。書いた内容は下に残しています。必要なところは写しておいてください。',
    written: '書いた内容',
  },
  en: {
    signInFirst: 'Your sign-in had run out. Nothing has been sent yet',
    signInFirstText:
      'What you wrote is kept. Sign in again and you will be back on the page with everything filled in.',
    filesAgain: 'Files cannot be kept; please choose them again.',
    back: 'What you wrote is back. It has not been sent yet',
    backText: 'Please check it and send it again.',
    byAnother: 'What had been written before was not taken over',
    byAnotherText:
      'Somebody else wrote it. Only that person can open the page and write it again after signing in.',
    leftOver: 'What has no field on this page any more',
    leftOverText: 'Please copy from here what you need.',
    movedOn: 'The page for what you wrote cannot be opened now',
    movedOnText:
      'The matter may have moved on, or the page may be for others now. What you wrote is below; please copy what you need.',
    written: 'What you wrote',
  },
})

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
      'ログインした人が、書いた人とちがうためです。書いた内容は一日のあいだ残っていて、書いた人がログインすると続きから送れます。',
    leftOver: 'この画面の欄にもどせなかった内容',
    leftOverText: '必要なところは、ここから写してください。',
    movedOn: '書いた内容をもどす画面が、今は開けません',
    movedOnText:
      '手続きが次の段階に進んだか、開ける人が変わった可能性があります。書いた内容は下に残しています。必要なところは写しておいてください。',
    roleGone: 'この操作をする役割が、今はありません。送られていません',
    roleGoneText:
      '役割が変わった可能性があります。書いた内容は下に残しています。必要なところを写し、受け持つ人か市の管理者に相談してください。',
    tooLong: '長すぎるため、書いた内容を預かれません。まだ送られていません',
    tooLongText:
      'ログインの確かめが必要ですが、この長さの内容は持ち越せません。下の内容を写して手もとに残してから、ログインし、短く分けて送ってください。',
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
      'Somebody else wrote it. It is kept for a day; that person can go on with it after signing in.',
    leftOver: 'What has no field on this page any more',
    leftOverText: 'Please copy from here what you need.',
    movedOn: 'The page for what you wrote cannot be opened now',
    movedOnText:
      'The matter may have moved on, or the page may be for others now. What you wrote is below; please copy what you need.',
    roleGone: 'You do not have the role for this now. Nothing was sent',
    roleGoneText:
      'Your role may have changed. What you wrote is below; please copy what you need, and ask whoever is in charge or the administrator of the city.',
    tooLong: 'What you wrote is too long to be kept. Nothing has been sent yet',
    tooLongText:
      'You need to sign in (again), and a text of this length cannot be carried along. Please copy it from below first, then sign in and send it in shorter parts.',
    written: 'What you wrote',
  },
})

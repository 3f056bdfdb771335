import { defineSentences } from '#web/sentences.ts'

/** Words around how mails come: for everybody, and for whoever decides what is usual in the city. */
export const mailSentences = defineSentences({
  ja: {
    title: 'お知らせメールの届き方',
    lead: '手続きの進み方や、お願いごとについてのメールです。',
    choice: '届き方',
    paces: {
      at_once: 'そのつど届ける',
      daily: '1日1回、まとめて届ける',
      none: 'メールでは届けない',
    },
    hints: {
      at_once: '何かがあるたびに、1通ずつ届きます。',
      daily: (when: string) =>
        `${when}に、たまったものを件名ごとにまとめて1通だけ届けます。何もない日は届きません。`,
      none: '次にすることは、「マイページ」や「担当業務」で見られます。期限のあるものは、メールでもすぐ届けます。',
    },
    when: (hour: number, days: 'business' | 'every') =>
      `${days === 'business' ? '平日（市役所が開いている日）の' : '毎日'}${hour}時ごろ`,
    alwaysTitle: 'いつもすぐに届くメール',
    always: {
      signIn: 'ログイン、パスワード、メールアドレス、二段階認証についてのもの',
      places: '招待、代表者の引継ぎ、役割の変更',
      letters: '登録や採択などを決めた通知書',
      soon: '次にまとめて届く日までに期限が来るもの',
    },
    usual: '今は、市のいつもの届き方です。',
    save: '届き方を保存する',
    stopTitle: 'お知らせのメールを止める',
    stopLead: (email: string) =>
      `${email} への、手続きの進み方やお願いごとについてのメールを止めます。`,
    stopKeeps: '次のものは、止めたあともすぐに届きます。',
    stopButton: 'メールを止める',
    stopped: 'お知らせのメールを止めました',
    stoppedLead: 'もう一度受け取りたいときは、ログインして「アカウント」の画面で選べます。',
    toAccount: 'アカウントの画面へ',
    unknownTitle: 'このリンクは使えません',
    unknownLead:
      'リンクが途中で切れているかもしれません。届き方は、ログインして「アカウント」の画面でも変えられます。',
    rule: 'お知らせメールの決まり',
    ruleLead:
      '本人がまだ選んでいないときの届き方と、まとめて届ける時刻です。すでに選んだ人の届き方は変わりません。',
    ruleStaff: '職員（市とセンター）',
    ruleReviewer: '審査委員',
    ruleOthers: '団体の人と市民等',
    hour: 'まとめて届ける時刻（日本時間）',
    hourOption: (hour: number) => `${hour}時`,
    days: 'まとめて届ける日',
    dayOptions: { business: '市役所が開いている日', every: '毎日' },
    ruleSave: '決まりを保存する',
  },
  en: {
    title: 'How messages reach you',
    lead: 'Mails about what happens in your procedures and what is asked of you.',
    choice: 'How',
    paces: {
      at_once: 'Each one at once',
      daily: 'Once a day, all in one mail',
      none: 'Not by mail',
    },
    hints: {
      at_once: 'One mail each time something happens.',
      daily: (when: string) =>
        `${when} you get one mail with all that has come up, sorted by subject. None when there is nothing to tell.`,
      none: 'You find what is to be done on “My page” and at your desk. What has a deadline still comes by mail, at once.',
    },
    when: (hour: number, days: 'business' | 'every') =>
      `${days === 'business' ? 'On working days of the city hall' : 'Every day'} at about ${hour}:00`,
    alwaysTitle: 'Mails that always come at once',
    always: {
      signIn: 'About signing in, passwords, your address and two-step sign-in',
      places: 'Invitations, hand-overs of a group, changes of roles',
      letters: 'Letters of decisions, as on a registration or a proposal',
      soon: 'Anything to be done by the day of the next mail',
    },
    usual: 'At present this is the usual way of the city.',
    save: 'Save',
    stopTitle: 'Stop these mails',
    stopLead: (email: string) =>
      `Mails to ${email} about what happens in your procedures and what is asked of you will stop.`,
    stopKeeps: 'These still come at once:',
    stopButton: 'Stop the mails',
    stopped: 'The mails have stopped',
    stoppedLead: 'To get them again, sign in and choose so on the page of your account.',
    toAccount: 'To your account',
    unknownTitle: 'This link cannot be used',
    unknownLead:
      'It may have been cut off on the way. You can also sign in and choose on the page of your account.',
    rule: 'Rule for mails',
    ruleLead:
      'How mails come to people who have not chosen, and when the mail of the day is sent. Those who have chosen keep their way.',
    ruleStaff: 'Staff of the city and the centre',
    ruleReviewer: 'Committee members',
    ruleOthers: 'People of groups and residents',
    hour: 'Hour of the mail of the day (Japan time)',
    hourOption: (hour: number) => `${hour}:00`,
    days: 'Days of the mail of the day',
    dayOptions: { business: 'Working days of the city hall', every: 'Every day' },
    ruleSave: 'Save the rule',
  },
})

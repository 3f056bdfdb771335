import { defineSentences } from '#web/sentences.ts'

/** Words of the second step of signing in. */
export const secondFactorSentences = defineSentences({
  ja: {
    title: '確認コードの入力',
    lead: 'スマートフォンなどの認証アプリを開き、「つなぐ」の6桁の数字を記入してください。',
    code: '確認コード',
    codeHint: '6桁の数字。30秒ごとに変わります。',
    button: '確認する',
    lost: '端末をなくした、アプリを消したとき',
    lostHelp:
      '市の管理者が登録を取り消せます。下のお問い合わせ先にご連絡ください。本人であることを確かめたうえで取り消します。その後、もう一度ログインして新しい端末で登録できます。',
    otherPerson: '別の人としてログインする',
    enrolTitle: '二段階認証の登録',
    enrolLead:
      'パスワードのほかに、お手元の端末に出る数字でも本人を確かめます。パスワードを知られても、ほかの人は入れません。',
    requiredLead:
      'この市では、職員と審査委員の方に二段階認証をお願いしています。登録が終わると、仕事のページに進めます。',
    steps: {
      app: '認証アプリを用意する',
      appText:
        'スマートフォンの認証アプリ（Google Authenticator、Microsoft Authenticator、パスワード管理アプリなど）が使えます。入っていないときは、アプリの店で「認証アプリ」をさがして入れてください。',
      key: '「つなぐ」を登録する',
      keyText: 'アプリで「追加」を選び、次の四角いコードを読み取ります。',
      keyByHand: '読み取れないとき：鍵を手で入れる',
      keyByHandText:
        'アプリの「セットアップキーを入力」を選び、次の文字を入れてください（空白は不要、種類は「時間ベース」）。',
      confirm: '出てきた数字を記入する',
    },
    squareCode: '認証アプリに登録するための四角いコード',
    begin: '登録を始める',
    beginAgain: '新しい鍵でやり直す',
    confirmButton: '登録を終える',
    notNow: 'あとにする',
    keyLost:
      'この端末の登録を、システムの側で確かめられなくなっています。コードのまちがいではありません。市の管理者に、二段階認証の登録の取り消しを頼んでください。',
    alreadyOn: '二段階認証は、すでに始まっています。',
    off: '二段階認証をやめる',
    offLead: 'やめるには、今の確認コードを記入してください。',
    offButton: 'やめる',
    offRefused: 'この市では、職員と審査委員の方は二段階認証をやめられません。',
  },
  en: {
    title: 'Enter your code',
    lead: 'Please open the authenticator app on your phone and enter its six digits for Tsunagu.',
    code: 'Code',
    codeHint: 'Six digits; they change every 30 seconds.',
    button: 'Continue',
    lost: 'Lost your device or removed the app?',
    lostHelp:
      'The administrator of the city can reset it. Please contact the office named below; after making sure that it is you, they reset it, and you can sign in and set up your new device.',
    otherPerson: 'Sign in as somebody else',
    enrolTitle: 'Set up two-step sign-in',
    enrolLead:
      'Besides your password, a number shown by your own device proves that it is you. Nobody who learns your password can get in.',
    requiredLead:
      'In this city staff and committee members need two-step sign-in. Once it is set up you can go on to your work.',
    steps: {
      app: 'Get an authenticator app',
      appText:
        'Any authenticator app will do (Google Authenticator, Microsoft Authenticator, a password manager …). If you have none, look for “authenticator” where your phone gets its apps.',
      key: 'Add Tsunagu to it',
      keyText: 'Choose “add” in the app and scan this code.',
      keyByHand: 'Cannot scan it? Enter the key by hand',
      keyByHandText:
        'Choose “enter a setup key” in the app and type these letters (without spaces; type “time based”).',
      confirm: 'Enter the number it shows',
    },
    squareCode: 'Square code for your authenticator app',
    begin: 'Begin',
    beginAgain: 'Start again with a new key',
    confirmButton: 'Finish',
    notNow: 'Later',
    keyLost:
      'The registration of your device cannot be checked here any more; your code is not at fault. Please ask the administrator of the city to reset your two-step sign-in.',
    alreadyOn: 'Two-step sign-in is already on.',
    off: 'Turn two-step sign-in off',
    offLead: 'To turn it off, please enter your present code.',
    offButton: 'Turn off',
    offRefused: 'In this city staff and committee members cannot turn two-step sign-in off.',
  },
})

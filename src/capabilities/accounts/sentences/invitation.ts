import { defineSentences } from '#web/sentences.ts'

/** Words of the page behind an invitation's link. */
export const invitationSentences = defineSentences({
  ja: {
    title: '招待',
    invitedTo: (what: string) => `「${what}」への招待`,
    lead: (by: string) => `${by}さんから招待が届いています。`,
    what: '招待の内容',
    where: '市',
    to: 'あて先',
    until: '期限',
    accept: '招待を受ける',
    acceptLead:
      'ボタンを押すと、すぐに使えるようになります。受けないときは、何もしなくてかまいません。',
    signInFirst: '受けるには、ログインが必要です',
    signInHelp: (email: string) =>
      `招待の届いたアドレス（${email}）でログインしてください。はじめての方は、同じアドレスで利用登録をすると、この画面に戻れます。`,
    signIn: 'ログインして受ける',
    signUp: 'はじめての方：利用登録',
    otherTitle: '別のメールアドレスあての招待です',
    otherHelp: (email: string) =>
      `この招待は ${email} あてです。そのアドレスのアカウントでログインし直してください。アドレスが変わったときは、招待した人に、新しいアドレスへ送り直してもらってください。`,
    signInAsOther: 'ログアウトして、別の人として入る',
    expired: '招待の期限が切れています',
    expiredHelp: (by: string) =>
      `招待の期限は14日です。${by}さんに、もう一度招待を送るよう頼んでください。`,
    withdrawn: 'この招待は取り消されました',
    withdrawnHelp: (by: string) =>
      `招待は取り消されたか、新しい招待に替わりました。新しいメールが届いていないか確かめ、届いていないときは ${by}さんにお尋ねください。`,
    accepted: 'この招待は、すでに使われています',
    acceptedHelp:
      '招待は一度だけ使えます。あなたが受けたのなら、もう手続きは終わっています。マイページから進んでください。',
    unknown: 'この招待は見つかりません',
    unknownHelp:
      'リンクが途中で切れているかもしれません。メールのリンクを、はじめから終わりまで写して開いてください。それでも開けないときは、招待した人に送り直してもらってください。',
    already: 'すでにこの団体の会員です',
    alreadyHelp:
      'あなたは、もうこの団体に入っています。役割を変えたいときは、代表者に頼んでください。',
    'place-taken': 'この団体には、すでに代表者がいます',
    'place-takenHelp': '代表者は一人です。代表者の引継ぎは、今の代表者が団体の画面から始めます。',
    toMe: 'マイページへ',
    toHome: '市のホームへ',
  },
  en: {
    title: 'Invitation',
    invitedTo: (what: string) => `Invitation: ${what}`,
    lead: (by: string) => `${by} has invited you.`,
    what: 'To what',
    where: 'City',
    to: 'For',
    until: 'Until',
    accept: 'Accept',
    acceptLead:
      'Press the button and you can start at once. If you do not want to, there is nothing to do.',
    signInFirst: 'Please sign in to accept',
    signInHelp: (email: string) =>
      `Sign in with the address the invitation went to (${email}). If you are new, sign up with the same address and you will come back here.`,
    signIn: 'Sign in and accept',
    signUp: 'New here: sign up',
    otherTitle: 'This invitation is for another address',
    otherHelp: (email: string) =>
      `It is for ${email}. Please sign in with the account of that address. If your address has changed, ask for a new invitation to the new one.`,
    signInAsOther: 'Sign out and enter as somebody else',
    expired: 'This invitation has expired',
    expiredHelp: (by: string) =>
      `Invitations are good for 14 days. Please ask ${by} to send another one.`,
    withdrawn: 'This invitation was withdrawn',
    withdrawnHelp: (by: string) =>
      `It was withdrawn, or a newer one has taken its place. Look for a newer mail, or ask ${by}.`,
    accepted: 'This invitation has been used',
    acceptedHelp:
      'An invitation works once. If it was you who accepted it, you are done: go on from your page.',
    unknown: 'There is no such invitation',
    unknownHelp:
      'The link may have been cut. Please open it from the mail from beginning to end, or ask for a new invitation.',
    already: 'You are already a member',
    alreadyHelp:
      'You are in this group already. To get another place, please ask its representative.',
    'place-taken': 'This group has a representative',
    'place-takenHelp':
      'There is only one. The representative of now begins a hand-over on the page of the group.',
    toMe: 'To my page',
    toHome: 'To the city’s home',
  },
})

import { defineSentences } from '#web/sentences.ts'

/** Words around any configured form. */
export const sentences = defineSentences({
  ja: {
    yes: 'はい',
    no: 'いいえ',
    agreed: '同意しました',
    visibility: '公開のしかた',
    visibilityHint: 'この項目をだれに見せるかを選べます。',
    public: '公開する',
    partial: '関係者だけに見せる',
    partialHint: '関係者は、この団体の人と、手続きを受け持つ市・センターの職員です。',
    private: '公開しない（職員だけが見ます）',
    publicAfter: {
      sent: (names: string) => `送ると、次の項目がだれでも見られるようになります：${names}`,
      accepted: (names: string) =>
        `市が確認すると、次の項目がだれでも見られるようになります：${names}`,
    },
    publicNothing: '送った内容は公開されません。',
    isPublic: '公開',
    notAnswered: '（記入なし）',
    total: '合計',
    saveDraft: '下書きを保存する',
    byHand: {
      choose: (paper: string) => `「${paper}」は、窓口で渡す`,
      chosen: '窓口で渡します',
      title: '窓口で受け取る書類',
      toCome: 'まだ受け取っていません',
      received: '受け取りました',
      receive: (paper: string) => `「${paper}」を受け取った`,
    },
    kept: 'このサイトにあるものを、送った日の内容で出しました',
    files: 'ファイル',
    fileKinds: 'PDF・Word・Excel・写真（JPEG・PNG）など',
    fileSize: '10MB',
    clashTitle: 'ほかの人が同じ欄を書き換えていました',
    clashText:
      'あなたが書いた文はこの画面に残っています。まだ保存はしていません。次は、ほかの人が保存した内容です。',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    agreed: 'Agreed',
    visibility: 'Who may see this',
    visibilityHint: 'You can choose who sees this answer.',
    public: 'Everyone',
    partial: 'Only those involved',
    partialHint:
      'The members of this group, and the staff of city and centre who handle the matter.',
    private: 'Nobody but staff',
    publicAfter: {
      sent: (names: string) => `After sending, everyone can read: ${names}`,
      accepted: (names: string) => `Once the city has accepted it, everyone can read: ${names}`,
    },
    publicNothing: 'What you send is not made public.',
    isPublic: 'Public',
    notAnswered: '(not answered)',
    total: 'Total',
    saveDraft: 'Save as draft',
    byHand: {
      choose: (paper: string) => `I bring “${paper}” to the counter`,
      chosen: 'Brought to the counter',
      title: 'Papers to be received at the counter',
      toCome: 'Not received yet',
      received: 'Received',
      receive: (paper: string) => `“${paper}” was received`,
    },
    kept: 'As this site kept it on the day of sending',
    files: 'Files',
    fileKinds: 'PDF, Word, Excel, photos (JPEG, PNG) and the like',
    fileSize: '10 MB',
    clashTitle: 'Somebody else changed the same fields',
    clashText:
      'Your text is still on this page; it has not been saved yet. This is what the other person saved.',
  },
})

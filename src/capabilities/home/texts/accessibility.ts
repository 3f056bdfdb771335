import type { PageTexts } from './text.ts'

/** アクセシビリティ方針: what is aimed at, how it is tested, whom to tell. */
export const accessibilityTexts: PageTexts = {
  ja: ({ city, office, phone, email }) => ({
    title: 'アクセシビリティ',
    lead: `${city}の「つなぐ」は、年齢や障害の有無、使う端末にかかわらず、だれもが同じ手続きをできることを目指しています。`,
    sections: [
      {
        id: 'aim',
        title: '目標',
        blocks: [
          {
            p: '日本産業規格 JIS X 8341-3:2016 の適合レベル AA に準拠し、WCAG 2.2 のレベル AA も満たすことを目標にしています。対象は、このサイトのすべてのページと、ここで作る通知書（PDF）です。',
          },
        ],
      },
      {
        id: 'how',
        title: '工夫していること',
        blocks: [
          {
            points: [
              'キーボードだけで、すべての手続きができます。今いる場所は、太い枠で示します。',
              '音声読み上げで、見出し・項目名・まちがいの知らせが順に読まれます。',
              '画面を200％に拡大しても、幅320ピクセルの小さな画面でも、横に動かさずに読めます。',
              '色だけで意味を伝えません。文字と背景の明るさの差は 4.5：1 以上です。',
              'まちがいは、どこをどう直すかを言葉で知らせ、書いたものは消えません。',
              '時間制限のある入力はありません。動きや点滅もありません。',
              'スクリプト（JavaScript）が動かない端末でも、すべての手続きができます。',
              '通知書の PDF には、読み上げのための構造（タグ）を付けています。',
            ],
          },
        ],
      },
      {
        id: 'tested',
        title: '確かめ方',
        blocks: [
          {
            points: [
              '新しい版を作るたびに、だれでも見られる主なページを、日本語と英語、幅320・768・1280ピクセルの画面で、自動検査（axe）にかけます。',
              '申請・審査・協定・評価などの手続きの画面も、はじめから終わりまでたどりながら、スマートフォンの幅で同じ検査をします。問題が一つでもあれば、直してから公開します。',
              'ページの構造（見出し・項目名・参照）は、別の自動検査でも確かめています。',
              '自動では見つけられないことがあります。お気づきの点を、どうぞお知らせください。',
            ],
          },
        ],
      },
      {
        id: 'limits',
        title: 'わかっている課題',
        blocks: [
          {
            points: [
              '団体や市民の方が付けた PDF・写真・文書には、読み上げに対応していないものがあります。必要な方には、担当が内容をお伝えします。',
              '大きな表は、小さな画面では表の中だけが横に動きます。',
            ],
          },
        ],
      },
      {
        id: 'tell',
        title: 'お困りのときは',
        blocks: [
          {
            p: `${city} ${office}${phone ? `（電話 ${phone}）` : ''}${email ? `（メール ${email}）` : ''}にお知らせください。使いにくいページの名前かアドレスと、お使いの端末を教えてくださると助かります。電話・窓口・郵送でも、同じ手続きができます。`,
          },
        ],
      },
    ],
  }),
  en: ({ city, office, phone, email }) => ({
    title: 'Accessibility',
    lead: `Tsunagu of ${city} wants everybody to be able to do the same, whatever their age, abilities or device.`,
    sections: [
      {
        id: 'aim',
        title: 'What we aim at',
        blocks: [
          {
            p: 'Level AA of the Japanese standard JIS X 8341-3:2016 and of WCAG 2.2, for every page of this site and for the letters (PDF) it makes.',
          },
        ],
      },
      {
        id: 'how',
        title: 'What we do for it',
        blocks: [
          {
            points: [
              'Everything works with the keyboard alone; a thick frame shows where you are.',
              'Screen readers read headings, labels and error messages in order.',
              'At 200 % zoom and on screens 320 pixels wide nothing has to be moved sideways.',
              'Colour is never the only sign; contrast is at least 4.5:1.',
              'Errors tell where and how to mend; what you typed stays.',
              'No time limits, nothing moves or flashes.',
              'Everything works without JavaScript.',
              'The PDF letters carry tags for screen readers.',
            ],
          },
        ],
      },
      {
        id: 'tested',
        title: 'How it is tested',
        blocks: [
          {
            points: [
              'For each new version the main public pages are checked automatically (axe) in both languages, 320, 768 and 1280 pixels wide.',
              'The pages of the procedures (registration, proposal, review, agreement, evaluation) are checked in the same way at the width of a telephone while a test walks through them from beginning to end. A single finding is mended before the version is published.',
              'Another automatic check looks at the structure: headings, labels, references.',
              'Machines do not find everything. Please tell us what you notice.',
            ],
          },
        ],
      },
      {
        id: 'limits',
        title: 'Known limits',
        blocks: [
          {
            points: [
              'PDFs, photos and documents that people attach may not be readable aloud. We will tell you what they say.',
              'On small screens wide tables move sideways within their frame.',
            ],
          },
        ],
      },
      {
        id: 'tell',
        title: 'If something is hard to use',
        blocks: [
          {
            p: `Please tell ${office}, ${city}${phone ? ` (telephone ${phone})` : ''}${email ? ` (${email})` : ''}: which page, and which device you use. You can also do everything by telephone, at the counter or by post.`,
          },
        ],
      },
    ],
  }),
}

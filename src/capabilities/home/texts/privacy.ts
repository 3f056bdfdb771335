import type { PageTexts } from './text.ts'

/** 個人情報の取り扱い: what is kept, why, who sees it, how long, and what one can ask for. */
export const privacyTexts: PageTexts = {
  ja: ({ city, office, centre, phone, email }) => ({
    title: '個人情報の取り扱い',
    lead: `${city}は、個人情報の保護に関する法律にもとづき、「つなぐ」でお預かりする情報を次のように取り扱います。`,
    sections: [
      {
        id: 'what',
        title: 'お預かりする情報',
        blocks: [
          {
            points: [
              '利用登録：お名前、フリガナ（任意）、メールアドレス、パスワード（元にもどせない形で保存）、お知らせのことば。',
              '団体の登録・提案・報告：様式に書かれた内容と添付ファイル。',
              '地域の課題：書かれた内容、場所、写真、送った人のお名前（公開しません）。',
              '手続きの記録：だれが、いつ、どの役割で、何を、なぜ行ったか。',
              'ログインの有効時間が切れた後に送られた様式：書かれた内容（ファイルとパスワードは残しません）。書いた人だけが見られます。',
              'お送りしたメール：あて先と件名。本文は、送り終えると消します。',
              '安全のための記録：ログインの失敗（メールアドレスと接続元）、通信の記録。',
            ],
          },
        ],
      },
      {
        id: 'why',
        title: '使う目的',
        blocks: [
          {
            points: [
              '登録・提案・審査・協定・報告・評価の手続きと、その連絡のため。',
              '公開すると示した内容を、名簿や事業の紹介として公開するため。',
              '統計を作るため（個人がわからない形にします）。',
              '不正な利用を防ぐため。',
            ],
          },
          { p: 'これ以外の目的には使いません。広告や、利用者の行動を追う仕組みは入れていません。' },
        ],
      },
      {
        id: 'public',
        title: '公開されるもの・されないもの',
        blocks: [
          {
            p: '様式の項目ごとに「公開」「関係者だけ」「非公開」が決まっていて、記入の画面に示しています。選べる項目は、記入する方が選びます。',
          },
          {
            points: [
              '課題を伝えた人のお名前と連絡先は公開しません。公開の前に、職員が個人の情報がないかを確かめます。',
              '写真は、撮影した場所や機種の情報を消してから保存します。',
              '手続きの経過を公開するときは、役割だけを示し、お名前は出しません。',
            ],
          },
        ],
      },
      {
        id: 'who',
        title: '見ることができる人',
        blocks: [
          {
            points: [
              '団体の情報：その団体の会員。',
              `${centre}：登録の確認、課題の確認、相談に必要なものだけ。審査の評点や金額は見られません。`,
              '協働担当課・担当課：受け持つ手続きに必要なもの。',
              '審査委員：割り当てられ、利害関係のない提案だけ。',
              'ほかの市の職員や利用者は、公開されたもの以外を見ることができません。',
            ],
          },
        ],
      },
      {
        id: 'how-long',
        title: '保存する期間',
        blocks: [
          {
            points: [
              '手続きの書類と記録は、市の文書の保存期間に従います。',
              'ログインの状態は、市民の方は14日、職員・審査委員は12時間で切れます。ログアウトするとすぐに消えます。',
              '使われなかった確認のリンクは、48時間（パスワードの再設定は1時間）で無効になります。',
              'ログインの有効時間が切れた後に送られた様式の内容は、書いた人がもう一度送るまで、長くて1日です。新しいものから5つまで残します。',
              'ログインの失敗の記録（メールアドレスと接続元）は、1日です。',
              'メールのあて先と件名は、送ってから30日です。送れなかったメールは、断られてから90日です（本文は、中のリンクの期限が過ぎると消します）。',
            ],
          },
        ],
      },
      {
        id: 'cookies',
        title: 'クッキー',
        blocks: [
          {
            p: 'ログインを続けるためのもの（session-市名）、ことばの選択（lang）、書きかけの内容を別の人に見せないための目印（writer-市名、30日）の3つだけを使います。ほかの会社のものは使いません。',
          },
        ],
      },
      {
        id: 'rights',
        title: '確かめる・直す・消す',
        blocks: [
          {
            p: 'お名前・ことば・メールアドレス・パスワードは、アカウントの画面でいつでも変えられます。団体からも、ご自分で抜けられます。',
          },
          {
            p: `保有する個人情報の開示・訂正・利用停止の請求、アカウントの削除の申し出は、${city} ${office}${phone ? `（電話 ${phone}）` : ''}${email ? `（メール ${email}）` : ''}で受け付けます。`,
          },
        ],
      },
    ],
  }),
  en: ({ city, office, centre, phone, email }) => ({
    title: 'Personal information',
    lead: `${city} handles what you entrust to Tsunagu under Japan’s Act on the Protection of Personal Information, as follows.`,
    sections: [
      {
        id: 'what',
        title: 'What is kept',
        blocks: [
          {
            points: [
              'Accounts: name, its reading (optional), e-mail address, password (in a form that cannot be turned back), language.',
              'Registrations, proposals, reports: what is written in the forms, and attached files.',
              'Local issues: text, place, photos, and the name of the sender (not published).',
              'Procedures: who did what, when, in which role, and why.',
              'Forms that were sent after a session had ended: what you wrote (no files, no passwords). Only you can see it.',
              'Mails to you: address and subject. The text is removed once the mail has been sent.',
              'For safety: failed sign-ins (address and network) and connection logs.',
            ],
          },
        ],
      },
      {
        id: 'why',
        title: 'What it is used for',
        blocks: [
          {
            points: [
              'Registration, proposals, reviews, agreements, reports, evaluation, and writing to you about them.',
              'Publishing what is marked as public, in the directory and on the pages of projects.',
              'Statistics in which nobody can be recognised.',
              'Preventing abuse.',
            ],
          },
          { p: 'Nothing else. There is no advertising and nothing that follows you around.' },
        ],
      },
      {
        id: 'public',
        title: 'What is public and what is not',
        blocks: [
          {
            p: 'Each field of a form is public, for the parties, or not public; the form shows which. Where there is a choice, it is yours.',
          },
          {
            points: [
              'The name and address of who raised an issue are not published; staff look for personal details before publication.',
              'Place and camera data are taken out of photos before they are kept.',
              'Public histories show roles, never names.',
            ],
          },
        ],
      },
      {
        id: 'who',
        title: 'Who can see it',
        blocks: [
          {
            points: [
              'A group’s information: its members.',
              `${centre}: what it needs to check registrations and issues and to advise; no scores, no amounts under review.`,
              'Office and departments: what their part of a procedure needs.',
              'Committee members: the proposals assigned to them in which they have no interest.',
              'Staff and users of other cities see nothing but what is public.',
            ],
          },
        ],
      },
      {
        id: 'how-long',
        title: 'How long',
        blocks: [
          {
            points: [
              'Papers and records of procedures: as long as the city’s rules for documents say.',
              'Sessions end after 14 days (residents) or 12 hours (staff, committee), and at once when you sign out.',
              'Unused links end after 48 hours (new passwords: one hour).',
              'What you sent in a form after your session had ended: until you send it again, at most one day, and the newest five at most.',
              'Failed sign-ins (address and network): one day.',
              'Address and subject of mails: 30 days after sending; mails that could not be sent, 90 days after they were refused (their text goes when a link in it ends).',
            ],
          },
        ],
      },
      {
        id: 'cookies',
        title: 'Cookies',
        blocks: [
          {
            p: 'Only three: one that keeps you signed in (session-city), one for the language (lang), and one that keeps what you were writing from being shown to somebody else on the same device (writer-city, 30 days). None of other companies.',
          },
        ],
      },
      {
        id: 'rights',
        title: 'Seeing, mending, deleting',
        blocks: [
          {
            p: 'You can change name, language, address and password in your account at any time, and leave groups yourself.',
          },
          {
            p: `To ask for disclosure, correction or the end of use of your data, or to have your account deleted, contact ${office}, ${city}${phone ? ` (telephone ${phone})` : ''}${email ? ` (${email})` : ''}.`,
          },
        ],
      },
    ],
  }),
}

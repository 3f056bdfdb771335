import type { PageTexts } from './text.ts'

/** 利用規約. */
export const termsTexts: PageTexts = {
  ja: ({ city, office, licence, slug }) => ({
    title: '利用規約',
    lead: `${city}が運営する「つなぐ」を、みなさんが気持ちよく使うための決まりです。利用登録をすると、この規約に同意したことになります。`,
    sections: [
      {
        id: 'who',
        title: '使える人',
        blocks: [
          {
            p: '見ることは、だれでもできます。利用登録は、市内に住む・働く・学ぶ・活動する・事業を行う方ができます。年齢の制限はありませんが、18歳未満の方が団体を代表するときは、保護者の同意が必要です。',
          },
        ],
      },
      {
        id: 'account',
        title: 'アカウント',
        blocks: [
          {
            points: [
              '一人が一つのアカウントを使います。ほかの人に貸したり、いっしょに使ったりしないでください。',
              'お名前とメールアドレスは、正しいものを登録してください。',
              '知らないうちに使われたと思われるときは、すぐにパスワードを変え、市に知らせてください。',
              'この規約に反したときは、市がアカウントを止めることがあります。そのときは、理由をお伝えします。',
            ],
          },
        ],
      },
      {
        id: 'posts',
        title: '書くとき・送るとき',
        blocks: [
          {
            p: '次のものは送らないでください。公開の前や後に、職員が直しをお願いしたり、取り下げたりすることがあります。',
          },
          {
            points: [
              'ほかの人の名前・住所・顔など、個人がわかるもの（本人の同意がある場合を除く）。',
              '人をおとしめるもの、差別するもの、うそとわかっているもの。',
              '営利・宗教・政治活動（特定の候補者や政党の支持・反対）を主な目的とするもの。',
              '他人の著作物を、許しなく写したもの。',
              '仕組みを壊したり、ほかの人の利用をじゃましたりするもの。',
            ],
          },
        ],
      },
      {
        id: 'rights',
        title: '書いたものの権利',
        blocks: [
          {
            p: '書いたものの著作権は、書いた人・団体に残ります。「公開」の項目は、市がこのサイトと市の広報で、無償で紹介できるものとします。',
          },
          { p: `市が作った統計などのオープンデータは、${licence} で、だれでも使えます。` },
          { ways: [{ label: 'オープンデータ', href: `/${slug}/open-data` }] },
        ],
      },
      {
        id: 'procedures',
        title: '手続きの効力',
        blocks: [
          {
            points: [
              '受付の日時は、市の機械に届いた時刻です。締切の時刻を過ぎると送れません。余裕をもってお送りください。',
              '市の機械の不具合で送れなかったときは、市が期限をのばすなどの対応をします。',
              '窓口・郵送・電話で出したものも、同じ効力があります。',
              '計画・統計・事業の内容は、もとの文書が正式なものです。もとの文書にある食い違いは、そのまま示し、注意を付けています。',
            ],
          },
        ],
      },
      {
        id: 'care',
        title: 'お願いとおことわり',
        blocks: [
          {
            points: [
              '団体の活動への参加や、団体どうしの約束は、当事者の責任で行ってください。市は、団体の活動の内容を保証するものではありません。',
              '整備のため、予告なくサイトを止めることがあります。',
              '規約を変えるときは、このサイトで事前にお知らせします。',
            ],
          },
          { p: `問い合わせ：${city} ${office}` },
        ],
      },
    ],
  }),
  en: ({ city, office, licence, slug }) => ({
    title: 'Terms of use',
    lead: `The rules of Tsunagu, run by ${city}, so that everybody likes to use it. By signing up you accept them. The Japanese text is the binding one.`,
    sections: [
      {
        id: 'who',
        title: 'Who can use it',
        blocks: [
          {
            p: 'Everybody can look. Accounts are for people who live, work, study, are active or do business in the city. There is no age limit; people under 18 who represent a group need the consent of a parent.',
          },
        ],
      },
      {
        id: 'account',
        title: 'Accounts',
        blocks: [
          {
            points: [
              'One person, one account. Do not lend or share it.',
              'Sign up with your true name and address.',
              'If you think that somebody else has used it, change the password at once and tell the city.',
              'The city may disable accounts that break these terms, and tells why.',
            ],
          },
        ],
      },
      {
        id: 'posts',
        title: 'What you write and send',
        blocks: [
          {
            p: 'Please do not send the following. Staff may ask you to change it or take it down, before or after publication.',
          },
          {
            points: [
              'Names, addresses or faces of others, unless they agree.',
              'Insults, discrimination, known untruths.',
              'Texts whose main purpose is business, religion, or support of or opposition to parties and candidates.',
              'Works of others copied without permission.',
              'Anything that harms the system or hinders others.',
            ],
          },
        ],
      },
      {
        id: 'rights',
        title: 'Rights in what you write',
        blocks: [
          {
            p: 'Copyright stays with you or your group. The city may show what is marked as public on this site and in its own publications, free of charge.',
          },
          { p: `Open data of the city may be used by everybody under ${licence}.` },
          { ways: [{ label: 'Open data', href: `/${slug}/open-data` }] },
        ],
      },
      {
        id: 'procedures',
        title: 'Procedures',
        blocks: [
          {
            points: [
              'What counts is when it reaches the city’s computer. After the closing time nothing can be sent, so please do it early.',
              'If the city’s own computer fails, the city extends the deadline or finds another way.',
              'What is brought to the counter, posted or telephoned counts the same.',
              'For plans, figures and projects the original documents are binding. Contradictions in them are shown as printed, with a note.',
            ],
          },
        ],
      },
      {
        id: 'care',
        title: 'Please note',
        blocks: [
          {
            points: [
              'Taking part in a group, and agreements between groups, are up to those concerned; the city does not vouch for what groups do.',
              'The site may be closed for service without notice.',
              'Changes of these terms are announced on this site beforehand.',
            ],
          },
          { p: `Contact: ${office}, ${city}` },
        ],
      },
    ],
  }),
}

import { defineSentences } from '../sentences.ts'

/** What a page that could not be shown says: what happened, and what one can do now. */
export const problemSentences = defineSentences({
  ja: {
    waysOn: 'ここからできること',
    home: 'ホームにもどる',
    search: 'サイト内をさがす',
    contact: '担当課に問い合わせる',
    signIn: '別の人としてログインする',
    again: 'もう一度ためす',
    number: (id: string) => `お問い合わせのときは、受付番号 ${id} をお伝えください。`,
    400: {
      title: '送られた内容を読み取れませんでした',
      text: '通信が途中で切れた可能性があります。前の画面にもどり、もう一度お送りください。',
    },
    403: {
      title: 'このページを見ることができません',
      text: 'ここは、役割や担当の決まった方だけのページです。見る必要があるときは、担当課にお知らせください。',
    },
    404: {
      title: 'ページが見つかりません',
      text: 'アドレスが変わったか、公開が終わった可能性があります。',
    },
    413: {
      title: 'ファイルが大きすぎます',
      text: '一度に送れるのは全部で30MBまでです。前の画面にもどり、ファイルを分けるか小さくしてからお送りください。',
    },
    422: {
      title: '送られた内容を受け付けられませんでした',
      text: '前の画面にもどり、内容をたしかめてからもう一度お送りください。',
    },
    429: {
      title: '少し時間をおいてください',
      text: '短い間に何度も送られたため、いったん止めています。1分ほどたってからもう一度おためしください。書いた内容は前の画面に残っています。',
    },
    500: {
      title: 'うまく表示できませんでした',
      text: 'こちらの不具合です。申し訳ありません。途中まで送られた内容が、半分だけ記録されることはありません。時間をおいてもう一度おためしください。',
    },
    503: {
      title: 'ただいま混み合っているか、整備中です',
      text: '数分たってからもう一度おためしください。書いた内容は前の画面に残っています。',
    },
    reasons: {
      origin:
        'ほかのサイトから送られた可能性があるため、受け付けませんでした。このサイトの画面から、もう一度お送りください。',
      'sent-before':
        '同じ画面から、ちがう内容がすでに送られています。最初に送った内容をたしかめてから、画面を開き直してください。',
      'not-now':
        'この手続きは、今はできません。すでに次の段階に進んだか、まだその時期になっていません。前の画面を開き直して、今の段階をたしかめてください。',
    },
  },
  en: {
    waysOn: 'What you can do now',
    home: 'Go to the home page',
    search: 'Search this site',
    contact: 'Contact the office',
    signIn: 'Sign in as somebody else',
    again: 'Try again',
    number: (id: string) => `If you contact us, please mention the number ${id}.`,
    400: {
      title: 'We could not read what was sent',
      text: 'The connection may have been cut. Please go back and send it again.',
    },
    403: {
      title: 'This page is not open to you',
      text: 'It is only for people with certain duties. If you need to see it, please tell the office.',
    },
    404: {
      title: 'Page not found',
      text: 'Its address may have changed, or it may no longer be public.',
    },
    413: {
      title: 'The files are too large',
      text: 'Up to 30 MB can be sent at once. Please go back and send fewer or smaller files.',
    },
    422: {
      title: 'We could not accept what was sent',
      text: 'Please go back, check it, and send it again.',
    },
    429: {
      title: 'Please wait a moment',
      text: 'Too much was sent in a short time, so we paused. Try again in about a minute. What you wrote is still on the previous page.',
    },
    500: {
      title: 'Something went wrong on our side',
      text: 'We are sorry. Nothing is ever recorded by halves. Please try again in a while.',
    },
    503: {
      title: 'The site is busy or being serviced',
      text: 'Please try again in a few minutes. What you wrote is still on the previous page.',
    },
    reasons: {
      origin:
        'It may have been sent from another site, so we did not accept it. Please send it again from a page of this site.',
      'sent-before':
        'Something else was already sent from the same page. Check what you sent first, then open the page again.',
      'not-now':
        'This step cannot be taken now: the matter has moved on, or it is too early. Please open the previous page again to see how far it is.',
    },
  },
})

import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { AddProblem } from './actions/photos.ts'
import type { Part, PartKind } from './moderation.ts'
import type { OfferAnswer } from './offer.ts'
import { photoLimits } from './photo.ts'

/** What was done to a group's page, as its history tells it. */
export const deeds = {
  publish: both('紹介を公開しました', 'The introduction was published'),
  withdraw: both('紹介の公開を取りやめました', 'The introduction was taken back'),
  addPhoto: both('写真を加えました', 'A photo was added'),
  changePhotos: both('写真を整えました', 'Photos were rearranged'),
  publishNews: both('お知らせを公開しました', 'News was published'),
  removeNews: both('お知らせを取り下げました', 'News was taken off'),
  publishOffer: both(
    '「できること・ほしいこと」を公開しました',
    'An offer or a want was published',
  ),
  closeOffer: both('「できること・ほしいこと」を終えました', 'An offer or a want was closed'),
  addPaper: both('資料を加えました', 'A paper was added'),
  changePapers: both('資料を整えました', 'Papers were rearranged'),
} as const

const parts: Readonly<Record<PartKind, Bilingual>> = {
  introduction: both('団体の紹介', 'the introduction'),
  photo: both('写真', 'a photo'),
  news: both('お知らせ', 'news'),
  offer: both('できること・ほしいこと', 'an offer or a want'),
  paper: both('資料', 'a paper'),
}

/** A part of the page by its kind and its name. */
export const partTitle = ({ kind, title }: Pick<Part, 'kind' | 'title'>): Bilingual =>
  title === '' ? parts[kind] : both(`${parts[kind].ja}「${title}」`, `${parts[kind].en} “${title}”`)

export const taskTitles = {
  mend: (part: Bilingual) =>
    both(
      `掲載が止まっています。直してください：${part.ja}`,
      `Out of sight, please mend: ${part.en}`,
    ),
  check: (part: Bilingual) =>
    both(`直したものを確かめる：${part.ja}`, `Check what was mended: ${part.en}`),
  settle: both('通報された会話を確かめる', 'Look at a reported conversation'),
  readAnswer: ({ authorName, offerId }: Pick<OfferAnswer, 'authorName' | 'offerId'>) =>
    offerId === null
      ? both(`${authorName}さんからの問い合わせに答える`, `Answer the question of ${authorName}`)
      : both(`${authorName}さんからの返事を読む`, `Read what ${authorName} answered`),
  readReply: ({ groupName }: Pick<OfferAnswer, 'groupName'>) =>
    both(`${groupName}からの返信を読む`, `Read what ${groupName} wrote`),
  hideTold: (part: Bilingual) =>
    both(`掲載を止めました：${part.ja}`, `Taken out of sight: ${part.en}`),
  mendTold: (part: Bilingual) => both(`直しました：${part.ja}`, `Mended: ${part.en}`),
  showTold: (part: Bilingual) =>
    both(`もう一度掲載しました：${part.ja}`, `Shown again: ${part.en}`),
} as const

/** Why a photo was not taken, and what to do. */
export const photoProblems: Readonly<Record<AddProblem, Bilingual>> = {
  'too-large': both(
    '写真が大きすぎます。10MBまでの写真を選んでください。',
    'The photo is too large. Please choose one of up to 10 MB.',
  ),
  'too-many-pixels': both(
    '写真の縦横が大きすぎます。6,000万画素までに縮めてから選んでください。',
    'The photo has too many pixels. Please make it smaller than 60 million pixels.',
  ),
  'too-small': both(
    `写真が小さすぎて、ぼやけてしまいます。短いほうの辺が${photoLimits.side}ピクセルより大きい写真を選んでください。`,
    `The photo is too small and would be blurred. Please choose one with at least ${photoLimits.side} pixels on its shorter side.`,
  ),
  heic: both(
    'この形式（HEIC）の写真は読めません。スマートフォンの設定で「互換性優先」にするか、JPEGに変えてから選んでください。',
    'Photos of this format (HEIC) cannot be read. Please set the phone’s camera to “most compatible”, or save the photo as JPEG.',
  ),
  kind: both(
    '写真として読めません。JPEG・PNG・WebPの写真を選んでください。',
    'This is not a photo. Please choose a JPEG, PNG or WebP.',
  ),
  broken: both(
    '写真がこわれていて読めません。元の写真をもう一度選ぶか、別の写真にしてください。',
    'The photo is damaged. Please choose the original again, or another photo.',
  ),
  'too-many': both(
    `写真は${photoLimits.perGroup}枚までです。使わない写真を外してから加えてください。`,
    `A group can have ${photoLimits.perGroup} photos. Please take one off first.`,
  ),
  'no-room': both(
    '今日入れられる量をこえました。明日もう一度お試しください。',
    'This is more than can be taken today. Please try again tomorrow.',
  ),
}

export const fieldProblems = {
  photo: both('写真を選んでください。', 'Please choose a photo.'),
  alt: both(
    '写真の説明を記入してください。目の見えない方に読み上げられます。',
    'Please describe the photo. The description is read aloud to people who cannot see it.',
  ),
  altLong: both(
    `写真の説明は${photoLimits.alt}文字までにしてください。`,
    `Please describe the photo in up to ${photoLimits.alt} characters.`,
  ),
  consent: both(
    '写っている方に、公開してよいかを確かめてください。確かめたら印をつけてください。',
    'Please make sure that the people in the photos agree, and tick the box.',
  ),
  clash: both(
    'ほかの方が先に直しました。今の内容を見て、もう一度直してください。',
    'Somebody else changed this first. Please look at what it says now and change it again.',
  ),
  paperKind: both('資料の種類を選んでください。', 'Please choose what kind of paper it is.'),
  paperYear: both('何年度の資料かを選んでください。', 'Please choose its fiscal year.'),
  paperFile: both('ファイルを選んでください。', 'Please choose a file.'),
  body: both('伝えたいことを記入してください。', 'Please write what you would like to say.'),
  bodyLong: both('2,000文字までにしてください。', 'Please use up to 2,000 characters.'),
  tooMany: both(
    '1日に返事を始められる数をこえました。明日もう一度お試しください。お急ぎのときはセンターにお電話ください。',
    'You have answered as many as one can in a day. Please go on tomorrow, or telephone the centre.',
  ),
  tooManyMessages: both(
    'この会話には、今日書ける回数まで書きました。書いた文は、下に残っています。明日また送ってください。お急ぎのときは、センターにお電話ください。',
    'You have written here as often as one can in a day. What you wrote stands below; please send it tomorrow, or telephone the centre if it is urgent.',
  ),
  reason: both('理由を記入してください。', 'Please give the reason.'),
  reasonLong: both('理由は1,000文字までにしてください。', 'Please use up to 1,000 characters.'),
  settlement: both('対応したことを記入してください。', 'Please write what was done.'),
  outcome: both('どうなったかを選んでください。', 'Please choose how it ended.'),
  part: both('どの部分かを選んでください。', 'Please choose a part.'),
  step: both(
    'ほかの方が先に進めました。今の状態を確かめてください。',
    'Somebody else was faster. Please look at how it stands now.',
  ),
} as const

/** Why a file was not taken. */
export const fileTexts = {
  'too-large': both(
    'ファイルが大きすぎます。10MBまでのファイルを選んでください。',
    'The file is too large. Please choose one of up to 10 MB.',
  ),
  'kind-not-taken': both(
    'この種類のファイルは受け取れません。PDF、Word、Excel、PowerPoint、画像を選んでください。',
    'Files of this kind are not taken. Please choose a PDF, Word, Excel, PowerPoint file or an image.',
  ),
  'content-differs': both(
    'ファイルの中身が、名前の種類とちがいます。元のファイルを確かめてください。',
    'The file is not what its name says. Please check the original.',
  ),
  'day-full': photoProblems['no-room'],
  'city-full': both(
    '市全体で入れられる量がいっぱいです。センターにお知らせください。',
    'There is no more room in the city. Please tell the centre.',
  ),
} as const

/** Why a message was not taken, in words. */
export const talkProblem = (refusal: 'too-many' | 'too-many-messages'): Bilingual =>
  refusal === 'too-many' ? fieldProblems.tooMany : fieldProblems.tooManyMessages

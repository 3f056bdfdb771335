import { defineSentences } from '#web/sentences.ts'

type Told = {
  readonly city: string
  readonly call: string
  readonly committee: string
  /** The day the proposal came in, or nothing. */
  readonly submittedOn: string
  readonly replyBy: string
}

/** How a letter begins: the proposal it answers, and whose review it rests on. */
const openingJa = ({ city, call, committee, submittedOn }: Told): string =>
  `　${call}に${submittedOn ? `、${submittedOn}` : ''}提出された下記の提案について、${committee}の審査を踏まえ、${city}は次のとおり決定しましたので、お知らせします。`
const openingEn = ({ city, call, committee, submittedOn }: Told): string =>
  `On the proposal named below${submittedOn ? `, received on ${submittedOn}` : ''} (${call}), ${city} has decided as follows, on the basis of the review by the ${committee}.`

/**
 * The words of decision letters. The note on objections follows 行政不服審査法 第18条・第82条 and
 * 行政事件訴訟法 第14条・第46条.
 */
export const letterTexts = defineSentences({
  ja: {
    title: (programme: string) => `${programme}の審査結果について（通知）`,
    representative: '代表者',
    project: '事業名',
    group: '提案者',
    type: '提案区分',
    receipt: '受付番号',
    department: '担当課',
    result: '審査結果',
    requested: '希望額',
    amount: '決定額（上限）',
    offeredAmount: 'お示しする額（上限）',
    replyBy: '返事の期限',
    total: '総合点',
    totalOf: (printed: string, maximum: string, percent: string) =>
      `${printed}点（${maximum}点満点、得点率${percent}％）`,
    outcomes: {
      selected: '採択',
      conditional: '条件付き採択',
      reserve: '次点',
      not_selected: '不採択',
    },
    body: {
      selected: (told: Told) =>
        `${openingJa(told)}\n\n　この提案を採択します。今後は担当課と話し合い、協定を結ぶための準備を進めてください。`,
      conditional: (told: Told) =>
        `${openingJa(told)}\n\n　この提案を、下記の条件を付けて採択します。条件への対応を担当課と話し合い、協定を結ぶための準備を進めてください。`,
      reserve: (told: Told) =>
        `${openingJa(told)}\n\n　この提案を次点とします。採択された提案の辞退などにより実施をお願いできることになったときは、あらためてお知らせします。`,
      offer: (told: Told) =>
        `${openingJa(told)}\n\n　この提案を次点とし、下記の額で実施できるかをお尋ねします。お受けになるか、辞退されるかを、${told.replyBy}までにご返事ください。期限までにご返事がないときは、辞退として扱うことがあります。`,
      not_selected: (told: Told) =>
        `${openingJa(told)}\n\n　この提案は、採択しないこととしました。地域の課題に向き合い、ご提案をまとめられたことに感謝します。理由を下記に示しますので、今後の活動や次の提案の参考にしてください。`,
      afterReserve: (told: Told) =>
        `${openingJa(told)}\n\n　次点としてお示しした額で実施するとのご返事を受け、この提案を採択します。今後は担当課と話し合い、協定を結ぶための準備を進めてください。`,
    },
    instruction: (city: string, signedBy: string) =>
      `この決定に不服があるときは、決定があったことを知った日の翌日から起算して3か月以内に、${signedBy}に審査請求をすることができます。また、同じ日の翌日から起算して6か月以内に、${city}を被告として（訴訟で${city}を代表する者は${signedBy}となります。）、決定の取消しの訴えを起こすことができます。いずれも、決定の日の翌日から起算して1年を過ぎると、正当な理由がないかぎりできません。審査請求をしたときの訴えの期間は、その裁決があったことを知った日の翌日から起算します。`,
  },
  en: {
    title: (programme: string) => `${programme}: outcome of the review`,
    representative: 'Representative',
    project: 'Project',
    group: 'Proposed by',
    type: 'Kind of proposal',
    receipt: 'Receipt number',
    department: 'Department',
    result: 'Outcome',
    requested: 'Amount requested',
    amount: 'Amount decided (at most)',
    offeredAmount: 'Amount offered (at most)',
    replyBy: 'Please answer by',
    total: 'Total',
    totalOf: (printed: string, maximum: string, percent: string) =>
      `${printed} of ${maximum} points (${percent}%)`,
    outcomes: {
      selected: 'Selected',
      conditional: 'Selected on conditions',
      reserve: 'In reserve',
      not_selected: 'Not selected',
    },
    body: {
      selected: (told: Told) =>
        `${openingEn(told)}\n\nThe proposal is selected. Please talk with the department and prepare the agreement.`,
      conditional: (told: Told) =>
        `${openingEn(told)}\n\nThe proposal is selected on the conditions below. Please talk with the department about them and prepare the agreement.`,
      reserve: (told: Told) =>
        `${openingEn(told)}\n\nThe proposal is put in reserve. We will write again if it can be taken up, for example because a selected one is given up.`,
      offer: (told: Told) =>
        `${openingEn(told)}\n\nThe proposal is put in reserve, and we ask whether you could carry it out with the amount below. Please accept or decline by ${told.replyBy}. Without an answer by then it may be treated as declined.`,
      not_selected: (told: Told) =>
        `${openingEn(told)}\n\nThe proposal is not selected. Thank you for taking up a local issue and writing a proposal. We hope that the reasons below help with your activities and your next proposal.`,
      afterReserve: (told: Told) =>
        `${openingEn(told)}\n\nYou accepted the amount offered to you in reserve, and the proposal is selected. Please talk with the department and prepare the agreement.`,
    },
    instruction: (city: string, signedBy: string) =>
      `You may ask the ${signedBy} to review this decision within three months of the day after you learned of it. You may also bring an action against ${city} (represented by the ${signedBy}) for its revocation within six months of that day. Neither is possible later than one year after the day following the decision, unless there is a good reason. After a request for review, the time for an action runs from the day after you learned of its outcome.`,
  },
})

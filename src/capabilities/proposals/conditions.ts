import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { Problem } from './figures.ts'
import type { ProposalState } from './proposal.ts'

/** Whether the call takes proposals at this moment; one that was called off never will. */
export type CallMoment = 'planned' | 'open' | 'closed' | 'cancelled'

export type ConsultationRule = 'required' | 'recommended' | 'none'
/** How far the group's consultation for this call has come. */
export type ConsultationStage = 'none' | 'asked' | 'held'
/** When a group must be on the city's register: before it sends, together with it, or not at all. */
export type RegistrationRule = 'before' | 'with' | 'none'
/** Whether the group is on the city's register: yes, not yet decided, or no. */
export type RegistrationStage = 'registered' | 'applied' | 'none'

/** Everything outside the form that decides whether a proposal may be sent at this moment. */
export type SendingCase = {
  readonly state: ProposalState
  readonly window: CallMoment
  readonly correctionDue: PlainDate | null
  readonly now: Date
  readonly consultation: { readonly rule: ConsultationRule; readonly stage: ConsultationStage }
  readonly registration: { readonly rule: RegistrationRule; readonly stage: RegistrationStage }
  /** What the rules of the call want in the group's registration and is not there. */
  readonly missing: readonly Bilingual[]
  /** True when the call takes one proposal of each group and another one was sent. */
  readonly anotherSent: boolean
}

/** One condition of sending: met, met with a word of caution, or in the way. */
export type Condition = {
  readonly code:
    | 'window'
    | 'correction'
    | 'registration'
    | 'papers'
    | 'consultation'
    | 'one-proposal'
  readonly level: 'met' | 'caution' | 'unmet'
  readonly text: Bilingual
  /** What can be done about it, where something can. */
  readonly way?: 'other-calls' | 'register' | 'registration' | 'ask' | 'follow-up'
}

const windowTexts: Record<CallMoment, Bilingual> = {
  planned: {
    ja: '募集はまだ始まっていません。下書きは今から書けます。始まったら送ってください。',
    en: 'The call has not opened yet. You can write your draft now and send it once it opens.',
  },
  open: { ja: '募集の期間中です。', en: 'The call is open.' },
  closed: {
    ja: '募集の締切を過ぎたため、送れません。書いた内容は下書きとして残ります。',
    en: 'The call has closed, so this cannot be sent. What you wrote is kept as a draft.',
  },
  cancelled: {
    ja: 'この募集は中止になったため、送れません。書いた内容は下書きとして残ります。',
    en: 'The call was cancelled, so this cannot be sent. What you wrote is kept as a draft.',
  },
}

const windowCondition = ({ window }: SendingCase): Condition => ({
  code: 'window',
  level: window === 'open' ? 'met' : 'unmet',
  text: windowTexts[window],
  ...(window === 'open' ? {} : { way: 'other-calls' as const }),
})

/** A correction has its own last day: the call's closing day does not count for it. */
const correctionCondition = ({ correctionDue, now }: SendingCase): Condition => {
  const due = correctionDue ?? tokyoDayOf(now)
  const inTime = tokyoDayOf(now) <= due
  return {
    code: 'correction',
    level: inTime ? 'met' : 'unmet',
    text: inTime
      ? {
          ja: `補正は${formatDate(due, 'ja')}まで送れます。`,
          en: `The correction can be sent until ${formatDate(due, 'en')}.`,
        }
      : {
          ja: `補正の期限（${formatDate(due, 'ja')}）を過ぎたため、送れません。書いた内容は残ります。期限を延ばせるか、事務局に連絡してください。`,
          en: `The correction was due on ${formatDate(due, 'en')} and cannot be sent. What you wrote is kept. Please ask the office whether the date can be moved.`,
        },
  }
}

const registered: Bilingual = { ja: '団体は登録済みです。', en: 'The group is registered.' }

const registrationTexts: Record<
  Exclude<RegistrationRule, 'none'>,
  Record<RegistrationStage, Bilingual>
> = {
  before: {
    registered,
    applied: {
      ja: '団体の登録を確認しているところです。登録が済んだら送れます。',
      en: 'The group’s registration is being checked. You can send the proposal once it is done.',
    },
    none: {
      ja: '団体が登録されていません。登録が済んだら送れます。',
      en: 'The group is not registered. You can send the proposal once it is.',
    },
  },
  with: {
    registered,
    applied: {
      ja: '団体の登録を確認しているところです。提案は今から送れます。登録が済むと、担当課との協議に進みます。',
      en: 'The group’s registration is being checked. You can send the proposal now; the talks with the department begin once the group is registered.',
    },
    none: {
      ja: '団体の登録の申込みが、まだ届いていません。登録を申し込むと、確認を待たずに提案を送れます。',
      en: 'The group has not applied for registration. Once it has, you can send the proposal without waiting for it to be settled.',
    },
  },
}

const waysOf = { applied: 'registration', none: 'register' } as const

const registrationLevel = ({ rule, stage }: SendingCase['registration']): Condition['level'] => {
  if (stage === 'registered') return 'met'
  return rule === 'with' && stage === 'applied' ? 'caution' : 'unmet'
}

const registrationCondition = ({ registration }: SendingCase): Condition[] => {
  const { rule, stage } = registration
  if (rule === 'none') return []
  return [
    {
      code: 'registration',
      level: registrationLevel(registration),
      text: registrationTexts[rule][stage],
      ...(stage === 'registered' ? {} : { way: waysOf[stage] }),
    },
  ]
}

/** Papers that the group could leave out when it registered, and that this call wants to be there. */
const papersCondition = ({ missing }: SendingCase): Condition[] =>
  missing.length === 0
    ? []
    : [
        {
          code: 'papers',
          level: 'unmet',
          text: {
            ja: `この制度に提案するまでに、団体の登録に「${missing.map(({ ja }) => ja).join('」「')}」が必要です。登録の変更で加えてください。紙で渡すときは、窓口で登録に加えてもらえます。`,
            en: `Before proposing in this programme, the group’s registration must have: ${missing.map(({ en }) => en).join(', ')}. Please add it with a change of the registration. The desk can add what you bring on paper.`,
          },
          way: 'registration',
        },
      ]

const consultationTexts: Record<ConsultationRule, Record<ConsultationStage, Bilingual>> = {
  required: {
    held: { ja: '事前相談が済んでいます。', en: 'The consultation has been held.' },
    asked: {
      ja: '事前相談は申込み済みですが、まだ行われていません。提案を送ることはできます。相談の日を事務局と決めてください。',
      en: 'A consultation was asked for but has not been held. You may send the proposal; please settle a day with the office.',
    },
    none: {
      ja: 'この制度では、提案の前に事前相談が必要です。先に相談を申し込んでください。',
      en: 'This programme requires a consultation first. Please ask for one.',
    },
  },
  recommended: {
    held: { ja: '事前相談が済んでいます。', en: 'The consultation has been held.' },
    asked: {
      ja: '事前相談を申込み済みです。相談の後に送ると、内容を直す手間が減ります。',
      en: 'A consultation was asked for. Sending after it may save you corrections.',
    },
    none: {
      ja: '事前相談をお勧めします（なくても送れます）。',
      en: 'A consultation is recommended (you can send without one).',
    },
  },
  none: {
    held: { ja: '', en: '' },
    asked: { ja: '', en: '' },
    none: { ja: '', en: '' },
  },
}

const consultationCondition = ({ consultation: { rule, stage } }: SendingCase): Condition[] => {
  if (rule === 'none') return []
  const text = consultationTexts[rule][stage]
  if (stage === 'held') return [{ code: 'consultation', level: 'met', text }]
  const way = stage === 'asked' ? 'follow-up' : 'ask'
  const unmet = rule === 'required' && stage === 'none'
  return [{ code: 'consultation', level: unmet ? 'unmet' : 'caution', text, way }]
}

const onlyOneCondition = ({ anotherSent }: SendingCase): Condition[] =>
  anotherSent
    ? [
        {
          code: 'one-proposal',
          level: 'unmet',
          text: {
            ja: 'この募集に出せる提案は、一つの団体につき一つです。すでに送った提案を取り下げると、こちらを送れます。',
            en: 'Each group may send one proposal to this call. Withdraw the one already sent to send this one.',
          },
        },
      ]
    : []

/** Every condition of sending, met or not, in the order in which people can do something about them. */
export const listConditions = (given: SendingCase): readonly Condition[] =>
  given.state === 'returned'
    ? [correctionCondition(given)]
    : [
        windowCondition(given),
        ...registrationCondition(given),
        ...papersCondition(given),
        ...consultationCondition(given),
        ...onlyOneCondition(given),
      ]

/** The id under which a page shows a condition. */
export const conditionId = (code: Condition['code']): string => `condition-${code}`

/** The conditions in the way, as problems that lead to where the page explains them. */
export const unmetConditions = (conditions: readonly Condition[]): readonly Problem[] =>
  conditions
    .filter((condition) => condition.level === 'unmet')
    .map(({ code, text }) => ({ name: conditionId(code), text }))

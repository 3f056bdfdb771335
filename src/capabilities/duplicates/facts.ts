import { type Answers, textAnswer } from '../forms/index.ts'

/** What a registration, a row of a file or a paper says of a group, as far as it can be known again by it. */
export type GroupFacts = {
  readonly name: string
  readonly nameKana?: string | undefined
  /** 法人番号 as it was written. */
  readonly corporateNumber?: string | undefined
  readonly representativeName?: string | undefined
  readonly representativeKana?: string | undefined
  readonly addresses?: readonly string[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
}

const texts = (answers: Answers, codes: readonly string[]): readonly string[] =>
  codes.map((code) => textAnswer(answers, code)).filter((text) => text !== '')

/** The facts of a registration's answers; the codes are those that every city's form shares. */
export const factsOfAnswers = (answers: Answers): GroupFacts => ({
  name: textAnswer(answers, 'name'),
  nameKana: textAnswer(answers, 'name_kana'),
  corporateNumber: textAnswer(answers, 'corporate_number'),
  representativeName: textAnswer(answers, 'representative_name'),
  representativeKana: textAnswer(answers, 'representative_kana'),
  addresses: texts(answers, ['office_address', 'representative_address', 'contact_address']),
  phones: texts(answers, ['representative_phone', 'contact_phone', 'office_phone']),
  emails: texts(answers, ['representative_email', 'contact_email', 'office_email']),
})

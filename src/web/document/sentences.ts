import type { Language } from '#kernel/bilingual.ts'

/** The words that the documents themselves bring. */
type Sentences = {
  readonly untitled: string
  /** 記, which opens the particulars of a letter, and 以上, which closes them. Not used in English. */
  readonly particulars: string
  readonly end: string
  readonly conditions: string
  readonly reasons: string
  readonly instruction: string
  readonly enquiry: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly sealOmitted: string
  readonly registrationNumber: string
  readonly registeredOn: string
  readonly validUntil: string
  readonly organisation: string
  readonly signatory: string
  readonly signedAt: string
  readonly signingMethod: string
  readonly signingAccount: string
  readonly textHash: string
  readonly signHere: string
  readonly signedOn: string
  readonly openDate: string
  readonly appendix: string
  readonly unprintable: (codePoints: string, more: boolean) => string
}

export const sentences: Record<Language, Sentences> = {
  ja: {
    untitled: '無題',
    particulars: '記',
    end: '以上',
    conditions: '条件',
    reasons: '理由',
    instruction: '教示',
    enquiry: 'お問い合わせ先',
    phone: '電話',
    fax: 'ファクス',
    email: 'メール',
    sealOmitted: '（公印省略）',
    registrationNumber: '登録番号',
    registeredOn: '登録日',
    validUntil: '有効期限',
    organisation: '名称',
    signatory: '職・氏名',
    signedAt: '署名日時（日本時間）',
    signingMethod: '署名の方法',
    signingAccount: '操作した利用者',
    textHash: '本文のSHA-256',
    signHere: '署名又は記名押印',
    signedOn: '署名日',
    openDate: '　　　　年　　　月　　　日',
    appendix: '別紙',
    unprintable: (codePoints, more) =>
      `この文書の書体で表せない文字は、〓又は近い文字で示しました（${codePoints}${more ? 'ほか' : ''}）。`,
  },
  en: {
    untitled: 'Untitled',
    particulars: 'Particulars',
    end: '',
    conditions: 'Conditions',
    reasons: 'Reasons',
    instruction: 'How to object',
    enquiry: 'Enquiries',
    phone: 'Telephone',
    fax: 'Fax',
    email: 'E-mail',
    sealOmitted: '(issued without the official seal)',
    registrationNumber: 'Registration number',
    registeredOn: 'Registered on',
    validUntil: 'Valid until',
    organisation: 'Name',
    signatory: 'Position and signatory',
    signedAt: 'Signed at',
    signingMethod: 'How it was signed',
    signingAccount: 'Done by the account of',
    textHash: 'SHA-256 of the text',
    signHere: 'Signature or seal',
    signedOn: 'Date',
    openDate: '',
    appendix: 'Appendix',
    unprintable: (codePoints, more) =>
      `Characters that the typefaces of this document lack are shown as 〓 or by the nearest letter (${codePoints}${more ? ' and others' : ''}).`,
  },
}

import type { Language } from '#kernel/bilingual.ts'
import { formatSecond } from './dates.ts'
import { sentences } from './sentences.ts'

/** One side of an agreement and how it signed. A side that has not signed yet gets empty rows to write in. */
export type Signature = {
  /** 甲, 乙, or how else the text calls this side. */
  readonly side: string
  readonly organisation: string
  /** Position of the person who signs: 市長, 代表. */
  readonly position: string
  readonly name: string
  readonly signed?: {
    /** ISO 8601 instant; printed in Japanese time. */
    readonly at: string
    /** Full sentence: how the person was identified and agreed, or that paper was signed. */
    readonly method: string
    /** Lower-case hexadecimal digest of the text that was signed. */
    readonly textSha256: string
    /** Who held the account that signed, or that recorded a signature on paper: department or group, and name. */
    readonly account?: string
  }
}

const signedRows = (signed: NonNullable<Signature['signed']>, lang: Language) => {
  const words = sentences[lang]
  return [
    { label: words.signedAt, value: formatSecond(signed.at, lang) },
    { label: words.signingMethod, value: signed.method },
    ...(signed.account ? [{ label: words.signingAccount, value: signed.account }] : []),
    { label: words.textHash, value: signed.textSha256, fine: true },
  ]
}

const openRows = (lang: Language) => [
  { label: sentences[lang].signHere, value: '', tall: true },
  { label: sentences[lang].signedOn, value: sentences[lang].openDate },
]

/** The rows of a signature block: what was signed, or room to sign on paper. */
export const composeSignature = (signature: Signature, lang: Language) => {
  const words = sentences[lang]
  const { position, name, signed } = signature
  const signatory = [position, name].filter(Boolean).join(lang === 'ja' ? '　' : ' ')
  return {
    heading: signature.side,
    rows: [
      { label: words.organisation, value: signature.organisation },
      { label: words.signatory, value: signatory },
      ...(signed ? signedRows(signed, lang) : openRows(lang)),
    ],
  }
}

import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { OfficialDocument, Signature as PrintedSignature } from '#web/document/index.ts'
import type { AgreementContent, Article, Signature } from './agreement.ts'
import { agreementTitle, closingOf, factsOf } from './agreement-text.ts'
import type { Side } from './project.ts'

const methods = {
  account:
    'つなぐに本人の利用者IDでログインし、画面に示された本文に同意して、氏名と役職を記入した。',
  paper: '紙の協定書に署名した。事務局が署名を確かめ、つなぐに記録した。',
} as const

const printSignature = (
  content: AgreementContent,
  side: Side,
  signature: Signature | undefined,
): PrintedSignature => {
  const party = content.parties[side]
  return {
    side: party.calledAs,
    organisation: party.name,
    position: signature?.title ?? party.position,
    name: signature?.name ?? '',
    ...(signature
      ? {
          signed: {
            at: signature.signedAt.toISOString(),
            method: methods[signature.method],
            textSha256: signature.sha256,
          },
        }
      : {}),
  }
}

/** The first paragraph is the article's own sentence; what follows stands under it. */
const printArticle = ({ title, text }: Article) => {
  const [first = '', ...rest] = text.split(/\n{2,}/)
  return {
    title,
    clauses: [{ text: first }],
    blocks: rest.map((paragraph) => ({ kind: 'paragraph', text: paragraph }) as const),
  }
}

/** The agreement as it is printed, signed or with room to sign by hand. */
export const composeAgreementDocument = (
  city: Pick<City, 'name'>,
  content: AgreementContent,
  given: {
    readonly signatures: readonly Signature[]
    readonly date: PlainDate
    readonly number?: string
  },
): OfficialDocument => {
  const facts = factsOf(content)
  const signatureOf = (side: Side) =>
    printSignature(
      content,
      side,
      given.signatures.find((one) => one.side === side),
    )
  return {
    kind: 'agreement',
    lang: 'ja',
    city: city.name.ja,
    title: agreementTitle,
    date: given.date,
    ...(given.number ? { number: given.number } : {}),
    parties: [content.parties.city, content.parties.group],
    project: content.project,
    articles: [
      {
        title: facts.title,
        clauses: [{ text: facts.text }],
        blocks: [{ kind: 'rows', rows: facts.rows }],
      },
      ...content.articles.map(printArticle),
    ],
    closing: closingOf(content),
    signatures: [signatureOf('city'), signatureOf('group')],
  }
}

import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { OfficialDocument, Signature as PrintedSignature } from '#web/document/index.ts'
import { actorText } from '../procedures/index.ts'
import type { AgreementContent, Article, Signature, SigningMethod } from './agreement.ts'
import { agreementTitle, closingOf, factsOf } from './agreement-text.ts'
import type { Side } from './project.ts'

const paper = '紙の協定書に署名した。事務局が署名を確かめ、つなぐに記録した。'

/** What was done, and by whom: the named signatory need not be the one who was signed in. */
const methods: Readonly<Record<Side, Readonly<Record<SigningMethod, string>>>> = {
  city: {
    account:
      '下の利用者がつなぐにログインし、画面に示された本文について市の決裁を受けていることを確かめて同意し、上の職・氏名の名で署名した。',
    paper,
  },
  group: {
    account:
      '下の利用者がつなぐにログインし、画面に示された本文に同意して、上の職・氏名で署名した。',
    paper,
  },
}

/** A member of the group is named with the group itself, everybody else with their office. */
const accountText = (city: City, content: AgreementContent, { account }: Signature): string =>
  account.role === 'group'
    ? `${content.parties.group.name}　${account.name}`
    : actorText(account, city, 'ja')

const printSignature = (
  city: City,
  content: AgreementContent,
  given: { readonly side: Side; readonly signature: Signature | undefined },
): PrintedSignature => {
  const { side, signature } = given
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
            method: methods[side][signature.method],
            account: accountText(city, content, signature),
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
  city: City,
  content: AgreementContent,
  given: {
    readonly signatures: readonly Signature[]
    readonly date: PlainDate
    readonly number?: string
  },
): OfficialDocument => {
  const facts = factsOf(content)
  const signatureOf = (side: Side) =>
    printSignature(city, content, {
      side,
      signature: given.signatures.find((one) => one.side === side),
    })
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

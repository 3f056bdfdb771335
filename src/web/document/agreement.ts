import type { Language } from '#kernel/bilingual.ts'
import { type Block, composeBlocks, composeSections, type Section } from './blocks.ts'
import type { DocumentHead } from './head.ts'
import { sentences } from './sentences.ts'
import { composeSignature, type Signature } from './signature.ts'

/** A side of the agreement and what the text calls it from then on. */
export type Party = { readonly name: string; readonly calledAs: string }

/** 項: one paragraph of an article, with the items (1) (2) … under it. */
export type Clause = { readonly text: string; readonly items?: readonly string[] }

/** 条: numbered in order; tables such as the split of roles and costs stand in `blocks`. */
export type Article = {
  readonly title: string
  readonly clauses: readonly Clause[]
  readonly blocks?: readonly Block[]
}

/** 協定書: both sides' purpose, roles and costs in articles, and how each side signed. */
export type Agreement = DocumentHead & {
  readonly kind: 'agreement'
  readonly parties: readonly [Party, Party, ...Party[]]
  /** What they agree to do together; named once in the preamble. */
  readonly project: string
  readonly articles: readonly Article[]
  readonly closing: string
  readonly signatures: readonly Signature[]
  readonly appendices?: readonly Section[]
}

const composePreamble = (agreement: Agreement): string => {
  const { parties, project, lang } = agreement
  if (lang === 'en') {
    const named = parties.map((party) => `${party.name} (“${party.calledAs}”)`).join(' and ')
    return `${named} agree as follows in order to carry out “${project}” (the “Project”) together.`
  }
  const named = parties
    .map((party) => `${party.name}（以下「${party.calledAs}」という。）`)
    .join('と')
  return `${named}は、「${project}」（以下「本事業」という。）を協働して行うため、次のとおり協定を結ぶ。`
}

const composeArticle = (article: Article, number: number, lang: Language) => {
  const japanese = lang === 'ja'
  const several = article.clauses.length > 1
  const prefix = (at: number) => {
    if (japanese) return at === 0 ? `第${number}条　` : `${at + 1}　`
    return several ? `${at + 1}. ` : ''
  }
  return {
    heading: japanese ? `（${article.title}）` : `Article ${number}: ${article.title}`,
    clauses: article.clauses.map(({ text, items }, at) => ({
      text: prefix(at) + text.trim(),
      items: items ?? [],
    })),
    blocks: composeBlocks(article.blocks, lang),
  }
}

/** An agreement as its template reads it. */
export const composeAgreement = (agreement: Agreement) => {
  const { lang } = agreement
  const word = sentences[lang].appendix
  const appendices = (agreement.appendices ?? []).map((section, at) => ({
    ...section,
    title:
      lang === 'ja' ? `${word}${at + 1}　${section.title}` : `${word} ${at + 1}: ${section.title}`,
  }))
  return {
    preamble: composePreamble(agreement),
    articles: agreement.articles.map((article, at) => composeArticle(article, at + 1, lang)),
    closing: agreement.closing,
    sides: agreement.signatures.map((side) => composeSignature(side, lang)),
    appendices: composeSections(appendices, lang),
    paginated: true,
  }
}

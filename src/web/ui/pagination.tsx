import type { Language } from '#kernel/bilingual.ts'
import { sentences } from './sentences.ts'

interface PaginationProps {
  lang: Language
  /** This page, from 1. */
  page: number
  pageSize: number
  /** How many things there are in all. */
  total: number
  hrefOf: (page: number) => string
}

/** First, last, this page and its neighbours; 0 stands for a gap. */
export function listPages(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return shown.flatMap((each, at) => {
    const missing = each - (shown[at - 1] ?? each - 1) - 1
    if (missing === 0) return [each]
    return missing === 1 ? [each - 1, each] : [0, each]
  })
}

function PageLink({
  lang,
  number,
  href,
}: {
  lang: Language
  number: number
  href: string | undefined
}) {
  const name = sentences[lang].page(number)
  if (!href) {
    return <span aria-current="page">{number}</span>
  }
  return (
    <a href={href} aria-label={name}>
      {number}
    </a>
  )
}

/** Moves through a long list. Always says how many there are; shows no buttons for a single page. */
export function Pagination({ lang, page, pageSize, total, hrefOf }: PaginationProps) {
  const say = sentences[lang]
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const write = (count: number) => count.toLocaleString('en')
  const from = Math.min(total, (page - 1) * pageSize + 1)
  const summary = say.range(write(from), write(Math.min(total, page * pageSize)), write(total))
  if (pages === 1) return <p class="page-range">{summary}</p>
  return (
    <nav class="pages" aria-label={say.pages}>
      <p class="page-range">{summary}</p>
      <ul>
        {page > 1 && (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              {say.previous}
            </a>
          </li>
        )}
        {listPages(page, pages).map((number, at) => (
          <li key={at} data-number>
            {number === 0 ? (
              '…'
            ) : (
              <PageLink
                lang={lang}
                number={number}
                href={number === page ? undefined : hrefOf(number)}
              />
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              {say.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

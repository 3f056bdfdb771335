import type { Language } from '#kernel/bilingual.ts'
import { sentences } from './sentences.ts'

export interface Crumb {
  label: string
  /** Left out for the page itself, which comes last. */
  href?: string | undefined
}

/** Where this page stands in the site. */
export function Breadcrumb({ lang, items }: { lang: Language; items: readonly Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-labelledby="breadcrumb-label">
      <span id="breadcrumb-label" class="hidden-text">
        {sentences[lang].here}
      </span>
      <ol>
        {items.map(({ label, href }) => (
          <li key={label}>
            {href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

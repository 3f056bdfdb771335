import type { Language } from '#kernel/bilingual.ts'
import type { LanguageTag } from '#web/html/attributes.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { Icon } from './icon.tsx'
import { sentences } from './sentences.ts'

interface LinkProps {
  lang: Language
  href: string
  children: Child
  /** Said in the link, because a new tab surprises. */
  newTab?: boolean | undefined
  /** For a file: its kind and size, e.g. `{ type: 'PDF', size: '123KB' }`. */
  file?: { type: string; size: string } | undefined
  hreflang?: LanguageTag | undefined
}

/** A link within a sentence or a list. */
export function Link({ lang, href, children, newTab, file, hreflang }: LinkProps) {
  const say = sentences[lang]
  return (
    <a
      href={href}
      hreflang={hreflang}
      target={newTab ? '_blank' : undefined}
      rel={newTab ? 'noopener' : undefined}
    >
      {children}
      {file && say.file(file.type, file.size)}
      {newTab && (
        <>
          <Icon name="external" />
          <span class="hidden-text">{say.newTab}</span>
        </>
      )}
    </a>
  )
}

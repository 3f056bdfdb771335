import type { Language } from '#kernel/bilingual.ts'
import { Icon } from './icon.tsx'
import { sentences } from './sentences.ts'

/** One thing that is done further down on the same page. */
export type Jump = {
  readonly label: string
  /** The id of its form, or of the heading above it. */
  readonly to: string
}

interface JumpLinksProps {
  lang: Language
  /** What this reader may do here, in the order of the page; nothing is shown when there is nothing. */
  jumps: readonly Jump[]
}

/** What one can do on a long page, above what one has to read for it: on a phone the form lies far below. */
export const JumpLinks = ({ lang, jumps }: JumpLinksProps) =>
  jumps.length === 0 ? null : (
    <nav class="jump-links" aria-label={sentences[lang].doHere}>
      <p>{sentences[lang].doHere}</p>
      <ul>
        {jumps.map(({ label, to }) => (
          <li key={to}>
            <a href={`#${to}`}>
              <Icon name="down" />
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

import type { Language } from '#kernel/bilingual.ts'
import { formatMonthDay } from '#kernel/date-text.ts'
import type { ChainLink } from '../chain.ts'
import { sentences } from '../sentences.ts'

const isNow = ({ state }: ChainLink): boolean => state === 'current' || state === 'error'

/** The way of a proposal, where it stands now, and until when that step is planned. */
export const ChainSteps = ({ lang, chain }: { lang: Language; chain: readonly ChainLink[] }) => {
  const words = sentences[lang].chain
  const now = chain.find(isNow)
  return (
    <nav class="steps" aria-label={words.label}>
      <p class="steps-count">
        {now ? words.reached(words.names[now.step]) : words.over}
        {now?.until && words.until(formatMonthDay(now.until, lang))}
      </p>
      <ol>
        {chain.map((link, at) => (
          <li
            key={link.step}
            data-state={link.state}
            aria-current={isNow(link) ? 'step' : undefined}
          >
            <span class="step">
              <span class="step-number">{at + 1}</span>
              <span class="step-label">{words.steps[link.step]}</span>
              {words.states[link.state] && (
                <span class="step-state">{words.states[link.state]}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

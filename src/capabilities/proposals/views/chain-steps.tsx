import type { Language } from '#kernel/bilingual.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { ChainLink } from '../chain.ts'
import { sentences } from '../sentences.ts'

const isNow = ({ state }: ChainLink): boolean =>
  state === 'current' || state === 'mend' || state === 'error'

const standing = (now: ChainLink | undefined, lang: Language): string => {
  const words = sentences[lang].chain
  if (!now) return words.over
  const name = words.names[now.step]
  if (now.state === 'error') return words.stopped(name)
  if (now.state === 'mend') return words.mend
  return `${words.reached(name)}${now.until ? words.until(formatDate(now.until, lang)) : ''}`
}

/** The way of a proposal, where it stands now, and until when that step is planned. */
export const ChainSteps = ({
  lang,
  chain,
  waiting,
}: {
  lang: Language
  chain: readonly ChainLink[]
  /** True while no review has taken the proposal in. */
  waiting: boolean
}) => {
  const words = sentences[lang].chain
  const now = chain.find(isNow)
  return (
    <nav class="steps" data-short="true" aria-label={words.label}>
      <p class="steps-count">{waiting ? words.waiting : standing(now, lang)}</p>
      <ol>
        {chain.map((link, at) => (
          <li
            key={link.step}
            data-state={link.state === 'mend' ? 'current' : link.state}
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

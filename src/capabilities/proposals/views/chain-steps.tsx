import type { Language } from '#kernel/bilingual.ts'
import { formatMonthDay } from '#kernel/date-text.ts'
import type { ChainLink } from '../chain.ts'
import { sentences } from '../sentences.ts'

/** The whole way of a proposal, and where it stands now. */
export const ChainSteps = ({ lang, chain }: { lang: Language; chain: readonly ChainLink[] }) => {
  const words = sentences[lang].chain
  const now = chain.find(({ state }) => state === 'current' || state === 'error')
  return (
    <nav class="steps" aria-label={words.label}>
      {now && <p class="steps-count">{words.reached(words.steps[now.step])}</p>}
      <ol>
        {chain.map(({ step, state, until }, at) => (
          <li
            key={step}
            data-state={state}
            aria-current={state === 'current' || state === 'error' ? 'step' : undefined}
          >
            <span class="step">
              <span class="step-number">{at + 1}</span>
              <span class="step-label">{words.steps[step]}</span>
              <span class="step-state">
                {words.states[state]}
                {until && state !== 'done' && words.until(formatMonthDay(until, lang))}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

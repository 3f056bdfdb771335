import type { Language } from '#kernel/bilingual.ts'
import { sentences } from './sentences.ts'

export interface Step {
  label: string
  state: 'done' | 'current' | 'upcoming' | 'error'
  /** For steps one may go back to. */
  href?: string | undefined
}

function StepFace({ lang, step, number }: { lang: Language; step: Step; number: number }) {
  const face = (
    <>
      <span class="step-number">{number}</span>
      <span class="step-label">{step.label}</span>
      <span class="step-state">{sentences[lang].stepStates[step.state]}</span>
    </>
  )
  if (step.href) return <a href={step.href}>{face}</a>
  return <span class="step">{face}</span>
}

/** The steps of a procedure and how far one has come. */
export function StepNavigation({ lang, steps }: { lang: Language; steps: readonly Step[] }) {
  const say = sentences[lang]
  const reached = steps.findLastIndex(({ state }) => state !== 'upcoming') + 1
  return (
    <nav class="steps" aria-labelledby="steps-label">
      <p id="steps-label" class="hidden-text">
        {say.steps}
      </p>
      <p class="steps-count">{say.stepCount(reached, steps.length)}</p>
      <ol>
        {steps.map((step, at) => (
          <li
            key={step.label}
            data-state={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <StepFace lang={lang} step={step} number={at + 1} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

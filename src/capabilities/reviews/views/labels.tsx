import { type Bilingual, type Language, say } from '#kernel/bilingual.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import { ChipLabel, Disclosure, type Tone } from '#web/ui/index.ts'
import type { DecidedOutcome } from '../decision.ts'
import type { Part } from '../interest.ts'
import { type ReviewState, reviewWorkflow } from '../review.ts'
import { sentences } from '../sentences.ts'

const stateTones: Readonly<Record<ReviewState, Tone>> = {
  scoring: 'key',
  closed: 'warning',
  decided: 'success',
}

/** How far a review has come. */
export const ReviewStateChip = ({ lang, state }: { lang: Language; state: ReviewState }) => (
  <ChipLabel tone={stateTones[state]}>{say(reviewWorkflow.states[state].staff, lang)}</ChipLabel>
)

const outcomeTones: Readonly<Record<DecidedOutcome, Tone>> = {
  selected: 'success',
  conditional: 'success',
  reserve: 'warning',
  not_selected: 'plain',
}

/** 採択, 条件付き採択, 次点, 不採択. */
export const OutcomeChip = ({ lang, outcome }: { lang: Language; outcome: DecidedOutcome }) => (
  <ChipLabel tone={outcomeTones[outcome]}>{sentences[lang].decisions.outcomes[outcome]}</ChipLabel>
)

/** A member's own part in a proposal. */
export type OwnPart = Part | 'draft'

const partTones: Readonly<Record<OwnPart, Tone>> = {
  undeclared: 'warning',
  recused: 'plain',
  missing: 'key',
  draft: 'info',
  submitted: 'success',
}

export const PartChip = ({ lang, part }: { lang: Language; part: OwnPart }) => (
  <ChipLabel tone={partTones[part]}>{sentences[lang].show.part[part]}</ChipLabel>
)

/** The rule in words, for everyone concerned: how points become ranks. */
export const RuleLines = ({
  lang,
  rule,
  summary,
}: {
  lang: Language
  rule: readonly Bilingual[]
  summary: string
}) => (
  <Disclosure summary={summary}>
    <ul>
      {rule.map((line, at) => (
        <li key={at}>{say(line, lang)}</li>
      ))}
    </ul>
  </Disclosure>
)

/** An amount, or a dash where there is none. */
export const yenOrNone = (amount: Yen | null | undefined, lang: Language): string =>
  amount === null || amount === undefined ? sentences[lang].none : formatYen(amount, lang)

import { inBrackets, type Language } from '#kernel/bilingual.ts'
import { formatDecimal } from '#kernel/ratio.ts'
import type { Indicator } from './indicator.ts'
import { type Judgement, productRule } from './judgement.ts'
import { sentences } from './sentences.ts'
import { valueText, yearText } from './value-text.ts'

/** The judgement in a word or two: 達成, 途中, 未達成; with the plan's own word where that is another. */
export const judgementWord = (judgement: Judgement, language: Language): string => {
  const { states } = sentences[language]
  if (judgement.kind !== 'judged') return states[judgement.kind]
  const word = states[judgement.state]
  const own = judgement.grade.label[language]
  const isOwn = !productRule.scale.grades.some(({ label }) => label[language] === own)
  return isOwn ? `${word}${inBrackets(own, language)}` : word
}

/** The same as a sentence, with the numbers it rests on. */
export const judgementText = (
  indicator: Indicator,
  judgement: Judgement,
  language: Language,
): string => {
  const words = sentences[language]
  if (judgement.kind !== 'judged') return words.stateTexts[judgement.kind]
  const { target, year, percent, state, isDue } = judgement
  const { measure } = indicator.rule ?? productRule
  const say = measure === 'of-way' ? words.judgedOfWay : words.judged
  const said = say(
    yearText(indicator, year, language),
    formatDecimal(percent),
    words.targetOf(
      yearText(indicator, target.year, language),
      valueText(target.value, indicator.unit, language),
    ),
  )
  if (state !== 'under-way') return said
  const rest = isDue ? words.notMeasured : words.underWay
  return `${said}${language === 'en' ? ' ' : ''}${rest}`
}

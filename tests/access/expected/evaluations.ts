import { besides, only, type Rules } from './notation.ts'

const show = 'evaluations.show'
const mutual = 'evaluations.show-mutual'
const third = 'evaluations.show-third-party'
const parties = 'A dept office'
const committee = 'reviewer reviewer2 undeclared'

/**
 * 評価: before both sides are in, a side's sheet is that side's alone, not even the office's. The committee judges
 * after them, whoever has an interest keeps away, and once published everyone reads it.
 */
export const evaluations: Rules = {
  'evaluations.show': only('everyone'),
  'evaluations.open': besides(show, { accepted: 'office' }),
  'evaluations.show-self': only({ 'self mutual third-party answer published': 'acting dept' }),
  'evaluations.save-self': only({ self: 'dept' }),
  'evaluations.take-back-self': only({ self: 'acting' }),
  'evaluations.show-mutual': only({
    mutual: parties,
    'third-party answer': `${parties} reviewer`,
    published: 'people',
  }),
  'evaluations.explain': besides(mutual, { mutual: 'acting dept office' }),
  'evaluations.confirm-mutual': besides(mutual, { mutual: 'acting dept' }),
  'evaluations.close-mutual': besides(mutual, { mutual: 'office' }),
  'evaluations.show-interest': only({ 'third-party': committee }),
  'evaluations.declare': only({ 'third-party': committee }),
  'evaluations.show-third-party': besides('evaluations.show-interest', {
    'third-party answer': `${parties} reviewer`,
    published: 'people !recused',
  }),
  'evaluations.assess': besides(third, { 'third-party': 'reviewer' }),
  'evaluations.close-third-party': besides(third, { 'third-party': 'office' }),
  'evaluations.show-answer': only({ answer: 'office' }),
  'evaluations.save-answer': besides('evaluations.show-answer', { answer: 'office' }),
}

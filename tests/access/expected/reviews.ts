import { besides, only, quietly, type Rules } from './notation.ts'

const progress = 'reviews.see-progress'
const ofA = 'undecided reserve not-selected conditional'

/**
 * 審査: a member reads a proposal only after declaring for all, never with an interest, and only while the review
 * lasts. The centre, the departments and the applicants have no part in it. Nobody in the office decides for a
 * group of their own.
 */
export const reviews: Rules = {
  'reviews.list': only('every-office seated unseated'),
  // A call under review leads to it; after its review another may be opened for what came later.
  'reviews.see-opening': besides('reviews.list@*', { 'planned cancelled old': 'every-office' }),
  // None of the world's calls has proposals that wait for a review of their own.
  'reviews.open': besides('reviews.list@*', {}),
  'reviews.show': only('every-office seated'),
  'reviews.see-interest': only({ scoring: 'seated' }),
  'reviews.declare': quietly({ scoring: 'seated' }, 'reviews.see-interest'),
  'reviews.read-proposal': besides('reviews.see-interest@scoring', {
    scoring: 'reviewer reviewer2',
    'scoring-of-others': 'reviewer reviewer2 recused',
    [ofA]: 'reviewer reviewer2',
  }),
  'reviews.read-file': only({
    'scoring-plan': 'reviewer reviewer2',
    'scoring-of-others-plan': 'reviewer reviewer2 recused',
    'undecided-plan reserve-plan not-selected-plan conditional-plan': 'reviewer reviewer2',
  }),
  'reviews.score': only({
    scoring: 'reviewer reviewer2',
    'scoring-of-others': 'reviewer reviewer2 recused',
  }),
  'reviews.see-progress': only('every-office'),
  'reviews.remind': besides(progress, { scoring: 'every-office' }),
  'reviews.add-proposals': besides(progress, { scoring: 'office' }),
  'reviews.recuse': besides(progress, { scoring: 'every-office' }),
  'reviews.see-closing': only({ scoring: 'every-office' }),
  'reviews.close': besides('reviews.see-closing', { scoring: 'every-office' }),
  // Whoever is recused from one of the proposals, or has not said so, waits until all are decided.
  'reviews.see-ranking': only({
    closed: 'every-office reviewer reviewer2',
    decided: 'every-office seated',
  }),
  // No two proposals of the world have the same points in such a way that the chair must decide.
  'reviews.order-ties': besides('reviews.see-ranking', {}),
  'reviews.see-decisions': only({ 'closed decided': 'every-office' }),
  'reviews.finish': only({}),
  'reviews.see-decision': only({ undecided: 'office' }),
  'reviews.decide': besides('reviews.see-decision', { undecided: 'office' }),
  'reviews.see-reserve': only({
    [`${ofA} scoring decided`]: 'office',
    'scoring-of-others': 'every-office',
  }),
  'reviews.settle-reserve': besides('reviews.see-reserve', { reserve: 'office' }),
  'reviews.see-offer': only({ reserve: 'A office' }),
  'reviews.answer-offer': besides('reviews.see-offer', { reserve: 'acting' }),
  'reviews.see-committee': only('every-office'),
  'reviews.add-member': only('every-office'),
  'reviews.remove-member': quietly('every-office'),
}

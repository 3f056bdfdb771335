import { besides, only, type Rules } from './notation.ts'

const show = 'proposals.show'
const sent = 'submitted returned ineligible withdrawn'
const talked = 'negotiating ready undecided reserve not-selected'
const selected = 'selected conditional'
const withTalks = `${talked} reviewing ${selected}`

/**
 * 提案: a draft is the group's alone. Nothing under way is public in these calls, so other departments and
 * groups see nothing. The centre sees that a proposal exists and how far it is, never answers or amounts. The
 * committee reads through its review only.
 */
export const proposals: Rules = {
  'proposals.list': only('everyone'),
  'proposals.start': only('people'),
  'proposals.begin': besides('proposals.start', 'acting office'),
  'proposals.show': only({
    draft: 'A',
    [sent]: 'A office centre',
    [`${talked} reviewing`]: 'A office centre dept',
    'reviewing-of-others': 'rep2 every-office every-centre dept',
    [selected]: 'everyone',
  }),
  'proposals.edit': besides(show, { 'draft returned': 'acting' }),
  'proposals.save': besides(show, { 'draft returned': 'acting' }),
  'proposals.confirm': besides(show, { 'draft returned': 'acting' }),
  'proposals.submit': besides(show, { 'draft returned': 'acting' }),
  'proposals.check': besides(show, { 'submitted returned negotiating': 'office' }),
  'proposals.decide-check': besides(show, { 'submitted returned negotiating': 'office' }),
  'proposals.show-negotiation': only({
    [withTalks]: 'A office dept centre',
    'reviewing-of-others': 'rep2 every-office every-centre dept',
  }),
  // The centre writes its advice and nothing else; it never confirms.
  'proposals.write-negotiation': besides(show, { negotiating: 'acting dept centre' }),
  'proposals.read-negotiation': besides(show, { negotiating: 'acting dept' }),
  'proposals.confirm-negotiation': besides(show, { negotiating: 'acting dept' }),
  'proposals.show-withdrawal': besides(show, {
    draft: 'acting',
    'submitted returned negotiating ready reviewing undecided': 'acting office',
    'reviewing-of-others': 'rep2 every-office',
  }),
  'proposals.withdraw': besides(show, {
    draft: 'acting',
    'submitted returned negotiating ready reviewing undecided': 'acting office',
    'reviewing-of-others': 'rep2 every-office',
  }),
  'proposals.print': only({
    draft: 'A',
    [sent]: 'A office',
    [`${talked} reviewing`]: 'A office dept',
    'reviewing-of-others': 'rep2 every-office dept',
    [selected]: 'everyone',
  }),

  'proposals.start-consultation': only('people'),
  'proposals.list-consultations': only('people'),
  // For one's own group, or at the counter for somebody else's.
  'proposals.ask-consultation': besides('proposals.start-consultation', 'acting every-desk'),
  'proposals.show-consultation': only('A desk'),
  'proposals.propose-appointment': besides('proposals.show-consultation', { asked: 'desk' }),
  // Nothing to agree to while no day was proposed: the page comes back and says so.
  'proposals.agree-appointment': besides('proposals.show-consultation', { asked: 'acting' }),
  // The group says so of a draft of its own; those who advise, of any proposal of the group.
  'proposals.relate-consultation': besides('proposals.show-consultation', {
    'asked held': 'acting desk',
  }),
  'proposals.record-consultation': besides('proposals.show-consultation', { 'asked held': 'desk' }),
  'proposals.cancel-consultation': besides('proposals.show-consultation', {
    asked: 'acting desk',
  }),
}

import { besides, only, quietly, type Rules } from './notation.ts'

const agreement = 'projects.read-agreement'
const parties = 'A dept office'
const evaluated = 'self mutual third-party answer'
const begun = `running interim reported returned accepted ${evaluated} published completed terminated`

/**
 * 協働事業: everyone reads what is public of it. The agreement, the log and the sheets are the two sides' and the
 * office's; the representative alone signs for the group, and no other department has a part in it.
 */
export const projects: Rules = {
  'projects.list': only('everyone'),
  'projects.show': only('everyone'),
  'projects.show-year': only('everyone'),
  'projects.read-agreement': only(parties),
  'projects.read-agreement-text': only(parties),
  'projects.read-agreement-draft': only(parties),
  'projects.settle-agreement': besides(agreement, { drafting: 'office' }),
  'projects.reopen-agreement': besides(agreement, { settled: 'office' }),
  'projects.edit-agreement': only({ drafting: 'acting dept office' }),
  'projects.save-agreement': besides('projects.edit-agreement', { drafting: 'acting dept office' }),
  'projects.look-at-agreement': besides(agreement, { drafting: 'acting dept' }),
  'projects.see-signature': only(parties),
  'projects.sign-agreement': only({ settled: 'rep dept office', 'half-signed': 'dept office' }),
  'projects.withdraw-signature': only({ 'half-signed': 'rep' }),
  'projects.begin-entry': only({ 'running interim reported returned': 'acting dept office' }),
  'projects.show-entry': only(parties),
  'projects.edit-entry': only({
    'running-group-open interim-group-open reported-group-open returned-group-open': 'acting',
    'running-city-closed interim-city-closed reported-city-closed returned-city-closed':
      'dept office',
  }),
  'projects.save-entry': only({
    'running-group-open interim-group-open reported-group-open returned-group-open': 'acting',
    'running-city-closed interim-city-closed reported-city-closed returned-city-closed':
      'dept office',
  }),
  'projects.show-interim': only({ [begun]: parties }),
  'projects.save-interim': only({ running: 'acting' }),
  // Whoever may not send, or has not written all of it, finds the page on which it is written.
  'projects.confirm-interim': besides('projects.show-interim', { running: 'acting' }),
  'projects.send-interim': besides('projects.show-interim', { running: 'acting' }),
  'projects.answer-interim': only({ interim: 'dept' }),
  'projects.show-report': only({ [begun]: parties }),
  'projects.save-report': only({ 'running interim returned': 'acting' }),
  'projects.confirm-report': besides('projects.show-report', { 'interim returned': 'acting' }),
  'projects.send-report': besides('projects.show-report', { 'interim returned': 'acting' }),
  'projects.check-report': only({ [begun]: parties }),
  'projects.accept-report': only({ reported: 'office' }),
  'projects.return-report': only({ 'reported returned': 'office' }),
  'projects.see-termination': only({
    'drafting settled half-signed running interim reported returned': 'office',
  }),
  'projects.terminate': only({
    'drafting settled half-signed running interim reported returned': 'office',
  }),
  'projects.see-closing': only({ [`accepted ${evaluated}`]: 'office' }),
  'projects.close': only({ [`accepted ${evaluated}`]: 'office' }),
  'projects.see-continuation': only({ [`${evaluated} published completed`]: 'office' }),
  'projects.record-continuation': only({ [`${evaluated} published completed`]: 'office' }),
  'projects.remind': quietly({
    [`drafting settled half-signed running interim reported returned accepted ${evaluated}`]:
      'office',
  }),
}

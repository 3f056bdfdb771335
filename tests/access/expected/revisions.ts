import { besides, only, type Rules } from './notation.ts'

const show = 'revisions.show'

/** 変更届・更新: those who act for the group write, the desk checks; nobody decides on a group of their own. */
export const revisions: Rules = {
  'revisions.begin': only({
    approved: 'acting desk',
    'approved-of-others': 'rep2 every-desk',
  }),
  // A change that is being written is the group's own; the renewal was asked for by the city.
  'revisions.show': only({
    draft: 'acting',
    'sent returned applied renewal paper renewal-sent': 'acting desk',
  }),
  // What a group writes, also as a correction, is not the desk's to read: paper has a form of its own.
  'revisions.edit-form': besides(show, { 'draft returned renewal': 'acting', paper: 'desk' }),
  'revisions.save': besides(show, { 'draft returned renewal': 'acting', paper: 'desk' }),
  'revisions.take-over': besides(show, { renewal: 'desk' }),
  // Only what was said to be brought to the counter can be received there.
  'revisions.receive-paper': besides(show, { 'renewal-sent': 'desk' }),
  'revisions.give-back': besides(show, { paper: 'desk' }),
  'revisions.approve': besides(show, { 'sent renewal-sent': 'desk' }),
  'revisions.return': besides(show, { 'sent renewal-sent': 'desk' }),
  'revisions.refuse': besides(show, { 'sent renewal-sent': 'desk' }),
  'revisions.tell-lapse': only({ lapsed: 'desk' }),
  'revisions.withdraw': besides(show, { 'draft sent returned': 'acting' }),
  'revisions.reopen': besides(show, { sent: 'acting' }),
  'revisions.desk': only('every-desk'),
  'revisions.renewals': only('every-desk'),
  'revisions.campaign': only('every-desk'),
  'revisions.open-renewals': only('every-office'),
  'revisions.move-days': only('every-office'),
  'revisions.call-off-renewals': only('every-office'),
}

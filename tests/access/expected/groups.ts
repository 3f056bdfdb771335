import { besides, only, type Rules } from './notation.ts'

const registration = 'groups.registration'

/** 団体: nobody sees a draft but the group; nobody decides on a group of their own. */
export const groups: Rules = {
  'groups.list': only('everyone'),
  'groups.guide': only('everyone'),
  // Before it is registered there is no public page; those concerned are led to the registration.
  'groups.show': besides(registration, {
    'approved approved-of-others suspended lapsed revoked': 'everyone',
  }),
  'groups.start-form': only('people'),
  'groups.start': only('people'),
  'groups.paper-form': only('every-desk'),
  'groups.paper': only('every-desk'),
  'groups.edit-form': besides(registration, { draft: 'acting', returned: 'acting desk' }),
  'groups.save': besides(registration, { draft: 'acting', returned: 'acting desk' }),
  'groups.registration': only({
    'approved submitted submitted-visit provisional returned rejected suspended lapsed revoked withdrawn':
      'A desk',
    'approved-of-others': 'rep2 every-desk',
    draft: 'A',
  }),
  'groups.accept': besides(registration, { 'submitted-visit': 'desk' }),
  'groups.record-visit': besides(registration, { provisional: 'desk' }),
  // Those registrations of the world say of a paper that it will be brought to the counter.
  'groups.receive-paper': besides(registration, { 'submitted-visit provisional': 'desk' }),
  // Where a visit is asked for nobody is registered before it was recorded.
  'groups.approve': besides(registration, { submitted: 'desk' }),
  'groups.return': besides(registration, { 'submitted submitted-visit provisional': 'desk' }),
  'groups.reject': besides(registration, { 'submitted submitted-visit provisional': 'desk' }),
  // The group's own word; the desk takes it down only for a group whose leader has no account.
  'groups.withdraw': besides(registration, {
    'draft submitted submitted-visit provisional returned approved suspended': 'rep',
    'approved-of-others': 'rep2',
  }),
  'groups.suspend': besides(registration, {
    approved: 'desk',
    'approved-of-others': 'every-desk',
  }),
  'groups.lapse': besides(registration, {
    'approved suspended': 'desk',
    'approved-of-others': 'every-desk',
  }),
  'groups.resume': besides(registration, { 'suspended lapsed': 'desk' }),
  'groups.revoke': besides(registration, {
    'approved suspended': 'office',
    'approved-of-others': 'every-office',
  }),
  'groups.desk': only('every-desk'),
}

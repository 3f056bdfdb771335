import { besides, only, quietly, type Rules } from './notation.ts'

const groups =
  'approved submitted submitted-visit provisional returned rejected suspended lapsed revoked withdrawn'
const members = 'accounts.list-members'
const membersOfA = 'accounts.list-members@approved'
const staff = 'accounts.show-staff'

/** 利用者: one's own account is one's own; roles are the administrator's; a group's people its own and the desk's. */
export const accounts: Rules = {
  'accounts.show-sign-in': only('everyone'),
  'accounts.sign-in': only('everyone'),
  'accounts.sign-out': quietly('everyone'),
  'accounts.sign-out-everywhere': only('sessions'),
  'accounts.list-sample-people': only('everyone'),
  'accounts.sign-in-as-sample': only('everyone'),
  'accounts.show-sign-up': only('everyone'),
  'accounts.sign-up': only('everyone'),
  'accounts.show-sent': only('everyone'),
  'accounts.send-again': only('everyone'),
  // To an address that is confirmed already, nothing is sent; the page says the same.
  'accounts.confirm-again': quietly('everyone'),
  'accounts.show-confirmation': only('everyone'),
  'accounts.confirm': only('everyone'),
  'accounts.show-reset': only('everyone'),
  'accounts.ask-for-reset': only('everyone'),
  'accounts.show-reset-sent': only('everyone'),
  'accounts.show-new-password': only('everyone'),
  'accounts.reset-password': only('everyone'),

  // The way to the second factor is the one thing open to a password alone.
  'accounts.show-second-factor': quietly('sessions'),
  'accounts.give-second-factor': quietly('sessions'),
  'accounts.show-enrolment': quietly('sessions'),
  'accounts.begin-enrolment': quietly('sessions'),
  'accounts.confirm-enrolment': quietly('sessions'),
  'accounts.show-second-factor-removal': only('people'),
  'accounts.turn-second-factor-off': quietly('people'),

  'accounts.show-account': only('people'),
  'accounts.change-profile': only('people'),
  'accounts.choose-mails': only('people'),
  'accounts.show-mail-stop': only('everyone'),
  'accounts.stop-mails': only('everyone'),
  'accounts.show-password': only('people'),
  'accounts.change-password': only('people'),
  'accounts.show-address': only('people'),
  'accounts.ask-for-address-change': only('people'),
  'accounts.show-address-change': only('everyone'),
  'accounts.change-address': only('everyone'),
  'accounts.leave-group': besides('accounts.show-account', {
    [`${groups} draft`]: 'manager member centre-in-a office-in-a reviewer-in-a',
  }),

  'accounts.list-staff': only('admin'),
  'accounts.rule-second-factor': only('admin'),
  'accounts.rule-mails': only('admin'),
  'accounts.invite-staff': only('admin'),
  'accounts.withdraw-staff-invitation': only('admin'),
  'accounts.show-staff': only('admin'),
  'accounts.give-role': besides(staff, { 'dept stranger admin unproved': 'admin' }),
  'accounts.take-role': besides(staff, { 'dept disabled admin unproved': 'admin' }),
  'accounts.disable': besides(staff, { 'dept stranger unproved': 'admin' }),
  'accounts.enable': besides(staff, { disabled: 'admin' }),
  'accounts.reset-second-factor': besides(staff, { unproved: 'admin' }),

  'accounts.show-invitation': only('everyone'),
  'accounts.accept-invitation': besides('accounts.show-invitation', 'stranger'),

  // What a group writes at home, its people among it, is nobody else's until it is sent.
  'accounts.list-members': only({
    [groups]: 'A desk',
    'approved-of-others': 'rep2 every-desk',
    draft: 'A',
  }),
  'accounts.invite-member': besides(members, {
    [groups]: 'acting desk',
    'approved-of-others': 'rep2 every-desk',
    draft: 'acting',
  }),
  'accounts.change-place': besides(membersOfA, { 'manager member': 'rep desk' }),
  'accounts.remove-member': besides(membersOfA, { member: 'acting desk', manager: 'rep desk' }),
  'accounts.withdraw-member-invitation': besides(membersOfA, { open: 'acting desk' }),
  'accounts.show-handover': only({
    [groups]: 'A desk',
    'approved-of-others': 'rep2 every-desk',
    draft: 'A',
  }),
  'accounts.name-successor': besides('accounts.show-handover', { [groups]: 'rep desk' }),
  'accounts.confirm-handover': besides('accounts.show-handover', { draft: 'manager' }),
  'accounts.withdraw-handover': besides('accounts.show-handover', { draft: 'rep manager' }),
  'accounts.show-recovery': only({
    [groups]: 'A desk',
    'approved-of-others': 'rep2 every-desk',
    draft: 'A',
  }),
  // In two of the groups it is under way: in one somebody may still object, in the other it can go on.
  'accounts.open-recovery': besides('accounts.show-recovery', {
    [groups.replace(' suspended lapsed', '')]: 'desk',
    'approved-of-others': 'every-desk',
  }),
  'accounts.object-to-recovery': besides('accounts.show-recovery', { lapsed: 'rep' }),
  'accounts.invite-by-recovery': besides('accounts.show-recovery', { suspended: 'desk' }),
  'accounts.withdraw-recovery': besides('accounts.show-recovery', { 'suspended lapsed': 'desk' }),
}

const withNext = (path: string, next: string | undefined): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path

/** The pages of accounts, under a city. */
export const paths = {
  signIn: (city: string, next?: string) => withNext(`/${city}/sign-in`, next),
  signOut: (city: string) => `/${city}/sign-out`,
  signOutEverywhere: (city: string) => `/${city}/sign-out-everywhere`,
  signUp: (city: string, next?: string) => withNext(`/${city}/sign-up`, next),
  /** `to` is a locked text of sent-mail.ts. */
  signUpDone: (city: string, to: string) => `/${city}/sign-up/sent?to=${encodeURIComponent(to)}`,
  sentAgain: (city: string) => `/${city}/sign-up/sent`,
  confirmation: (city: string, token: string, next?: string) =>
    withNext(`/${city}/confirmation/${token}`, next),
  confirmationAgain: (city: string, token: string) => `/${city}/confirmation/${token}/mail`,
  reset: (city: string) => `/${city}/reset`,
  resetDone: (city: string, to: string) => `/${city}/reset/sent?to=${encodeURIComponent(to)}`,
  newPassword: (city: string, token: string) => `/${city}/reset/${token}`,
  secondFactor: (city: string, next?: string) => withNext(`/${city}/second-factor`, next),
  enrolment: (city: string, next?: string) => withNext(`/${city}/second-factor/enrolment`, next),
  enrolmentConfirmation: (city: string) => `/${city}/second-factor/enrolment/confirmation`,
  secondFactorRemoval: (city: string) => `/${city}/second-factor/removal`,
  samplePeople: (city: string, next?: string) => withNext(`/${city}/sample-people`, next),
  account: (city: string) => `/${city}/account`,
  password: (city: string) => `/${city}/account/password`,
  address: (city: string) => `/${city}/account/address`,
  mails: (city: string) => `/${city}/account/mails`,
  /** In digests: stops them without signing in. The token is a locked text of the mails. */
  mailStop: (city: string, token: string) => `/${city}/mail-stop/${token}`,
  addressConfirmation: (city: string, token: string) => `/${city}/account/address/${token}`,
  departure: (city: string, group: string) => `/${city}/groups/${group}/departure`,
  staff: (city: string) => `/${city}/staff`,
  secondFactorRule: (city: string) => `/${city}/staff/second-factor-rule`,
  mailRule: (city: string) => `/${city}/staff/mail-rule`,
  staffInvitations: (city: string) => `/${city}/staff/invitations`,
  staffInvitationWithdrawal: (city: string, id: string) =>
    `/${city}/staff/invitations/${id}/withdrawal`,
  staffMember: (city: string, id: string) => `/${city}/staff/${id}`,
  /** What an administrator does to an account; each is a noun with its own address. */
  staffStep: (
    city: string,
    id: string,
    step: 'roles' | 'revocation' | 'disabling' | 'enabling' | 'second-factor-reset',
  ) => `/${city}/staff/${id}/${step}`,
  invitation: (city: string, token: string) => `/${city}/invitations/${token}`,
  group: (city: string, group: string) => `/${city}/groups/${group}`,
  /** Belongs to a later capability; those who use the site for a group are on its roster too. */
  roster: (city: string, group: string) => `/${city}/groups/${group}/roster`,
  members: (city: string, group: string) => `/${city}/groups/${group}/members`,
  place: (city: string, group: string, account: string) =>
    `/${city}/groups/${group}/members/${account}/place`,
  removal: (city: string, group: string, account: string) =>
    `/${city}/groups/${group}/members/${account}/removal`,
  memberInvitationWithdrawal: (city: string, group: string, id: string) =>
    `/${city}/groups/${group}/members/invitations/${id}/withdrawal`,
  handover: (city: string, group: string) => `/${city}/groups/${group}/handover`,
  recovery: (city: string, group: string) => `/${city}/groups/${group}/recovery`,
  recoveryStep: (city: string, group: string, step: 'objection' | 'invitation' | 'withdrawal') =>
    `/${city}/groups/${group}/recovery/${step}`,
  handoverConfirmation: (city: string, group: string) =>
    `/${city}/groups/${group}/handover/confirmation`,
  handoverWithdrawal: (city: string, group: string) =>
    `/${city}/groups/${group}/handover/withdrawal`,
  me: (city: string) => `/${city}/me`,
  desk: (city: string) => `/${city}/desk`,
} as const

/**
 * A place inside the city to go on to, or another (one's own page) when it is none. Addresses are
 * sent as a header, which takes no other signs than printable ASCII.
 */
export const safeNext = (city: string, next: string, otherwise = `/${city}/me`): string =>
  /^\/[a-z][\x21-\x7e]*$/.test(next) &&
  next.startsWith(`/${city}/`) &&
  !next.includes('//') &&
  !next.includes('\\')
    ? next
    : otherwise

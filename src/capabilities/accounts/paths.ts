/** The pages of accounts, under a city. */
export const paths = {
  signIn: (city: string, next?: string) =>
    `/${city}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  signOut: (city: string) => `/${city}/sign-out`,
  signOutEverywhere: (city: string) => `/${city}/sign-out-everywhere`,
  signUp: (city: string) => `/${city}/sign-up`,
  signUpDone: (city: string) => `/${city}/sign-up/sent`,
  confirmation: (city: string, token: string) => `/${city}/confirmation/${token}`,
  reset: (city: string) => `/${city}/reset`,
  resetDone: (city: string) => `/${city}/reset/sent`,
  newPassword: (city: string, token: string) => `/${city}/reset/${token}`,
  secondFactor: (city: string, next?: string) =>
    `/${city}/second-factor${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  samplePeople: (city: string) => `/${city}/sample-people`,
  account: (city: string) => `/${city}/account`,
  staff: (city: string) => `/${city}/staff`,
  staffMember: (city: string, id: string) => `/${city}/staff/${id}`,
  invitation: (city: string, token: string) => `/${city}/invitations/${token}`,
} as const

/** A place inside the city to go on to, or the city's own page of the person when it is none. */
export const safeNext = (city: string, next: string): string =>
  /^\/[a-z]/.test(next) &&
  next.startsWith(`/${city}/`) &&
  !next.includes('//') &&
  !next.includes('\\')
    ? next
    : `/${city}/me`

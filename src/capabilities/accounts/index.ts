import type { Capability } from '#web/capability.ts'
import { signInRoutes } from './sign-in-routes.tsx'
import { signUpRoutes } from './sign-up-routes.tsx'

export { type Account, emailKey, lifetimes } from './account.ts'
export { hashPassword } from './password.ts'
export { paths as accountPaths } from './paths.ts'
export {
  findAccount,
  findAccountByEmail,
  findPerson,
  findPersonById,
  getAccount,
  insertAccount,
  insertMembership,
  insertRoleGrant,
  insertToken,
  updateAccount,
} from './queries.ts'

/** 利用者: people, how they sign in, what they may do. */
export const accounts: Capability = {
  name: 'accounts',
  routes: [...signInRoutes, ...signUpRoutes],
}

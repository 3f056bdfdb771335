import {
  accountPaths,
  findAccountByEmail,
  insertAccount,
  insertRoleGrant,
  insertToken,
  lifetimes,
  resetSecondFactor,
} from '#capabilities/accounts/index.ts'
import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { type CityRole, cityRoles, system } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { parseEmail } from '#kernel/contact.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { findCity } from './city.ts'
import { type Command, type CommandContext, CommandError, needOption } from './command.ts'

const roleOf = (context: CommandContext): { role: CityRole; department: string | null } => {
  const role = cityRoles.find((one) => one === needOption(context, 'role'))
  if (!role) throw new CommandError(`--role must be one of ${cityRoles.join(', ')}.`)
  return { role, department: role === 'department' ? needOption(context, 'department') : null }
}

const emailOf = (context: CommandContext): string => {
  const email = parseEmail(needOption(context, 'email'))
  if (!email.ok) throw new CommandError('--email is not an e-mail address.')
  return email.value
}

const grant = async (
  scope: Scope,
  accountId: string,
  given: { role: CityRole; department: string | null },
): Promise<void> => {
  await insertRoleGrant(scope, { accountId, ...given, grantedBy: null })
  await audit(scope, {
    action: 'accounts.grant-role',
    subjectKind: 'account',
    subjectId: accountId,
    after: given,
  })
}

const inCity = async <T>(
  context: CommandContext,
  work: (scope: Scope, city: City) => Promise<T>,
): Promise<T> => {
  const store = await context.store()
  const city = await findCity(store, needOption(context, 'city'))
  return store.database.write(store.opening(city, system('operator')), (scope) => work(scope, city))
}

const options = {
  city: { type: 'string', about: 'slug of the city' },
  email: { type: 'string', about: 'e-mail address of the person' },
  role: { type: 'string', about: cityRoles.join(' | ') },
  department: { type: 'string', about: 'code of the department, for the role department' },
} as const

export const createUserCommand: Command = {
  name: 'user create',
  usage: 'user create --city <slug> --email <address> [--name <name>] [--role <role>]',
  about:
    'Makes an account and prints a link, good for one hour, with which the person chooses a password.',
  options: { ...options, name: { type: 'string', about: 'name as others see it' } },
  run: async (context) => {
    const email = emailOf(context)
    const name = typeof context.options.name === 'string' ? context.options.name : email
    const given = context.options.role ? roleOf(context) : undefined
    const link = await inCity(context, async (scope, { slug }) => {
      const id = await insertAccount(scope, {
        email,
        name,
        passwordHash: null,
        language: 'ja',
        state: 'active',
      })
      if (!id) throw new CommandError(`${email} already has an account; use user role.`)
      await audit(scope, { action: 'accounts.create', subjectKind: 'account', subjectId: id })
      if (given) await grant(scope, id, given)
      const token = newToken()
      await insertToken(scope, {
        hash: hashToken(token),
        accountId: id,
        purpose: 'reset',
        seconds: lifetimes.reset,
      })
      return `${context.config.publicUrl}${accountPaths.newPassword(slug, token)}`
    })
    context.say(`The account was made. Choose a password within one hour: ${link}`)
  },
}

export const roleCommand: Command = {
  name: 'user role',
  usage: 'user role --city <slug> --email <address> --role <role> [--department <code>]',
  about: 'Gives a role to a person who has an account.',
  options,
  run: async (context) => {
    const email = emailOf(context)
    const given = roleOf(context)
    await inCity(context, async (scope) => {
      const account = await findAccountByEmail(scope, email)
      if (!account) throw new CommandError(`${email} has no account in this city.`)
      await grant(scope, account.id, given)
    })
    context.say(`${email} now has the role ${given.role}.`)
  },
}

export const resetSecondFactorCommand: Command = {
  name: 'user reset-second-factor',
  usage: 'user reset-second-factor --city <slug> --email <address>',
  about:
    'Takes away the second factor of a person who lost the phone; they set up a new one after signing in. For everybody else the city’s administrator does this.',
  options: { city: options.city, email: options.email },
  run: async (context) => {
    const email = emailOf(context)
    await inCity(context, async (scope, city) => {
      const account = await findAccountByEmail(scope, email)
      if (!account) throw new CommandError(`${email} has no account in this city.`)
      const reset = await resetSecondFactor(scope, city, account.id)
      if (!reset.ok) throw new CommandError(`${email} has no second factor.`)
    })
    context.say(`The second factor of ${email} was taken away; all their sessions have ended.`)
  },
}

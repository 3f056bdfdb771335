import { parseEmail } from '#kernel/contact.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine, isReading, toReading, trimSpaces } from '#kernel/text.ts'
import { passwordFault } from './account.ts'

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string }

/** Which field, and which sentence of `fault` tells what to mend. */
export type Fault = {
  readonly field: string
  readonly reason:
    | 'name'
    | 'kana'
    | 'email'
    | 'password'
    | 'short'
    | 'long'
    | 'common'
    | 'consent'
    | 'current'
    | 'currentWrong'
    | 'code'
    | 'codeWrong'
    | 'role'
    | 'department'
    | 'place'
    | 'successor'
    | 'mailPace'
    | 'digestHour'
}

export type SignUpForm = {
  readonly name: string
  readonly nameKana: string
  readonly email: string
  readonly password: string
}

/** What is wrong with a new password, in the field `password`. */
export const faultsOfPassword = (password: string, email: string): Fault[] => {
  if (password === '') return [{ field: 'password', reason: 'password' }]
  const fault = passwordFault(password, email)
  return fault ? [{ field: 'password', reason: fault }] : []
}

const faultsOfName = (name: string, nameKana: string): Fault[] => [
  ...(name === '' || name.length > 100 ? [{ field: 'name', reason: 'name' } as const] : []),
  ...(nameKana !== '' && (nameKana.length > 100 || !isReading(nameKana))
    ? [{ field: 'name_kana', reason: 'kana' } as const]
    : []),
]

/** How somebody is called, as typed. */
export const readNames = (sent: Sent): { name: string; nameKana: string; faults: Fault[] } => {
  const name = cleanLine(sent.text('name'))
  const nameKana = toReading(cleanLine(sent.text('name_kana')))
  return { name, nameKana, faults: faultsOfName(name, nameKana) }
}

/** Reads the form of a new account. */
export const readSignUp = (sent: Sent): Result<SignUpForm, readonly Fault[]> => {
  const { name, nameKana, faults: nameFaults } = readNames(sent)
  const email = parseEmail(sent.text('email'))
  const password = sent.text('password')
  const faults: Fault[] = [
    ...nameFaults,
    ...(email.ok ? [] : [{ field: 'email', reason: 'email' } as const]),
    ...faultsOfPassword(password, sent.text('email')),
    ...(sent.text('consent') === 'yes' ? [] : [{ field: 'consent', reason: 'consent' } as const]),
  ]
  return faults.length > 0 || !email.ok
    ? refuse(faults)
    : ok({ name, nameKana, email: email.value, password })
}

/** Reads an address and a password, as typed. */
export const readSignIn = (
  sent: Sent,
): Result<{ email: string; password: string }, readonly Fault[]> => {
  const email = trimSpaces(sent.text('email'))
  const password = sent.text('password')
  const faults: Fault[] = [
    ...(email === '' ? [{ field: 'email', reason: 'email' } as const] : []),
    ...(password === '' ? [{ field: 'password', reason: 'password' } as const] : []),
  ]
  return faults.length > 0 ? refuse(faults) : ok({ email, password })
}

/** Reads an e-mail address alone. */
export const readEmail = (sent: Sent): Result<string, readonly Fault[]> => {
  const email = parseEmail(sent.text('email'))
  return email.ok ? ok(email.value) : refuse([{ field: 'email', reason: 'email' }])
}

/** Reads a new password. */
export const readNewPassword = (sent: Sent): Result<string, readonly Fault[]> => {
  const faults = faultsOfPassword(sent.text('password'), '')
  return faults.length > 0 ? refuse(faults) : ok(sent.text('password'))
}

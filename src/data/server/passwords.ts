import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './durable.ts'
import type { Home } from './home.ts'

/** The two accounts of the database that can sign in: who owns the tables, and who may not. */
export type Role = 'owner' | 'app'
export type Passwords = Readonly<Record<Role, string>>

const fileOf = (home: Home): string => join(home.path, 'passwords.json')

/** 192 random bits each, in characters that need no quoting in SQL or in an address. */
export const makePasswords = (): Passwords => ({
  owner: randomBytes(24).toString('base64url'),
  app: randomBytes(24).toString('base64url'),
})

/** The passwords kept for this database, or undefined when the file is missing or damaged. */
export const readPasswords = (home: Home): Passwords | undefined => {
  let text: string
  try {
    text = readFileSync(fileOf(home), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    const { owner, app } = JSON.parse(text)
    return typeof owner === 'string' && typeof app === 'string' ? { owner, app } : undefined
  } catch {
    return undefined
  }
}

/** Keeps the passwords in a file that only we can read (mode 600). */
export const writePasswords = (home: Home, passwords: Passwords): void =>
  writeWhole(fileOf(home), `${JSON.stringify(passwords)}\n`, 0o600)

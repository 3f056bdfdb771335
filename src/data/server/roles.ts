import type { Passwords } from './passwords.ts'

/** The database of the product and the roles that can sign in to it. */
export const databaseName = 'tsunagu'
export const roleNames = { owner: 'tsunagu_owner', app: 'tsunagu_app' } as const

const { owner, app } = roleNames

/**
 * Statements that give a new cluster its roles and database. The owner makes tables and roles but
 * is no superuser; the app's role owns nothing and cannot bypass row-level security. Nobody can
 * sign in as the superuser.
 */
export const foundingStatements = (passwords: Passwords): string[] => [
  `CREATE ROLE ${app} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${passwords.app}'`,
  `CREATE ROLE ${owner} LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB CREATEROLE PASSWORD '${passwords.owner}'`,
  `GRANT ${app} TO ${owner} WITH ADMIN OPTION`,
  `CREATE DATABASE ${databaseName} OWNER ${owner}`,
  `REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC`,
  `GRANT CONNECT ON DATABASE ${databaseName} TO ${app}`,
  'REVOKE ALL ON DATABASE postgres FROM PUBLIC',
]

/** Statements that give the roles of an existing cluster new passwords. */
export const passwordStatements = (passwords: Passwords): string[] => [
  `ALTER ROLE ${owner} PASSWORD '${passwords.owner}'`,
  `ALTER ROLE ${app} PASSWORD '${passwords.app}'`,
]

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from './cli/command.ts'
import type { Config } from './config.ts'

const quoted = (text: string): string =>
  /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/** How the operator's command line reaches the data that this product runs on. */
export const operatorCommand = (
  { dataDir, databaseUrl }: Partial<Pick<Config, 'dataDir' | 'databaseUrl'>>,
  root: string,
): string => {
  // The address of a database holds its password: it is named, never shown.
  const database = databaseUrl ? 'DATABASE_URL=… ' : ''
  const place =
    dataDir === undefined || dataDir === join(root, 'data') ? '' : `DATA_DIR=${quoted(dataDir)} `
  return `${database}${place}bin/tsunagu`
}

/** Where the product's own database lies in a data directory: in it, or at the place a pointer names. */
const marks = ['postgres', 'postgres.path'] as const

/** What to try where a command finds no database, or an empty one. */
export const otherPlaceHint = ({ dataDir, databaseUrl }: Config): string =>
  databaseUrl
    ? 'Was the product started with another DATABASE_URL? Put the same one before the command.'
    : `The command looked in ${dataDir}. Was the product started with another DATA_DIR? Put the same one before the command: DATA_DIR=… bin/tsunagu …`

/**
 * Makes sure that there is a database to open: a command that only works on what is there makes none.
 * @throws CommandError that names the likely cause
 */
export const assertDatabaseThere = (config: Config): void => {
  if (config.databaseUrl || marks.some((mark) => existsSync(join(config.dataDir, mark)))) return
  throw new CommandError(
    `There is no database of Tsunagu yet. ${otherPlaceHint(config)} A new one is made by npm start or tsunagu migrate.`,
  )
}

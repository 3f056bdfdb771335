import { parseArgs } from 'node:util'
import { MigrationError } from '#data/migrate.ts'
import { projectRoot } from '#data/root.ts'
import { ServerStartError } from '#data/server/index.ts'
import { readableStack } from '#web/readable-stack.ts'
import { auditCommand } from './cli/audit.ts'
import { importCommand, listCommand } from './cli/city.ts'
import { type Command, CommandError } from './cli/command.ts'
import { importFileCommand, importListCommand, importRevertCommand } from './cli/imports.ts'
import { replaceKeyCommand } from './cli/key.ts'
import { mailCommand, mailRetryCommand } from './cli/mail.ts'
import { migrateCommand } from './cli/migrate.ts'
import { sampleLoadCommand, sampleRemoveCommand } from './cli/sample.ts'
import { searchQualityCommand } from './cli/search.ts'
import { createUserCommand, resetSecondFactorCommand, roleCommand } from './cli/user.ts'
import { type Config, readConfig } from './config.ts'
import { type DatabasePlace, openDatabasePlace } from './database-place.ts'
import { assertDatabaseThere, otherPlaceHint } from './operator-command.ts'
import { assertPrepared, openStore, prepareStore, type Store } from './store.ts'

const commands: readonly Command[] = [
  migrateCommand,
  importCommand,
  listCommand,
  importListCommand,
  importRevertCommand,
  importFileCommand,
  createUserCommand,
  roleCommand,
  resetSecondFactorCommand,
  replaceKeyCommand,
  mailCommand,
  mailRetryCommand,
  auditCommand,
  sampleLoadCommand,
  sampleRemoveCommand,
  searchQualityCommand,
]

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const printHelp = (only?: Command): void => {
  if (!only)
    say(
      'つなぐ: what an operator does. Settings come from the environment, as for npm start (DATA_DIR, DATABASE_URL, …).\n',
    )
  for (const command of only ? [only] : commands) {
    say(`tsunagu ${command.usage}\n    ${command.about}`)
    for (const [name, option] of Object.entries(command.options ?? {}))
      say(`      --${name}  ${option.about}`)
  }
}

const findCommand = (words: readonly string[]): { command: Command; rest: string[] } => {
  const command = commands.find(
    (one) => one.name === words.slice(0, one.name.split(' ').length).join(' '),
  )
  if (!command)
    throw new CommandError(
      `There is no command "${words.slice(0, 2).join(' ')}". See tsunagu --help.`,
    )
  return { command, rest: words.slice(command.name.split(' ').length) }
}

const openParts = (config: Config) => {
  let place: DatabasePlace | undefined
  let store: Store | undefined
  const openPlace = async (): Promise<DatabasePlace> => {
    // A server that is started just for a command is not worth a line.
    place ??= await openDatabasePlace(config, { log: () => undefined, mayJoin: true })
    return place
  }
  return {
    migrate: async () => prepareStore((await openPlace()).urls),
    store: async (): Promise<Store> => {
      if (store) return store
      assertDatabaseThere(config)
      const { urls } = await openPlace()
      await assertPrepared(urls).catch((error: unknown) => {
        if (!(error instanceof MigrationError)) throw error
        throw new CommandError(`${error.message}\n${otherPlaceHint(config)}`)
      })
      const clock = (): Date => new Date()
      store = await openStore({
        urls,
        dataDir: config.dataDir,
        publicUrl: config.publicUrl,
        secretKey: config.secretKey,
        uploadLimits: config.uploadLimits,
        works: false,
        clock,
        onError: (error) => say(error.message),
      })
      return store
    },
    close: async () => {
      await store?.close()
      await place?.stop()
    },
  }
}

const parse = (command: Command, rest: readonly string[]) => {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: { type: 'boolean' as const } }).map(
      ([name, { type }]) => [name, { type }],
    ),
  )
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new CommandError(`${(error as Error).message} Usage: tsunagu ${command.usage}`)
  }
}

const run = async (args: readonly string[]): Promise<void> => {
  if (args.length === 0 || args[0] === '--help' || args[0] === 'help') return printHelp()
  const { command, rest } = findCommand(args)
  const { values, positionals } = parse(command, rest)
  if (values.help) return printHelp(command)
  const config = readConfig(process.env, projectRoot())
  if (!config.ok) throw new CommandError(config.error)
  const parts = openParts(config.value)
  try {
    await command.run({
      config: config.value,
      say,
      store: parts.store,
      migrate: parts.migrate,
      words: positionals,
      options: values as Record<string, string | boolean | undefined>,
    })
  } finally {
    await parts.close()
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  const expected = [CommandError, ServerStartError, MigrationError].some(
    (kind) => error instanceof kind,
  )
  process.stderr.write(
    `${expected ? (error as Error).message : readableStack((error as Error).stack ?? String(error))}\n`,
  )
  process.exitCode = 1
}

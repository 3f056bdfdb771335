import type { Config } from '../config.ts'
import type { Store } from '../store.ts'

/** What a command may use. The store is opened on the running product's database, or starts it for the while. */
export type CommandContext = {
  readonly config: Config
  readonly say: (line: string) => void
  /** Opens the store, which must be migrated already; closed when the command ends. */
  readonly store: () => Promise<Store>
  /** Brings the database up to date. @returns the migrations applied now */
  readonly migrate: () => Promise<readonly string[]>
  /** Positional words after the command's own, and its options. */
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** One thing an operator does. */
export type Command = {
  /** As typed: `city import`. */
  readonly name: string
  readonly usage: string
  readonly about: string
  readonly options?: Readonly<
    Record<string, { readonly type: 'string' | 'boolean'; readonly about: string }>
  >
  readonly run: (context: CommandContext) => Promise<void>
}

/** A mistake of the person at the keyboard: one clear line, no stack. */
export class CommandError extends Error {}

/** The option's text. @throws CommandError when it was not given */
export const needOption = (context: Pick<CommandContext, 'options'>, name: string): string => {
  const value = context.options[name]
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  throw new CommandError(`--${name} is missing.`)
}

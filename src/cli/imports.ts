import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  beginRevert,
  beginRun,
  checkWhole,
  countRows,
  findImporter,
  findRunRefusal,
  getImport,
  type Import,
  importers,
  listImports,
  listRowsAfter,
  outcomes,
  results,
  revertPiece,
  runPiece,
  runWhole,
  uploadFile,
} from '#capabilities/imports/index.ts'
import type { Scope } from '#data/scope.ts'
import { sayRefusal } from '#data/tables-in-out/index.ts'
import { system } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { findCity } from './city.ts'
import { type Command, type CommandContext, CommandError, needOption } from './command.ts'

type Work = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>

/** Runs each piece in a transaction of its own, as the operator. */
const openCity = async (context: CommandContext): Promise<{ city: City; within: Work }> => {
  const store = await context.store()
  const city = await findCity(store, needOption(context, 'city'))
  const within: Work = (work) => store.database.write(store.opening(city, system('operator')), work)
  return { city, within }
}

const kinds = importers.map(({ kind }) => kind).join(' | ')
const shown = 50

const tellRows = async (context: CommandContext, scope: Scope, one: Import): Promise<void> => {
  for (const filter of ['refused', 'suspect'] as const) {
    const rows = await listRowsAfter(scope, one.id, { filter, after: 0, most: shown })
    for (const { number, faults, candidates } of rows)
      context.say(
        `  row ${number}  ${filter}  ${[...faults.map(({ column, text, words }) => `${column}: ${text.ja} ${words}`.trim()), ...candidates.map(({ name, why }) => `${name} (${why.ja})`)].join(' / ')}`,
      )
  }
}

const tellCheck = async (context: CommandContext, scope: Scope, one: Import): Promise<void> => {
  const counts = await countRows(scope, one.id)
  const numbers = outcomes.map((name) => `${name} ${counts.outcome(name)}`).join(', ')
  const { format, encoding = '', delimiter = '' } = one.facts
  context.say(`${one.id}  ${one.fileName}  ${format} ${encoding} ${JSON.stringify(delimiter)}`)
  context.say(
    `header in row ${one.plan.header}; ${counts.all} rows: ${numbers}; mended ${counts.noted}`,
  )
  await tellRows(context, scope, one)
}

const check = async (context: CommandContext, city: City, within: Work): Promise<Import> => {
  const [kind = '', path] = context.words
  const importer = findImporter(kind)
  if (!importer || !path) throw new CommandError(`Which list, and which file? Lists: ${kinds}`)
  const bytes = await readFile(path).catch(() => {
    throw new CommandError(`${path} cannot be read.`)
  })
  return within(async (scope) => {
    const given = {
      name: basename(path),
      bytes,
      importers: [importer],
      channel: 'command' as const,
    }
    const up = await uploadFile(scope, city, given)
    if (!up.ok)
      throw new CommandError(
        up.error.kind === 'table'
          ? `${path}: ${sayRefusal(up.error.refusal).ja}`
          : `${path}: there is no room for more files.`,
      )
    const one = await checkWhole(scope, city, up.value)
    await tellCheck(context, scope, one)
    return one
  })
}

const run = async (context: CommandContext): Promise<void> => {
  const { city, within } = await openCity(context)
  const one = await check(context, city, within)
  if (context.options['dry-run']) return context.say('Nothing was written (--dry-run).')
  const mode = context.options['all-or-nothing'] ? 'all' : 'rows'
  const confirmed = context.options['other-city'] === true
  const refusal = await within((scope) => findRunRefusal(scope, one, { mode, confirmed }))
  if (refusal === 'nothing-to-do') return context.say('There is nothing to write.')
  if (refusal === 'other-city')
    throw new CommandError(
      `Nothing was written: ${one.facts.elsewhere?.rows} of ${one.facts.elsewhere?.all} rows seem to be of ${one.facts.elsewhere?.place}. If they are meant, say --other-city.`,
    )
  if (refusal) throw new CommandError(`Nothing was written: ${refusal}.`)
  await within((scope) => beginRun(scope, one, mode))
  if (mode === 'all') await within((scope) => runWhole(scope, city, one.id))
  else while (await within((scope) => runPiece(scope, city, one.id)));
  await within(async (scope) => {
    const { state, failure } = await getImport(scope, one.id)
    const counts = await countRows(scope, one.id)
    context.say(`${state}: ${results.map((name) => `${name} ${counts.result(name)}`).join(', ')}`)
    if (failure) throw new CommandError(failure.ja)
  })
}

const city = { type: 'string', about: 'slug of the city' } as const

export const importFileCommand: Command = {
  name: 'import',
  usage: `import <${kinds}> --city <slug> [--dry-run] [--all-or-nothing] [--other-city] <file>`,
  about:
    'Imports a list from a CSV or Excel file. --dry-run only says what would happen, row by row.',
  options: {
    city,
    'dry-run': { type: 'boolean', about: 'say what would happen, write nothing' },
    'all-or-nothing': { type: 'boolean', about: 'write nothing if even one row is refused' },
    'other-city': { type: 'boolean', about: 'write although the list seems to be another city’s' },
  },
  run,
}

export const importListCommand: Command = {
  name: 'import list',
  usage: 'import list --city <slug>',
  about: 'Lists the imports of a city, the latest first.',
  options: { city },
  run: async (context) => {
    const { within } = await openCity(context)
    const all = importers.map(({ kind }) => kind)
    for (const one of await within((scope) => listImports(scope, { kinds: all, page: 1 })))
      context.say(
        `${one.id}  ${one.createdAt.toISOString().slice(0, 16)}  ${one.state.padEnd(9)}  ${one.kind.padEnd(11)}  ${one.rowCount} rows  ${one.fileName}  (${one.actorName})`,
      )
  },
}

export const importRevertCommand: Command = {
  name: 'import revert',
  usage: 'import revert --city <slug> <id>',
  about: 'Takes an import back. What was changed or used since stays, and is told.',
  options: { city },
  run: async (context) => {
    const { city: where, within } = await openCity(context)
    const [id = ''] = context.words
    const one = await within((scope) => getImport(scope, id)).catch(() => {
      throw new CommandError(`There is no import "${id}". See tsunagu import list.`)
    })
    if (one.state !== 'done' && one.state !== 'cancelled')
      throw new CommandError(`The import is ${one.state}; only what was written can be taken back.`)
    await within((scope) => beginRevert(scope, one))
    while (await within((scope) => revertPiece(scope, where, id)));
    await within(async (scope) => {
      const counts = await countRows(scope, id)
      context.say(
        `removed ${counts.reverted('removed')}, set back ${counts.reverted('set-back')}, left ${counts.reverted('left')}`,
      )
      const rows = await listRowsAfter(scope, id, { filter: 'left', after: 0, most: shown })
      for (const row of rows) context.say(`  row ${row.number}  ${row.leftWhy?.ja ?? ''}`)
    })
  },
}

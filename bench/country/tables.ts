import pg from 'pg'
import { getCity } from '#capabilities/cities/index.ts'
import { type Answers, answerText, fieldsOf, getForm } from '#capabilities/forms/index.ts'
import {
  beginRevert,
  beginRun,
  checkWhole,
  findImporter,
  getImport,
  revertPiece,
  runPiece,
  uploadFile,
} from '#capabilities/imports/index.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { writeSpreadsheetCsv } from '#kernel/tables/index.ts'
import type { Product } from '#tests/world/product.ts'
import type { Store } from '../../src/store.ts'
import { figure, say } from '../figures.ts'
import { inventGroup } from './group.ts'
import { seededRandom } from './random.ts'

const target = { id: 142042, slug: 'kamakura' } as const

type Ground = { readonly product: Product; readonly store: Store }

const secondsOf = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const began = performance.now()
  const value = await work()
  return [(performance.now() - began) / 1000, value]
}

const rate = (name: string, rows: number, seconds: number, floor?: number): void => {
  const ratio = floor === undefined ? '' : `  ÷ floor ${figure(rows / seconds / floor, 0)}`
  say(`${name.padEnd(34)} ${figure(rows / seconds, 8)} rows/s (${seconds.toFixed(1)} s)${ratio}`)
}

/** The rows of one of the files in which a long list comes: each has to stay below the size of an upload. */
type Part = { readonly from: number; readonly count: number }

const rowsOfPart = 25_000

const listParts = (rows: number): readonly Part[] =>
  Array.from({ length: Math.ceil(rows / rowsOfPart) }, (_, at) => ({
    from: at * rowsOfPart,
    count: Math.min(rowsOfPart, rows - at * rowsOfPart),
  }))

/** A file as a city would bring it: the headings of its own form, everything in words. */
const composeFile = async (scope: Scope, city: City, part: Part): Promise<Uint8Array> => {
  const { definition } = await getForm(scope, 'registration')
  const fields = fieldsOf(definition).filter(
    ({ kind, code }) => kind !== 'file' && kind !== 'declaration' && !code.endsWith('address'),
  )
  const random = seededRandom(100_000 + part.from)
  const rows = Array.from({ length: part.count }, (_, index) => {
    const at = part.from + index
    const { answers } = inventGroup(random, ['取込', 'とりこみ'])
    const named: Answers = {
      ...answers,
      name: `${answers.name}第${at + 1}支部`,
      representative_name: `${answers.representative_name}${at + 1}`,
      representative_phone: `0467-${String(10 + (at % 90))}-${String(1000 + (at % 9000))}`,
    } as Answers
    return fields.map((field) => answerText(field, named[field.code], { lang: 'ja', city }))
  })
  return new TextEncoder().encode(
    writeSpreadsheetCsv([fields.map(({ label }) => label.ja), ...rows]),
  )
}

/** The least that keeping such a row costs: one prepared INSERT for each, a thousand in a transaction. */
const measureFloor = async (ownerUrl: string): Promise<number> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('CREATE TABLE bench_floor (id integer PRIMARY KEY, answers jsonb NOT NULL)')
  const random = seededRandom(1)
  const answers = JSON.stringify(inventGroup(random, ['取込', 'とりこみ']).answers)
  const rows = 20_000
  const [seconds] = await secondsOf(async () => {
    for (let from = 0; from < rows; from += 1_000) {
      await client.query('BEGIN')
      for (let id = from; id < from + 1_000; id += 1)
        await client.query({
          name: 'floor',
          text: 'INSERT INTO bench_floor VALUES ($1, $2)',
          values: [id, answers],
        })
      await client.query('COMMIT')
    }
  })
  await client.query('DROP TABLE bench_floor')
  await client.end()
  return rows / seconds
}

const pieces = async (
  { store }: Ground,
  piece: (scope: Scope, city: City) => Promise<boolean>,
): Promise<void> => {
  const step = (): Promise<boolean> =>
    store.database.write(store.opening(target), async (scope) => piece(scope, await getCity(scope)))
  while (await step());
}

const checkFile = ({ store }: Ground, part: Part) =>
  store.database.write(store.opening(target), async (scope) => {
    const city = await getCity(scope)
    const up = await uploadFile(scope, city, {
      name: 'groups.csv',
      bytes: await composeFile(scope, city, part),
      importers: [findImporter('groups')!],
      channel: 'command',
    })
    if (!up.ok) throw new Error(JSON.stringify(up.error))
    return (await checkWhole(scope, city, up.value)).id
  })

const runFile = async (ground: Ground, id: string): Promise<void> => {
  await ground.store.database.write(ground.store.opening(target), async (scope) =>
    beginRun(scope, await getImport(scope, id), 'rows'),
  )
  await pieces(ground, (scope, city) => runPiece(scope, city, id))
}

const revertFile = async (ground: Ground, id: string): Promise<void> => {
  await ground.store.database.write(ground.store.opening(target), async (scope) =>
    beginRevert(scope, await getImport(scope, id)),
  )
  await pieces(ground, (scope, city) => revertPiece(scope, city, id))
}

/** One after the other; what it took in all, and what each gave. */
const inTurn = <T, R>(many: readonly T[], work: (one: T) => Promise<R>) =>
  secondsOf(async () => {
    const given: R[] = []
    for (const one of many) given.push(await work(one))
    return given
  })

/** Groups from files: tried out, written, given out again as open data, and taken back. */
export const measureTables = async (
  ground: Ground,
  { rows, when }: { readonly rows: number; readonly when: string },
): Promise<void> => {
  const { product } = ground
  const parts = listParts(rows)
  say(`${rows.toLocaleString('en')} groups in ${parts.length} file(s) ${when}`)
  const floor = await measureFloor(product.ownerUrl())
  const [checking, ids] = await inTurn(parts, (part) => checkFile(ground, part))
  rate('tried out', rows, checking, floor)
  const [running] = await inTurn(ids, (id) => runFile(ground, id))
  rate('written', rows, running, floor)
  const [giving, bytes] = await secondsOf(async () => {
    const response = await fetch(`${product.url}/${target.slug}/open-data/groups.csv`)
    return (await response.arrayBuffer()).byteLength
  })
  rate(`open data, ${(bytes / 2 ** 20).toFixed(0)} MB`, rows, giving)
  const [reverting] = await inTurn(ids, (id) => revertFile(ground, id))
  rate('taken back', rows, reverting, floor)
}

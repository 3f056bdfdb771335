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

/** A file as a city would bring it: the headings of its own form, everything in words. */
const composeFile = async (scope: Scope, city: City, rowsOfFile: number): Promise<Uint8Array> => {
  const { definition } = await getForm(scope, 'registration')
  const fields = fieldsOf(definition).filter(
    ({ kind, code }) => kind !== 'file' && kind !== 'declaration' && !code.endsWith('address'),
  )
  const random = seededRandom(100_000)
  const rows = Array.from({ length: rowsOfFile }, (_, at) => {
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

const checkFile = ({ store }: Ground, rowsOfFile: number) =>
  store.database.write(store.opening(target), async (scope) => {
    const city = await getCity(scope)
    const up = await uploadFile(scope, city, {
      name: 'groups.csv',
      bytes: await composeFile(scope, city, rowsOfFile),
      importers: [findImporter('groups')!],
      channel: 'command',
    })
    if (!up.ok) throw new Error(JSON.stringify(up.error))
    return (await checkWhole(scope, city, up.value)).id
  })

/** Groups from a file: tried out, written, given out again as open data, and taken back. */
export const measureTables = async (
  ground: Ground,
  { rows: rowsOfFile, when }: { readonly rows: number; readonly when: string },
): Promise<void> => {
  const { product, store } = ground
  say(`a file of ${rowsOfFile.toLocaleString('en')} groups ${when}`)
  const floor = await measureFloor(product.ownerUrl())
  const [checking, id] = await secondsOf(() => checkFile(ground, rowsOfFile))
  rate('tried out', rowsOfFile, checking, floor)
  const [running] = await secondsOf(async () => {
    await store.database.write(store.opening(target), async (scope) =>
      beginRun(scope, await getImport(scope, id), 'rows'),
    )
    await pieces(ground, (scope, city) => runPiece(scope, city, id))
  })
  rate('written', rowsOfFile, running, floor)
  const [giving, bytes] = await secondsOf(async () => {
    const response = await fetch(`${product.url}/${target.slug}/open-data/groups.csv`)
    return (await response.arrayBuffer()).byteLength
  })
  rate(`open data, ${(bytes / 2 ** 20).toFixed(0)} MB`, rowsOfFile, giving)
  const [reverting] = await secondsOf(async () => {
    await store.database.write(store.opening(target), async (scope) =>
      beginRevert(scope, await getImport(scope, id)),
    )
    await pieces(ground, (scope, city) => revertPiece(scope, city, id))
  })
  rate('taken back', rowsOfFile, reverting, floor)
}

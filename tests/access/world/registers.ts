import {
  addFacility,
  closeFacility,
  emptyFacts,
  getFacility,
} from '#capabilities/facilities/index.ts'
import {
  beginRun,
  checkWhole,
  findImporter,
  type Import,
  runPiece,
  uploadFile,
} from '#capabilities/imports/index.ts'
import { changeSynonyms } from '#capabilities/publishing/index.ts'
import type { Scope } from '#data/scope.ts'
import { act, must, put, type Town } from './town.ts'

const day = '2026-11-10'

const makeFacilities = async (town: Town): Promise<void> => {
  for (const state of ['open', 'closed'] as const) {
    const id = await act(town, 'office', day, (scope) =>
      addFacility(scope, {
        ...emptyFacts,
        name: `見本会館 ${state}`,
        address: `見本町${state}1-1`,
      }),
    )
    if (state === 'closed')
      await act(town, 'office', day, async (scope) =>
        must(
          await closeFacility(scope, await getFacility(scope, id), {
            on: '2026-11-09',
            reason: '',
          }),
        ),
      )
    put(town, { kind: 'facility', state, params: { id } })
  }
}

const upload = async (scope: Scope, town: Town, state: string): Promise<Import> =>
  must(
    await uploadFile(scope, town.here.city, {
      name: `${state}.csv`,
      // The second row may be the first once more: somebody has to say.
      bytes: Buffer.from(
        `NO,名称,住所\n1,取込会館 ${state},取込町${state}1-1\n2,取込会館 ${state},取込町${state}1-1\n`,
      ),
      importers: [findImporter('facilities')!],
      channel: 'web',
    }),
  )

/** The office has changed the list of synonyms once, so that there is something to change and to take back. */
const writeSynonyms = (town: Town): Promise<void> =>
  act(town, 'office', day, async (scope) => {
    must(await changeSynonyms(scope, [['海', '浜']], 0))
  })

/** A file of one facility, taken as far as the state says. */
const makeImport = (town: Town, state: 'uploaded' | 'checked' | 'running' | 'done') =>
  act(town, 'office', day, async (scope) => {
    const { city } = town.here
    const one = await upload(scope, town, state)
    put(town, { kind: 'import', state, params: { id: one.id } })
    if (state === 'uploaded') return
    const checked = await checkWhole(scope, city, one)
    if (state === 'checked') return
    await beginRun(scope, checked, 'rows')
    if (state === 'done') while (await runPiece(scope, city, one.id));
  })

/** Facilities, departments, and imports of every state in which somebody may do something. */
export const makeRegisters = async (town: Town): Promise<void> => {
  await makeFacilities(town)
  await writeSynonyms(town)
  for (const state of ['uploaded', 'checked', 'running', 'done'] as const)
    await makeImport(town, state)
  put(town, { kind: 'import-template', state: 'facilities', params: { kind: 'facilities' } })
  const [department] = town.here.city.departments
  put(town, { kind: 'department', state: 'listed', params: { code: department?.code ?? '' } })
}

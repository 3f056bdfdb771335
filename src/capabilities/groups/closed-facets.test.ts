import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { runJob } from '#tests/world/jobs.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { importGroups } from './actions/import.ts'
import { wholeDirectory } from './directory.ts'
import { groupTables } from './live-tables.ts'
import { countDirectory } from './queries/directory.ts'
import { getRegistrationPreset, saveRegistrationSettings } from './queries/settings.ts'

let here: TestCity
let site: Hono
let desk: Person
const now = testNow
const [sea, hill] = [newId(), newId()]

beforeAll(async () => {
  const store = await openTestStore(() => now)
  here = await openTestCity(store, 'chigasaki')
  site = await openTestSite(store, () => now)
  desk = await here.person('センター 職員', ['centre'])
})

/** What the city publishes of nobody. */
const close = (alwaysPrivate: readonly string[]): Promise<void> =>
  here.as(visitor, async (scope) => {
    const preset = await getRegistrationPreset(scope)
    const visibility = { ...preset.visibility, alwaysPrivate: [...alwaysPrivate] }
    await saveRegistrationSettings(scope, { ...preset, visibility })
  })

const register = (id: string, name: string): Promise<void> =>
  here.as(desk, (scope) =>
    importGroups(scope, here.city, {
      drafts: [
        {
          id,
          name,
          class: '',
          number: undefined,
          registeredOn: '2026-04-01',
          validUntil: null,
          answers: {
            name,
            activities: '海岸の清掃',
            fields: ['environment'],
            recruiting: true,
            day_kinds: ['saturday'],
            legal_form: 'npo',
            members: 73,
          },
        },
      ],
      file: '一覧.csv',
    }),
  )

const at = (path: string): string => `/${here.key.slug}${path}`
const read = async (path: string): Promise<string> => {
  const response = await openBrowser(site).get(at(path))
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
/** What the list says of one group. */
const cardIn = (html: string, id: string): string =>
  html.split('<article').find((card) => card.includes(`/groups/${id}"`)) ?? ''

const counts = () =>
  here.as(visitor, (scope) =>
    countDirectory(scope, { filter: wholeDirectory, question: undefined }),
  )
const fieldName = (): string => here.city.fields.find(({ code }) => code === 'environment')!.name.ja

/** Everything that tells of the group's field, and of its taking members: true where it is told. */
const toldBy = async (id: string, name: string) => {
  const counted = await counts()
  const [page, list, csv, json, search, found] = await Promise.all([
    read(`/groups/${id}`),
    read('/groups'),
    read('/open-data/group-fields.csv'),
    read('/open-data/groups.json'),
    read(`/search?q=${encodeURIComponent('会員募集')}`),
    read(`/groups?q=${encodeURIComponent('会員募集')}`),
  ])
  const { records } = JSON.parse(json) as { records: readonly Record<string, unknown>[] }
  const own = records.find((one) => one.id === id)
  return {
    field: {
      count: (counted.byValue.field.get('environment') ?? 0) > 0,
      facet: (await read('/groups?field=environment')).includes(`/groups/${id}"`),
      page: page.includes(fieldName()),
      chip: cardIn(list, id).includes(fieldName()),
      openData: csv.includes(id),
    },
    recruiting: {
      count: counted.byFlag.recruiting > 0,
      facet: (await read('/groups?recruiting=yes')).includes(`/groups/${id}"`),
      page: page.includes('会員を募集しています'),
      chip: cardIn(list, id).includes('会員募集中'),
      openData: own?.recruiting === true,
      search: search.includes(name),
      directory: found.includes(`/groups/${id}"`),
    },
  }
}

const formName = (): string => here.city.legalForms.find(({ code }) => code === 'npo')!.name.ja

/** What the page of statistics counts under that code. */
const tallyOf = async (table: string, code: string): Promise<number> => {
  const { rows } = await here.as(visitor, (scope) =>
    groupTables.find((one) => one.code === table)!.count(scope, here.city),
  )
  return rows.find((row) => row.code === code)?.values[0] ?? 0
}

/** Everything that tells of the group's legal form, and of the number of its members. */
const formAndMembers = async (id: string) => {
  const counted = await counts()
  const json = await read('/open-data/groups.json')
  const { records } = JSON.parse(json) as { records: readonly Record<string, unknown>[] }
  const own = records.find((one) => one.id === id)
  return {
    count: (counted.byValue.form.get('npo') ?? 0) > 0,
    facet: (await read('/groups?form=npo')).includes(`/groups/${id}"`),
    page: (await read(`/groups/${id}`)).includes(formName()),
    openData: own?.legal_form === 'npo' && own.legal_form_name === formName(),
    statistics: (await tallyOf('groups-by-legal-form', 'npo')) > 0,
    members: own?.members === 73,
    memberBands: (await tallyOf('group-members', '50-99')) > 0,
  }
}

const all = <T extends object>(told: T, value: boolean) =>
  Object.fromEntries(Object.keys(told).map((key) => [key, value]))

describe('活動分野と会員募集の公開', () => {
  test('市が公開しないと決めると、決めたときからどこにも出ず、もどすと出る', async () => {
    await register(sea, '海の会')
    const open = await toldBy(sea, '海の会')
    expect(open.field).toEqual(all(open.field, true))
    expect(open.recruiting).toEqual(all(open.recruiting, true))

    await close(['fields', 'recruiting'])
    const atOnce = await toldBy(sea, '海の会')
    expect(atOnce.field).toEqual(all(open.field, false))
    const { search: _, directory: __, ...seen } = atOnce.recruiting
    expect(Object.values(seen)).not.toContain(true)

    expect((await runJob(here, 'groups.show-again', now)).failed).toEqual([])
    const closed = await toldBy(sea, '海の会')
    expect(closed.recruiting).toEqual(all(open.recruiting, false))

    await register(hill, '丘の会')
    const later = await toldBy(hill, '丘の会')
    expect([later.field, later.recruiting]).toEqual([closed.field, closed.recruiting])
    // What it says instead must not be wrong either.
    expect(await read(`/groups/${hill}`)).not.toContain('募集していません')

    await close([])
    expect((await runJob(here, 'groups.show-again', now)).failed).toEqual([])
    expect((await toldBy(sea, '海の会')).field).toEqual(open.field)
  })
})

describe('法人格と会員の人数の公開', () => {
  test('市が公開しないと決めると、一覧・件数・オープンデータ・統計のどこにも出ず、もどすと出る', async () => {
    const shell = newId()
    await register(shell, '貝の会')
    const open = await formAndMembers(shell)
    expect(open).toEqual(all(open, true))
    await close(['legal_form', 'members'])
    expect(await formAndMembers(shell)).toEqual(all(open, false))
    expect((await runJob(here, 'groups.show-again', now)).failed).toEqual([])
    expect(await formAndMembers(shell)).toEqual(all(open, false))
    // 数えるときは、公開していない団体として数える。
    expect(await tallyOf('groups-by-legal-form', 'not-stated')).toBeGreaterThan(0)
    await close([])
    expect((await runJob(here, 'groups.show-again', now)).failed).toEqual([])
    expect(await formAndMembers(shell)).toEqual(open)
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { insertMembership } from '#capabilities/accounts/index.ts'
import { getForm, insertSheet } from '#capabilities/forms/index.ts'
import { getRegistrationSettings, registrationSheetKey } from '#capabilities/groups/index.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type DatabaseUrls, openStore, type Store } from '../../src/store.ts'
import { openTestCity, type TestCity, testNow } from '../world/city.ts'
import type { Product } from '../world/product.ts'
import { enterAs, enterQuickly, type Journey, type Visitor } from './visitor.ts'

/** The product's own database, opened from outside, to bring the people of a journey in. */
export const openProductStore = (product: Product): Promise<Store> =>
  openStore({
    urls: JSON.parse(readFileSync(join(product.dataDir, 'running.json'), 'utf8')) as DatabaseUrls,
    dataDir: product.dataDir,
    publicUrl: product.url,
    works: false,
    clock: () => testNow,
    onError: () => undefined,
  })

/** Everyone a chain of work needs, each with a phone of their own. */
export type Cast = {
  /** Looks around without an account. */
  readonly resident: Visitor
  readonly leader: Visitor
  /** Leads another group, registered for long. */
  readonly rival: Visitor
  readonly centre: Visitor
  readonly office: Visitor
  readonly department: Visitor
  readonly reviewers: readonly Visitor[]
}

export type Story = {
  readonly journey: Journey
  readonly town: TestCity
  readonly cast: Cast
  /** A department of the city: the one that works with the group. */
  readonly departmentCode: string
  readonly rivalGroup: string
}

const reviewerNames = ['見本 一枝', '見本 二葉', '見本 三郎', '見本 四季', '見本 五月'] as const

/** A group that has been on the register since long before the journey. */
const insertGroup = (town: TestCity, leader: Person): Promise<string> =>
  town.as(visitor, async (scope) => {
    const id = newId()
    await scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id,
        state: 'approved',
        name: 'となり町の会',
        number: '第1号',
        sample: true,
        registered_on: '2024-04-01',
        created_at: scope.now,
        updated_at: scope.now,
      })
      .execute()
    const { accountId } = leader
    await insertMembership(scope, { accountId, groupId: id, role: 'representative' })
    // Its rules lie at the counter: some programmes ask for them before a proposal.
    const { form } = await getRegistrationSettings(scope, undefined)
    await insertSheet(scope, registrationSheetKey(id), await getForm(scope, form), {
      answers: { rules_file: 'by-hand' },
      visibility: {},
    })
    return id
  })

/** A city of the journey's own with the preset's facts, its people, and a phone for each of them. */
export const beginStory = async (
  store: Store,
  browser: Browser,
  wanted: Omit<Journey, 'city'>,
): Promise<Story> => {
  const town = await openTestCity(store, wanted.preset)
  const journey: Journey = { ...wanted, city: town.key.slug }
  const departmentCode = town.city.departments[1]!.code
  await town.person('見本 住子')
  const rival = await town.person('見本 隣')
  const enter = async (
    name: string,
    roles: Parameters<TestCity['person']>[1] = [],
  ): Promise<Visitor> => enterQuickly(browser, journey, (await town.person(name, roles)).accountId)
  const rivalGroup = await insertGroup(town, rival)
  const reviewers: Visitor[] = []
  for (const name of reviewerNames) reviewers.push(await enter(name, ['reviewer']))
  const cast: Cast = {
    resident: await enterAs(browser, journey, '見本 住子'),
    leader: await enter('見本 始'),
    rival: await enterQuickly(browser, journey, rival.accountId),
    centre: await enter('見本 窓口', ['centre']),
    office: await enter('見本 事務', ['office']),
    department: await enter('見本 担当', [{ department: departmentCode }]),
    reviewers,
  }
  return { journey, town, departmentCode, rivalGroup, cast }
}

export const endStory = async ({ cast }: Story): Promise<void> => {
  for (const one of Object.values(cast).flat()) await one.close()
}

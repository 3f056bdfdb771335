import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import type { Scope, UploadLimits } from '#data/scope.ts'
import { type Actor, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { keepUpload, recountFiles } from './index.ts'

let town: TestCity

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
})

const subject = { kind: 'issue', id: newId() }
const bytes = new TextEncoder().encode('12345678')
const upload = { name: 'memo.txt', type: 'text/plain', bytes, purpose: 'photo' }

const within = (scope: Scope, uploadLimits: UploadLimits): Scope => ({
  ...scope,
  outside: { ...scope.outside, uploadLimits },
})

type Gift = {
  readonly actor: Actor
  readonly limits: Partial<UploadLimits>
  readonly file: typeof upload
  readonly city?: TestCity
  readonly now?: Date
}

const giveFile = async ({ actor, limits, file, city = town, now }: Gift): Promise<string> => {
  const whole = { perAccountDay: 1e9, perCity: 1e9, ...limits }
  const kept = await city.as(actor, (scope) => keepUpload(within(scope, whole), subject, file), now)
  return kept.ok ? 'kept' : kept.error
}

const give = (actor: Actor, limits: Partial<UploadLimits>, now = testNow): Promise<string> =>
  giveFile({ actor, limits, file: upload, now })

test('一人が24時間に送れる量をこえると断り、次の日にはまた受け取る。ほかの人には関わらない', async () => {
  const person = await town.person('送る人')
  const limits = { perAccountDay: 20 }
  expect(await give(person, limits)).toBe('kept')
  expect(await give(person, limits)).toBe('kept')
  expect(await give(person, limits)).toBe('day-full')
  expect(await give(await town.person('ほかの人'), limits)).toBe('kept')
  expect(await give(person, limits, new Date(testNow.getTime() + 86_400_001))).toBe('kept')
})

test('一度に送っても、量は一つずつ数えられる', async () => {
  const person = await town.person('急ぐ人')
  const results = await Promise.all([1, 2, 3, 4].map(() => give(person, { perAccountDay: 20 })))
  expect(results.toSorted()).toEqual(['day-full', 'day-full', 'kept', 'kept'])
})

test('市全体の量をこえると断る', async () => {
  expect(await give(visitor, { perCity: 1 })).toBe('city-full')
  expect(await give(visitor, {})).toBe('kept')
})

test('別々の人が一度に送っても、市全体の量はこえない', async () => {
  const city = await openTestCity(town.store)
  const people = await Promise.all(['一', '二', '三', '四'].map((name) => city.person(name)))
  const limits = { perCity: 20 }
  const results = await Promise.all(
    people.map((actor) => giveFile({ actor, limits, file: upload, city })),
  )
  expect(results.toSorted()).toEqual(['city-full', 'city-full', 'kept', 'kept'])
})

test('作り直した写真は、作り直したあとの量で数えられる', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const create = { width: 200, height: 200, channels: 3, background: 'gray', noise } as const
  const photo = await sharp({ create }).jpeg({ quality: 100 }).toBuffer()
  const again = await sharp(photo).jpeg({ quality: 88 }).toBuffer()
  expect(again.length).toBeLessThan(photo.length)
  const file = { ...upload, name: 'photo.jpg', type: 'image/jpeg', bytes: new Uint8Array(photo) }
  const give = (perAccountDay: number, actor: Actor) =>
    giveFile({ actor, limits: { perAccountDay }, file })
  expect(await give(again.length, await town.person('写す人'))).toBe('kept')
  expect(await give(again.length - 1, await town.person('写す人'))).toBe('day-full')
})

test('ファイルの行が消えると、市の量は数え直される', async () => {
  const city = await openTestCity(town.store)
  const limits = { perCity: 8 }
  const send = () => giveFile({ actor: visitor, limits, file: upload, city })
  expect([await send(), await send()]).toEqual(['kept', 'city-full'])
  await city.as(visitor, async (scope) => {
    await scope.db.deleteFrom('files').where('city_id', '=', scope.city.id).execute()
    await recountFiles(scope)
  })
  expect([await send(), await send()]).toEqual(['kept', 'city-full'])
})

import { expect, test } from 'vitest'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { listFiles } from './file-queries.ts'
import { keepBytes } from './files.ts'

test('同じ時に出されたファイルは、あとで書き換えがあっても、出された順に並ぶ', async () => {
  const here = await openTestCity(await openTestStore())
  const person = await here.person('見本 人')
  const subject = { kind: 'group', id: 'x' }
  const names = Array.from({ length: 12 }, (_, at) => `${at}.txt`)
  await here.as(person, async (scope) => {
    for (const name of names)
      await keepBytes(scope, subject, {
        purpose: 'papers',
        name,
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(name),
      })
  })
  const listed = () => here.as(person, (scope) => listFiles(scope, subject))
  const [first] = await listed()
  await here.as(person, (scope) =>
    scope.db
      .updateTable('files')
      .set({ purpose: 'notice' })
      .where('city_id', '=', scope.city.id)
      .where('id', '=', first?.id ?? '')
      .execute(),
  )
  expect((await listed()).map(({ name }) => name)).toEqual(names)
})

import { beforeAll, expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import { saveSheet } from './actions.ts'
import { findSheet, getForm } from './queries.ts'

let here: TestCity

beforeAll(async () => {
  here = await openTestCity(await openTestStore())
})

const operator = system('operator')

test('同じ様式を二人が同時に書き始めても、一枚になり、どちらの保存も失敗しない', async () => {
  const key = { kind: 'theme', id: newId(), purpose: 'theme' }
  let bothLooked = () => {}
  const looked = new Promise<void>((resolve) => {
    bothLooked = resolve
  })
  let count = 0
  const write = (title: string) =>
    here.as(operator, async (scope) => {
      const form = await getForm(scope, 'theme')
      expect(await findSheet(scope, key)).toBeUndefined()
      count += 1
      if (count === 2) bothLooked()
      await looked
      const reading = { answers: { title }, visibility: {}, problems: [] }
      return saveSheet(scope, key, { form, reading, sent: formOf({}), send: false })
    })
  const [one, other] = await Promise.all([write('一人め'), write('二人め')])
  expect(one.sheetId).toBe(other.sheetId)
  const sheet = await here.as(operator, (scope) => findSheet(scope, key))
  expect(sheet?.revision).toBe(2)
})

test('データベースは、同じ対象の同じ様式を二枚持たない', async () => {
  const key = { kind: 'theme', id: newId(), purpose: 'theme' }
  const insertTwice = here.as(operator, async (scope) => {
    const form = await getForm(scope, 'theme')
    const row = () => ({
      city_id: scope.city.id,
      id: newId(),
      subject_kind: key.kind,
      subject_id: key.id,
      purpose: key.purpose,
      form: form.definition.code,
      version: form.version,
      answers: '{}',
      visibility: '{}',
      updated_at: scope.now,
    })
    await scope.db.insertInto('sheets').values([row(), row()]).execute()
  })
  await expect(insertTwice).rejects.toMatchObject({ code: '23505' })
})

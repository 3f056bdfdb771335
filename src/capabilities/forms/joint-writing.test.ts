import { beforeAll, expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import { saveSheet } from './actions.ts'
import { readShared, shownField } from './joint-writing.ts'
import { findSheet, getForm } from './queries.ts'
import { markSheet } from './two-hands.ts'

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

test('公開範囲をせばめたあとに、前から開いていた画面を保存しても、広がらない', async () => {
  const key = { kind: 'group', id: newId(), purpose: 'registration' }
  const settled = await here.as(operator, async (scope) => {
    const form = await getForm(scope, 'registration')
    const field = form.definition.sections
      .flatMap(({ fields }) => fields)
      .find(({ visibilityChoosable }) => visibilityChoosable)!.code
    const openly = { answers: {}, visibility: { [field]: 'public' } } as const
    const save = async (shown: typeof openly | undefined, typed: Record<string, string>) => {
      const marks = shown
        ? { [shownField]: JSON.stringify(markSheet(form.definition, shown)) }
        : { [shownField]: '' }
      const sent = formOf({ ...typed, ...marks })
      const read = await readShared(scope, here.city, { key, formCode: form.definition.code, sent })
      if (!read.ok) throw new Error('clash')
      await saveSheet(scope, key, { ...read.value, sent, send: false })
    }
    const choice = `${field}.visibility`
    await save(undefined, { [choice]: 'public' })
    await save(openly, { [choice]: 'private' })
    await save(openly, { [choice]: 'public', name: 'ほかの欄' })
    return (await findSheet(scope, key))?.visibility[field]
  })
  expect(settled).toBe('private')
})

import { expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { insertTask, listTasksFor, listTasksOf } from './task-queries.ts'

test('手続きの題名は、英語の名前があれば両方の言葉で残る', async () => {
  const town = await openTestCity(await openTestStore())
  const draft = {
    step: 'check',
    title: { ja: '確かめる', en: 'Check' },
    assignee: { role: 'office' },
    url: '/x',
  } as const
  const titles = await town.as(visitor, async (scope) => {
    const call = { kind: 'call', id: newId() }
    const proposal = { kind: 'proposal', id: newId() }
    await insertTask(scope, { ...call, title: '募集', titleEn: 'Call' }, draft)
    await insertTask(scope, { ...proposal, title: '川の会' }, draft)
    const tasks = [...(await listTasksOf(scope, call)), ...(await listTasksOf(scope, proposal))]
    return tasks.map(({ subjectTitle }) => subjectTitle)
  })
  expect(titles).toEqual([
    { ja: '募集', en: 'Call' },
    { ja: '川の会', en: '川の会' },
  ])
})

test('センターと事務局を兼ねる人にも、同じことは一度だけ知らされる', async () => {
  const town = await openTestCity(await openTestStore())
  const both = await town.person('見本 兼子', ['centre', 'office'])
  const title = { ja: '相談を記録する', en: 'Record the consultation' }
  const subject = { kind: 'consultation', id: newId(), title: '相談' }
  const steps = await town.as(both, async (scope) => {
    for (const role of ['centre', 'office'] as const)
      await insertTask(scope, subject, { step: 'hold', title, assignee: { role }, url: '/x' })
    return (await listTasksFor(scope, both)).map(({ step }) => step)
  })
  expect(steps).toEqual(['hold'])
})

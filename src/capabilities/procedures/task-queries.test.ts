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

test('事務局の仕事の期限は開庁日に移り、団体に知らせた期限は動かない', async () => {
  const town = await openTestCity(await openTestStore())
  const draft = { step: 'check', title: { ja: '確かめる', en: 'Check' }, url: '/x' }
  const subject = { kind: 'proposal', id: newId(), title: '川の会' }
  const days = await town.as(visitor, async (scope) => {
    const saturday = '2027-02-06'
    await insertTask(scope, subject, { ...draft, assignee: { role: 'office' }, dueOn: saturday })
    const group = { groupId: newId() }
    await insertTask(scope, subject, { ...draft, assignee: group, dueOn: saturday })
    const tasks = await listTasksOf(scope, subject)
    return tasks.map(({ role, dueOn }) => [role, dueOn]).toSorted()
  })
  expect(days).toEqual(
    [
      ['office', '2027-02-08'],
      [null, '2027-02-06'],
    ].toSorted(),
  )
})

import { expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { insertTask, listTasksOf } from './task-queries.ts'

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

import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { both } from '#kernel/bilingual.ts'
import { newId } from '#kernel/ids.ts'
import { defineWorkflow } from '#kernel/workflow.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { watchWrites } from '#tests/world/counted-scope.ts'
import { insertTask, listEvents, listTasksOf, takeStep } from './index.ts'
import type { TaskDraft } from './task.ts'

let town: TestCity

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
})

const workflow = defineWorkflow({
  initial: ['draft'],
  states: {
    draft: { staff: both('下書き', 'Draft'), applicant: both('下書き', 'Draft') },
    sent: { staff: both('受付', 'Sent'), applicant: both('受付', 'Sent'), final: true },
  },
  transitions: [
    { name: 'send', from: ['draft'], to: 'sent', by: ['group'], label: both('送った', 'Sent') },
  ],
})

const task = (step: string): TaskDraft => ({
  step,
  title: both('確かめる', 'Check'),
  assignee: { role: 'office' },
  url: '/x',
})

test('一歩進むと、履歴と記録が残り、前にすることは閉じて次にすることだけが開く。互いを待たない', async () => {
  const subject = { kind: 'proposal', id: newId(), title: '川の会' }
  const seen = await town.as(visitor, async (opened) => {
    await insertTask(opened, subject, task('write'))
    const { scope, writes } = watchWrites(opened)
    const taken = await takeStep(scope, workflow, {
      subject,
      state: 'draft',
      name: 'send',
      roles: ['group'],
      role: 'group',
      next: () => [task('check'), task('assign')],
    })
    return {
      taken,
      together: writes.slice(0, 3).toSorted(),
      tasks: writes.filter((write) => write === 'tasks').length,
      open: (await listTasksOf(opened, subject)).map(({ step }) => step).toSorted(),
      events: (await listEvents(opened, [subject], { publicOnly: false })).map(({ to }) => to),
    }
  })
  expect(seen).toEqual({
    taken: { ok: true, value: 'sent' },
    together: ['audit_entries', 'tasks', 'timeline_events'],
    // One statement closes, one opens both.
    tasks: 2,
    open: ['assign', 'check'],
    events: ['sent'],
  })
})

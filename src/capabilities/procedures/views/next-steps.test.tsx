import { expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { renderPart } from '#web/html/render.ts'
import type { Task } from '../task.ts'
import { NextSteps } from './next-steps.tsx'

const city = { departments: [], centre: { ja: 'センター', en: 'Centre' } } as unknown as City

const office: Person = {
  kind: 'person',
  accountId: 'a',
  name: '見本 花子',
  roles: ['office'],
  departments: [],
  memberships: [],
  trusted: true,
}

const task = (given: Partial<Task>): Task => ({
  id: 't',
  subject: { kind: 'proposal', id: 'p' },
  step: 'check',
  title: { ja: '書類を確かめる', en: 'Check the papers' },
  subjectTitle: { ja: '', en: '' },
  url: '/x/proposals/p/check',
  role: 'office',
  department: null,
  groupId: null,
  accountId: null,
  dueOn: null,
  openedAt: new Date('2026-11-01T00:00:00Z'),
  ...given,
})

const show = (
  tasks: readonly Task[],
  here = '/x/proposals/p',
  person: Person | undefined = office,
) =>
  renderPart(
    <NextSteps
      lang="ja"
      city={city}
      person={person}
      now={new Date('2026-11-20T01:00:00Z')}
      here={here}
      tasks={tasks}
    />,
  )

test('手続きは、別のページなら進むボタン、同じページなら「ここで行える」と示す', () => {
  expect(show([task({})])).toContain('href="/x/proposals/p/check"')
  const same = show([task({})], '/x/proposals/p/check')
  expect(same).not.toContain('href=')
  expect(same).toContain('このページで行えます')
  expect(show([task({ url: '/x/proposals/p#decide' })])).toContain('href="/x/proposals/p#decide"')
})

test('期限を過ぎた手続きは、何日過ぎたかと、どうすればよいかを示す', () => {
  const mine = show([task({ dueOn: '2026-11-17' })])
  expect(mine).toContain('期限を3日過ぎています')
  expect(mine).toContain('できるだけ早く進めてください')
  expect(mine).not.toContain('受付終了')
  const others = show([task({ dueOn: '2026-11-17' })], '/x', { ...office, roles: [] })
  expect(others).toContain('期限を3日過ぎています')
  expect(others).not.toContain('できるだけ早く進めてください')
})

test('同じことをする委員は、役割と人数で一行にまとめる', () => {
  const seat = (id: string) => task({ id, accountId: id, role: 'reviewer' })
  const html = show([seat('one'), seat('two'), seat('three')])
  expect(html).toContain('審査委員')
  expect(html).toContain('（3人）')
  expect(html.match(/<li/g)).toHaveLength(1)
})

test('センターと事務局のどちらが行ってもよいことは、一行にまとめる', () => {
  const hold = (role: Task['role'], id: string) => task({ id, role, step: 'hold', url: '/x' })
  const html = show([hold('centre', 'one'), hold('office', 'two')])
  expect(html.match(/<li/g)).toHaveLength(1)
  expect(html).toContain('センターまたは')
  expect(html).toContain('data-mine="true"')
  expect(html).not.toContain('2人')
})

test('双方がそれぞれ行うことは、別々の行になる', () => {
  const confirm = { step: 'confirm', url: '/x' }
  const html = show([
    task({ ...confirm, id: 'one', role: null, groupId: 'g' }),
    task({ ...confirm, id: 'two', role: 'department', department: 'parks' }),
  ])
  expect(html.match(/<li/g)).toHaveLength(2)
})

test('このページの下のほうで行えることへは、期限のそばから行ける', () => {
  const page = (jumps: readonly { label: string; to: string }[]) =>
    renderPart(
      <NextSteps
        lang="ja"
        city={city}
        person={office}
        now={new Date('2026-11-20T01:00:00Z')}
        here="/x/proposals/p/check"
        tasks={[task({ url: '/x/proposals/p/check' })]}
        jumps={jumps}
      />,
    )
  expect(page([{ label: '結果を入力する', to: 'result' }])).toMatch(
    /href="#result".*結果を入力する/,
  )
  expect(page([])).not.toContain('このページでできること')
})

test('自分の番は、ほかの人の番より先に並ぶ', () => {
  const html = show([
    task({ id: 'one', role: null, groupId: 'g', title: { ja: '団体がする', en: '' }, url: '/x' }),
    task({ id: 'two', title: { ja: '事務局がする', en: '' }, url: '/y' }),
  ])
  expect(html.indexOf('事務局がする')).toBeLessThan(html.indexOf('団体がする'))
})

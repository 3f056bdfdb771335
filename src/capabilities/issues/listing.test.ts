import { expect, test } from 'vitest'
import { readIssueFilter, readThemeFilter } from './listing.ts'

const asked = (query: string) => readIssueFilter(new URLSearchParams(query))

test('条件のない一覧は、すべての1ページ目である', () => {
  expect(asked('')).toEqual({ q: '', field: '', department: '', state: '', page: 1 })
})

test('アドレスの条件が読める', () => {
  expect(asked('q=街灯&field=safety&department=parks&state=closed&page=3')).toEqual({
    q: '街灯',
    field: 'safety',
    department: 'parks',
    state: 'closed',
    page: 3,
  })
})

test('ありえない条件は、ないものとして扱う', () => {
  for (const query of ['page=0', 'page=-1', 'page=1.5', 'page=x', 'page=1e9'])
    expect(asked(query).page).toBe(1)
  expect(asked('state=draft').state).toBe('')
  expect(asked(`q=${'あ'.repeat(500)}`).q).toHaveLength(200)
  expect(readThemeFilter(new URLSearchParams('state=draft')).state).toBe('')
})

test('データベースが受け取れない文字は、条件に残らない', () => {
  expect(asked('q=a%00b').q).toBe('ab')
  expect(asked('q=%F0%9F').q.isWellFormed()).toBe(true)
})

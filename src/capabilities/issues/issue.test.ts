import { expect, test } from 'vitest'
import { assertWorkflow } from '#kernel/workflow-check.ts'
import {
  answerDueOn,
  checkDueOn,
  isPublicIssue,
  issueWorkflow,
  mendDueOn,
  searchTextOf,
} from './issue.ts'

test('課題の段階の表に行き止まりや矛盾がない', () => {
  expect(() => assertWorkflow(issueWorkflow)).not.toThrow()
})

test('センターの確認は、休日を除いて5営業日以内', () => {
  // 2026-11-20 is a Friday; 23 November is a holiday.
  expect(checkDueOn(new Date('2026-11-20T10:00:00+09:00'))).toBe('2026-11-30')
  expect(checkDueOn(new Date('2026-12-25T10:00:00+09:00'))).toBe('2027-01-07')
})

test('市の回答は30日以内で、閉庁日に当たれば次の開庁日まで', () => {
  expect(answerDueOn(new Date('2026-11-20T10:00:00+09:00'))).toBe('2026-12-21')
  expect(answerDueOn(new Date('2026-12-02T10:00:00+09:00'))).toBe('2027-01-04')
})

test('直すのは14日後まで。閉庁日のときは、その次に開く日まで', () => {
  expect(mendDueOn(new Date('2026-11-20T10:00:00+09:00'))).toBe('2026-12-04')
  expect(mendDueOn(new Date('2026-12-18T10:00:00+09:00'))).toBe('2027-01-04')
})

test('公開されているのは、公開中のものと回答して終わったものだけ', () => {
  const states = Object.keys(issueWorkflow.states) as (keyof typeof issueWorkflow.states)[]
  expect(states.filter((state) => isPublicIssue({ state }))).toEqual(['published', 'closed'])
})

test('検索の言葉は、題名・内容・場所・回答を、かなと全角をそろえて持つ', () => {
  const text = searchTextOf({
    title: 'ツウガク路が暗い',
    body: '街灯がＬＥＤでない',
    place: '鎌ケ谷駅',
    cityAnswer: '来年度に替えます',
  })
  for (const word of ['つうがく路', 'led', '鎌け谷', '来年度']) expect(text).toContain(word)
})

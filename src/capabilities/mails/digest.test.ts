import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlainDate, tokyoInstant } from '#kernel/calendar.ts'
import { defaultSettings } from '#kernel/city.ts'
import { bareBody, bareSubject, type Entry, groupEntries } from './digest.ts'
import { digestText } from './digest-texts.ts'
import { digestDueAt, mayWait, nextDigestDay, paceOf } from './pace.ts'

const entry = (of: Partial<Entry> & { readonly about: string }): Entry => ({
  matter: { kind: 'proposal', id: of.about, title: of.about },
  title: '【鎌倉市 つなぐ】お知らせ',
  body: '本文',
  dueOn: null,
  at: tokyoInstant('2026-04-01', '10:00'),
  ...of,
})

test('まとめは件名ごとに集まり、期限の近いものが上、同じ件の中では新しいものが上', () => {
  const at = (time: string) => tokyoInstant('2026-04-01', time)
  const groups = groupEntries([
    entry({ about: '花の会', at: at('09:00') }),
    entry({ about: '水の会', at: at('09:10'), dueOn: '2026-04-20' }),
    entry({ about: '花の会', at: at('11:00') }),
    entry({ about: '森の会', at: at('10:00') }),
    entry({ about: '風の会', at: at('08:00'), dueOn: '2026-04-10' }),
  ])
  expect(groups.map(({ matter }) => matter.title)).toEqual(['風の会', '水の会', '花の会', '森の会'])
  expect(groups[2]?.entries.map((one) => one.at)).toEqual([at('11:00'), at('09:00')])
})

test('どのお知らせも、まとめの中に一度だけ、言われた言葉のまま出る', () => {
  const entries = fc.array(
    fc.record({ about: fc.constantFrom('花', '水', '森'), mark: fc.uuid(), dated: fc.boolean() }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(entries, (given) => {
      const made = given.map(({ about, mark, dated }) =>
        entry({ about, body: `山田 様\n\n言葉 ${mark}`, dueOn: dated ? '2026-05-01' : null }),
      )
      const told = { name: '山田', city: '鎌倉市', choiceUrl: 'https://a', stopUrl: 'https://b' }
      const { body } = digestText('ja', { ...told, groups: groupEntries(made) })
      for (const { mark } of given) expect(body.split(`言葉 ${mark}`)).toHaveLength(2)
      expect(body.match(/^■ /gm)).toHaveLength(new Set(given.map(({ about }) => about)).size)
    }),
    { numRuns: 50 },
  )
})

test('まとめの件名は数と期限のある数を言い、市の名とあいさつは一度だけ', () => {
  const told = { name: '山田 花子', city: '鎌倉市', choiceUrl: 'https://a', stopUrl: 'https://b' }
  const groups = groupEntries([
    entry({ about: '花の会', body: '山田 花子 様\n\n直してください。', dueOn: '2026-04-10' }),
    entry({ about: '水の会' }),
  ])
  const { subject, body } = digestText('ja', { ...told, groups })
  expect(subject).toBe('【鎌倉市 つなぐ】お知らせのまとめ 2件（期限のあるもの 1件）')
  expect(body.match(/山田 花子 様/g)).toHaveLength(1)
  expect(body).toContain('期限：令和8年4月10日（金）')
  expect(digestText('en', { ...told, groups }).subject).toBe(
    '[鎌倉市 Tsunagu] 2 messages of the day (1 with a deadline)',
  )
})

test('団体あてのあいさつも、英語のあいさつも、まとめでは一度だけになる', () => {
  expect(bareBody('花の会\n山田 花子 様\n\n本文です。\n')).toBe('本文です。')
  expect(bareBody('Dear Hanako,\n\nHello.')).toBe('Hello.')
  expect(bareBody('あいさつのない文。\n次の行。')).toBe('あいさつのない文。\n次の行。')
  expect(bareSubject('【鎌倉市 つなぐ】提案を【確認】しました')).toBe('提案を【確認】しました')
  expect(bareSubject('[Kamakura Tsunagu] Please look')).toBe('Please look')
})

const rule = { ...defaultSettings, digestHour: 8, digestDays: 'business' } as const
const at = (day: PlainDate, time: string) => tokyoInstant(day, time)

test('平日8時のまとめは、金曜の8時を過ぎると月曜になり、連休と年末年始を飛ばす', () => {
  expect(nextDigestDay(at('2026-04-03', '07:59'), rule)).toBe('2026-04-03')
  expect(nextDigestDay(at('2026-04-03', '08:00'), rule)).toBe('2026-04-06')
  expect(nextDigestDay(at('2026-05-01', '12:00'), rule)).toBe('2026-05-07')
  expect(nextDigestDay(at('2026-12-28', '12:00'), rule)).toBe('2027-01-04')
  expect(nextDigestDay(at('2026-04-03', '08:00'), { ...rule, digestDays: 'every' })).toBe(
    '2026-04-04',
  )
})

test('今日のまとめの時は、その時刻から来る。休みの日には来ない', () => {
  expect(digestDueAt(at('2026-04-03', '07:59'), rule)).toBeUndefined()
  expect(digestDueAt(at('2026-04-03', '23:00'), rule)).toEqual(at('2026-04-03', '08:00'))
  expect(digestDueAt(at('2026-04-04', '12:00'), rule)).toBeUndefined()
  expect(digestDueAt(at('2026-04-04', '12:00'), { ...rule, digestDays: 'every' })).toEqual(
    at('2026-04-04', '08:00'),
  )
})

test('期限が次のまとめの日までに来るものは待たない。翌日からは待つ', () => {
  const friday = at('2026-04-03', '12:00')
  expect(mayWait(undefined, friday, rule)).toBe(true)
  expect(mayWait('2026-04-05', friday, rule)).toBe(false)
  expect(mayWait('2026-04-06', friday, rule)).toBe(false)
  expect(mayWait('2026-04-07', friday, rule)).toBe(true)
})

test('選んでいない人は市のいつもの届き方、いくつもの役割がある人はいちばん早い届き方', () => {
  const settings = { mailPace: { staff: 'daily', reviewer: 'none', others: 'at_once' } } as const
  expect(paceOf({ chosen: null, roles: ['office'] }, settings)).toBe('daily')
  expect(paceOf({ chosen: null, roles: ['reviewer'] }, settings)).toBe('none')
  expect(paceOf({ chosen: null, roles: ['reviewer', 'department'] }, settings)).toBe('daily')
  expect(paceOf({ chosen: null, roles: [] }, settings)).toBe('at_once')
  expect(paceOf({ chosen: 'none', roles: ['office'] }, settings)).toBe('none')
})

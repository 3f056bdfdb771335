import { expect, test } from 'vitest'
import { type City, whomToAsk } from './city.ts'

const city = {
  contact: { office: { ja: '協働推進課', en: 'Collaboration Division' }, phone: '012-345-6789' },
  centre: { ja: '支援センター', en: 'Support Centre' },
} as City

test('センターの電話が分かる市ではセンターを、分からない市では担当課を、問い合わせ先として案内する', () => {
  expect(whomToAsk(city)).toMatchObject({ name: { ja: '協働推進課' }, phone: '012-345-6789' })
  const known = { ...city, centreContact: { phone: '012-999-0000' } }
  expect(whomToAsk(known)).toMatchObject({ name: { ja: '支援センター' }, phone: '012-999-0000' })
  const byMail = { ...city, centreContact: { email: 'centre@example.jp' } }
  expect(whomToAsk(byMail)).toMatchObject({ name: { ja: '支援センター' } })
  expect(whomToAsk(byMail).phone).toBeUndefined()
  // Hours alone tell nobody where to turn.
  const hoursOnly = { ...city, centreContact: { hours: { ja: '9時から', en: 'from 9' } } }
  expect(whomToAsk(hoursOnly).name.ja).toBe('協働推進課')
})

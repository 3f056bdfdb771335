import { expect, test } from 'vitest'
import { keptFormSeconds } from '#data/kept-forms.ts'
import { mailRetention } from '../mails/index.ts'
import { privacyTexts } from './texts/privacy.ts'

const place = {
  slug: 'town',
  city: '市',
  office: '課',
  centre: 'センター',
  group: '団体',
  programme: '制度',
  committee: '審査会',
  licence: 'CC BY 4.0',
  phone: '',
  email: '',
}
const day = 86_400

test('個人情報の画面は、預かった様式とメールの保存期間を、実際のとおりに言う', () => {
  const ja = JSON.stringify(privacyTexts.ja(place))
  const en = JSON.stringify(privacyTexts.en(place))
  expect(keptFormSeconds).toBe(day)
  expect(ja).toMatch(/ログインの有効時間が切れた後に送られた様式の内容は、[^"]*長くて1日/)
  expect(en).toMatch(/after your session had ended: [^"]*at most one day/)
  expect(ja).toContain(`送ってから${mailRetention.sent / day}日`)
  expect(ja).toContain(`断られてから${mailRetention.failed / day}日`)
  expect(en).toContain(`${mailRetention.sent / day} days after sending`)
  expect(en).toContain(`${mailRetention.failed / day} days after they were refused`)
})

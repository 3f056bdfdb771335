import { expect, test } from 'vitest'
import { conditionText } from './condition-text.ts'
import type { EligibilityRule } from './preset.ts'
import { cityOf } from './presets.fixture.ts'

const label = (ja: string) => ({ ja, en: ja })
const definition = {
  code: 'registration',
  title: label('登録'),
  sections: [{ title: label('書類'), fields: [] }],
}

const told = (rule: Partial<EligibilityRule> & Pick<EligibilityRule, 'kind'>) => {
  const whole = { code: 'r', severity: 'warn', message: label('ありません。'), source: '' } as const
  return conditionText({ ...whole, ...rule }, { city: cityOf('kamakura'), definition }, 'ja')
}

test('決まりは、まだ書いていない人に、数の入った条件として示される', () => {
  expect(told({ kind: 'min_members', value: 5 })).toBe('会員が5人以上いること')
  expect(told({ kind: 'activity_months', value: 12 })).toBe('1年以上続けて活動していること')
  expect(told({ kind: 'activity_months', value: 6 })).toBe('6か月以上続けて活動していること')
  expect(told({ kind: 'residency_percent', value: 50 })).toContain('50％以上が')
  expect(told({ kind: 'residency_percent', value: 50, moreThan: true })).toContain('50％をこえる')
})

test('市が条件の文を決めているときは、それを使う', () => {
  expect(told({ kind: 'field_required', guide: label('年間の計画') })).toBe('年間の計画')
})

const value = {
  year: '2025',
  value: '42.0',
  source: '見本の調査',
  note: '',
  // Others have sent theirs before: every one of them is kept.
  beside: 'yes',
}

const pasted = '指標コード\t年度\t値\t出典\ncivic-activity\t2023\t40.0\t見本の調査'

/** What people who keep indicators send. */
export const indicatorBodies = {
  'indicators.enter-value': () => value,
  'indicators.change-value': () => ({ ...value, step: 'correct', reason: '見本の理由です。' }),
  'indicators.fill': () => ({}),
  'indicators.change-record': () => ({ title: '見本の指標', unit: '%', decimals: '1', sign: 'x' }),
  'indicators.preview-table': () => ({ pasted }),
  'indicators.take-in': () => ({ pasted, sign: 'x', reason: '見本の理由です。' }),
  'indicators.adopt': () => ({ definition: 'participation', department: '' }),
} as const

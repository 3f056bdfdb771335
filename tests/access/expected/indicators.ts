import { only, quietly, type Rules } from './notation.ts'

const enterers = { led: 'dept every-office', unled: 'every-office' }

/** 指標: the office enters values, and the department that is responsible; which there are, the office decides. */
export const indicators: Rules = {
  'indicators.list': only('everyone'),
  'indicators.show': only('everyone'),
  'indicators.show-pdf': only('everyone'),
  'indicators.show-values': only(enterers),
  'indicators.enter-value': only(enterers),
  // Whoever comes after another is shown the values that stand now.
  'indicators.show-value': quietly(enterers),
  'indicators.change-value': quietly(enterers),
  'indicators.fill': only(enterers),
  'indicators.table': only('dept every-office'),
  'indicators.preview-table': quietly('dept every-office'),
  'indicators.take-in': quietly('dept every-office'),
  'indicators.show-record': only('every-office'),
  // Whoever comes after another is shown the record again.
  'indicators.change-record': quietly('every-office'),
  'indicators.show-adoption': only('every-office'),
  'indicators.adopt': quietly('every-office'),
}

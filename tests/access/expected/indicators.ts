import { only, quietly, type Rules } from './notation.ts'

const enterers = { led: 'dept every-office', unled: 'every-office' }

/** 指標: the office enters values, and the department that is responsible; which there are, the office decides. */
export const indicators: Rules = {
  'indicators.list': only('everyone'),
  'indicators.show': only('everyone'),
  'indicators.show-pdf': only('everyone'),
  'indicators.show-values': only(enterers),
  'indicators.enter-value': only(enterers),
  'indicators.show-value': only(enterers),
  'indicators.change-value': only(enterers),
  'indicators.fill': quietly(enterers),
  'indicators.table': only('dept every-office'),
  'indicators.preview-table': quietly('dept every-office'),
  'indicators.take-in': only('dept every-office'),
  'indicators.show-record': only('every-office'),
  'indicators.change-record': only('every-office'),
  'indicators.show-adoption': only('every-office'),
  'indicators.adopt': only('every-office'),
}

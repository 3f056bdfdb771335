import { besides, only, quietly, type Rules } from './notation.ts'

const keepers = 'dept every-desk'
const show = 'surveys.show'

/** アンケート: whoever works on a survey builds it; everyone answers what is open, and nobody what is not. */
export const surveys: Rules = {
  'surveys.list': only('everyone'),
  'surveys.show': only({ 'open closed': 'everyone', draft: 'staff' }),
  'surveys.wordings': only({ 'open closed': 'everyone' }),
  'surveys.open-new': only('dept dept2 every-desk'),
  'surveys.begin': besides('surveys.open-new', 'dept every-desk'),
  'surveys.open-edit': only(keepers),
  'surveys.change': only(keepers),
  'surveys.questions': only(keepers),
  'surveys.open-question': only(keepers),
  'surveys.save-question': only(keepers),
  'surveys.move-question': quietly(keepers),
  'surveys.remove-question': quietly(keepers),
  'surveys.preview': only(keepers),
  'surveys.publish': only({ draft: keepers }),
  'surveys.take-back': only({ open: keepers }),
  'surveys.close': only({ open: keepers }),
  'surveys.extend': only({ 'open closed': keepers }),
  'surveys.discard': only({ draft: keepers }),
  'surveys.asked': only(keepers),
  'surveys.ask': only(keepers),
  'surveys.print-letters': only(keepers),
  'surveys.list-codes': only(keepers),
  'surveys.take-returned-codes': only(keepers),
  'surveys.remind': besides('surveys.asked', { open: keepers }),
  'surveys.print-paper': only(keepers),
  'surveys.sheets': only({ 'open closed': keepers }),
  'surveys.enter-sheet': only({ 'open closed': keepers }),
  'surveys.open-table': only({ 'open closed': keepers }),
  'surveys.table-template': only({ 'open closed': keepers }),
  'surveys.take-in': only({ 'open closed': keepers }),
  'surveys.open-answer': besides(show, { open: 'everyone' }),
  'surveys.answer': besides(show, { open: 'everyone' }),
  'surveys.open-entry': only({ 'open closed': 'everyone' }),
  'surveys.enter': quietly({ 'open closed': 'everyone' }),
  // Without the number of a receipt it leads back to the survey.
  'surveys.receipt': quietly({ 'open closed': 'everyone' }),
  'surveys.put-aside': only({ 'open closed': 'everyone' }),
  'surveys.open-export': only({ 'open closed': keepers }),
  'surveys.export': besides('surveys.open-export', { closed: keepers }),
  'surveys.fetch-export': only({ closed: keepers }),
  'surveys.check-receipt': only({ 'open closed': keepers }),
}

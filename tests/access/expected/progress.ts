import { only, quietly, type Rules } from './notation.ts'

const members = 'seated unseated'
const writers = 'dept every-office'

/** 進捗: a department writes its own share, the office checks and publishes, the committee comments in between. */
export const progress: Rules = {
  'progress.show': only('everyone'),
  'progress.show-year': only({ published: 'everyone' }),
  'progress.show-sheet': only('everyone'),
  'progress.open-form': only('every-office'),
  'progress.open': only('every-office'),
  'progress.show-settings': only('every-office'),
  'progress.change-settings': only('every-office'),
  'progress.show-round': only('every-office'),
  'progress.step': only({ 'reporting committee': 'every-office' }),
  'progress.add-department': only({ reporting: 'every-office' }),
  'progress.show-report': only(writers),
  'progress.save-report': only({ 'writing returned': writers }),
  'progress.table': only({ 'writing returned': writers }),
  'progress.preview-table': quietly({ 'writing returned': writers }),
  'progress.take-in': only({ 'writing returned': writers }),
  'progress.show-check': only('every-office'),
  'progress.check': only({ sent: 'every-office' }),
  'progress.show-committee': only({
    'committee answering published': `${members} every-office`,
  }),
  'progress.comment': only({ committee: members }),
  'progress.show-answers': only({ answering: 'every-office' }),
  'progress.answer': only({ answering: 'every-office' }),
}

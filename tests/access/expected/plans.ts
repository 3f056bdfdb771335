import { besides, only, quietly, type Rules } from './notation.ts'

const writers = { own: 'dept every-office', revision: 'every-office' } as const

/** 計画: everyone reads what was published; drafts are for the office and the department that keeps the plan. */
export const plans: Rules = {
  'plans.list': only('everyone'),
  'plans.show': only('everyone'),
  'plans.show-item': only('everyone'),
  'plans.compare': only('everyone'),
  'plans.show-links': only('every-office'),
  'plans.change-links': only('every-office'),
  'plans.list-drafts': only('dept dept2 every-office'),
  'plans.open-begin': only('dept dept2 every-office'),
  'plans.begin': besides('plans.open-begin', 'dept every-office'),
  'plans.show-draft': only(writers),
  'plans.compare-draft': only({ revision: 'every-office' }),
  'plans.open-facts': only(writers),
  'plans.change-facts': only(writers),
  'plans.open-legends': only(writers),
  'plans.change-legends': only(writers),
  'plans.open-new-item': only(writers),
  'plans.add-item': only(writers),
  'plans.open-item': only(writers),
  'plans.save-item': only(writers),
  'plans.order-items': quietly(writers),
  'plans.place-item': only(writers),
  'plans.remove-item': only(writers),
  'plans.publish': only(writers),
  'plans.discard': only(writers),
}

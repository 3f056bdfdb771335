import { besides, only, type Rules } from './notation.ts'

/** 地域課題と事業テーマ: before publication an issue is its author's and the desk's, a theme its department's and the office's. */
export const issues: Rules = {
  'issues.list': only('everyone'),
  'issues.show': only({
    'published closed': 'everyone',
    'submitted returned declined withdrawn': 'resident every-desk',
  }),
  'issues.open-form': only('people'),
  'issues.raise': only('people'),
  'issues.open-edit': only({ returned: 'resident' }),
  'issues.resubmit': only({ returned: 'resident' }),
  'issues.publish': only({ submitted: 'every-desk' }),
  'issues.return': only({ submitted: 'every-desk' }),
  'issues.decline': only({ submitted: 'every-desk' }),
  'issues.unpublish': only({ published: 'every-desk' }),
  'issues.assign': only({ published: 'every-desk' }),
  'issues.answer': only({ published: 'every-office dept' }),
  'issues.withdraw': only({ 'submitted returned published': 'resident' }),

  'issues.list-themes': only('everyone'),
  'issues.show-theme': only({ 'published closed': 'everyone', draft: 'dept every-office' }),
  'issues.close-theme': only({ published: 'dept every-office' }),
  'issues.open-theme': only('dept dept2'),
  'issues.begin-theme': only('dept dept2'),
  'issues.edit-theme': only({ 'draft published': 'dept' }),
  'issues.save-theme': besides('issues.edit-theme', { 'draft published': 'dept' }),
}

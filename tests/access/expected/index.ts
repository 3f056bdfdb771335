import { accounts } from './accounts.ts'
import { evaluations } from './evaluations.ts'
import { groups } from './groups.ts'
import { indicators } from './indicators.ts'
import { introductions } from './introductions.ts'
import { issues } from './issues.ts'
import { only, quietly, type Rules } from './notation.ts'
import { plans } from './plans.ts'
import { progress } from './progress.ts'
import { projects } from './projects.ts'
import { proposals } from './proposals.ts'
import { registers } from './registers.ts'
import { reviews } from './reviews.ts'
import { revisions } from './revisions.ts'
import { duplicates, rosters } from './rosters.ts'
import { surveys } from './surveys.ts'
import { tabulations } from './tabulations.ts'

export { allows, type Rule, type Rules, statesIn } from './notation.ts'

const reported = 'reported returned accepted self mutual third-party answer published completed'
const begun = `running interim ${reported} terminated`

const eachProject = (states: string, file: string): string =>
  states
    .split(' ')
    .map((state) => `project-${state}-${file}`)
    .join(' ')

/** 手続き: files and conversations are as open as what they are about. */
const procedures: Rules = {
  'procedures.read-file': only({
    'group-letter': 'A desk',
    'group-paper': 'acting desk',
    'issue-photo-submitted': 'resident every-desk',
    'issue-photo-published': 'everyone',
    'proposal-plan': 'A office',
    'proposal-attachments': 'acting office',
    'reserve-notice not-selected-notice conditional-notice decided-notice': 'A office dept',
    [eachProject(begun, 'notice')]: 'A office dept',
    [eachProject(begun, 'progress-files')]: 'A office dept',
    [eachProject(reported, 'report-attachments')]: 'acting office dept',
    // Not handed in yet: those who write it.
    'draft-report-attachments': 'acting',
    'evaluation-published': 'everyone',
  }),
  'procedures.send-message': only({
    'group-approved': 'acting desk',
    'revision-sent': 'acting desk',
    'proposal-submitted': 'acting office',
    'proposal-negotiating proposal-reviewing': 'acting office dept',
    'consultation-asked': 'acting desk',
    'issue-submitted': 'resident every-desk',
    'issue-published': 'resident every-desk dept',
    'project-running': 'acting office dept',
  }),
}

const programmes: Rules = {
  'programmes.list': only('everyone'),
  'programmes.show': only('everyone'),
  'programmes.show-call': only({ 'open last old cancelled': 'everyone', planned: 'staff' }),
  'programmes.preview-form': only({ 'open last old cancelled': 'everyone', planned: 'staff' }),
  'programmes.see-settings': only('every-office'),
  'programmes.change-dates': {
    may: { 'open last old planned': 'every-office' },
    beside: 'programmes.see-settings',
  },
  'programmes.publish-call': {
    may: { planned: 'every-office' },
    beside: 'programmes.see-settings',
  },
  'programmes.cancel-call': {
    may: { planned: 'every-office' },
    beside: 'programmes.see-settings',
  },
  'programmes.end-call': { may: { old: 'every-office' }, beside: 'programmes.see-settings' },
  'programmes.open-call': quietly('every-office'),
}

const everyones: Rules = Object.fromEntries(
  [
    'publishing.search',
    'statistics.list',
    'statistics.show',
    'home.show',
    'home.show-guide',
    'home.show-accessibility',
    'home.show-privacy',
    'home.show-terms',
    'home.show-about',
    'open-data.list',
    'open-data.show-catalogue',
    'open-data.show-codes',
    'open-data.show',
    'open-data.show-dictionary',
    'open-data.show-unmappable',
    'open-data.ask',
    'open-data.feed-rss',
    'open-data.feed-atom',
    'open-data.feed-json',
  ].map((action) => [action, only('everyone')]),
)

const publishing: Rules = {
  'publishing.see-synonyms': only('every-office'),
  'publishing.change-synonyms': only('every-office'),
  'publishing.restore-synonyms': only('every-office'),
}

const home: Rules = {
  'home.show-mine': only('people'),
  'home.show-desk': only('staff seated unseated'),
}

/** Who may do what, for every action of the product: written by hand from the rules, never from the code. */
export const expected: Rules = {
  ...procedures,
  ...accounts,
  ...everyones,
  ...groups,
  ...introductions,
  ...programmes,
  ...issues,
  ...proposals,
  ...reviews,
  ...revisions,
  ...rosters,
  ...duplicates,
  ...projects,
  ...evaluations,
  ...plans,
  ...progress,
  ...tabulations,
  ...indicators,
  ...publishing,
  ...registers,
  ...surveys,
  ...home,
}

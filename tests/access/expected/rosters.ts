import { besides, only, quietly, type Rules } from './notation.ts'

const groups =
  'approved submitted submitted-visit provisional returned rejected suspended lapsed revoked withdrawn draft'

/** Those who act for the group, and nobody else: names are not for the desk until it has said why. */
const keepers = { [groups]: 'acting', 'approved-of-others': 'rep2' }

/** 名簿: kept by those who act for the group; the desk sees numbers, and names for an hour with a reason. */
export const rosters: Rules = {
  'rosters.show': only({
    [groups.replace(' draft', '')]: 'acting desk',
    'approved-of-others': 'rep2 every-desk',
    draft: 'acting',
  }),
  'rosters.view': only({
    [groups.replace(' draft', '')]: 'desk',
    'approved-of-others': 'every-desk',
  }),
  'rosters.changes': only(keepers),
  'rosters.open-officers': only({ [groups]: 'rep', 'approved-of-others': 'rep2' }),
  'rosters.add-form': only(keepers),
  'rosters.add': only(keepers),
  'rosters.show-person': only('acting'),
  'rosters.correct': only('acting'),
  'rosters.end': only('acting'),
  'rosters.remove': only('acting'),
  'rosters.begin-term': only('acting'),
  'rosters.end-term': only('acting'),
  'rosters.intake-form': only(keepers),
  'rosters.preview-intake': quietly(keepers),
  'rosters.take-in': only(keepers),
  'rosters.download': only(keepers),
  'rosters.sample': only(keepers),
}

/** 重複と統合: for the desk, never about a group of one's own; the office alone makes two registrations one. */
export const duplicates: Rules = {
  'duplicates.list': only('every-desk'),
  'duplicates.show': only('desk'),
  'duplicates.not-duplicate': only('desk'),
  'duplicates.hand-on': besides('duplicates.show', 'centre'),
  'duplicates.merge-form': only('office'),
  'duplicates.merge': besides('duplicates.show', 'office'),
}

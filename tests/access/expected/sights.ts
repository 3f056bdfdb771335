import type { Knocker } from '../world/index.ts'
import { whoIn } from './notation.ts'

const parties = 'A dept office'
const readers = 'reviewer reviewer2'
const committee = 'reviewer reviewer2 undeclared'
const desk = 'A desk admin'

/**
 * Who may ever see a text, on whatever page, in whatever file: by the place where it was written. The first row
 * that fits counts; a place that fits none fails the test. Names are `kind.state.field`.
 */
const rows: readonly (readonly [place: RegExp, who: string])[] = [
  // Names of people. Reviewers are known to the office and to themselves, and to nobody else.
  [/^name\.reviewer-in-a$/, 'A every-desk admin'],
  [/^name\.(reviewer|reviewer2|recused|undeclared|unseated)$/, 'every-office admin'],
  // Whoever answers what a group looks for is named to those who act for it.
  [/^name\.resident$/, 'every-desk dept admin acting rep2'],
  [/^name\.(stranger|disabled)$/, 'admin'],
  [/^name\.rep2$/, 'rep2 every-desk dept admin'],
  [/^name\.(rep|manager|member|former|unproved)$/, 'A every-desk dept admin'],
  // Who works for the city is told to those who have to do with them, never to the public.
  [/^name\.(centre|centre-in-a|office|office-in-a|dept|dept2|admin)$/, 'people'],

  // Registration: what the form calls public is public once registered; the rest never is.
  [/^group\.draft\.(representative_address|rules_file)$/, 'acting'],
  [/^group\.draft\./, 'A'],
  [/^group\.approved-of-others\.(representative_address|rules_file)$/, 'rep2 every-desk'],
  [/^group\.approved-of-others\.(contact_name|office_address)$/, 'rep2 every-desk'],
  // What is still to be checked of a change is for those who write it and those who check it.
  [/^group\.revised-draft\./, 'acting'],
  [/^group\.revised-renewal-sent\./, 'acting desk'],
  [
    /^group\.revised-(sent|returned)\.(name|name_en|representative_title|representative_name|purpose|reason)$/,
    'acting desk',
  ],
  [/^group\.\S+\.(representative_address|rules_file)$/, 'acting desk'],
  [/^group\.\S+\.(contact_name|office_address)$/, desk],
  [/^group\.(approved|approved-of-others)\./, 'everyone'],
  [/^group\.revised-/, 'everyone'],
  [/^group\.(suspended|lapsed|revoked)\.name$/, 'everyone'],
  [/^group\.\S+\./, desk],

  // Rosters are never public, and names are not the desk's either until it has said why.
  [/^roster\./, 'acting'],
  // Who asks to lead a group is told to its people; what was shown at the desk is the desk's.
  [/^recovery\.asker$/, desk],
  [/^recovery\.evidence$/, 'desk'],

  // What a group tells of itself; a draft is nobody's but theirs who write it.
  [/^page\.(text|photo|news|offer|offer-of-others)\./, 'everyone'],
  [/^page\.draft\./, 'acting'],
  [/^page\.paper\.public$/, 'everyone'],
  [/^page\.paper\.desk$/, 'acting desk'],
  [/^page\.answer\.open$/, 'acting resident'],
  [/^page\.answer\.reported$/, 'rep2 resident every-desk'],
  // Why somebody asked the desk for help is not for the side that it is about.
  [/^page\.answer\.reason$/, 'rep2 every-desk'],
  [/^page\.hidden\.reason$/, desk],

  // A draft of a plan is for those who keep the plan.
  [/^plan\.own\./, 'dept every-office'],
  [/^plan\.revision\./, 'every-office'],

  // A survey is everyone's once it is published; a draft is the city's own.
  [/^survey\.draft\./, 'staff'],
  [/^survey\./, 'everyone'],

  // What people wrote to a survey is read by those who work on it, until they have confirmed it.
  [/^results\.text\./, 'every-desk'],

  [/^issue\.(published|closed)\./, 'everyone'],
  [/^issue\.answer$/, 'everyone'],
  [/^issue\./, 'resident every-desk'],
  [/^theme\.draft\./, 'dept every-office'],
  [/^theme\./, 'everyone'],
  [/^call\.planned$/, 'staff'],
  [/^call\./, 'everyone'],
  [/^consultation\./, desk],

  // Proposals. `new` are those of the open call, the others are named after the year of their call.
  [/^proposal\.new-draft\.attachments$/, 'acting'],
  [/^proposal\.new-draft\./, 'A'],
  [/^proposal\.new-scoring-of-others\.attachments$/, 'rep2 every-office dept'],
  [
    /^proposal\.new-scoring-of-others\.project_title$/,
    'rep2 every-office every-centre dept seated',
  ],
  [/^proposal\.new-scoring-of-others\./, 'rep2 every-office dept reviewer reviewer2 recused'],
  [/^proposal\.new-scoring\.project_title$/, 'A office centre dept seated'],
  [/^proposal\.new-scoring\.attachments$/, 'acting office dept'],
  [/^proposal\.new-scoring\./, `${parties} ${readers}`],
  [/^proposal\.new-(negotiating|ready)\.project_title$/, 'A office centre dept'],
  [/^proposal\.new-(negotiating|ready)\.attachments$/, 'acting office dept'],
  [/^proposal\.new-(negotiating|ready)\./, parties],
  [/^proposal\.new-\w+\.project_title$/, 'A office centre'],
  [/^proposal\.new-\w+\.attachments$/, 'acting office'],
  [/^proposal\.new-\w+\./, 'A office'],
  [/^proposal\.\S+\.attachments$/, 'acting office dept'],
  [
    /^proposal\.2025-(undecided|reserve|not-selected)\.project_title$/,
    'A every-office centre dept seated',
  ],
  [/^proposal\.2025-(undecided|reserve|not-selected)\./, `${parties} ${readers}`],
  // Of those that were selected, what the form calls public. The amount is no number of the centre's before.
  [/^proposal\.\d+-\S+\.(project_title|summary|requested_amount)$/, 'everyone'],
  [/^proposal\.2025-\S+\./, `${parties} ${readers}`],
  [/^proposal\.2024-\S+\./, parties],
  [/^proposal\.\S+\.reason$/, 'A office'],
  [
    /^talks\.new-scoring-of-others\./,
    'rep2 every-office every-centre dept reviewer reviewer2 recused',
  ],
  [/^talks\.(new-scoring|2025-\S+)\./, `${parties} centre ${readers}`],
  // The committee judges a project by what was agreed; the whole text never goes further.
  [/^talks\.2024-(third-party|answer|published)\./, `${parties} centre seated`],
  [/^talks\./, `${parties} centre`],

  // The committee's work: notes to the office, comments without names once scoring is over.
  [/^review\.\S+\.note\./, 'every-office'],
  [/^review\.scoring\.comment\./, ''],
  [/^review\.closed\.comment\.\w+\.[567]$/, 'every-office A dept reviewer reviewer2'],
  [/^review\.\w+\.comment\./, 'everyone'],
  [/^review\.\w+\.(reason|closing)$/, 'every-office seated'],
  [/^decision\.\w+\.deviation$/, 'every-office'],
  [/^decision\./, 'A every-office dept'],

  // Projects: what is called public, and what is written for the public, is public.
  [/^entry\.\S+\.public$/, 'everyone'],
  [/^entry\./, parties],
  [/^interim\.running\./, 'acting'],
  [/^interim\.answer$/, parties],
  [/^interim\./, parties],
  [/^report\.interim\./, 'acting'],
  [/^report\.return\.reason$/, parties],
  [/^report\.\w+\.attachments$/, 'acting dept office'],
  [/^report\.(third-party|answer|published)\.(income|expense)\./, `${parties} seated`],
  [/^report\.\w+\.(income|expense)\./, parties],
  [/^report\./, 'everyone'],
  [/^project\.(termination|closing)\.reason$/, 'everyone'],
  [/^continuation\.note$/, 'everyone'],

  // Evaluations: each side's words are its own until both are in, and everyone's once published.
  [/^self\.self\.group\./, 'acting'],
  [/^self\.self\.city\./, 'dept'],
  [/^self\.published\.group\.purpose$/, `${parties} ${committee}`],
  [/^(self|explanation|assessment)\.published/, 'everyone'],
  [/^(self|explanation)\.mutual/, parties],
  [/^(self|explanation)\./, `${parties} ${committee}`],
  [/^assessment\.third-party\./, 'office'],
  [/^assessment\.answer\./, parties],
  [/^answer\.answer\./, 'office'],
  [/^answer\.published\./, 'everyone'],

  // Values of indicators are public at once, with their source and notes.
  [/^indicators\./, 'everyone'],

  [/^message\.(group|revision)-/, 'acting desk'],
  [/^message\.issue-submitted$/, 'resident every-desk'],
  [/^message\.issue-published$/, 'resident every-desk dept'],
  [/^message\.consultation-/, 'acting desk'],
  [/^message\.proposal-submitted$/, 'acting office'],
  [/^message\./, 'acting office dept'],
]

/** Whom a text may reach; undefined for a place that no row speaks of. */
export const rowFor = (place: string): string | undefined =>
  rows.find(([pattern]) => pattern.test(place))?.[1]

/** Whether this person may see what was written there. One's own name, note and comment are one's own. */
export const maySee = (place: string, who: Knocker): boolean => {
  const cell = rowFor(place)
  const own = place.split('.').includes(who) && /^(name|review|assessment)\./.test(place)
  return own || (cell !== undefined && whoIn(cell).has(who))
}

/** What those are who hold every role and act for A, but have not proved their second factor. */
const unproved = ['unproved', 'manager', 'centre', 'office', 'dept', 'admin'] as const

/**
 * Whether a mail may bring this person what was written there. A second factor that is missing closes the pages,
 * not the letter box.
 */
export const mayBeTold = (place: string, who: Knocker): boolean =>
  (who === 'unproved' ? unproved : [who]).some((one) => maySee(place, one))

import type { Route } from '#web/route.ts'

/** Which kind of thing the parameters of an address name; the longest beginning that fits counts. */
const kinds: Readonly<Record<string, string>> = {
  '/:city/account/address/:token': 'address',
  '/:city/api/3/action/:name': 'catalogue-action',
  '/:city/calls/:id': 'call',
  '/:city/confirmation/:token': 'confirmation',
  '/:city/consultations/:id': 'consultation',
  '/:city/departments/:code': 'department',
  '/:city/desk/duplicates/:one/:other': 'group-pair',
  '/:city/desk/imports/:id': 'import',
  '/:city/desk/imports/templates/:kind': 'import-template',
  '/:city/desk/renewals/:id': 'campaign',
  '/:city/facilities/:id': 'facility',
  '/:city/files/:id': 'file',
  '/:city/groups/:id': 'group',
  '/:city/groups/:id/papers/:paper': 'group-paper',
  '/:city/groups/:id/photos/:photo': 'photo',
  '/:city/groups/:id/members/:account': 'membership',
  '/:city/groups/:id/roster/people/:person': 'roster-person',
  '/:city/groups/:id/roster/people/:person/terms/:term': 'roster-term',
  '/:city/groups/:id/members/invitations/:invitation': 'invitation-to-group',
  '/:city/indicators/:code': 'indicator',
  '/:city/indicators/:code/values/:value': 'indicator-value',
  '/:city/invitations/:token': 'invitation',
  '/:city/issues/:id': 'issue',
  '/:city/mail-stop/:token': 'mail-stop',
  '/:city/messages/:kind/:id': 'conversation',
  '/:city/news/:id': 'news',
  '/:city/offer-answers/:id': 'offer-answer',
  '/:city/offers/:id': 'offer',
  '/:city/open-data/:name': 'data-file',
  '/:city/open-data/:name/cp932': 'dataset',
  '/:city/open-data/:name/dictionary.csv': 'dataset',
  '/:city/open-data/codes/:table': 'code-table',
  '/:city/plan-drafts/:draft': 'plan-draft',
  '/:city/plan-drafts/:draft/items/:item': 'plan-draft-item',
  '/:city/plans/:id': 'plan',
  '/:city/plans/:id/compare/:other': 'plan-comparison',
  '/:city/plans/:id/items/:no': 'plan-item',
  '/:city/plans/:id/progress/:year': 'progress-round',
  '/:city/plans/:id/progress/:year/departments/:code': 'progress-part',
  '/:city/programmes/:id': 'programme',
  '/:city/programmes/:id/committee/:account': 'seat',
  '/:city/projects/:id': 'project',
  '/:city/projects/:id/progress/:entry': 'entry',
  '/:city/projects/:id/years/:year': 'year',
  '/:city/proposals/:id': 'proposal',
  '/:city/reset/:token': 'reset',
  '/:city/reviews/:id': 'review',
  '/:city/reviews/:id/decisions/:proposal': 'reviewed',
  '/:city/reviews/:id/proposals/:proposal': 'reviewed',
  '/:city/reviews/:id/proposals/:proposal/files/:file': 'reviewed-file',
  '/:city/reviews/:id/reserves/:proposal': 'reviewed',
  '/:city/reviews/opening/:call': 'opening',
  '/:city/revisions/:id': 'revision',
  '/:city/staff/:id': 'account',
  '/:city/staff/invitations/:id': 'staff-invitation',
  '/:city/statistics/:id': 'statistic',
  '/:city/surveys/:id': 'survey',
  '/:city/surveys/:id/questions/:question': 'survey-question',
  '/:city/surveys/:id/headings': 'counted-survey',
  '/:city/surveys/:id/headings/:heading': 'survey-heading',
  '/:city/surveys/:id/results': 'survey-results',
  '/:city/surveys/:id/tabulations': 'counted-survey',
  '/:city/surveys/:id/tabulations/:number': 'tabulation',
  '/:city/surveys/:id/texts': 'counted-survey',
  '/:city/surveys/:id/texts/:text': 'survey-text',
  '/:city/themes/:id': 'theme',
}

const starts = Object.keys(kinds).toSorted((a, b) => b.length - a.length)

/**
 * The kind of thing that this route is about; undefined for addresses that name nothing.
 * @throws Error for an address whose parameters nobody has given a kind yet
 */
export const kindOf = ({ path }: Pick<Route, 'path'>): string | undefined => {
  const named = path.replace('/:city', '').includes('/:')
  if (!named) return undefined
  const start = starts.find((one) => path === one || path.startsWith(`${one}/`))
  const covered = start?.match(/:/g)?.length
  if (!start || covered !== path.match(/:/g)?.length)
    throw new Error(`tests/access/kinds.ts does not know what ${path} names`)
  return kinds[start]
}

/** The address of the route for a thing of that city. */
export const addressOf = (
  { path }: Pick<Route, 'path'>,
  city: string,
  params: Readonly<Record<string, string>>,
): string =>
  path.replace(/:([a-z]+)/g, (_, name: string) => (name === 'city' ? city : (params[name] ?? '-')))

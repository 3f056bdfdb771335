import type { Scope } from '#data/scope.ts'

/** Everything that belongs to the sample world, by id. */
export type Samples = {
  readonly accounts: readonly string[]
  readonly emails: readonly string[]
  readonly groups: readonly string[]
  readonly calls: readonly string[]
  readonly issues: readonly string[]
  readonly themes: readonly string[]
  readonly proposals: readonly string[]
  readonly consultations: readonly string[]
  readonly projects: readonly string[]
  readonly reviews: readonly string[]
  readonly news: readonly string[]
  readonly offerAnswers: readonly string[]
  readonly revisions: readonly string[]
  readonly surveys: readonly string[]
  /** Years of plans that samples report, and the departments' shares of them. */
  readonly rounds: readonly string[]
  readonly parts: readonly string[]
}

/** A list that `in` takes even when it is empty: no id is the empty text. */
export const listed = (ids: readonly string[]): readonly string[] => (ids.length > 0 ? ids : [''])

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id)

/** Rows marked as samples, and those that sample people have made since. */
const findMade = async (
  scope: Scope,
  accounts: readonly string[],
): Promise<Pick<Samples, 'groups' | 'issues' | 'themes'>> => {
  const find = async (table: 'groups' | 'themes'): Promise<readonly string[]> =>
    idsOf(
      await scope.db
        .selectFrom(table)
        .select('id')
        .where('city_id', '=', scope.city.id)
        .where((is) => is.or([is('sample', '=', true), is('created_by', 'in', accounts)]))
        .execute(),
    )
  const issues = await scope.db
    .selectFrom('issues')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where((is) => is.or([is('sample', '=', true), is('author_account', 'in', accounts)]))
    .execute()
  return { groups: await find('groups'), themes: await find('themes'), issues: idsOf(issues) }
}

const findOfGroups = async (
  scope: Scope,
  groups: readonly string[],
): Promise<Pick<Samples, 'proposals' | 'consultations' | 'projects' | 'revisions'>> => {
  const find = async (
    table: 'proposals' | 'consultations' | 'projects' | 'revisions',
  ): Promise<readonly string[]> =>
    idsOf(
      await scope.db
        .selectFrom(table)
        .select('id')
        .where('city_id', '=', scope.city.id)
        .where('group_id', 'in', groups)
        .execute(),
    )
  return {
    proposals: await find('proposals'),
    consultations: await find('consultations'),
    projects: await find('projects'),
    revisions: await find('revisions'),
  }
}

/** News of these groups, and conversations about what they offered or looked for. */
const findOfPages = async (
  scope: Scope,
  groups: readonly string[],
): Promise<Pick<Samples, 'news' | 'offerAnswers'>> => {
  const news = await scope.db
    .selectFrom('group_news')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('group_id', 'in', groups)
    .execute()
  const answers = await scope.db
    .selectFrom('offer_answers')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('group_id', 'in', groups)
    .execute()
  return { news: idsOf(news), offerAnswers: idsOf(answers) }
}

/** Reviews in which nothing but samples is reviewed. */
const findReviews = async (
  scope: Scope,
  proposals: readonly string[],
): Promise<readonly string[]> => {
  const inReviews = (samples: boolean) =>
    scope.db
      .selectFrom('review_proposals')
      .select('review_id as id')
      .distinct()
      .where('city_id', '=', scope.city.id)
      .where('proposal_id', samples ? 'in' : 'not in', proposals)
      .execute()
  const mixed = new Set(idsOf(await inReviews(false)))
  return idsOf(await inReviews(true)).filter((id) => !mixed.has(id))
}

/** Years of plans marked as samples, or opened by sample people since. */
const findRounds = async (
  scope: Scope,
  accounts: readonly string[],
): Promise<Pick<Samples, 'rounds' | 'parts'>> => {
  const rounds = idsOf(
    await scope.db
      .selectFrom('progress_rounds')
      .select('id')
      .where('city_id', '=', scope.city.id)
      .where((is) => is.or([is('sample', '=', true), is('opened_by', 'in', accounts)]))
      .execute(),
  )
  const parts = await scope.db
    .selectFrom('progress_parts')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('round_id', 'in', listed(rounds))
    .execute()
  return { rounds, parts: idsOf(parts) }
}

/** Surveys of the story, and those that sample people have begun since. */
const findSurveys = async (scope: Scope, accounts: readonly string[]): Promise<readonly string[]> =>
  idsOf(
    await scope.db
      .selectFrom('surveys')
      .select('id')
      .where('city_id', '=', scope.city.id)
      .where((is) =>
        is.or([
          is('sample', '=', true),
          is('id', 'in', (events) =>
            events
              .selectFrom('timeline_events')
              .select('subject_id')
              .where('city_id', '=', scope.city.id)
              .where('subject_kind', '=', 'survey')
              .where('step', '=', 'begin')
              .where('account_id', 'in', accounts),
          ),
        ]),
      )
      .execute(),
  )

/** Finds the whole sample world of the city. */
export const findSamples = async (scope: Scope): Promise<Samples> => {
  const people = await scope.db
    .selectFrom('accounts')
    .select(['id', 'email'])
    .where('city_id', '=', scope.city.id)
    .where('sample', '=', true)
    .execute()
  const accounts = idsOf(people)
  const made = await findMade(scope, listed(accounts))
  const ofGroups = await findOfGroups(scope, listed(made.groups))
  const calls = await scope.db
    .selectFrom('calls')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('sample', '=', true)
    .execute()
  return {
    accounts,
    emails: people.map(({ email }) => email),
    ...made,
    ...ofGroups,
    calls: idsOf(calls),
    reviews: await findReviews(scope, listed(ofGroups.proposals)),
    ...(await findOfPages(scope, listed(made.groups))),
    surveys: await findSurveys(scope, listed(accounts)),
    ...(await findRounds(scope, listed(accounts))),
  }
}

import type { Scope } from '#data/scope.ts'
import { listed, type Samples } from './found-queries.ts'

/** Real proposals that a sample call, theme or issue, or a committee with sample people, has a part in. */
const findEntangledProposals = async (scope: Scope, samples: Samples): Promise<string[]> => {
  const rows = await scope.db
    .selectFrom('proposals as p')
    .select('p.title')
    .where('p.city_id', '=', scope.city.id)
    .where('p.id', 'not in', listed(samples.proposals))
    .where((is) =>
      is.or([
        is('p.call_id', 'in', listed(samples.calls)),
        is('p.theme_id', 'in', listed(samples.themes)),
        is('p.issue_id', 'in', listed(samples.issues)),
        is.exists(
          is
            .selectFrom('review_proposals as x')
            .innerJoin('review_members as m', (on) =>
              on.onRef('m.city_id', '=', 'x.city_id').onRef('m.review_id', '=', 'x.review_id'),
            )
            .select('x.proposal_id')
            .whereRef('x.city_id', '=', 'p.city_id')
            .whereRef('x.proposal_id', '=', 'p.id')
            .where('m.account_id', 'in', listed(samples.accounts)),
        ),
      ]),
    )
    .limit(10)
    .execute()
  return rows.map(({ title }) => title)
}

/** Real themes that answer a sample issue or belong to a sample call. */
const findEntangledThemes = async (scope: Scope, samples: Samples): Promise<string[]> => {
  const rows = await scope.db
    .selectFrom('themes')
    .select('title')
    .where('city_id', '=', scope.city.id)
    .where('id', 'not in', listed(samples.themes))
    .where((is) =>
      is.or([
        is('call_id', 'in', listed(samples.calls)),
        is('issue_id', 'in', listed(samples.issues)),
      ]),
    )
    .limit(10)
    .execute()
  return rows.map(({ title }) => title)
}

/** Real projects under which a sample person has signed or evaluated. */
const findEntangledProjects = async (scope: Scope, samples: Samples): Promise<string[]> => {
  const handOf = (table: 'agreement_signatures' | 'third_party_evaluations') =>
    scope.db
      .selectFrom(table)
      .select('project_id')
      .where('city_id', '=', scope.city.id)
      .where('account_id', 'in', listed(samples.accounts))
  const rows = await scope.db
    .selectFrom('projects')
    .select('title')
    .where('city_id', '=', scope.city.id)
    .where('id', 'not in', listed(samples.projects))
    .where((is) =>
      is.or([
        is('id', 'in', handOf('agreement_signatures')),
        is('id', 'in', handOf('third_party_evaluations')),
      ]),
    )
    .limit(10)
    .execute()
  return rows.map(({ title }) => title)
}

/** Real groups that a sample person leads. */
const findEntangledGroups = async (scope: Scope, samples: Samples): Promise<string[]> => {
  const rows = await scope.db
    .selectFrom('groups as g')
    .innerJoin('memberships as m', (on) =>
      on.onRef('m.city_id', '=', 'g.city_id').onRef('m.group_id', '=', 'g.id'),
    )
    .select('g.name')
    .where('g.city_id', '=', scope.city.id)
    .where('g.id', 'not in', listed(samples.groups))
    .where('m.account_id', 'in', listed(samples.accounts))
    .where('m.role', '=', 'representative')
    .where('m.until', 'is', null)
    .limit(10)
    .execute()
  return rows.map(({ name }) => name)
}

/** Titles of real things that would lose something if the samples went; none means that they can go. */
export const findEntangled = async (scope: Scope, samples: Samples): Promise<readonly string[]> => [
  ...(await findEntangledProposals(scope, samples)),
  ...(await findEntangledThemes(scope, samples)),
  ...(await findEntangledProjects(scope, samples)),
  ...(await findEntangledGroups(scope, samples)),
]

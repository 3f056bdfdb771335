import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import type { Side } from '../../projects/index.ts'
import type { EvaluationState } from '../evaluation.ts'

/** What a project's page tells of its evaluation. */
export type PanelFacts = {
  readonly state: EvaluationState
  /** False where the project was completed before the evaluation was. */
  readonly open: boolean
  readonly publishedAt: Date | null
  readonly cityAnswer: string | null
  /** All scores of a side; empty until they are published. */
  readonly scores: Readonly<Record<Side, readonly number[]>>
  /** The best score of the scale. */
  readonly best: number
}

/** The evaluation as everyone may know of it: scores only once they are published. */
export const askPanelFacts = (
  scope: Scope,
  projectId: string,
): Question<PanelFacts | undefined> => {
  const scoresOf = (side: Side) => sql<number[]>`ARRAY(SELECT s.score FROM evaluation_scores s
    WHERE s.city_id = e.city_id AND s.project_id = e.project_id AND s.side = ${side}
      AND s.score IS NOT NULL AND e.state = 'published' ORDER BY s.item)`
  const statement = scope.db
    .selectFrom('evaluations as e')
    .innerJoin('projects as j', (on) =>
      on.onRef('j.city_id', '=', 'e.city_id').onRef('j.id', '=', 'e.project_id'),
    )
    .select(['e.state', 'e.published_at', 'e.city_answer', 'j.state as project_state'])
    .select([scoresOf('group').as('group_scores'), scoresOf('city').as('city_scores')])
    .select(
      sql<number>`(SELECT max((s->>'value')::int) FROM jsonb_array_elements(e.definition->'scale') s)`.as(
        'best',
      ),
    )
    .where('e.city_id', '=', scope.city.id)
    .where('e.project_id', '=', projectId)
  return question(
    statement,
    ([row]) =>
      row && {
        state: row.state as EvaluationState,
        open: row.project_state === 'evaluating',
        publishedAt: row.published_at === null ? null : new Date(row.published_at),
        cityAnswer: row.state === 'published' ? row.city_answer : null,
        scores: { group: row.group_scores, city: row.city_scores },
        best: row.best,
      },
  )
}

import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Side } from '../../projects/index.ts'
import type { Assessment } from '../assessment.ts'
import type { Line, Sheet } from '../scores.ts'

/** Everything that was written of an evaluation, in one query. */
export type Written = {
  readonly sheets: Readonly<Record<Side, Sheet>>
  readonly explanations: ReadonlyMap<string, string>
  readonly assessments: readonly Assessment[]
}

type ScoreJson = {
  readonly side: string
  readonly item: string
  readonly score: number | null
  readonly comment: string
}
type ExplanationJson = { readonly item: string; readonly explanation: string }
type AssessmentJson = {
  readonly account_id: string
  readonly name: string
  readonly overall: string
  readonly comment: string
  readonly submitted_at: string
}
type Row = { scores: ScoreJson[]; explanations: ExplanationJson[]; assessments: AssessmentJson[] }

const sheetOf = (scores: readonly ScoreJson[], side: Side): Sheet =>
  new Map(
    scores
      .filter((one) => one.side === side)
      .map(({ item, score, comment }): [string, Line] => [item, { score, comment }]),
  )

const toAssessment = (one: AssessmentJson): Assessment => ({
  accountId: one.account_id,
  memberName: one.name,
  overall: one.overall,
  comment: one.comment,
  submittedAt: new Date(one.submitted_at),
})

/**
 * What both sides and the committee wrote, and only once both sides are in: before that the query itself finds
 * nothing, whoever asks. Assessments come in an order that tells nothing about who wrote when.
 * @returns undefined before both are in
 */
export const findWritten = async (
  scope: Scope,
  projectId: string,
): Promise<Written | undefined> => {
  const { rows } = await sql<Row>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'item', s.item, 'score', s.score,
          'comment', s.comment)), '[]') FROM evaluation_scores s
        WHERE s.city_id = e.city_id AND s.project_id = e.project_id) AS scores,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('item', x.item, 'explanation', x.explanation)), '[]')
        FROM evaluation_explanations x
        WHERE x.city_id = e.city_id AND x.project_id = e.project_id) AS explanations,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('account_id', t.account_id, 'name', a.name,
          'overall', t.overall, 'comment', t.comment, 'submitted_at', t.submitted_at)
          ORDER BY t.account_id), '[]')
        FROM third_party_evaluations t
        JOIN accounts a ON a.city_id = t.city_id AND a.id = t.account_id
        WHERE t.city_id = e.city_id AND t.project_id = e.project_id) AS assessments
    FROM evaluations e
    WHERE e.city_id = ${scope.city.id} AND e.project_id = ${projectId} AND e.state <> 'self'
      AND e.group_submitted_at IS NOT NULL AND e.city_submitted_at IS NOT NULL`.execute(scope.db)
  const row = rows[0]
  return (
    row && {
      sheets: { group: sheetOf(row.scores, 'group'), city: sheetOf(row.scores, 'city') },
      explanations: new Map(row.explanations.map(({ item, explanation }) => [item, explanation])),
      assessments: row.assessments.map(toAssessment),
    }
  )
}

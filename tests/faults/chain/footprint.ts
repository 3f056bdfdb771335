import type pg from 'pg'
import type { Walked } from './walks.ts'

/** One kind of trace after the other; `walk` names the ids of the group, the proposal and the issue. */
const traces: readonly string[] = [
  `SELECT concat_ws(' ', 'group', state, receipt_number IS NOT NULL, number IS NOT NULL)
   FROM groups, walk WHERE id = group_id`,
  `SELECT concat_ws(' ', 'issue', state, city_answer IS NOT NULL)
   FROM issues, walk WHERE id = walk.issue_id`,
  `SELECT concat_ws(' ', 'proposal', state, receipt_number IS NOT NULL, summary)
   FROM proposals, walk WHERE id = walk.proposal_id`,
  `SELECT concat_ws(' ', 'negotiation', outcome, closed_at IS NOT NULL, group_revision,
     department_revision)
   FROM negotiations, walk WHERE negotiations.proposal_id = walk.proposal_id`,
  // The history, in its order.
  `SELECT concat_ws(' ', 'history', subject_kind, string_agg(
     concat_ws(' ', step, from_state, '>', to_state, document_number IS NOT NULL), ', '
     ORDER BY at, sequence))
   FROM timeline_events, walk WHERE subject_id = ANY (ids) GROUP BY subject_kind`,
  `SELECT concat_ws(' ', 'audit', action, count(*))
   FROM audit_entries, walk WHERE subject_id = ANY (ids) GROUP BY action`,
  `SELECT concat_ws(' ', 'task', subject_kind, step, role, closed_at IS NULL, count(*))
   FROM tasks, walk WHERE subject_id = ANY (ids)
   GROUP BY subject_kind, step, role, closed_at IS NULL`,
  `SELECT concat_ws(' ', 'sheet', purpose, revision, sent_at IS NOT NULL, md5(answers::text))
   FROM sheets, walk WHERE subject_id = ANY (ids)`,
  `SELECT concat_ws(' ', 'file', purpose, count(*))
   FROM files, walk WHERE subject_id = ANY (ids) AND removed_at IS NULL GROUP BY purpose`,
  `SELECT concat_ws(' ', 'notice', kind, count(*))
   FROM notices, walk WHERE subject_id = ANY (ids) GROUP BY kind`,
  `SELECT concat_ws(' ', 'mail', regexp_replace(subject, '[0-9]+', '#', 'g'), count(*))
   FROM mails, walk WHERE EXISTS (SELECT FROM unnest(ids) AS id WHERE body LIKE '%' || id || '%')
   GROUP BY regexp_replace(subject, '[0-9]+', '#', 'g')`,
  `SELECT concat_ws(' ', 'public', kind, count(*))
   FROM public_entries, walk WHERE id = ANY (ids) GROUP BY kind`,
  `SELECT concat_ws(' ', 'place', role, count(*))
   FROM memberships, walk WHERE memberships.group_id = walk.group_id GROUP BY role`,
]

const query = `WITH walk AS (
  SELECT $1::text AS group_id, $2::text AS proposal_id, $3::text AS issue_id,
    ARRAY[$1::text, $2::text, $3::text] AS ids)
SELECT line FROM (${traces.map((trace) => `(${trace})`).join(' UNION ALL ')}) AS found (line)
ORDER BY line`

/**
 * Everything that a walk has left in the database, without ids, numbers and times: the same lines for all who walked
 * the same way.
 */
export const readFootprint = async (
  client: pg.Client,
  { group, proposal, issue }: Walked,
): Promise<readonly string[]> => {
  const { rows } = await client.query<{ line: string }>(query, [group, proposal, issue])
  return rows.map(({ line }) => line)
}

import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { pageSizes } from '../lists.ts'
import { answerKind, type OwnConversation, readStep } from '../offer.ts'
import { type AnswerRow, toAnswer } from './answers.ts'

type Row = AnswerRow & {
  last_body: string
  last_by: string
  last_at: Date
  is_new: boolean
  total: number
}

const toConversation = (row: Row): OwnConversation => ({
  answer: toAnswer(row),
  lastBody: row.last_body,
  lastBy: row.last_by,
  lastAt: row.last_at,
  isNew: row.is_new,
})

/** One page of the conversations that the actor has begun: what is new first, then the latest. */
export const listOwnConversations = async (
  scope: Scope,
  asked: { readonly page: number; readonly size?: number },
): Promise<{ readonly conversations: readonly OwnConversation[]; readonly total: number }> => {
  const size = asked.size ?? pageSizes.conversations
  const { rows } = await sql<Row>`
    SELECT a.id, a.offer_id, o.title AS offer_title, a.group_id, g.name AS group_name, a.account_id,
      a.author_name, a.at, a.reported_at, a.report_reason, a.reported_by, a.settled_at, a.settlement,
      m.body AS last_body, m.author_name AS last_by, m.at AS last_at,
      EXISTS (SELECT FROM tasks t WHERE t.city_id = a.city_id AND t.subject_kind = ${answerKind}
        AND t.subject_id = a.id AND t.step = ${readStep} AND t.account_id = a.account_id
        AND t.closed_at IS NULL) AS is_new,
      count(*) OVER ()::int AS total
    FROM offer_answers a
    JOIN groups g ON g.city_id = a.city_id AND g.id = a.group_id
    LEFT JOIN group_offers o ON o.city_id = a.city_id AND o.id = a.offer_id
    CROSS JOIN LATERAL (SELECT body, author_name, at FROM messages m WHERE m.city_id = a.city_id
      AND m.subject_kind = ${answerKind} AND m.subject_id = a.id
      ORDER BY m.at DESC, m.id DESC LIMIT 1) m
    WHERE a.city_id = ${scope.city.id} AND a.account_id = ${accountOf(scope.actor) ?? ''}
    ORDER BY is_new DESC, m.at DESC, a.id
    LIMIT ${size} OFFSET ${(asked.page - 1) * size}`.execute(scope.db)
  return { conversations: rows.map(toConversation), total: rows[0]?.total ?? 0 }
}

import type { Scope } from '#data/scope.ts'
import type { Answers } from '../../forms/index.ts'
import { neverPublished, type Published } from '../introduction.ts'
import type { Moderation } from '../moderation.ts'

/** What was published last of the group's text. */
export const findPublished = async (scope: Scope, groupId: string): Promise<Published> => {
  const row = await scope.db
    .selectFrom('introductions')
    .select(['published', 'published_at', 'moderation', 'hidden_reason'])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .executeTakeFirst()
  if (!row) return neverPublished
  return {
    answers: row.published as Answers | null,
    publishedAt: row.published_at,
    moderation: row.moderation as Moderation,
    hiddenReason: row.hidden_reason,
  }
}

/** Replaces what is published; null takes it back. */
export const savePublished = async (
  scope: Scope,
  groupId: string,
  answers: Answers | null,
): Promise<void> => {
  const published = answers && JSON.stringify(answers)
  const published_at = answers && scope.now
  await scope.db
    .insertInto('introductions')
    .values({ city_id: scope.city.id, group_id: groupId, published, published_at })
    .onConflict((same) =>
      same.columns(['city_id', 'group_id']).doUpdateSet({ published, published_at }),
    )
    .execute()
}

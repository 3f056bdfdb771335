import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'

/** Puts aside what is sealed under a code; the same code again replaces it. */
export const saveDraft = async (
  scope: Scope,
  draft: {
    readonly surveyId: string
    readonly hash: string
    readonly sealed: string
    readonly keptUntil: PlainDate
  },
): Promise<void> => {
  await scope.db
    .insertInto('survey_drafts')
    .values({
      city_id: scope.city.id,
      survey_id: draft.surveyId,
      code_hash: draft.hash,
      sealed: draft.sealed,
      kept_until: draft.keptUntil,
    })
    .onConflict((same) =>
      same
        .columns(['city_id', 'survey_id', 'code_hash'])
        .doUpdateSet({ sealed: draft.sealed, kept_until: draft.keptUntil }),
    )
    .execute()
}

export const findDraft = async (
  scope: Scope,
  surveyId: string,
  hash: string,
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('survey_drafts')
    .select('sealed')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('code_hash', '=', hash)
    .executeTakeFirst()
  return row?.sealed
}

export const deleteDraftOf = async (
  scope: Scope,
  surveyId: string,
  hash: string,
): Promise<void> => {
  await scope.db
    .deleteFrom('survey_drafts')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('code_hash', '=', hash)
    .execute()
}

/** What was put aside can be sent until a later day. */
export const keepDraftsUntil = async (
  scope: Scope,
  surveyId: string,
  day: PlainDate,
): Promise<void> => {
  await scope.db
    .updateTable('survey_drafts')
    .set({ kept_until: day })
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .execute()
}

/** Forgets what was put aside and can be sent no more. */
export const purgeDrafts = async (scope: Scope): Promise<void> => {
  await scope.db
    .deleteFrom('survey_drafts')
    .where('city_id', '=', scope.city.id)
    .where('kept_until', '<', tokyoDayOf(scope.now))
    .execute()
}

import type { Scope } from '#data/scope.ts'

/** 督促: when all whose code was unused were written to again. */
export type Reminder = {
  readonly number: number
  readonly sentAt: Date
  readonly recipients: number
}

export const listReminders = async (scope: Scope, surveyId: string): Promise<Reminder[]> => {
  const rows = await scope.db
    .selectFrom('survey_reminders')
    .select(['number', 'sent_at', 'recipients'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    sentAt: row.sent_at,
    recipients: row.recipients,
  }))
}

export const insertReminder = async (
  scope: Scope,
  surveyId: string,
  recipients: number,
): Promise<void> => {
  const before = await listReminders(scope, surveyId)
  await scope.db
    .insertInto('survey_reminders')
    .values({
      city_id: scope.city.id,
      survey_id: surveyId,
      number: before.length + 1,
      sent_at: scope.now,
      recipients,
    })
    .execute()
}

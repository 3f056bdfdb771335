import type { Scope } from '#data/scope.ts'

/** Ids of the sample people of the city. */
const samplePeople = (scope: Scope) =>
  scope.db
    .selectFrom('accounts')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('sample', '=', true)

const sampleGroups = (scope: Scope) =>
  scope.db
    .selectFrom('groups')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('sample', '=', true)

const tables = [
  { table: 'groups', maker: 'created_by' },
  { table: 'issues', maker: 'author_account' },
  { table: 'themes', maker: 'created_by' },
  { table: 'proposals', maker: 'created_by' },
  { table: 'facilities', maker: 'created_by' },
] as const

/** Marks as a sample everything that the sample people have made, so that it can be told apart and removed. */
export const markSamples = async (scope: Scope): Promise<void> => {
  for (const { table, maker } of tables)
    await scope.db
      .updateTable(table)
      .set({ sample: true })
      .where('city_id', '=', scope.city.id)
      .where(maker, 'in', samplePeople(scope))
      .execute()
  await scope.db
    .updateTable('projects')
    .set({ sample: true })
    .where('city_id', '=', scope.city.id)
    .where('group_id', 'in', sampleGroups(scope))
    .execute()
}

/** Mails of the story's past went out at the time, as far as the story goes; none of them waits any more. */
export const settleSampleMails = async (scope: Scope): Promise<void> => {
  await scope.db
    .updateTable('mails')
    .set((mail) => ({ sent_at: mail.ref('created_at'), body: '' }))
    .where('city_id', '=', scope.city.id)
    .where('sent_at', 'is', null)
    .where('to_address', 'in', (mails) =>
      mails
        .selectFrom('accounts')
        .select('email')
        .where('city_id', '=', scope.city.id)
        .where('sample', '=', true),
    )
    .execute()
}

/** True when the city has sample people: the story was told here and not removed since. */
export const hasSamples = async (scope: Scope): Promise<boolean> => {
  const row = await samplePeople(scope).limit(1).executeTakeFirst()
  return row !== undefined
}

/** What the audit names the sample world of a city. */
export const sampleSubject = { subjectKind: 'sample', subjectId: 'world' } as const

/** What was done last with the city's sample world, by the audit; undefined when nothing ever was. */
export const findLastSampleAction = async (
  scope: Scope,
): Promise<'sample.load' | 'sample.remove' | undefined> => {
  const row = await scope.db
    .selectFrom('audit_entries')
    .select('action')
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', sampleSubject.subjectKind)
    .where('subject_id', '=', sampleSubject.subjectId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.action as 'sample.load' | 'sample.remove' | undefined
}

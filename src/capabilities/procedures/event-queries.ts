import type { Selectable } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TimelineEvents } from '#data/tables.ts'
import { type AsJson, askAlone, type Question, question } from '#data/together.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { SubjectRef } from './subject.ts'
import type { Channel, EventDraft, TimelineEntry } from './timeline.ts'

export const insertEvent = (scope: Scope, subject: SubjectRef, event: EventDraft): Promise<void> =>
  insertEvents(scope, [{ subject, event }])

/** The same for several subjects at once; at most a few hundred. */
export const insertEvents = async (
  scope: Scope,
  happened: readonly { readonly subject: SubjectRef; readonly event: EventDraft }[],
): Promise<void> => {
  if (happened.length === 0) return
  await scope.db
    .insertInto('timeline_events')
    .values(
      happened.map(({ subject, event }) => ({
        city_id: scope.city.id,
        id: newId(),
        subject_kind: subject.kind,
        subject_id: subject.id,
        at: scope.now,
        step: event.step,
        title_ja: event.title.ja,
        title_en: event.title.en,
        from_state: event.from ?? null,
        to_state: event.to ?? null,
        account_id: accountOf(scope.actor),
        actor_name: nameOf(scope.actor),
        actor_role: event.role,
        reason: event.reason ?? null,
        document_number: event.documentNumber ?? null,
        public: event.public ?? false,
        channel: event.channel ?? 'web',
      })),
    )
    .execute()
}

/** What happened to these subjects, oldest first. `publicOnly` for pages that everyone may read. */
export const askEvents = (
  scope: Scope,
  subjects: readonly SubjectRef[],
  options: { readonly publicOnly: boolean },
): Question<TimelineEntry[]> => {
  const statement = scope.db
    .selectFrom('timeline_events')
    .selectAll()
    .where('city_id', '=', scope.city.id)
    .where((is) =>
      is.or(
        subjects.map((one) =>
          is.and([is('subject_kind', '=', one.kind), is('subject_id', '=', one.id)]),
        ),
      ),
    )
    .$if(options.publicOnly, (query) => query.where('public', '=', true))
    .orderBy('at')
    .orderBy('sequence')
  return question(statement, (rows) => rows.map(toEntry))
}

type Row = AsJson<Selectable<TimelineEvents>>

const toEntry = (row: Row): TimelineEntry => ({
  id: row.id,
  at: new Date(row.at),
  step: row.step,
  title: { ja: row.title_ja, en: row.title_en },
  from: row.from_state,
  to: row.to_state,
  actorName: row.actor_name,
  actorRole: row.actor_role,
  reason: row.reason,
  documentNumber: row.document_number,
  public: row.public,
  channel: row.channel as Channel,
})

/** The same, asked alone. */
export const listEvents = async (
  scope: Scope,
  subjects: readonly SubjectRef[],
  options: { readonly publicOnly: boolean },
): Promise<TimelineEntry[]> =>
  subjects.length === 0 ? [] : askAlone(scope, askEvents(scope, subjects, options))

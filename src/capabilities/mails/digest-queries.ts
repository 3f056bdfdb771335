import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { CityRole } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { emailKey } from '#kernel/contact.ts'
import { newId } from '#kernel/ids.ts'
import { isMailPace } from '#kernel/mail-pace.ts'
import type { Entry } from './digest.ts'
import type { MailDraft, Matter } from './mail.ts'
import type { Reader } from './pace.ts'

/** Whose address it is, and what that person chose; undefined for addresses without an account in use. */
export const findReader = async (
  scope: Scope,
  email: string,
): Promise<(Reader & { readonly accountId: string }) | undefined> => {
  const row = await scope.db
    .selectFrom('accounts as a')
    .select((is) => [
      'a.id',
      'a.mail_pace',
      is
        .selectFrom('role_grants as r')
        .select(sql<CityRole[]>`coalesce(array_agg(DISTINCT r.role), '{}')`.as('roles'))
        .whereRef('r.city_id', '=', 'a.city_id')
        .whereRef('r.account_id', '=', 'a.id')
        .where('r.revoked_at', 'is', null)
        .as('roles'),
    ])
    .where('a.city_id', '=', scope.city.id)
    .where('a.email_key', '=', emailKey(email))
    .where('a.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return undefined
  const chosen = isMailPace(row.mail_pace) ? row.mail_pace : null
  return { accountId: row.id, chosen, roles: row.roles ?? [] }
}

export const insertEntry = async (
  scope: Scope,
  accountId: string,
  entry: Pick<MailDraft, 'dueOn'> & Pick<Entry, 'title' | 'body'> & { readonly matter: Matter },
): Promise<void> => {
  const { matter, title, body, dueOn } = entry
  await scope.db
    .insertInto('mail_entries')
    .values({
      city_id: scope.city.id,
      id: newId(),
      account_id: accountId,
      matter_kind: matter.kind,
      matter_id: matter.id,
      matter_title: matter.title,
      title,
      body,
      due_on: dueOn ?? null,
      created_at: scope.now,
    })
    .execute()
}

/** The accounts for which something waits that was written before `until`, and that have had no digest on that day. */
export const listReadersOfDigest = async (
  scope: Scope,
  { day, until }: { readonly day: PlainDate; readonly until: Date },
): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('mail_entries as e')
    .select('e.account_id')
    .distinct()
    .where('e.city_id', '=', scope.city.id)
    .where('e.created_at', '<', until)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('mail_digests as d')
            .select('d.day')
            .whereRef('d.city_id', '=', 'e.city_id')
            .whereRef('d.account_id', '=', 'e.account_id')
            .where('d.day', '=', day),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.account_id)
}

/** The person of a digest, held so that two who make it at the same moment make it one after the other. */
export const lockReader = async (scope: Scope, accountId: string) => {
  const row = await scope.db
    .selectFrom('accounts')
    .select(['id', 'email', 'name', 'language', 'state', 'mail_pace'])
    .where('city_id', '=', scope.city.id)
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && { ...row, language: row.language as Language }
}

export const hasDigest = async (
  scope: Scope,
  { accountId, day }: { readonly accountId: string; readonly day: PlainDate },
): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('mail_digests')
    .select('day')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('day', '=', day)
    .executeTakeFirst()
  return row !== undefined
}

export const insertDigest = async (
  scope: Scope,
  digest: { readonly accountId: string; readonly day: PlainDate; readonly mailId: string },
): Promise<void> => {
  await scope.db
    .insertInto('mail_digests')
    .values({
      city_id: scope.city.id,
      account_id: digest.accountId,
      day: digest.day,
      mail_id: digest.mailId,
    })
    .execute()
}

/** Takes what waits for a person out of the table: it is in a mail from now on, or nobody wants it any more. */
export const takeEntries = async (
  scope: Scope,
  accountId: string,
  until: Date | undefined,
): Promise<readonly Entry[]> => {
  const rows = await scope.db
    .deleteFrom('mail_entries')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .$if(until !== undefined, (query) => query.where('created_at', '<', until as Date))
    .returningAll()
    .execute()
  return rows.map((row) => ({
    matter: { kind: row.matter_kind, id: row.matter_id, title: row.matter_title },
    title: row.title,
    body: row.body,
    dueOn: row.due_on as PlainDate | null,
    at: row.created_at,
  }))
}

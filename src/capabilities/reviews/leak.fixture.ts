import type { ReviewWorld } from './world.fixture.ts'

/** A mail as it waits in the outbox. */
export type WaitingMail = {
  readonly to: { readonly address: string; readonly member: boolean }
  readonly body: string
  readonly attachment: string | null
}

/** Every mail of the city so far, and whether it went to somebody of the committee. */
export const listMails = (world: ReviewWorld): Promise<WaitingMail[]> =>
  world.town.as(world.office, async (scope) => {
    const members = await scope.db
      .selectFrom('accounts')
      .select('email')
      .where('city_id', '=', scope.city.id)
      .where(
        'id',
        'in',
        world.members.map(({ accountId }) => accountId),
      )
      .execute()
    const rows = await scope.db
      .selectFrom('mails')
      .select(['to_address', 'subject', 'body', 'attachment_file_id'])
      .where('city_id', '=', scope.city.id)
      .execute()
    return rows.map((row) => ({
      to: {
        address: row.to_address,
        member: members.some(({ email }) => email === row.to_address),
      },
      body: row.body,
      attachment: row.attachment_file_id,
    }))
  })

/** What a page says, without its tags. */
export const textOfPage = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

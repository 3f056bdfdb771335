import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { endOfFiscalYear, type PlainDate, startOfFiscalYear } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Campaign, CampaignCounts, Outcome } from '../campaign.ts'

const columns = ['id', 'class', 'fiscal_year', 'opens_on', 'closes_on', 'called_off_at'] as const

const toCampaign = (row: {
  id: string
  class: string
  fiscal_year: number
  opens_on: string
  closes_on: string
  called_off_at: Date | null
}): Campaign => ({
  id: row.id,
  class: row.class,
  fiscalYear: row.fiscal_year,
  opensOn: row.opens_on as PlainDate,
  closesOn: row.closes_on as PlainDate,
  ...(row.called_off_at ? { calledOff: true } : {}),
})

/** Opens a campaign. @returns its id, or undefined when there is one for that class and year */
export const insertCampaign = async (
  scope: Scope,
  campaign: Omit<Campaign, 'id'>,
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('renewal_campaigns')
    .values({
      city_id: scope.city.id,
      id,
      class: campaign.class,
      fiscal_year: campaign.fiscalYear,
      opens_on: campaign.opensOn,
      closes_on: campaign.closesOn,
      created_by: accountOf(scope.actor),
      created_at: scope.now,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

export const setCampaignDays = async (
  scope: Scope,
  id: string,
  days: Pick<Campaign, 'opensOn' | 'closesOn'>,
): Promise<void> => {
  await scope.db
    .updateTable('renewal_campaigns')
    .set({ opens_on: days.opensOn, closes_on: days.closesOn })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Campaigns of the city that were not called off, the newest first. */
export const listCampaigns = async (scope: Scope): Promise<readonly Campaign[]> => {
  const rows = await scope.db
    .selectFrom('renewal_campaigns')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('called_off_at', 'is', null)
    .orderBy('fiscal_year', 'desc')
    .orderBy('opens_on', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
  return rows.map(toCampaign)
}

/** The campaign of that id. @throws NotFound */
export const getCampaign = async (scope: Scope, id: string): Promise<Campaign> => {
  const row = isId(id)
    ? await scope.db
        .selectFrom('renewal_campaigns')
        .select(columns)
        .where('city_id', '=', scope.city.id)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('campaign')
  return toCampaign(row)
}

/**
 * Groups whose registration of that class ends in that year (or never, where it has no end) and that have
 * not been asked: those of the class itself, and those that hold it besides another. With `groupId` that
 * group alone, if it is among them.
 */
export const listInvitees = async (
  scope: Scope,
  campaign: Pick<Campaign, 'class' | 'fiscalYear'> & { readonly id?: string },
  groupId?: string,
): Promise<readonly string[]> => {
  const [from, to] = [startOfFiscalYear(campaign.fiscalYear), endOfFiscalYear(campaign.fiscalYear)]
  const { rows } = await sql<{ id: string }>`
    SELECT g.id FROM groups g
    WHERE g.city_id = ${scope.city.id} AND g.state IN ('approved', 'suspended')
      AND (${groupId ?? null}::text IS NULL OR g.id = ${groupId ?? null})
      AND CASE WHEN g.class = ${campaign.class}
        THEN g.valid_until IS NULL OR g.valid_until BETWEEN ${from} AND ${to}
        ELSE EXISTS (SELECT FROM registration_periods p WHERE p.city_id = g.city_id AND p.group_id = g.id
          AND p.class = ${campaign.class} AND p.ended_on IS NULL
          AND (p.valid_until IS NULL OR p.valid_until BETWEEN ${from} AND ${to})) END
      AND NOT EXISTS (SELECT FROM revisions r WHERE r.city_id = g.city_id AND r.group_id = g.id
        AND r.kind = 'renewal' AND r.class = ${campaign.class}
        AND (r.campaign_id = ${campaign.id ?? ''} OR r.state IN ('draft', 'sent', 'returned')))
    ORDER BY g.id`.execute(scope.db)
  return rows.map(({ id }) => id)
}

/** Renewals of a campaign that nobody has sent, and that were not reminded since that day. */
export const listToRemind = async (
  scope: Scope,
  campaignId: string,
  since: PlainDate,
): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('revisions')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('campaign_id', '=', campaignId)
    .where('state', 'in', ['draft', 'returned'])
    // What staff enter from paper has come already.
    .where((is) => is.or([is('on_paper', '=', false), is('channel', '<>', 'web')]))
    .where((is) => is.or([is('reminded_on', 'is', null), is('reminded_on', '<', since)]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** A registration past its last day for which a campaign was held. */
export type Overdue = {
  readonly groupId: string
  readonly class: string
  readonly validUntil: PlainDate
  readonly revisionId: string | null
}

/**
 * Registrations of one class past their last day, with the renewal they were asked for. Where the office takes
 * renewals longer than that, or opened them too late, they are not over before it closes.
 */
export const listOverdue = async (
  scope: Scope,
  of: { readonly class: string; readonly today: PlainDate; readonly groupId?: string },
): Promise<readonly Overdue[]> => {
  const { rows } = await sql<{
    group_id: string
    valid_until: PlainDate
    revision_id: string | null
  }>`
    SELECT held.group_id, held.valid_until, r.id AS revision_id
    FROM (SELECT g.city_id, g.id AS group_id, g.valid_until FROM groups g
        WHERE g.class = ${of.class} AND g.state IN ('approved', 'suspended')
      UNION ALL
      SELECT p.city_id, p.group_id, p.valid_until FROM registration_periods p
        JOIN groups g ON g.city_id = p.city_id AND g.id = p.group_id AND g.class <> p.class
        WHERE p.class = ${of.class} AND p.ended_on IS NULL) AS held
    JOIN renewal_campaigns c ON c.city_id = held.city_id AND c.class = ${of.class} AND c.called_off_at IS NULL
      AND c.fiscal_year = extract(year FROM held.valid_until - interval '3 months')::int
    LEFT JOIN revisions r ON r.city_id = held.city_id AND r.group_id = held.group_id
      AND r.campaign_id = c.id AND r.state <> 'withdrawn'
    WHERE held.city_id = ${scope.city.id} AND greatest(held.valid_until, c.closes_on) < ${of.today}
      AND (${of.groupId ?? null}::text IS NULL OR held.group_id = ${of.groupId ?? null})
    ORDER BY held.group_id`.execute(scope.db)
  return rows.map((row) => ({
    groupId: row.group_id,
    class: of.class,
    validUntil: row.valid_until,
    revisionId: row.revision_id,
  }))
}

// One word for what became of each group: the renewal's own state, else that of the registration.
const outcome = sql<Outcome>`CASE WHEN r.state = 'applied' THEN 'renewed' WHEN r.state = 'sent' THEN 'waiting'
  WHEN g.state IN ('withdrawn', 'revoked') THEN 'ended' WHEN g.state = 'lapsed' THEN 'lapsed'
  WHEN r.state = 'returned' THEN 'returned' WHEN r.state IN ('expired', 'refused') THEN 'lapsed'
  ELSE 'unanswered' END`

const answers = (scope: Scope, campaignId: string) =>
  scope.db
    .selectFrom('revisions as r')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'r.city_id').onRef('g.id', '=', 'r.group_id'),
    )
    .where('r.city_id', '=', scope.city.id)
    .where('r.campaign_id', '=', campaignId)
    .where('r.state', '<>', 'withdrawn')

/** How many groups of a campaign have renewed, wait, were returned, have not answered, lapsed, ended. */
export const countOutcomes = async (scope: Scope, campaignId: string): Promise<CampaignCounts> => {
  const rows = await answers(scope, campaignId)
    .select([outcome.as('outcome'), (count) => count.fn.countAll<number>().as('n')])
    .groupBy(sql`1`)
    .execute()
  const counts = { renewed: 0, waiting: 0, returned: 0, unanswered: 0, lapsed: 0, ended: 0 }
  for (const row of rows) counts[row.outcome] = row.n
  return counts
}

/** One line of the list of a campaign. */
export type CampaignLine = {
  readonly revisionId: string
  readonly groupId: string
  readonly groupName: string
  readonly number: string | null
  readonly outcome: Outcome
  readonly sentAt: Date | null
  readonly remindedOn: PlainDate | null
  readonly validUntil: PlainDate | null
}

/** A page of the campaign's groups, in the order of their names. */
export const listCampaignLines = async (
  scope: Scope,
  campaignId: string,
  asked: { readonly outcome: Outcome | ''; readonly limit: number; readonly offset: number },
): Promise<readonly CampaignLine[]> => {
  let query = answers(scope, campaignId)
    .select(['r.id', 'g.id as group_id', 'g.name', 'g.number', 'r.sent_at', 'r.reminded_on'])
    .select(['g.valid_until', outcome.as('outcome')])
  if (asked.outcome !== '') query = query.where(sql<boolean>`${outcome} = ${asked.outcome}`)
  const rows = await query
    .orderBy('g.name_order')
    .orderBy('g.name_kana')
    .orderBy('g.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  return rows.map((row) => ({
    revisionId: row.id,
    groupId: row.group_id,
    groupName: row.name,
    number: row.number,
    outcome: row.outcome,
    sentAt: row.sent_at,
    remindedOn: row.reminded_on as PlainDate | null,
    validUntil: row.valid_until as PlainDate | null,
  }))
}

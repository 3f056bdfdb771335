import type pg from 'pg'
import { fillNumberPattern } from '#kernel/pattern.ts'
import { readFootprint } from './footprint.ts'
import type { Place } from './town.ts'
import type { Ledger, Walked } from './walks.ts'

const listColumn = async (client: pg.Client, query: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ found: string }>(query)
  return rows.map(({ found }) => found)
}

/** Rows that stand there although what belongs to them does not; each query tells one kind. */
const halves: readonly string[] = [
  // What stands in a state that the history does not know of, or was told a number without a trace.
  `SELECT 'group ' || g.id || ' is ' || state || ' and its history ends elsewhere' AS found
   FROM groups g WHERE state <> 'draft' AND state IS DISTINCT FROM (
     SELECT to_state FROM timeline_events e WHERE e.subject_kind = 'group' AND e.subject_id = g.id
       AND to_state IS NOT NULL ORDER BY at DESC, sequence DESC LIMIT 1)`,
  `SELECT 'proposal ' || p.id || ' is ' || state || ' and its history ends elsewhere' AS found
   FROM proposals p WHERE state <> 'draft' AND state IS DISTINCT FROM (
     SELECT to_state FROM timeline_events e WHERE e.subject_kind = 'proposal'
       AND e.subject_id = p.id AND to_state IS NOT NULL ORDER BY at DESC, sequence DESC LIMIT 1)`,
  `SELECT 'issue ' || i.id || ' is ' || state || ' and its history ends elsewhere' AS found
   FROM issues i WHERE state IS DISTINCT FROM (
     SELECT to_state FROM timeline_events e WHERE e.subject_kind = 'issue' AND e.subject_id = i.id
       AND to_state IS NOT NULL ORDER BY at DESC, sequence DESC LIMIT 1)`,
  `SELECT 'no audit of ' || e.subject_kind || '.' || e.step || ' ' || e.subject_id AS found
   FROM timeline_events e WHERE from_state IS NOT NULL AND NOT EXISTS (
     SELECT FROM audit_entries a WHERE a.subject_id = e.subject_id AND a.at = e.at)`,
  `SELECT 'receipt ' || receipt_number || ' without audit' AS found FROM (
     SELECT id, receipt_number FROM groups UNION ALL SELECT id, receipt_number FROM proposals
     UNION ALL SELECT id, receipt_number FROM issues) AS one
   WHERE receipt_number IS NOT NULL
     AND NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = one.id)`,
  `SELECT 'nobody carries mail ' || id AS found FROM mails m
   WHERE sent_at IS NULL AND held_at IS NULL AND NOT EXISTS (
     SELECT FROM pgboss.job j WHERE j.data->>'mailId' = m.id)`,
  `SELECT 'a form was taken and not answered ' || key_hash AS found
   FROM idempotency_keys WHERE location IS NULL`,
]

/** Where receipt, registration and document numbers stand. */
const numbered: readonly (readonly [name: string, numbers: string])[] = [
  ['group-receipt', 'SELECT city_id, receipt_number AS number FROM groups'],
  ['group-registration', 'SELECT city_id, number FROM groups'],
  ['revision', 'SELECT city_id, receipt_number AS number FROM revisions'],
  ['issue', 'SELECT city_id, receipt_number AS number FROM issues'],
  ['proposal', 'SELECT city_id, receipt_number AS number FROM proposals'],
  ['notice', 'SELECT city_id, number FROM notices'],
]

/** A number without the zeros that fill it up: a series counts what {n} and {nnnn} print alike. */
const bare = (city: number, number: string): string =>
  `${city} ${number.replace(/(?<!\d)0+(?=\d)/g, '')}`

/** Numbers given twice, left out, or taken from a counter and given to nobody. */
const listNumberFaults = async (client: pg.Client): Promise<readonly string[]> => {
  const faults: string[] = []
  const given = new Set<string>()
  for (const [name, numbers] of numbered) {
    const { rows } = await client.query<{ city_id: number; number: string }>(
      `SELECT city_id, number FROM (${numbers}) AS one WHERE number IS NOT NULL`,
    )
    const own = rows.map((row) => bare(row.city_id, row.number))
    if (new Set(own).size !== own.length) faults.push(`${name}: a number was given twice`)
    for (const number of own) given.add(number)
  }
  const { rows } = await client.query<{
    city_id: number
    series: string
    fiscal_year: number
    last: number
  }>('SELECT city_id, series, fiscal_year, last FROM number_counters')
  for (const { city_id, series, fiscal_year, last } of rows)
    for (let n = 1; n <= Number(last); n += 1) {
      const number = fillNumberPattern(series, { n, fiscalYear: fiscal_year })
      if (!given.has(bare(city_id, number))) faults.push(`${series}: ${number} is nobody's`)
    }
  return faults
}

/** Steps of walks that are lost, half, or done twice: whoever walked among kills left what the model left. */
const listWalkFaults = async (
  client: pg.Client,
  given: { readonly walks: readonly Walked[]; readonly model: readonly string[] },
): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const walked of given.walks) {
    const left = await readFootprint(client, walked)
    faults.push(
      ...given.model.filter((line) => !left.includes(line)).map((line) => `lost: ${line}`),
    )
    faults.push(...left.filter((line) => !given.model.includes(line)).map((line) => `odd: ${line}`))
  }
  return faults
}

const listScoreFaults = async (
  client: pg.Client,
  given: { readonly scores: Ledger['scores']; readonly review: Place['review'] },
): Promise<readonly string[]> => {
  const { id, member } = given.review
  const faults: string[] = []
  for (const [proposal, { sent, comment }] of given.scores) {
    const sheets = await client.query<{ comment: string; audits: number }>(
      `SELECT comment, (SELECT count(*) FROM audit_entries WHERE subject_id = $1
         AND account_id = $3 AND after->>'proposalId' = $2)::int AS audits
       FROM score_sheets WHERE review_id = $1 AND proposal_id = $2 AND account_id = $3`,
      [id, proposal, member],
    )
    const [sheet] = sheets.rows
    if (sheet?.comment !== comment || sheet.audits !== sent)
      faults.push(`points ${proposal}: ${sent} sent, ${sheet?.audits} kept, ${sheet?.comment}`)
  }
  return faults
}

const listSignUpFaults = async (
  client: pg.Client,
  addresses: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await client.query<{ email: string; whole: boolean }>(`
    SELECT a.email,
      (SELECT count(*) FROM audit_entries e
        WHERE e.subject_id = a.id AND e.action = 'accounts.sign-up') = 1
      AND (SELECT count(*) FROM account_tokens t WHERE t.account_id = a.id) = 1
      AND (SELECT count(*) FROM mails m WHERE m.to_address = a.email) = 1 AS whole
    FROM accounts a WHERE NOT a.sample`)
  return [
    ...addresses
      .filter((address) => !rows.some(({ email }) => email === address))
      .map((address) => `lost: ${address}`),
    ...rows.filter(({ whole }) => !whole).map(({ email }) => `half: ${email}`),
  ]
}

/** Everything that is wrong with what is kept, held against what was acknowledged. */
export const listFindings = async (
  client: pg.Client,
  given: {
    readonly ledger: Ledger
    readonly model: readonly string[]
    readonly review: Place['review']
  },
): Promise<readonly string[]> => {
  const { ledger, model, review } = given
  const found = [
    ...(await listWalkFaults(client, { walks: ledger.walks, model })),
    ...(await listScoreFaults(client, { scores: ledger.scores, review })),
    ...(await listSignUpFaults(client, ledger.addresses)),
    ...(await listNumberFaults(client)),
  ]
  for (const half of halves) found.push(...(await listColumn(client, half)))
  return found
}

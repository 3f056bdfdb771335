import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import { everywhereVersionKey, frontVersionKey } from '#data/versions.ts'
import { type EntryDraft, type EntryKind, frontKinds, indexEntry } from '../entry.ts'

const toRow = (cityId: number, draft: EntryDraft) => {
  const { title, reading, summary, body, lexemes } = indexEntry(cityId, draft)
  return {
    kind: draft.kind,
    id: draft.id,
    title_ja: draft.title.ja,
    title_en: draft.title.en,
    summary_ja: draft.summary.ja,
    summary_en: draft.summary.en,
    url: draft.url,
    opens_on: draft.opensOn ?? null,
    closes_on: draft.closesOn ?? null,
    closes_at: draft.closesAt ?? null,
    happened_on: draft.happenedOn,
    folded_title: title,
    folded_reading: reading,
    folded_summary: summary,
    folded_body: body,
    // One text: of an array in JSON every word would be read by itself. No word holds a line's end.
    lexemes: lexemes.join('\n'),
  }
}

/** Pages of all cities that show such kinds are older from now on. */
const touchEverywhere = (scope: Scope, kinds: readonly EntryKind[]): void => {
  scope.touch(everywhereVersionKey)
  if (frontKinds.some((kind) => kinds.includes(kind))) scope.touch(frontVersionKey)
}

const atOnce = 100

/** Columns besides the city and the index of words, as JSON tells them. */
const told = {
  kind: 'text',
  id: 'text',
  title_ja: 'text',
  title_en: 'text',
  summary_ja: 'text',
  summary_en: 'text',
  url: 'text',
  opens_on: 'date',
  closes_on: 'date',
  closes_at: 'time',
  happened_on: 'date',
  folded_title: 'text',
  folded_reading: 'text',
  folded_summary: 'text',
  folded_body: 'text',
} as const

const names = Object.keys(told)
const namesAs = (write: (name: string) => string) => sql.raw(names.map(write).join(', '))

const writeEntries = (scope: Scope, rows: readonly ReturnType<typeof toRow>[]) => sql`
  INSERT INTO public_entries (city_id, grams, ${namesAs((name) => name)})
  SELECT ${scope.city.id}, array_to_tsvector(string_to_array(r.lexemes, E'\\n')), ${namesAs((name) => `r.${name}`)}
  FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS r (lexemes text, ${namesAs((name) => `${name} ${told[name as keyof typeof told]}`)})
  ON CONFLICT (city_id, kind, id) DO UPDATE SET grams = excluded.grams,
    ${namesAs((name) => `${name} = excluded.${name}`)}`

/** Writes entries, replacing those of the same kind and id. */
export const saveEntries = async (scope: Scope, drafts: readonly EntryDraft[]): Promise<void> => {
  assertWriting(scope)
  touchEverywhere(
    scope,
    drafts.map(({ kind }) => kind),
  )
  // While the database writes some, the next are cut up.
  let writing: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < drafts.length; from += atOnce) {
    const rows = drafts.slice(from, from + atOnce).map((draft) => toRow(scope.city.id, draft))
    await writing
    writing = writeEntries(scope, rows).execute(scope.db)
  }
  await writing
}

/** Takes these entries of a kind out; ids that are not there are left alone. */
export const deleteEntries = async (
  scope: Scope,
  kind: EntryKind,
  ids: readonly string[],
): Promise<void> => {
  assertWriting(scope)
  if (ids.length === 0) return
  touchEverywhere(scope, [kind])
  await scope.db
    .deleteFrom('public_entries')
    .where('city_id', '=', scope.city.id)
    .where('kind', '=', kind)
    .where('id', 'in', [...ids])
    .execute()
}

/** Takes out the entries of a kind whose id begins so. */
export const deleteEntriesBelow = async (
  scope: Scope,
  kind: EntryKind,
  prefix: string,
): Promise<void> => {
  assertWriting(scope)
  touchEverywhere(scope, [kind])
  await scope.db
    .deleteFrom('public_entries')
    .where('city_id', '=', scope.city.id)
    .where('kind', '=', kind)
    .where(sql<boolean>`starts_with(id, ${prefix})`)
    .execute()
}

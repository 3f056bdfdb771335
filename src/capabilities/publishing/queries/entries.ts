import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import { everywhereVersionKey, frontVersionKey } from '#data/versions.ts'
import { type EntryDraft, type EntryKind, frontKinds, indexEntry } from '../entry.ts'

const toRow = (cityId: number, draft: EntryDraft) => {
  const { title, reading, summary, body, lexemes } = indexEntry(cityId, draft)
  return {
    city_id: cityId,
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
    grams: sql<string>`array_to_tsvector(${lexemes}::text[])`,
  }
}

/** Pages of all cities that show such kinds are older from now on. */
const touchEverywhere = (scope: Scope, kinds: readonly EntryKind[]): void => {
  scope.touch(everywhereVersionKey)
  if (frontKinds.some((kind) => kinds.includes(kind))) scope.touch(frontVersionKey)
}

const atOnce = 200

/** Writes entries, replacing those of the same kind and id. */
export const saveEntries = async (scope: Scope, drafts: readonly EntryDraft[]): Promise<void> => {
  assertWriting(scope)
  touchEverywhere(
    scope,
    drafts.map(({ kind }) => kind),
  )
  for (let from = 0; from < drafts.length; from += atOnce) {
    const rows = drafts.slice(from, from + atOnce).map((draft) => toRow(scope.city.id, draft))
    await scope.db
      .insertInto('public_entries')
      .values(rows)
      .onConflict((same) =>
        same.columns(['city_id', 'kind', 'id']).doUpdateSet((old) => ({
          title_ja: old.ref('excluded.title_ja'),
          title_en: old.ref('excluded.title_en'),
          summary_ja: old.ref('excluded.summary_ja'),
          summary_en: old.ref('excluded.summary_en'),
          url: old.ref('excluded.url'),
          opens_on: old.ref('excluded.opens_on'),
          closes_on: old.ref('excluded.closes_on'),
          closes_at: old.ref('excluded.closes_at'),
          happened_on: old.ref('excluded.happened_on'),
          folded_title: old.ref('excluded.folded_title'),
          folded_reading: old.ref('excluded.folded_reading'),
          folded_summary: old.ref('excluded.folded_summary'),
          folded_body: old.ref('excluded.folded_body'),
          grams: old.ref('excluded.grams'),
        })),
      )
      .execute()
  }
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

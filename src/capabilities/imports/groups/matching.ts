import type { Scope } from '#data/scope.ts'
import { type Actor, isOfGroup } from '#kernel/actor.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { ImportRecord, Match } from '#web/importer.ts'
import { findDuplicatesAmong, type GroupFacts } from '../../duplicates/index.ts'
import { listNumbered, type NumberedGroup } from '../../groups/index.ts'

const textOf = (record: ImportRecord, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

const textsOf = (record: ImportRecord, fields: readonly string[]): readonly string[] =>
  fields.map((field) => textOf(record, field)).filter((text) => text !== '')

const factsOf = (record: ImportRecord): GroupFacts => ({
  name: textOf(record, 'name'),
  nameKana: textOf(record, 'name_kana'),
  corporateNumber: textOf(record, 'corporate_number'),
  representativeName: textOf(record, 'representative_name'),
  representativeKana: textOf(record, 'representative_kana'),
  addresses: textsOf(record, ['office_address', 'representative_address']),
  phones: textsOf(record, ['contact_phone', 'representative_phone']),
  emails: textsOf(record, ['contact_email', 'representative_email']),
})

const kindNames: Readonly<Record<string, Bilingual>> = {
  corporate: both('法人番号', 'corporate number'),
  name: both('名前', 'name'),
  kana: both('フリガナ', 'kana'),
  representative: both('代表者', 'representative'),
  address: both('所在地', 'address'),
  phone: both('電話', 'telephone'),
  email: both('メール', 'mail'),
}

const whyOf = (kinds: readonly string[]): Bilingual =>
  both(
    `同じところ：${kinds.map((kind) => kindNames[kind]?.ja ?? kind).join('、')}`,
    `in common: ${kinds.map((kind) => kindNames[kind]?.en ?? kind).join(', ')}`,
  )

type Found = Awaited<ReturnType<typeof findDuplicatesAmong>>[number]

/** States in which a registration holds. */
const standing: readonly string[] = ['approved', 'suspended']

const inProcedure = ({ group }: Found[number]): boolean => group.state !== 'approved'

const overText = both(
  'この番号の団体は、登録が終わっています（失効・取り下げなど）。番号を確かめるか、先に登録を元にもどしてください。',
  'The registration with that number is over. Check the number, or resume the registration first.',
)

const ownText = both(
  'ご自身が入っている団体です。この行は、ほかの職員が取り込んでください。',
  'You belong to this group. Somebody else of the staff has to import this row.',
)

const refusedAt = (column: string, text: Bilingual): Match => ({ kind: 'refused', column, text })

/** Nobody decides on a group they belong to, with a form or with a table. */
const isOwn = (actor: Actor, match: Match): boolean => {
  if (match.kind === 'known') return isOfGroup(actor, match.id)
  return match.kind === 'suspect' && match.candidates.some(({ id }) => isOfGroup(actor, id))
}

const matchOne = (
  record: ImportRecord,
  numbered: NumberedGroup | undefined,
  found: Found,
): Match => {
  const live = found.filter(({ strength }) => strength !== 'weak')
  if (numbered) {
    if (!standing.includes(numbered.state)) return refusedAt('number', overText)
    const agrees = found.some(
      ({ group, kinds }) =>
        group.id === numbered.id && (kinds.includes('name') || kinds.includes('corporate')),
    )
    const { id, name } = numbered
    if (agrees) return { kind: 'known', id, name }
    return {
      kind: 'suspect',
      candidates: [
        {
          id,
          name,
          why: both('登録番号が同じ（名前がちがう）', 'same registration number, another name'),
        },
      ],
    }
  }
  const sure = live.filter(
    ({ kinds, strength }) =>
      kinds.includes('corporate') || (kinds.includes('name') && strength !== 'possible'),
  )
  const [one] = sure
  if (one && sure.length === 1 && !inProcedure(one) && textOf(record, 'number') === '')
    return { kind: 'known', id: one.group.id, name: one.group.name }
  if (live.length === 0) return { kind: 'new' }
  return {
    kind: 'suspect',
    candidates: live
      .filter((each) => !inProcedure(each))
      .map(({ group, kinds }) => ({ id: group.id, name: group.name, why: whyOf(kinds) })),
  }
}

/** What each record is about: by its registration number, else by what the check for duplicates says. 2 queries. */
export const findGroups = async (
  scope: Scope,
  city: City,
  records: readonly ImportRecord[],
): Promise<readonly Match[]> => {
  const numbers = records.map((record) => textOf(record, 'number'))
  const numbered = await listNumbered(
    scope,
    numbers.filter((number) => number !== ''),
  )
  const found = await findDuplicatesAmong(scope, city, records.map(factsOf))
  return records.map((record, at) => {
    const match = matchOne(record, numbered.get(numbers[at] ?? ''), found[at] ?? [])
    return isOwn(scope.actor, match) ? refusedAt('', ownText) : match
  })
}

import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { getForm } from '../../forms/index.ts'
import { insertEvents, roleCodeOf, takeNumber } from '../../procedures/index.ts'
import { groupKind } from '../group.ts'
import type { RegistrationSettings } from '../preset.ts'
import { unpublishGroups } from '../publication.ts'
import {
  deleteImported,
  type Importable,
  type ImportedGroup,
  insertImported,
  listUsedSince,
  updateImported,
} from '../queries/import.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { lastValidDay } from '../registration.ts'
import { showAllAgain } from './public-face.ts'

/** What a row of a list says of a group; what it does not say is left to the city's rules. */
export type GroupDraft = Pick<ImportedGroup, 'id' | 'name' | 'answers'> & {
  readonly class: string
  readonly number: string | undefined
  readonly registeredOn: string | undefined
  readonly validUntil: string | null | undefined
}

const imported = {
  ja: '一覧から登録を取り込みました',
  en: 'The registration was taken from a list',
}
const changed = { ja: '一覧の内容に合わせました', en: 'It was changed to what a list says' }

/** Their history, their pages, and those who listen: for all of a piece together. */
const follow = async (
  scope: Scope,
  city: City,
  happened: {
    readonly groups: readonly { readonly id: string; readonly number?: string }[]
    readonly title: typeof imported
    readonly file: string
  },
): Promise<void> => {
  const { groups, title, file } = happened
  const ids = groups.map(({ id }) => id)
  const role = roleCodeOf(scope.actor)
  await insertEvents(
    scope,
    groups.map(({ id, number }) => ({
      subject: { kind: groupKind, id },
      event: { step: 'import', title, role, reason: file, documentNumber: number },
    })),
  )
  await showAllAgain(scope, city, ids)
  const [subjectId] = ids
  if (!subjectId) return
  const data = { groupIds: ids }
  await scope.outside.announce(scope, {
    name: 'group.imported',
    subjectKind: groupKind,
    subjectId,
    data,
  })
}

const complete = async (
  scope: Scope,
  draft: GroupDraft,
  settings: RegistrationSettings,
): Promise<ImportedGroup> => {
  const registeredOn = draft.registeredOn ?? tokyoDayOf(scope.now)
  return {
    ...draft,
    class: settings.code,
    number: draft.number ?? (await takeNumber(scope, settings.numberPattern)),
    registeredOn: registeredOn as ImportedGroup['registeredOn'],
    validUntil: (draft.validUntil === undefined
      ? lastValidDay(settings.validity, tokyoDayOf(scope.now))
      : draft.validUntil) as ImportedGroup['validUntil'],
  }
}

/**
 * Registers groups of a list: approved, with the number of the list or the city's next one, without anybody who acts for
 * them until somebody is invited. Their pages show what the form and the city make public.
 */
export const importGroups = async (
  scope: Scope,
  city: City,
  given: { readonly drafts: readonly GroupDraft[]; readonly file: string },
): Promise<void> => {
  const [first] = given.drafts
  if (!first) return
  const settings = await getRegistrationSettings(scope, first.class)
  const groups: ImportedGroup[] = []
  for (const draft of given.drafts) groups.push(await complete(scope, draft, settings))
  await insertImported(scope, await getForm(scope, settings.form), groups)
  await follow(scope, city, { groups, title: imported, file: given.file })
}

/** Changes registered groups to what a list says. */
export const changeImportedGroups = async (
  scope: Scope,
  city: City,
  given: { readonly groups: readonly ImportedGroup[]; readonly file: string },
): Promise<void> => {
  await updateImported(scope, given.groups)
  const groups = given.groups.map(({ id }) => ({ id }))
  await follow(scope, city, { groups, title: changed, file: given.file })
}

/** Takes out groups that a list brought by mistake. @returns those that stay, because people work with them */
export const removeImportedGroups = async (
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const used = await listUsedSince(scope, ids)
  const going = ids.filter((id) => !used.has(id))
  await deleteImported(scope, going)
  await unpublishGroups(scope, going)
  return used
}

export type { Importable, ImportedGroup }

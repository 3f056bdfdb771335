import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { type FormDefinition, getForm, textAnswer } from '../../forms/index.ts'
import { insertEvents, roleCodeOf, takeNumbers } from '../../procedures/index.ts'
import { facetsOf } from '../facets.ts'
import { groupKind } from '../group.ts'
import { linesOf, openLines, withoutOffers } from '../offers.ts'
import type { RegistrationSettings } from '../preset.ts'
import { composeProfile } from '../profile.ts'
import { publishGroups, unpublishGroups } from '../publication.ts'
import {
  deleteImported,
  type Importable,
  type ImportedGroup,
  insertImported,
  listUsedSince,
  updateImported,
} from '../queries/import.ts'
import { recordOffers } from '../queries/offers.ts'
import { getRegistrationPreset, settingsOfClass } from '../queries/settings.ts'
import { lastValidDay } from '../registration.ts'
import { type PublicRules, publicRulesOf } from '../visibility.ts'
import { openBoxes } from './offers.ts'
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

/** Their history, and those who listen: for all of a piece together. */
const follow = async (
  scope: Scope,
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

/** The drafts with what the city's rules say where the list does not; numbers are taken all together. */
const completeAll = async (
  scope: Scope,
  drafts: readonly GroupDraft[],
  settings: RegistrationSettings,
): Promise<readonly ImportedGroup[]> => {
  const today = tokyoDayOf(scope.now)
  const unnumbered = drafts.filter(({ number }) => number === undefined)
  const numbers = await takeNumbers(scope, settings.numberPattern, unnumbered.length)
  const numberOf = new Map(unnumbered.map(({ id }, at) => [id, numbers[at]!]))
  const until = lastValidDay(settings.validity, today)
  return drafts.map((draft) => ({
    ...draft,
    class: settings.code,
    number: draft.number ?? numberOf.get(draft.id)!,
    registeredOn: (draft.registeredOn ?? today) as ImportedGroup['registeredOn'],
    validUntil: (draft.validUntil === undefined
      ? until
      : draft.validUntil) as ImportedGroup['validUntil'],
  }))
}

type Form = { readonly definition: FormDefinition; readonly rules: PublicRules }

/** What a list says that a group offers and looks for; it is recorded by itself, as everywhere. */
const offersIn = (
  { id, answers }: Pick<ImportedGroup, 'id' | 'answers'>,
  { definition, rules }: Form,
) => ({
  id,
  lines: linesOf(answers),
  open: openBoxes({ definition, answers, visibility: {} }, rules),
})

/** A group as everyone sees it from the first moment on. */
const withFace = (one: ImportedGroup, city: City, { definition, rules }: Form) => {
  const answers = withoutOffers(one.answers)
  const profile = composeProfile({ definition, answers, visibility: {} }, city, rules)
  return { ...one, answers, profile, facets: facetsOf(profile, answers) }
}

/**
 * Registers groups of a list: approved, with the number of the list or the city's next one, without anybody who acts for
 * them until somebody is invited. Their pages show what the form and the city make public. A few statements for all.
 */
export const importGroups = async (
  scope: Scope,
  city: City,
  given: { readonly drafts: readonly GroupDraft[]; readonly file: string },
): Promise<void> => {
  const [first] = given.drafts
  if (!first) return
  const preset = await getRegistrationPreset(scope)
  const settings = settingsOfClass(preset, first.class)
  const version = await getForm(scope, settings.form)
  const form = { definition: version.definition, rules: publicRulesOf(preset) }
  const complete = await completeAll(scope, given.drafts, settings)
  const groups = complete.map((one) => withFace(one, city, form))
  const offers = complete.map((one) => offersIn(one, form))
  await insertImported(scope, version, groups)
  await recordOffers(scope, offers, 'new')
  await publishGroups(
    scope,
    city,
    groups.map((one, at) => ({
      ...one,
      nameKana: textAnswer(one.answers, 'name_kana'),
      offers: openLines(offers[at]!),
    })),
  )
  await follow(scope, { groups, title: imported, file: given.file })
}

/** Changes registered groups to what a list says. */
export const changeImportedGroups = async (
  scope: Scope,
  city: City,
  { groups, file }: { readonly groups: readonly ImportedGroup[]; readonly file: string },
): Promise<void> => {
  const preset = await getRegistrationPreset(scope)
  const rules = publicRulesOf(preset)
  const forms = new Map<string, Form>()
  for (const { class: code } of groups) {
    if (forms.has(code)) continue
    const { definition } = await getForm(scope, settingsOfClass(preset, code).form)
    forms.set(code, { definition, rules })
  }
  await updateImported(
    scope,
    groups.map((one) => ({ ...one, answers: withoutOffers(one.answers) })),
  )
  const offers = groups.map((one) => offersIn(one, forms.get(one.class)!))
  await recordOffers(scope, offers, 'all')
  const ids = groups.map(({ id }) => ({ id }))
  await showAllAgain(
    scope,
    city,
    ids.map(({ id }) => id),
  )
  await follow(scope, { groups: ids, title: changed, file })
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

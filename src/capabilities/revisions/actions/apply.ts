import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { accountPaths, listMembers } from '../../accounts/index.ts'
import {
  type Answers,
  type FormVersion,
  fieldsOf,
  filePurpose,
  listSheetFiles,
  type Sheet,
  textAnswer,
} from '../../forms/index.ts'
import {
  type Group,
  groupSubjectOf,
  registrationSheetKey,
  reviseRegistration,
} from '../../groups/index.ts'
import {
  copyFiles,
  insertEvent,
  insertTask,
  removeFiles,
  roleCodeOf,
} from '../../procedures/index.ts'
import { mergeRevised, onlyFields } from '../asked.ts'
import { type Choices, fieldCodeOf, isChoice, labelOf } from '../openness.ts'
import { sheetKeyOf } from '../revision.ts'
import { carryIntoDrafts } from './carry.ts'
import { type Situation, standingOf } from './situation.ts'

/** New papers take the place of those the registration had. */
const takeFiles = async (
  scope: Scope,
  { revision, group, registeredFiles }: Situation,
  codes: readonly string[],
): Promise<void> => {
  const key = registrationSheetKey(group.id)
  const sent = await listSheetFiles(scope, sheetKeyOf(revision))
  for (const code of codes) {
    const files = sent.get(code)
    if (!files?.length) continue
    const old = registeredFiles.get(code) ?? []
    await removeFiles(
      scope,
      key,
      old.map(({ id }) => id),
    )
    const purpose = filePurpose(key.purpose, code)
    await copyFiles(scope, files, { subject: { kind: key.kind, id: key.id }, purpose })
  }
}

/** People write the same name with and without spaces. */
const plainName = (name: string): string => name.replace(/\s/g, '')

/** A leader who is another person than the one with the account is led to the hand-over. */
const askHandover = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly answers: Answers },
): Promise<void> => {
  const { group, answers } = given
  const members = await listMembers(scope, group.id)
  const leader = members.find(({ role }) => role === 'representative')
  const named = plainName(textAnswer(answers, 'representative_name'))
  if (!leader || named === '' || plainName(leader.name) === named) return
  await insertTask(scope, groupSubjectOf(group), {
    step: 'handover',
    title: { ja: '新しい代表者に引き継ぐ', en: 'Hand over to the new representative' },
    assignee: { groupId: group.id },
    url: accountPaths.handover(city.slug, group.id),
  })
}

/** The group's own history says what was changed; everyone may know of a new name. */
const recordChange = async (
  scope: Scope,
  given: { readonly before: Group; readonly after: Group; readonly labels: Labels },
): Promise<void> => {
  const { before, after, labels } = given
  const role = roleCodeOf(scope.actor)
  const subject = groupSubjectOf(after)
  await insertEvent(scope, subject, {
    step: 'change',
    title: {
      ja: `登録の内容を変えました（${labels.ja.join('、')}）`,
      en: `The registration was changed (${labels.en.join(', ')})`,
    },
    role,
  })
  if (before.name === after.name) return
  await insertEvent(scope, subject, {
    step: 'rename',
    title: {
      ja: `団体の名前が「${before.name}」から「${after.name}」に変わりました`,
      en: `The group, formerly “${before.name}”, is now called “${after.name}”`,
    },
    role,
    public: true,
  })
}

type Labels = { readonly ja: readonly string[]; readonly en: readonly string[] }

const labelsOf = (form: FormVersion, codes: readonly string[]): Labels => {
  const labels = codes.map((code) => labelOf(form.definition, code)).filter((one) => !!one)
  return { ja: labels.map(({ ja }) => ja), en: labels.map(({ en }) => en) }
}

/** A change is given to the form of today; other revisions leave the registration's form as it is. */
const formAfter = ({ revision, registered }: Situation, sheet: Sheet): FormVersion =>
  revision.kind === 'change' || !registered ? sheet : registered

/**
 * Puts these answers of the revision into the registration, as far as its form asks them. All who read the
 * registration follow in the same transaction.
 */
export const applyAnswers = async (
  scope: Scope,
  city: City,
  given: {
    readonly situation: Situation
    readonly sheet: Sheet
    readonly codes: readonly string[]
    /** Who reads which answer from now on. */
    readonly choices: Choices
  },
): Promise<{ readonly group: Group; readonly printedAnew: boolean }> => {
  const { situation, sheet } = given
  const standing = standingOf(situation)
  const form = formAfter(situation, sheet)
  const known = new Set(fieldsOf(form.definition).map(({ code }) => code))
  const told = given.codes.filter((code) => known.has(fieldCodeOf(code)))
  const papers = new Set(
    fieldsOf(form.definition)
      .filter(({ kind }) => kind === 'file')
      .map(({ code }) => code),
  )
  const codes = told.filter((code) => !isChoice(code))
  const content = {
    answers: mergeRevised(standing.answers, {
      asked: codes,
      // A paper lies with the procedure for which it was brought, or in its own register.
      answers: onlyFields(
        sheet.answers,
        codes.filter((code) => !papers.has(code)),
      ),
    }),
    visibility: given.choices,
  }
  const { group } = situation
  const revised = await reviseRegistration(scope, city, { group, form, content })
  await takeFiles(scope, situation, codes)
  const { revision } = situation
  await carryIntoDrafts(scope, {
    groupId: group.id,
    from: revision,
    before: standing,
    after: content,
  })
  if (told.length > 0)
    await recordChange(scope, {
      before: group,
      after: revised.group,
      labels: labelsOf(form, told),
    })
  if (codes.includes('representative_name'))
    await askHandover(scope, city, { group: revised.group, answers: content.answers })
  return revised
}

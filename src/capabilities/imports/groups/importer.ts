import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import type { Importer, ImportRecord, ImportValue, OpenImporter } from '#web/importer.ts'
import { type Answer, type Answers, fieldsOf, getForm, optionsOf } from '../../forms/index.ts'
import {
  changeImportedGroups,
  getRegistrationPreset,
  groupPaths,
  holdGroups,
  type Importable,
  importGroups,
  isSameOffer,
  listImportable,
  removeImportedGroups,
  settingsOfClass,
} from '../../groups/index.ts'
import { listBegunGroups } from '../queries/begun-groups.ts'
import { groupColumns } from './columns.ts'
import { findGroups } from './matching.ts'
import { groupKeys } from './rules.ts'

const ownFields = new Set(['number', 'registeredOn', 'validUntil', 'class'])
const consentField = 'consent_publication'

const answersOf = (before: Answers, record: ImportRecord): Answers => {
  const answers: Record<string, Answer> = { ...before }
  for (const [code, value] of Object.entries(record)) {
    if (ownFields.has(code)) continue
    if (value === null || value === '') delete answers[code]
    else answers[code] = value as Answer
  }
  return answers
}

const toRecord = (group: Importable): ImportRecord => ({
  ...(group.answers as ImportRecord),
  name: group.name,
  number: group.number,
  registeredOn: group.registered_on,
  validUntil: group.valid_until,
})

const textOr = <T>(record: ImportRecord, field: string, before: T): string | T => {
  const value = record[field]
  return typeof value === 'string' && value !== '' ? value : before
}

const inWork: Bilingual = both(
  '会員や招待があるか、手続きが進んでいるので、残しました。',
  'People belong to it or a procedure is under way, so it stays.',
)

type Around = { readonly city: City; readonly defaultClass: string }

const create =
  ({ city, defaultClass }: Around): OpenImporter['create'] =>
  async (scope, records, { fileName }) => {
    const drafts = records.map((record) => ({
      id: newId(),
      class: textOr(record, 'class', defaultClass),
      name: textOr(record, 'name', ''),
      number: textOr(record, 'number', undefined),
      registeredOn: textOr(record, 'registeredOn', undefined),
      validUntil: textOr(record, 'validUntil', undefined),
      answers: answersOf({}, record),
    }))
    for (const one of new Set(drafts.map((draft) => draft.class)))
      await importGroups(scope, city, {
        drafts: drafts.filter((draft) => draft.class === one),
        file: fileName,
      })
    return drafts.map(({ id }) => id)
  }

const change =
  ({ city }: Around): OpenImporter['change'] =>
  async (scope, changes, { fileName }) => {
    const ids = changes.map(({ id }) => id)
    // All answers are written again: held first, none that somebody writes meanwhile is lost.
    await holdGroups(scope, ids)
    const held = await listImportable(scope, ids)
    const groups = changes.flatMap(({ id, record }) => {
      const group = held.find((one) => one.id === id)
      if (!group) return []
      const registeredOn = textOr(record, 'registeredOn', group.registered_on)
      return [
        {
          id,
          class: group.class,
          name: textOr(record, 'name', group.name),
          number: textOr(record, 'number', group.number) ?? '',
          registeredOn: registeredOn as never,
          validUntil: ('validUntil' in record ? record.validUntil : group.valid_until) as never,
          answers: answersOf(group.answers, record),
        },
      ]
    })
    await changeImportedGroups(scope, city, { groups, file: fileName })
  }

const open = async (scope: Scope, city: City): Promise<OpenImporter> => {
  const preset = await getRegistrationPreset(scope)
  const settings = settingsOfClass(preset)
  const { definition } = await getForm(scope, settings.form)
  const around: Around = { city, defaultClass: settings.code }
  const showChoice = (field: string, value: ImportValue): string => {
    const asked = fieldsOf(definition).find(({ code }) => code === field)
    const options = asked ? optionsOf(asked, city) : []
    const nameOf = (code: unknown): string =>
      options.find((one) => one.code === code)?.label.ja ?? String(code)
    if (typeof value === 'boolean') return value ? '有' : '無'
    return Array.isArray(value) ? value.map(nameOf).join('、') : nameOf(value)
  }
  return {
    columns: groupColumns(definition, city),
    fields: { class: both('登録の区分', 'Registration class') },
    questions: [
      {
        code: 'consent',
        label: both('団体の紹介を公開することへの同意', 'Consent of the groups to be published'),
        hint: both(
          '同意の列がないか、空の団体について。確かめていないときは、市が必ず公開すると決めた項目だけを出します。',
          'For groups whose row does not say. Without it only what the city always publishes is shown.',
        ),
        options: [
          { code: 'not-known', name: both('確かめていない', 'Not known') },
          {
            code: 'given',
            name: both('これまでの登録で、同意をもらっている', 'They have agreed before'),
          },
        ],
        usual: 'not-known',
      },
      ...(preset.classes.length > 1
        ? [
            {
              code: 'class',
              label: both('登録の区分', 'Registration class'),
              options: preset.classes,
              usual: settings.code,
            },
          ]
        : []),
    ],
    settle: (reading, { answers }) => {
      const record = { ...reading.record }
      if (answers.consent === 'given') record[consentField] ??= true
      if (answers.class && answers.class !== settings.code) record.class = answers.class
      return { ...reading, record }
    },
    keysOf: groupKeys,
    find: (given, records) => findGroups(given, city, records),
    load: async (given, ids) =>
      new Map((await listImportable(given, ids)).map((group) => [group.id, toRecord(group)])),
    hold: holdGroups,
    isSame: (field, before, after) =>
      field === 'class' ||
      ((field === 'offers' || field === 'needs') && isSameOffer(before, after)),
    show: showChoice,
    create: create(around),
    change: change(around),
    remove: async (given, ids) => {
      const begun = await listBegunGroups(given, ids)
      const used = await removeImportedGroups(
        given,
        ids.filter((id) => !begun.has(id)),
      )
      return new Map([...begun, ...used].map((id) => [id, inWork]))
    },
  }
}

/** Fills the register of groups from a list: they are registered, and nobody acts for them yet. */
export const groupsImporter: Importer = {
  kind: 'groups',
  title: both('団体', 'Groups'),
  about: both(
    '登録団体の一覧。取り込んだ団体は登録済みになり、代表者はあとから招待します。',
    'Registered groups. They are registered at once; their leaders are invited afterwards.',
  ),
  roles: ['office', 'centre', 'city_admin'],
  page: (city) => groupPaths.directory(city),
  open,
}

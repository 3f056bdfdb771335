import type { Hono } from 'hono'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { TestCity } from '#tests/world/city.ts'
import { testNow } from '#tests/world/city.ts'
import { type Browser, openBrowser } from '#tests/world/site.ts'
import { formOf } from '#web/form-data.ts'
import { insertMembership } from '../accounts/index.ts'
import { type FormDefinition, type FormField, filePurpose, optionsOf } from '../forms/index.ts'
import { registrationSheetKey } from '../groups/index.ts'
import { keepBytes } from '../procedures/index.ts'
import { type Call, findOpenCalls } from '../programmes/index.ts'

/** What a browser sends for a field. */
type Typed = Record<string, string | readonly string[]>

const texts: Partial<Record<FormField['kind'], string>> = {
  text: '川べりの見守り',
  textarea: '子どもと高齢者が安心して歩けるようにします。',
  number: '1',
  money: '100,000',
  date: '令和8年11月10日',
}

const typedTable = (field: FormField): Typed =>
  Object.fromEntries(
    (field.columns ?? []).map((column) => [
      `${field.code}.0.${column.code}`,
      texts[column.kind] ?? '',
    ]),
  )

const typedField = (field: FormField, city: TestCity['city']): Typed => {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return { [field.code]: [optionsOf(field, city)[0]?.code ?? ''] }
    case 'yes_no':
    case 'declaration':
      return { [field.code]: 'yes' }
    case 'table':
      return typedTable(field)
    case 'file':
      return {}
    default:
      return { [field.code]: texts[field.kind] ?? '' }
  }
}

/** Everything the form requires, as a browser would send it, and what `more` says instead. */
export const typedForm = (
  definition: FormDefinition,
  city: TestCity['city'],
  more: Typed = {},
): Typed => {
  const required = definition.sections
    .flatMap(({ fields }) => fields)
    .filter((field) => field.required || field.code.startsWith('budget_'))
  return { ...Object.assign({}, ...required.map((field) => typedField(field, city))), ...more }
}

export const formTyped = (definition: FormDefinition, city: TestCity['city'], more: Typed = {}) =>
  formOf(typedForm(definition, city, more))

/** A registered group whose people are given. */
export const makeGroup = (
  here: TestCity,
  name: string,
  people: { readonly representative: Person; readonly manager?: Person; readonly member?: Person },
  state: 'approved' | 'submitted' | 'lapsed' = 'approved',
): Promise<string> =>
  here.as(visitor, async (scope) => {
    const id = newId()
    await scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id,
        state,
        name,
        number: `第${id}号`,
        registered_on: '2024-04-01',
        created_at: scope.now,
        updated_at: scope.now,
      })
      .execute()
    // Some cities take proposals only of groups whose rules are in the register.
    const { kind, id: subject, purpose } = registrationSheetKey(id)
    const rules = { name: '会則.txt', mediaType: 'text/plain', bytes: Buffer.from('会則') }
    await keepBytes(
      scope,
      { kind, id: subject },
      { ...rules, purpose: filePurpose(purpose, 'rules_file') },
    )
    for (const [role, person] of Object.entries(people))
      await insertMembership(scope, {
        accountId: person.accountId,
        groupId: id,
        role: role as 'representative' | 'manager' | 'member',
      })
    return id
  })

/** A published theme of a department in a call. */
export const makeTheme = (
  here: TestCity,
  theme: {
    readonly callId: string
    readonly department: string
    readonly title: string
    readonly cap: number | null
  },
): Promise<string> =>
  here.as(visitor, async (scope) => {
    const id = newId()
    await scope.db
      .insertInto('themes')
      .values({
        city_id: scope.city.id,
        id,
        state: 'published',
        department: theme.department,
        call_id: theme.callId,
        title: theme.title,
        cap: theme.cap,
        published_at: scope.now,
        created_at: scope.now,
        updated_at: scope.now,
      })
      .execute()
    return id
  })

/** Everybody whom a proposal concerns, or does not. */
export type Cast = {
  readonly call: Call
  readonly groupId: string
  readonly representative: Person
  readonly manager: Person
  readonly member: Person
  readonly stranger: Person
  readonly office: Person
  readonly centre: Person
  readonly reviewer: Person
  readonly departments: readonly [string, string]
  readonly department: Person
  readonly otherDepartment: Person
}

/** A city's people around one open call and one registered group. */
export const makeCast = async (here: TestCity): Promise<Cast> => {
  const [first, second] = here.city.departments
  const departments = [first!.code, second!.code] as const
  const representative = await here.person('見本 代表')
  const manager = await here.person('見本 担当')
  const member = await here.person('見本 会員')
  const groupId = await makeGroup(here, '川べりの会', { representative, manager, member })
  const stranger = await here.person('見本 他人')
  await makeGroup(here, 'となりの会', { representative: stranger })
  return {
    call: (await here.as(visitor, findOpenCalls))[0]!,
    groupId,
    representative: await here.reload(representative),
    manager: await here.reload(manager),
    member: await here.reload(member),
    stranger: await here.reload(stranger),
    office: await here.person('見本 事務', ['office']),
    centre: await here.person('見本 窓口', ['centre']),
    reviewer: await here.person('見本 委員', ['reviewer']),
    departments,
    department: await here.person('見本 課員', [{ department: departments[0] }]),
    otherDepartment: await here.person('見本 他課', [{ department: departments[1] }]),
  }
}

/** A browser in which the person has signed in. */
export const signIn = async (site: Hono, here: TestCity, person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(`/${here.key.slug}/sample-people`, { account: person.accountId })
  return browser
}

let seconds = 0
/** A little later each time, so that the history has an order. */
export const soon = (): Date => {
  seconds += 1
  return new Date(testNow.getTime() + seconds * 1000)
}

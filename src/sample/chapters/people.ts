import { insertAccount, insertRoleGrant } from '#capabilities/accounts/index.ts'
import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { CityRole } from '#kernel/actor.ts'
import type { Story, StoryPerson } from '../story.ts'

const grantsOf = (person: StoryPerson): readonly { role: CityRole; department: string | null }[] =>
  person.roles.map((role) =>
    typeof role === 'string' ? { role, department: null } : { role: 'department', ...role },
  )

const insertPerson = async (scope: Scope, person: StoryPerson): Promise<string> => {
  const id = await insertAccount(scope, {
    email: person.email,
    name: person.name,
    nameKana: person.kana,
    passwordHash: null,
    language: person.language,
    state: 'active',
    sample: true,
  })
  if (!id) throw new Error(`${person.email} already has an account.`)
  for (const grant of grantsOf(person))
    await insertRoleGrant(scope, { accountId: id, ...grant, grantedBy: null })
  await audit(scope, { action: 'accounts.create', subjectKind: 'account', subjectId: id })
  return id
}

/**
 * Makes the people of the story: accounts without a password, which only the page of sample people opens.
 * They are made a minute apart, so that the page lists them as the story does.
 * @returns the account behind each key
 */
export const insertPeople = async (
  scope: Scope,
  story: Story,
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for (const [at, person] of story.people.entries()) {
    const now = new Date(scope.now.getTime() + at * 60_000)
    ids.set(person.key, await insertPerson({ ...scope, now }, person))
  }
  return ids
}

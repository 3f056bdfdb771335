import { inviteToGroup, leaveGroup, nameSuccessor } from '#capabilities/accounts/index.ts'
import { type FormDefinition, getForm } from '#capabilities/forms/index.ts'
import { saveFormVersion } from '#capabilities/forms/queries.ts'
import {
  addMember,
  approveRegistration,
  decideRegistration,
  getGroup,
  getRegistrationPreset,
  getRegistrationSettings,
  saveRegistration,
  startRegistration,
} from '#capabilities/groups/index.ts'
import { saveRegistrationSettings } from '#capabilities/groups/queries/settings.ts'
import { listFiles } from '#capabilities/procedures/index.ts'
import type { PersonName } from './cast.ts'
import { act, must, put, type Town } from './town.ts'
import { bodyOf, paper, typeForm } from './typed.ts'

/** A class of registration that asks for a visit; presets have none. */
const visitClass = 'with-visit'

/** Its form: the city's own, whose rules may be brought to the counter. */
const byHandForm = (own: FormDefinition): FormDefinition => ({
  ...own,
  code: `${own.code}-${visitClass}`,
  sections: own.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.code === 'rules_file' ? { ...field, byHand: true } : field,
    ),
  })),
})

/** Gives the city that class beside its own. */
export const addVisitClass = (town: Town): Promise<void> =>
  act(town, 'office', '2023-04-01', async (scope) => {
    const preset = await getRegistrationPreset(scope)
    const name = { ja: '来所する登録', en: 'With a visit' }
    const visit = { bring: { ja: '規約の原本', en: 'The rules' } }
    const { renewal: _, ...own } = preset.classes[0]!
    const numberPattern = '来第{n}号'
    const form = byHandForm((await getForm(scope, own.form)).definition)
    await saveFormVersion(scope, form)
    const further = {
      ...own,
      ...{ code: visitClass, form: form.code, name, purpose: name, visit, numberPattern },
    }
    await saveRegistrationSettings(scope, { ...preset, classes: [preset.classes[0]!, further] })
  })

type Place = readonly [PersonName, 'manager' | 'member']

const placesOfA: readonly Place[] = [
  ['manager', 'manager'],
  ['unproved', 'manager'],
  ['member', 'member'],
  ['centre-in-a', 'member'],
  ['office-in-a', 'member'],
  ['reviewer-in-a', 'member'],
]

const begin = async (
  town: Town,
  given: {
    readonly state: string
    readonly day: string
    readonly leader: PersonName
    readonly class?: string | undefined
  },
): Promise<string> => {
  const name = town.say(`group.${given.state}.name`)
  const begun = { name, channel: 'web', class: given.class } as const
  return act(town, given.leader, given.day, async (scope) =>
    must(await startRegistration(scope, town.here.city, begun)),
  )
}

const join = (
  town: Town,
  groupId: string,
  given: { readonly day: string; readonly leader: PersonName; readonly places: readonly Place[] },
): Promise<void> =>
  act(town, given.leader, given.day, async (scope) => {
    for (const [name, role] of given.places) {
      const { accountId } = town.people[name]
      must(await addMember(scope, { groupId, accountId, role }))
    }
  })

const write = (
  town: Town,
  groupId: string,
  given: {
    readonly state: string
    readonly day: string
    readonly leader: PersonName
    readonly send: boolean
    readonly class?: string | undefined
  },
): Promise<void> =>
  act(town, given.leader, given.day, async (scope) => {
    const { here, say } = town
    const { form: code } = await getRegistrationSettings(scope, given.class)
    const { definition } = await getForm(scope, code)
    const about = `group.${given.state}`
    const byHand = given.class === visitClass
    const typed = typeForm(
      definition,
      { city: here.city, say, about },
      byHand ? { 'rules_file.by_hand': 'yes' } : {},
    )
    const files = byHand
      ? undefined
      : { rules_file: paper('kiyaku.txt', say(`${about}.rules_file`)) }
    must(
      await saveRegistration(scope, here.city, {
        group: await getGroup(scope, groupId),
        sent: bodyOf(typed, files),
        send: given.send,
        channel: 'web',
      }),
    )
  })

type Decision = 'accept' | 'return' | 'reject' | 'suspend' | 'lapse' | 'revoke' | 'withdraw'

const decide = (
  town: Town,
  groupId: string,
  given: { readonly day: string; readonly by: PersonName; readonly name: Decision | 'approve' },
): Promise<void> =>
  act(town, given.by, given.day, async (scope) => {
    const group = await getGroup(scope, groupId)
    const { name } = given
    if (name === 'approve') must(await approveRegistration(scope, town.here.city, group))
    else {
      const reason = town.say(`group.${name}.reason`)
      must(await decideRegistration(scope, town.here.city, { group, name, reason }))
    }
  })

/** A group of A's people that has come so far with its registration; no address names it yet. */
export const createGroup = async (
  town: Town,
  given: {
    readonly state: string
    readonly day: string
    readonly leader?: PersonName
    readonly places?: readonly Place[]
    readonly class?: string
    readonly steps: readonly ('send' | Decision | 'approve')[]
  },
): Promise<string> => {
  const { state, day, leader = 'rep', places = placesOfA, steps } = given
  const id = await begin(town, { state, day, leader, class: given.class })
  await join(town, id, { day, leader, places })
  await write(town, id, { state, day, leader, class: given.class, send: steps.includes('send') })
  for (const name of steps) {
    if (name === 'send') continue
    const by = name === 'withdraw' ? leader : name === 'revoke' ? 'office' : 'centre'
    await decide(town, id, { day, by, name })
  }
  return id
}

/** The same, as something that addresses name. */
const makeGroup = async (town: Town, given: Parameters<typeof createGroup>[1]): Promise<string> => {
  const id = await createGroup(town, given)
  put(town, { kind: 'group', state: given.state, params: { id } })
  return id
}

const putFiles = (town: Town, groupId: string): Promise<void> =>
  act(town, 'centre', '2026-11-19', async (scope) => {
    const files = await listFiles(scope, { kind: 'group', id: groupId })
    for (const { id, purpose } of files)
      put(town, {
        kind: 'file',
        state: purpose === 'notice' ? 'group-letter' : 'group-paper',
        params: { id },
      })
  })

/** An open invitation and an open hand-over; somebody who has left. */
const moveMembers = async (town: Town, groupId: string): Promise<void> => {
  const { here, people } = town
  await join(town, groupId, { day: '2023-05-02', leader: 'rep', places: [['former', 'manager']] })
  await act(town, 'former', '2026-01-10', async (scope) =>
    must(await leaveGroup(scope, here.city, groupId)),
  )
  const invitation = await act(town, 'rep', '2026-11-19', async (scope) => {
    const gift = { kind: 'group', groupId, groupRole: 'member' } as const
    const email = 'invited@example.jp'
    return must(await inviteToGroup(scope, here.city, { email, gift, language: 'ja' }))
  })
  put(town, { kind: 'invitation-to-group', state: 'open', params: { id: groupId, invitation } })
  for (const name of ['manager', 'member', 'rep'] as const)
    put(town, {
      kind: 'membership',
      state: name,
      params: { id: groupId, account: people[name].accountId },
    })
}

/** A's people have groups in every state; `b` is the group of others. The draft is being handed over. */
export const makeGroups = async (town: Town): Promise<{ a: string; b: string }> => {
  const a = await makeGroup(town, {
    state: 'approved',
    day: '2023-05-01',
    steps: ['send', 'approve'],
  })
  await moveMembers(town, a)
  await putFiles(town, a)
  const b = await makeGroup(town, {
    state: 'approved-of-others',
    day: '2023-05-03',
    leader: 'rep2',
    places: [],
    steps: ['send', 'approve'],
  })
  const day = '2026-11-10'
  const draft = await makeGroup(town, { state: 'draft', day, steps: [] })
  await act(town, 'rep', '2026-11-18', async (scope) => {
    const successor = town.people.manager.accountId
    must(await nameSuccessor(scope, town.here.city, { groupId: draft, successor }))
  })
  await makeGroup(town, { state: 'submitted', day, steps: ['send'] })
  await makeGroup(town, { state: 'returned', day, steps: ['send', 'return'] })
  await makeGroup(town, { state: 'rejected', day, steps: ['send', 'reject'] })
  const visiting = { day, class: visitClass }
  await makeGroup(town, { state: 'submitted-visit', ...visiting, steps: ['send'] })
  await makeGroup(town, { state: 'provisional', ...visiting, steps: ['send', 'accept'] })
  await makeGroup(town, { state: 'suspended', day, steps: ['send', 'approve', 'suspend'] })
  await makeGroup(town, { state: 'lapsed', day, steps: ['send', 'approve', 'lapse'] })
  await makeGroup(town, { state: 'revoked', day, steps: ['send', 'approve', 'revoke'] })
  await makeGroup(town, { state: 'withdrawn', day, steps: ['send', 'withdraw'] })
  return { a, b }
}

import { getForm } from '#capabilities/forms/index.ts'
import { getGroup, getRegistrationSettings } from '#capabilities/groups/index.ts'
import { showWayOn } from '#capabilities/revisions/actions/tell.ts'
import {
  approveRevision,
  beginRevision,
  decideRevision,
  getCampaign,
  handOver,
  inviteGroup,
  lockSituation,
  openCampaign,
  saveRevision,
} from '#capabilities/revisions/index.ts'
import { createGroup } from './groups.ts'
import { act, idOf, must, put, type Town } from './town.ts'
import { bodyOf, typeForm } from './typed.ts'

const day = '2026-11-16'

/** A change notice of a group of A's people, written and sent. */
const write = async (
  town: Town,
  given: { readonly groupId: string; readonly state: string; readonly send: boolean },
): Promise<string> =>
  act(town, 'rep', day, async (scope) => {
    const { city } = town.here
    const settings = await getRegistrationSettings(scope)
    const { definition } = await getForm(scope, settings.form)
    const about = `group.revised-${given.state}`
    const id = await beginRevision(scope, city, {
      group: await getGroup(scope, given.groupId),
      kind: 'change',
      class: settings.code,
      channel: 'web',
    })
    // Where what is said does not tell its place (the town of the faults), the change would be none.
    const say: Town['say'] = (place) => `${town.say(place)}改`
    const sent = bodyOf(typeForm(definition, { city, say, about }))
    const situation = await lockSituation(scope, id)
    must(
      await saveRevision(scope, city, {
        situation,
        sent,
        send: given.send,
        channel: 'web',
        receivedOn: null,
      }),
    )
    return id
  })

const decide = (town: Town, id: string, name: 'approve' | 'return'): Promise<void> =>
  act(town, 'centre', day, async (scope) => {
    const situation = await lockSituation(scope, id)
    const { city } = town.here
    if (name === 'approve') must(await approveRevision(scope, city, situation))
    else {
      const reason = town.say('group.revised-returned.reason')
      must(await decideRevision(scope, city, { situation, name, reason }))
    }
  })

const makeChange = async (
  town: Town,
  state: 'draft' | 'sent' | 'returned' | 'applied',
): Promise<void> => {
  const groupId = await createGroup(town, {
    state: `revised-${state}-before`,
    day,
    steps: ['send', 'approve'],
  })
  const id = await write(town, { groupId, state, send: state !== 'draft' })
  if (state === 'returned') await decide(town, id, 'return')
  if (state === 'applied') await decide(town, id, 'approve')
  put(town, { kind: 'revision', state, params: { id } })
}

/** The groups are asked to renew at the end of that fiscal year. */
const ask = (town: Town, fiscalYear: number): Promise<string> =>
  act(town, 'office', day, async (scope) =>
    must(
      await openCampaign(scope, {
        class: 'standard',
        fiscalYear,
        opensOn: `${fiscalYear + 1}-02-01`,
        closesOn: `${fiscalYear + 1}-03-31`,
      }),
    ),
  )

/** A renewal that staff enter from paper. */
const makePaper = async (town: Town, campaignId: string): Promise<void> => {
  const { city } = town.here
  const groupId = await createGroup(town, {
    state: 'revised-paper-before',
    day,
    steps: ['send', 'approve'],
  })
  const id = await act(town, 'centre', day, async (scope) => {
    const begun = await beginRevision(scope, city, {
      group: await getGroup(scope, groupId),
      kind: 'renewal',
      class: 'standard',
      channel: 'web',
      campaign: await getCampaign(scope, campaignId),
    })
    await handOver(scope, city, { situation: await lockSituation(scope, begun), to: 'staff' })
    return begun
  })
  put(town, { kind: 'revision', state: 'paper', params: { id } })
}

/** A renewal of the year before that was sent, whose roster is brought to the counter. */
const makeSentRenewal = async (town: Town): Promise<void> => {
  const { here, say } = town
  const campaignId = await ask(town, 2024)
  const about = 'group.revised-renewal-sent'
  const groupId = await createGroup(town, {
    state: 'revised-renewal-sent-before',
    day,
    steps: ['send', 'approve'],
  })
  const id = await act(town, 'rep', day, async (scope) => {
    const { renewal } = await getRegistrationSettings(scope)
    const { definition } = await getForm(scope, renewal?.form ?? '')
    const begun = await beginRevision(scope, here.city, {
      group: await getGroup(scope, groupId),
      kind: 'renewal',
      class: 'standard',
      channel: 'web',
      campaign: await getCampaign(scope, campaignId),
    })
    const byHand = { 'roster_file.by_hand': 'yes' }
    const sent = bodyOf(typeForm(definition, { city: here.city, say, about }, byHand))
    const situation = await lockSituation(scope, begun)
    const given = { situation, sent, send: true, channel: 'web', receivedOn: null } as const
    must(await saveRevision(scope, here.city, given))
    return begun
  })
  put(town, { kind: 'revision', state: 'renewal-sent', params: { id } })
}

/** Nobody of the lapsed group signed in when it lapsed: the desk was asked to tell it. */
const leaveUntold = (town: Town): Promise<void> =>
  act(town, 'centre', day, async (scope) => {
    const group = await getGroup(scope, idOf(town, 'group', 'lapsed'))
    const unled = { ...group, hasRepresentative: false }
    await showWayOn(scope, town.here.city, { group: unled, late: undefined })
  })

/** Change notices in every state, and a renewal that the group A was asked for last year. */
export const makeRevisions = async (town: Town, groupId: string): Promise<void> => {
  for (const state of ['draft', 'sent', 'returned', 'applied'] as const)
    await makeChange(town, state)
  const { city } = town.here
  const campaignId = await ask(town, 2025)
  put(town, { kind: 'campaign', state: 'open', params: { id: campaignId } })
  const renewal = await act(town, 'office', day, async (scope) => {
    const campaign = await getCampaign(scope, campaignId)
    await inviteGroup(scope, city, { campaign, groupId })
    const group = await getGroup(scope, groupId)
    return beginRevision(scope, city, {
      group,
      kind: 'renewal',
      class: 'standard',
      channel: 'web',
      campaign,
    })
  })
  put(town, { kind: 'revision', state: 'renewal', params: { id: renewal } })
  await makePaper(town, campaignId)
  await makeSentRenewal(town)
  await leaveUntold(town)
}

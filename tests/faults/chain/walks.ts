import { hiddenIn, type Insisting, idAfter, type } from './insist.ts'
import type { Place } from './town.ts'

/** What a walk was about, with the words that it wrote last. */
export type Walked = {
  readonly group: string
  readonly proposal: string
  readonly issue: string
}

/** What was acknowledged, in the order in which it was. */
export type Ledger = {
  readonly walks: Walked[]
  /** Every step that was acknowledged, walks that are under way among them. */
  readonly steps: string[]
  /** By proposal: how often points were handed in, and the comment that was handed in last. */
  readonly scores: Map<string, { sent: number; comment: string }>
  readonly addresses: string[]
}

export const openLedger = (): Ledger => ({
  walks: [],
  steps: [],
  scores: new Map(),
  addresses: [],
})

type Way = { readonly insisting: Insisting; readonly place: Place; readonly ledger: Ledger }

/** A way on which every step that was acknowledged is written down. */
const onRecord = ({ insisting, ledger }: Way): Insisting['send'] => {
  return async (who, path, fields) => {
    const location = await insisting.send(who, path, fields)
    ledger.steps.push(`${who} ${path}`)
    return location
  }
}

const reason = { reason: 'もう少しくわしく書いてください。' }

/** A group registers, is asked for a correction, mends it, is approved. @returns its id */
const register = async (way: Way): Promise<string> => {
  const send = onRecord(way)
  const typed = way.place.typed.registration
  const rules = new File(['会の規約です。'], 'kiyaku.txt', { type: 'text/plain' })
  const id = idAfter(
    await send('stranger', '/groups/registration/new', { name: '川の会', class: 'standard' }),
    'groups',
  )
  const at = `/groups/${id}/registration`
  await send('stranger', `${at}/edit`, type(typed, { intent: 'send', rules_file: rules }))
  await send('centre', `${at}/correction`, reason)
  await send('stranger', `${at}/edit`, type(typed, { intent: 'send' }))
  await send('centre', `${at}/approval`)
  return id
}

/** A resident raises an issue, is asked for more, writes it, and reads the answer. @returns its id */
const raise = async (way: Way): Promise<string> => {
  const send = onRecord(way)
  const written = { title: '通学路が暗い', body: '街灯が切れています。', place: '', consent: 'yes' }
  const id = idAfter(await send('resident', '/issues', written), 'issues')
  await send('centre', `/issues/${id}/correction`, reason)
  await send('resident', `/issues/${id}/edit`, { ...written, place: '川べりの道' })
  await send('centre', `/issues/${id}/publication`, { department: way.place.department })
  await send('dept', `/issues/${id}/answer`, { answer: '街灯を直します。' })
  return id
}

const submit = async (way: Way, id: string): Promise<void> => {
  const send = onRecord(way)
  const page = await way.insisting.open('stranger', `/proposals/${id}/confirmation`)
  const revision = hiddenIn(page, 'revision')
  await send('stranger', `/proposals/${id}/confirmation`, { revision })
}

/** A proposal is begun, kept, sent, returned, mended and passed to its department. @returns its id */
const propose = async (way: Way, group: string): Promise<string> => {
  const send = onRecord(way)
  const { call, typed, department } = way.place
  const kind = call.definition.types.find(({ themed }) => !themed)?.code ?? ''
  const begun = { call: call.id, group, type: kind, channel: 'web' }
  const id = idAfter(await send('stranger', '/proposals', begun), 'proposals')
  const edit = `/proposals/${id}/edit`
  await send('stranger', edit, type(typed.proposal, { intent: 'save', summary: '途中' }))
  await send('stranger', edit, type(typed.proposal, { intent: 'send', summary: '初めの案' }))
  await submit(way, id)
  const correction = { decision: 'return', due_on: '2026-11-27', ...reason }
  await send('office', `/proposals/${id}/formal-check`, correction)
  await send('stranger', edit, type(typed.proposal, { intent: 'send', summary: '直した案' }))
  await submit(way, id)
  await send('office', `/proposals/${id}/formal-check`, { decision: 'pass', department })
  return id
}

/** Both sides write the sheet, the group once more after the department, and both confirm it. */
const negotiate = async (way: Way, id: string): Promise<void> => {
  const send = onRecord(way)
  const at = `/proposals/${id}/negotiation`
  const sheet = type(way.place.typed.negotiation, { outcome: 'feasible' })
  await send('stranger', at, sheet)
  await send('dept', at, type(way.place.typed.negotiation, { outcome: 'conditional' }))
  await send('stranger', at, sheet)
  for (const who of ['dept', 'stranger'] as const) {
    const page = await way.insisting.open(who, `${at}/confirmation`)
    await send(who, `${at}/confirmation`, { revision: hiddenIn(page, 'revision') })
  }
}

/** One walk through the chain, from a group's registration to a proposal that is ready for its review. */
export const walkChain = async (way: Way): Promise<void> => {
  const group = await register(way)
  const issue = await raise(way)
  const proposal = await propose(way, group)
  await negotiate(way, proposal)
  way.ledger.walks.push({ group, proposal, issue })
}

/** A member of the committee hands in points for one proposal after the other, each time with other words. */
export const scoreAll = async (way: Way): Promise<void> => {
  const { review } = way.place
  const send = onRecord(way)
  for (const proposal of review.proposals) {
    const before = way.ledger.scores.get(proposal)
    const sent = (before?.sent ?? 0) + 1
    const comment = `${sent}回目の意見`
    const points = Object.fromEntries(review.points.map((field) => [field, String(1 + (sent % 4))]))
    const path = `/reviews/${review.id}/proposals/${proposal}`
    await send('reviewer2', path, { ...points, comment, intent: 'send' })
    way.ledger.scores.set(proposal, { sent, comment })
  }
}

/** Somebody new signs up. */
export const signUp = async (way: Way): Promise<void> => {
  const send = onRecord(way)
  const email = `p${way.ledger.addresses.length}@example.jp`
  const password = 'つゆのあとのあじさい'
  await send('visitor', '/sign-up', { name: '倒れない人', email, password, consent: 'yes' })
  way.ledger.addresses.push(email)
}

import { hasRole } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { PageRequest } from '#web/route.ts'
import { findGroup, listMyGroups } from '../../groups/index.ts'
import type { Call } from '../../programmes/index.ts'
import { registrationStageOf } from '../actions/examine.ts'
import { type Consultation, canBeClaimed, countsFor } from '../consultation.ts'
import { findConsultation } from '../queries/consultations.ts'
import { sentences } from '../sentences.ts'
import type { GroupChoice } from '../views/start-page.tsx'

/** What the address or the form names. */
export type Asked = { text(name: string): string }

export const askedIn = ({ query }: PageRequest): Asked => ({
  text: (name) => query.get(name) ?? '',
})

export type Candidate = GroupChoice & { readonly acts: boolean }

/** Groups for which this person may begin: one's own, and for the office the one that the address names. */
export const listCandidates = async (request: PageRequest, asked: Asked): Promise<Candidate[]> => {
  const { scope, person } = request
  if (!person) return []
  const own = (await listMyGroups(scope, person)).map(({ id, name, state, role }) => ({
    id,
    name,
    registration: registrationStageOf(state),
    acts: role !== 'member',
  }))
  const named = asked.text('group')
  if (!hasRole(person, 'office') || own.some(({ id }) => id === named)) return own
  const group = await findGroup(scope, named)
  return group
    ? [
        ...own,
        {
          id: group.id,
          name: group.name,
          registration: registrationStageOf(group.state),
          acts: true,
        },
      ]
    : own
}

/** A group that has at least applied for registration may write, where it must be registered at all. */
export const isOpenTo = (call: Call, { registration }: GroupChoice): boolean =>
  call.definition.registration === 'none' || registration !== 'none'

/** That it has not, with what the programme wants. */
export const notRegisteredText = ({ definition }: Call, name: string, language: Language): string =>
  sentences[language].start.notRegistered[definition.registration === 'with' ? 'with' : 'before'](
    name,
  )

/** Why groups of this person cannot propose, in words that say what to do. */
export const refusalsOf = (
  { language }: PageRequest,
  call: Call,
  candidates: readonly Candidate[],
): string[] => {
  const words = sentences[language].start
  return candidates.flatMap((one) => {
    if (!one.acts) return [words.memberOnly(one.name)]
    return isOpenTo(call, one) ? [] : [notRegisteredText(call, one.name, language)]
  })
}

/** The consultation from which a group goes on to write: its own, about this call, and not yet some proposal's. */
export const findBeginning = async (
  { scope }: PageRequest,
  asked: Asked,
  given: { readonly call: Call; readonly groupId: string; readonly themeId: string | null },
): Promise<Consultation | undefined> => {
  const { call, groupId, themeId } = given
  const found = await findConsultation(scope, asked.text('consultation'))
  if (!found || found.groupId !== groupId) return undefined
  const proposal = { id: '', callId: call.id, themeId }
  return canBeClaimed(found, proposal) || countsFor(found, proposal) ? found : undefined
}

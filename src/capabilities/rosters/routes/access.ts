import type { Language } from '#kernel/bilingual.ts'
import { isId } from '#kernel/ids.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb, FieldError } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import type { Problem } from '../form.ts'
import { rosterPaths as paths } from '../paths.ts'
import { canKeepRoster, canOpenRoster, canSeeNames, isDesk } from '../policy.ts'
import type { RosterRules } from '../preset.ts'
import { findRosterHead, type RosterHead } from '../queries/on-a-day.ts'
import { findPerson } from '../queries/people.ts'
import { getRosterRules } from '../queries/settings.ts'
import { findOpenViewing } from '../queries/traces.ts'
import type { RosterPerson } from '../roster.ts'
import { sentences } from '../sentences.ts'
import type { Viewing } from '../trace.ts'

/** The people of the group, and the staff who may have a reason. */
export const audience = ['member', 'centre', 'office'] as const

/** A group's roster as far as whoever asks may go into it. */
export type Access = {
  readonly head: RosterHead
  readonly rules: RosterRules
  readonly viewing: Viewing | undefined
  readonly names: boolean
  readonly keep: boolean
  readonly desk: boolean
}

/** Opens the roster of the address. @throws NotFound for those who are not to know of it */
export const openRoster = async ({ scope, params }: PageRequest): Promise<Access> => {
  const id = params.id ?? ''
  const head = isId(id) ? await findRosterHead(scope, id) : undefined
  if (!head || !canOpenRoster(scope.actor, head).ok) throw new NotFound('roster')
  const desk = isDesk(scope.actor, head)
  const viewing = desk ? await findOpenViewing(scope, id) : undefined
  const open = { open: viewing !== undefined }
  return {
    head,
    rules: await getRosterRules(scope),
    viewing,
    names: canSeeNames(scope.actor, head, open).ok,
    keep: canKeepRoster(scope.actor, head, open).ok,
    desk,
  }
}

/** {@link openRoster} for those who read names. */
export const openNames = async (request: PageRequest): Promise<Access> => {
  const access = await openRoster(request)
  allow(access.names ? { ok: true } : { ok: false, reason: 'roster-names' })
  return access
}

/** {@link openRoster} for those who keep it. */
export const openToKeep = async (request: PageRequest): Promise<Access> => {
  const access = await openRoster(request)
  allow(access.keep ? { ok: true } : { ok: false, reason: 'roster-keep' })
  return access
}

/** The person of the address. @throws NotFound */
export const getPerson = async (request: PageRequest, head: RosterHead): Promise<RosterPerson> => {
  const person = await findPerson(request.scope, head.id, request.params.person ?? '')
  if (!person) throw new NotFound('roster entry')
  return person
}

/** From the group to a page below its roster. */
export const crumbsTo = (
  { city, language }: PageRequest,
  head: RosterHead,
  title?: string,
): readonly Crumb[] => {
  const words = sentences[language]
  const group = { label: head.name, href: groupPaths.registration(city.slug, head.id) }
  return title
    ? [group, { label: words.title, href: paths.roster(city.slug, head.id) }, { label: title }]
    : [group, { label: words.title }]
}

/** Problems in the reader's words, each with the id of its field. */
export const toErrors = (
  problems: readonly Problem[],
  language: Language,
  idOf: (field: string) => string = (field) => field,
): readonly FieldError[] =>
  problems.map(({ field, code }) => ({
    id: idOf(field),
    message: sentences[language].problems[code],
  }))

import type { CityRole, Person } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { Action } from '#web/ui/index.ts'
import { accountPaths } from '../accounts/index.ts'
import { duplicatePaths } from '../duplicates/index.ts'
import { facilityPaths } from '../facilities/index.ts'
import { groupPaths } from '../groups/index.ts'
import { importers, importPaths } from '../imports/index.ts'
import { introductionPaths } from '../introductions/index.ts'
import { issuePaths, themePaths } from '../issues/index.ts'
import { programmePaths } from '../programmes/index.ts'
import { projectPaths } from '../projects/index.ts'
import { proposalPaths } from '../proposals/index.ts'
import { publishingPaths } from '../publishing/index.ts'
import { reviewPaths } from '../reviews/index.ts'
import { revisionPaths } from '../revisions/index.ts'
import { personalSentences } from './sentences/personal.ts'

type ListName =
  | 'registrations'
  | 'revisions'
  | 'renewals'
  | 'duplicates'
  | 'groupPages'
  | 'issues'
  | 'consultations'
  | 'programmes'
  | 'proposals'
  | 'reviews'
  | 'themes'
  | 'projects'
  | 'synonyms'
  | 'facilities'
  | 'imports'
  | 'staff'

const places: Readonly<
  Record<ListName, { readonly icon: Action['icon']; readonly path: (city: string) => string }>
> = {
  registrations: { icon: 'people', path: (city) => groupPaths.desk(city) },
  duplicates: { icon: 'people', path: (city) => duplicatePaths.list(city) },
  groupPages: { icon: 'home', path: (city) => introductionPaths.desk(city) },
  revisions: { icon: 'document', path: (city) => revisionPaths.desk(city) },
  renewals: { icon: 'calendar', path: revisionPaths.renewals },
  issues: { icon: 'light', path: issuePaths.list },
  consultations: { icon: 'chat', path: proposalPaths.consultations },
  programmes: { icon: 'calendar', path: programmePaths.programmes },
  proposals: { icon: 'document', path: (city) => proposalPaths.list(city) },
  reviews: { icon: 'check', path: reviewPaths.list },
  themes: { icon: 'megaphone', path: themePaths.list },
  projects: { icon: 'handshake', path: (city) => projectPaths.list(city) },
  synonyms: { icon: 'search', path: publishingPaths.synonyms },
  facilities: { icon: 'pin', path: (city) => facilityPaths.list(city) },
  imports: { icon: 'download', path: (city) => importPaths.list(city) },
  staff: { icon: 'person', path: accountPaths.staff },
}

const listsOf: Readonly<Record<CityRole, readonly ListName[]>> = {
  centre: [
    'registrations',
    'revisions',
    'renewals',
    'duplicates',
    'groupPages',
    'issues',
    'consultations',
    'facilities',
    'imports',
  ],
  office: [
    'registrations',
    'revisions',
    'renewals',
    'duplicates',
    'groupPages',
    'issues',
    'consultations',
    'programmes',
    'proposals',
    'reviews',
    'projects',
    'synonyms',
    'facilities',
    'imports',
  ],
  department: ['themes', 'issues', 'proposals', 'projects'],
  reviewer: ['reviews'],
  city_admin: ['staff', 'imports'],
}

/** What this person may fill from a file: the centre has no say in the city's own departments. */
const importsText = ({ roles }: Pick<Person, 'roles'>, lang: Language): string => {
  const { importKinds, importsOf } = personalSentences[lang]
  const kinds = importers.filter((importer) => importer.roles.some((role) => roles.includes(role)))
  return importsOf(kinds.map(({ kind }) => importKinds[kind]).join(lang === 'ja' ? '・' : ', '))
}

/** The worklists a person may use in their roles, each once. */
export const worklistsFor = (
  person: Pick<Person, 'roles'>,
  city: string,
  lang: Language,
): readonly Action[] => {
  const { lists } = personalSentences[lang]
  const names = [...new Set(person.roles.flatMap((role) => listsOf[role]))]
  return names.map((name) => ({
    icon: places[name].icon,
    title: lists[name],
    text: name === 'imports' ? importsText(person, lang) : lists[`${name}Text`],
    href: places[name].path(city),
  }))
}

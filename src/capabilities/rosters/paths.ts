import type { PlainDate } from '#kernel/calendar.ts'

const withQuery = (path: string, values: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) asked.set(name, value)
  return asked.size === 0 ? path : `${path}?${asked}`
}

const base = (city: string, group: string): string => `/${city}/groups/${group}/roster`

/** The pages of a group's roster, under a city. */
export const rosterPaths = {
  roster: (
    city: string,
    group: string,
    asked: { readonly day?: PlainDate; readonly who?: string; readonly page?: number } = {},
  ) =>
    withQuery(base(city, group), {
      day: asked.day,
      who: asked.who,
      page: asked.page && asked.page > 1 ? String(asked.page) : undefined,
    }),
  add: (city: string, group: string) => `${base(city, group)}/new`,
  person: (city: string, group: string, person: string) => `${base(city, group)}/people/${person}`,
  /** What is done to an entry; each is a noun with its own address. */
  step: (
    city: string,
    group: string,
    at: {
      readonly person: string
      readonly step: 'correction' | 'departure' | 'removal' | 'terms'
    },
  ) => `${base(city, group)}/people/${at.person}/${at.step}`,
  endOfTerm: (
    city: string,
    group: string,
    at: { readonly person: string; readonly term: string },
  ) => `${base(city, group)}/people/${at.person}/terms/${at.term}/end`,
  intake: (city: string, group: string) => `${base(city, group)}/intake`,
  intakeRun: (city: string, group: string) => `${base(city, group)}/intake/run`,
  file: (city: string, group: string, asked: { readonly as: 'csv' | 'xlsx'; day?: PlainDate }) =>
    withQuery(`${base(city, group)}/file`, asked),
  sample: (city: string, group: string) => `${base(city, group)}/intake/sample`,
  changes: (city: string, group: string, page = 1) =>
    withQuery(`${base(city, group)}/changes`, { page: page > 1 ? String(page) : undefined }),
  viewings: (city: string, group: string) => `${base(city, group)}/viewings`,
  officers: (city: string, group: string) => `${base(city, group)}/officers`,
} as const

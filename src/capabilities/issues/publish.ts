import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { publishEntry, withdrawEntry } from '../publishing/index.ts'
import type { Issue } from './issue.ts'
import { issuePaths, themePaths } from './paths.ts'
import type { Theme } from './theme.ts'

/** People's own words stand in both languages: nobody translates them. */
const asWritten = (text: string): Bilingual => ({ ja: text, en: text })

const beginning = (text: string): string => [...text.replace(/\s+/g, ' ')].slice(0, 160).join('')

/** Lets everyone find an issue, with what the city answered. */
export const publishIssueEntry = (scope: Scope, issue: Issue): Promise<void> =>
  publishEntry(scope, {
    kind: 'issue',
    id: issue.id,
    title: asWritten(issue.title),
    summary: asWritten(beginning(issue.body)),
    body: [issue.body, issue.place, issue.cityAnswer ?? ''].join('\n'),
    url: issuePaths.issue(scope.city.slug, issue.id),
    happenedOn: tokyoDayOf(issue.publishedAt ?? scope.now),
  })

export const withdrawIssueEntry = (scope: Scope, id: string): Promise<void> =>
  withdrawEntry(scope, 'issue', id)

/** Lets everyone find a theme; while it can be answered, with the days of its call. */
export const publishThemeEntry = (scope: Scope, theme: Theme, words: string): Promise<void> =>
  publishEntry(scope, {
    kind: 'theme',
    id: theme.id,
    title: asWritten(theme.title),
    summary: asWritten(theme.summary),
    body: words,
    url: themePaths.theme(scope.city.slug, theme.id),
    happenedOn: tokyoDayOf(theme.publishedAt ?? scope.now),
    ...(theme.state === 'published' && theme.call?.state === 'published'
      ? {
          opensOn: theme.call.opensOn,
          closesOn: theme.call.closesOn,
          closesAt: theme.call.closesAt ?? undefined,
        }
      : {}),
  })

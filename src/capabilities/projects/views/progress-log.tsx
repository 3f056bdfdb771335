import type { Language } from '#kernel/bilingual.ts'
import { dayText } from '#web/moment.ts'
import { ChipLabel, EmptyState, Timeline } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { ProgressEntry } from '../progress.ts'
import { sentences } from '../sentences.ts'

/** The log of both sides. Names and links to all answers are for those concerned. */
export const ProgressLog = ({
  lang,
  citySlug,
  entries,
  concerned,
}: {
  lang: Language
  citySlug: string
  entries: readonly ProgressEntry[]
  concerned: boolean
}) => {
  const words = sentences[lang]
  if (entries.length === 0)
    return (
      <EmptyState title={concerned ? words.progressNone : words.progressEmptyPublic}>
        <p>{concerned ? words.progressEmpty : words.progressEmptyPublicText}</p>
      </EmptyState>
    )
  return (
    <Timeline
      lang={lang}
      events={entries.map((entry) => ({
        time: dayText(entry.happenedOn, lang),
        title: <span class="prose">{entry.body}</span>,
        by: concerned
          ? `${words.bySide[entry.side]}　${entry.authorName}`
          : words.bySide[entry.side],
        ...(concerned
          ? {
              children: (
                <p>
                  <ChipLabel tone={entry.public ? 'success' : 'plain'}>
                    {entry.public ? words.isPublic : words.notPublic}
                  </ChipLabel>{' '}
                  <a href={paths.entry(citySlug, entry.projectId, entry.id)}>{words.entryOpen}</a>
                </p>
              ),
            }
          : {}),
      }))}
    />
  )
}

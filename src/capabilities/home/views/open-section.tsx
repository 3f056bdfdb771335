import { say } from '#kernel/bilingual.ts'
import { ButtonLink, EmptyState, Section } from '#web/ui/index.ts'
import { ConsultationWay, programmePaths } from '../../programmes/index.ts'
import { homeSentences } from '../sentences/home.ts'
import type { CityHomeProps } from './city-home.tsx'
import { OpenEntries } from './open-entries.tsx'

/** What one can apply for today, and what must come before. */
export const OpenSection = ({
  lang,
  city,
  now,
  open,
  calls,
}: Pick<CityHomeProps, 'lang' | 'city' | 'now' | 'open' | 'calls'>) => {
  const words = homeSentences[lang]
  const programmes = programmePaths.programmes(city.slug)
  return (
    <Section id="open" title={words.open} more={{ href: programmes, label: words.openMore }}>
      {open.length === 0 ? (
        <EmptyState
          title={words.openEmpty}
          action={
            <ButtonLink href={programmes} kind="secondary">
              {words.openEmptyAction}
            </ButtonLink>
          }
        >
          {words.openEmptyHelp}
        </EmptyState>
      ) : (
        <>
          <OpenEntries lang={lang} now={now} entries={open} cityOf={() => city} />
          {calls.map((call) => (
            <ConsultationWay
              key={call.id}
              lang={lang}
              city={city}
              call={call}
              now={now}
              of={say(call.title, lang)}
              level={3}
            />
          ))}
        </>
      )}
    </Section>
  )
}

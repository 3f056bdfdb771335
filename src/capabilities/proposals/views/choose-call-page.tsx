import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ButtonLink, Card, EmptyState, Heading, Lead, ResourceList } from '#web/ui/index.ts'
import { type Call, CallDeadline, programmePaths } from '../../programmes/index.ts'
import { sentences } from '../sentences.ts'

type Around = { readonly lang: Language; readonly city: City; readonly now: Date }

/** Which call to propose to, when the address names none. */
export const ChooseCallPage = ({
  lang,
  city,
  now,
  calls,
  hrefOf,
}: Around & { readonly calls: readonly Call[]; readonly hrefOf: (call: Call) => string }) => {
  const words = sentences[lang].start
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      {calls.length === 0 ? (
        <EmptyState
          title={words.noCall}
          action={
            <ButtonLink href={programmePaths.programmes(city.slug)}>{words.otherCalls}</ButtonLink>
          }
        >
          <p>{words.noCallHelp}</p>
        </EmptyState>
      ) : (
        <>
          <Lead>{words.chooseCall}</Lead>
          <ResourceList>
            {calls.map((call) => (
              <Card key={call.id} level={2} title={say(call.title, lang)} href={hrefOf(call)}>
                <CallDeadline lang={lang} call={call} now={now} />
              </Card>
            ))}
          </ResourceList>
        </>
      )}
    </>
  )
}

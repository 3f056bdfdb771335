import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  ButtonLink,
  ButtonRow,
  Card,
  ChipLabel,
  EmptyState,
  Heading,
  Lead,
  ResourceList,
  Section,
} from '#web/ui/index.ts'
import { type CallHead, callStateAt } from '../call.ts'
import { paths } from '../paths.ts'
import type { Programme } from '../programme.ts'
import { sentences } from '../sentences.ts'
import { CallChips, CallDeadline } from './call-labels.tsx'
import { Period } from './days.tsx'

type ProgrammeListProps = {
  readonly lang: Language
  readonly city: City
  readonly programmes: readonly Programme[]
  readonly calls: readonly CallHead[]
  readonly now: Date
}

const OpenCalls = ({ lang, city, calls, now }: ProgrammeListProps) => {
  const words = sentences[lang]
  const open = calls.filter((call) => callStateAt(call, now) === 'open')
  return (
    <Section id="open-now" title={words.openNow}>
      {open.length === 0 ? (
        <EmptyState title={words.nothingOpen}>
          <p>{words.nothingOpenText}</p>
        </EmptyState>
      ) : (
        <ResourceList>
          {open.map((call) => (
            <Card
              key={call.id}
              href={paths.call(city.slug, call.id)}
              title={say(call.title, lang)}
              labels={<CallChips lang={lang} call={call} now={now} />}
              facts={[
                {
                  term: words.period,
                  description: (
                    <Period
                      lang={lang}
                      from={call.opensOn}
                      to={call.closesOn}
                      closesAt={call.closesAt}
                    />
                  ),
                },
              ]}
            >
              <p>
                <CallDeadline lang={lang} call={call} now={now} />
              </p>
            </Card>
          ))}
        </ResourceList>
      )}
    </Section>
  )
}

const ProgrammeCards = ({ lang, city, programmes }: ProgrammeListProps) => {
  const words = sentences[lang]
  return (
    <Section id="programmes" title={words.programmes}>
      {programmes.length === 0 ? (
        <EmptyState title={words.noProgramme}>
          <p>{words.noProgrammeText}</p>
        </EmptyState>
      ) : (
        <ResourceList>
          {programmes.map((programme) => (
            <Card
              key={programme.id}
              href={paths.programme(city.slug, programme.id)}
              title={say(programme.title, lang)}
              labels={
                <ChipLabel tone={programme.state === 'running' ? 'success' : 'plain'}>
                  {programme.state === 'running' ? words.running : words.endedProgramme}
                </ChipLabel>
              }
            >
              <p>{say(programme.definition.about, lang)}</p>
            </Card>
          ))}
        </ResourceList>
      )}
    </Section>
  )
}

/** What the city runs, what is open now, and where the scheme comes from. */
export const ProgrammeListPage = (props: ProgrammeListProps) => {
  const { lang, city, programmes } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.listLead}</Lead>
      <OpenCalls {...props} />
      <ProgrammeCards {...props} />
      {programmes.map((programme) => (
        <Section
          key={programme.id}
          id={`history-${programme.id}`}
          title={
            programmes.length === 1
              ? words.history
              : `${words.history}${inBrackets(say(programme.title, lang), lang)}`
          }
        >
          <p>{say(programme.definition.after, lang)}</p>
          <ButtonRow>
            <ButtonLink kind="secondary" href={paths.programme(city.slug, programme.id)}>
              {words.seeProgramme}
            </ButtonLink>
          </ButtonRow>
        </Section>
      ))}
    </>
  )
}

import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  Heading,
  type Jump,
  Lead,
} from '#web/ui/index.ts'
import { AnswerList, type Reader, type Sheet } from '../../forms/index.ts'
import {
  Conversation,
  History,
  type Message,
  NextSteps,
  type Notice,
  Notices,
  type StoredFile,
  type Task,
  type TimelineEntry,
} from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import type { ChainLink } from '../chain.ts'
import type { Consultation } from '../consultation.ts'
import type { Negotiation } from '../negotiation.ts'
import { paths } from '../paths.ts'
import type { Reading } from '../policy.ts'
import type { Proposal, Withdrawal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { ChainSteps } from './chain-steps.tsx'
import { SampleChip, StateChip, shownTitle, typeName } from './labels.tsx'
import { ConsultationSection, NegotiationSection } from './proposal-parts.tsx'
import { FactList, StateBanner } from './proposal-state.tsx'

/** What this reader may do on the page. */
export type PageMay = {
  readonly write: boolean
  readonly check: boolean
  readonly negotiate: boolean
  readonly withdraw: boolean
  /** The centre, where the sheet of the talks has a part for it. */
  readonly advise: boolean
  readonly talk: boolean
}

export type ProposalPageProps = {
  readonly lang: Language
  readonly city: City
  readonly person: Person | undefined
  readonly now: Date
  readonly proposal: Proposal
  readonly call: Call
  readonly reading: Reading
  readonly may: PageMay
  /** True for those who work for the city: states are named for them. */
  readonly forStaff: boolean
  readonly chain: readonly ChainLink[]
  /** Left out where the reader may not see the answers. */
  readonly sheet: Sheet | undefined
  readonly files: ReadonlyMap<string, readonly StoredFile[]>
  /** Left out for those who do not read them. */
  readonly consultations: readonly Consultation[] | undefined
  readonly negotiation: Negotiation | undefined
  readonly withdrawal: Withdrawal | undefined
  readonly tasks: readonly Task[]
  readonly events: readonly TimelineEntry[]
  readonly messages: readonly Message[]
  readonly notices: readonly Notice[]
  readonly panels: readonly View[]
  readonly newKey: () => string
  /** True right after sending. */
  readonly justSent: boolean
}

/** True for those the procedure concerns: they see who acts next, names and reasons. */
const isConcerned = (reading: Reading): boolean => reading === 'full' || reading === 'parties'

const readers: Readonly<Record<Reading, Reader | undefined>> = {
  full: 'staff',
  parties: 'parties',
  public: 'public',
  titles: undefined,
  none: undefined,
}

/** Everything one may do here; the step that is one's turn stands above, as the one primary button. */
const Ways = ({ lang, city, proposal, may, sheet, reading }: ProposalPageProps) => {
  const words = sentences[lang].show
  const { state, id } = proposal
  const writing = state === 'returned' ? words.mend : words.continueDraft
  const checking = state === 'submitted' ? words.check : words.checkAgain
  return (
    <ButtonRow>
      {may.write && (
        <ButtonLink href={paths.edit(city.slug, id)} kind="secondary">
          {writing}
        </ButtonLink>
      )}
      {(may.negotiate || may.advise) && (
        <ButtonLink href={paths.negotiation(city.slug, id)} kind="secondary">
          {words.negotiate}
        </ButtonLink>
      )}
      {may.check && (
        <ButtonLink href={paths.formalCheck(city.slug, id)} kind="secondary">
          {checking}
        </ButtonLink>
      )}
      {sheet && reading !== 'titles' && (
        <ButtonLink href={paths.sheet(city.slug, id)} kind="secondary">
          {words.pdf}
        </ButtonLink>
      )}
      {may.withdraw && (
        <ButtonLink href={paths.withdrawal(city.slug, id)} kind="text">
          {words.withdraw}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}

const Answers = ({ lang, city, proposal, sheet, files, reading }: ProposalPageProps) => {
  const reader = readers[reading]
  if (!reader || !sheet) return null
  // What is being corrected is nobody's to read until it has been sent again.
  if (reader === 'public' && proposal.state === 'returned')
    return <p>{sentences[lang].show.beingCorrected}</p>
  return (
    <div id="proposal-answers">
      <AnswerList
        lang={lang}
        city={city}
        definition={sheet.definition}
        answers={sheet.answers}
        visibility={sheet.visibility}
        files={files}
        reader={reader}
      />
    </div>
  )
}

const Between = (props: ProposalPageProps) => {
  const { lang, city, proposal, notices, messages, may, reading, newKey } = props
  if (!isConcerned(reading)) return null
  return (
    <>
      <ConsultationSection {...props} />
      <NegotiationSection {...props} />
      <Notices lang={lang} citySlug={city.slug} notices={notices} />
      {may.talk && (
        <Conversation
          lang={lang}
          city={city}
          subject={{ kind: 'proposal', id: proposal.id }}
          messages={messages}
          formKey={newKey()}
        />
      )}
    </>
  )
}

const Head = ({ lang, proposal, call, reading, forStaff, chain }: ProposalPageProps) => (
  <>
    <ChipRow>
      <StateChip lang={lang} state={proposal.state} forStaff={forStaff} />
      <ChipLabel>{typeName(call.definition, proposal.type, lang)}</ChipLabel>
      <SampleChip lang={lang} proposal={proposal} />
    </ChipRow>
    <Heading level={1} over={say(call.title, lang)}>
      {shownTitle(proposal, lang)}
    </Heading>
    {proposal.summary && reading !== 'titles' && (
      <Lead>
        <span class="prose">{proposal.summary}</span>
      </Lead>
    )}
    <ChainSteps lang={lang} chain={chain} waiting={proposal.state === 'ready'} />
  </>
)

/** Where the steps of another thing carry the proposal on: its review, or the project it has become. */
const restingText = (state: Proposal['state'], lang: Language): string | undefined => {
  const words = sentences[lang].show
  if (state === 'reviewing') return words.underReview
  return state === 'selected' || state === 'conditional' ? words.goesOn : undefined
}

/** What is done or read further down by those who work with it. */
const jumpsOf = ({ lang, sheet, reading, may }: ProposalPageProps): readonly Jump[] => {
  const words = sentences[lang].show
  if (!isConcerned(reading)) return []
  return [
    ...(sheet ? [{ label: words.toAnswers, to: 'proposal-answers' }] : []),
    ...(may.talk ? [{ label: words.toMessages, to: 'messages' }] : []),
  ]
}

/** One proposal for everyone concerned: how far it is, who acts next, what it says, what was said about it. */
export const ProposalPage = (props: ProposalPageProps) => {
  const { lang, city, person, now, tasks, events, reading, panels } = props
  const concerned = isConcerned(reading)
  return (
    <>
      <Head {...props} />
      <StateBanner {...props} />
      {(concerned || reading === 'titles') && (
        <NextSteps
          lang={lang}
          city={city}
          here={paths.show(city.slug, props.proposal.id)}
          person={person}
          now={now}
          tasks={tasks}
          jumps={jumpsOf(props)}
          resting={restingText(props.proposal.state, lang)}
        />
      )}
      <Ways {...props} />
      <FactList {...props} />
      {reading === 'titles' && <p>{sentences[lang].show.titlesOnly}</p>}
      {panels}
      <Answers {...props} />
      <Between {...props} />
      <History lang={lang} city={city} entries={events} withNames={concerned} />
    </>
  )
}

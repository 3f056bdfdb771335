import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import { Card, type Description, ResourceList, When } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { SampleChip, StateChip, shownTitle } from './labels.tsx'

type CardsProps = {
  readonly lang: Language
  readonly city: City
  readonly proposals: readonly Proposal[]
  readonly forStaff?: boolean
  readonly level?: 3 | 4
}

const factsOf = (proposal: Proposal, lang: Language, city: City): Description[] => {
  const words = sentences[lang].facts
  const { department, receiptNumber, submittedAt } = proposal
  return [
    { term: words.group, description: proposal.groupName },
    ...(department
      ? [
          {
            term: words.department,
            description: say(nameOfCode(city.departments, department), lang),
          },
        ]
      : []),
    ...(receiptNumber ? [{ term: words.receipt, description: receiptNumber }] : []),
    ...(submittedAt
      ? [
          {
            term: words.submittedOn,
            description: <When time={dayText(tokyoDayOf(submittedAt), lang)} />,
          },
        ]
      : []),
  ]
}

/** Proposals as lists show them: never with amounts, which not every reader of a list may see. */
export const ProposalCards = ({ lang, city, proposals, forStaff, level = 3 }: CardsProps) => (
  <ResourceList columns={2}>
    {proposals.map((proposal) => (
      <Card
        key={proposal.id}
        level={level}
        title={shownTitle(proposal, lang)}
        href={paths.show(city.slug, proposal.id)}
        labels={
          <>
            <StateChip lang={lang} state={proposal.state} forStaff={forStaff ?? false} />
            <SampleChip lang={lang} proposal={proposal} />
          </>
        }
        facts={factsOf(proposal, lang, city)}
      >
        {proposal.summary && <p class="prose">{proposal.summary}</p>}
      </Card>
    ))}
  </ResourceList>
)

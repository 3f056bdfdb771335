import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatYen } from '#kernel/money.ts'
import { momentText } from '#web/moment.ts'
import { type Description, DescriptionList, NotificationBanner, When } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { issuePaths, themePaths } from '../../issues/index.ts'
import type { TimelineEntry } from '../../procedures/index.ts'
import { programmePaths } from '../../programmes/index.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { typeName } from './labels.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'

/** What the office asked to be corrected, as the newest such event says. */
export const reasonOfReturn = (
  proposal: Pick<Proposal, 'state'>,
  events: readonly TimelineEntry[],
): string | null =>
  proposal.state === 'returned'
    ? (events.findLast(({ step }) => step === 'return' || step === 'extend')?.reason ?? null)
    : null

const Returned = ({ lang, proposal, events }: ProposalPageProps) => {
  const words = sentences[lang].show
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.returned}>
      <p class="prose">{reasonOfReturn(proposal, events) ?? ''}</p>
      {proposal.correctionDue && (
        <p>{words.returnedUntil(formatDate(proposal.correctionDue, lang))}</p>
      )}
    </NotificationBanner>
  )
}

const Ineligible = ({ lang, events }: ProposalPageProps) => {
  const reason = events.findLast(({ step }) => step === 'rule-out')?.reason
  return (
    <NotificationBanner lang={lang} kind="info" heading={sentences[lang].show.ineligible}>
      {reason && <p class="prose">{reason}</p>}
    </NotificationBanner>
  )
}

const Withdrawn = ({ lang, withdrawal }: ProposalPageProps) => {
  const words = sentences[lang].show
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.withdrawn}>
      {withdrawal && (
        <>
          <p>{words.withdrawnOn(formatDate(tokyoDayOf(withdrawal.at), lang))}</p>
          <p class="prose">{withdrawal.reason}</p>
        </>
      )}
    </NotificationBanner>
  )
}

/** What the state means for those concerned, where the name of the state does not say it all. */
export const StateBanner = (props: ProposalPageProps) => {
  const { lang, proposal, reading, justSent } = props
  const words = sentences[lang].show
  if (reading !== 'full' && reading !== 'parties') return null
  if (justSent && proposal.receiptNumber)
    return (
      <NotificationBanner lang={lang} kind="success" heading={words.done.submitted} announced>
        <p>{words.receipt(proposal.receiptNumber)}</p>
      </NotificationBanner>
    )
  if (proposal.state === 'returned') return <Returned {...props} />
  if (proposal.state === 'ineligible') return <Ineligible {...props} />
  return proposal.state === 'withdrawn' ? <Withdrawn {...props} /> : null
}

const originFacts = (lang: Language, city: City, proposal: Proposal): Description[] => {
  const words = sentences[lang].facts
  const { themeId, themeTitle, issueId, issueTitle } = proposal
  return [
    ...(themeId && themeTitle
      ? [
          {
            term: words.theme,
            description: <a href={themePaths.theme(city.slug, themeId)}>{themeTitle}</a>,
          },
        ]
      : []),
    ...(issueId && issueTitle
      ? [
          {
            term: words.issue,
            description: <a href={issuePaths.issue(city.slug, issueId)}>{issueTitle}</a>,
          },
        ]
      : []),
  ]
}

/** Facts that the public answers may hold back: only for those concerned. */
const innerFacts = ({ lang, proposal, reading, forStaff }: ProposalPageProps): Description[] => {
  const words = sentences[lang].facts
  if (reading !== 'full' && reading !== 'parties') return []
  const { requestedAmount, years, channel } = proposal
  return [
    ...(requestedAmount === null
      ? []
      : [{ term: words.requested, description: formatYen(requestedAmount, lang) }]),
    ...(years === null ? [] : [{ term: words.years, description: words.yearCount(years) }]),
    ...(forStaff ? [{ term: words.channel, description: sentences[lang].channels[channel] }] : []),
  ]
}

/** Whose proposal it is, to what, with whom. */
export const FactList = (props: ProposalPageProps) => {
  const { lang, city, proposal, call, reading } = props
  const words = sentences[lang].facts
  const { department, receiptNumber, submittedAt } = proposal
  const items: Description[] = [
    {
      term: words.group,
      description:
        reading === 'public' && !proposal.groupHasPage ? (
          proposal.groupName
        ) : (
          <a href={groupPaths.group(city.slug, proposal.groupId)}>{proposal.groupName}</a>
        ),
    },
    {
      term: words.call,
      description: <a href={programmePaths.call(city.slug, call.id)}>{say(call.title, lang)}</a>,
    },
    { term: words.type, description: typeName(call.definition, proposal.type, lang) },
    ...originFacts(lang, city, proposal),
    {
      term: words.department,
      description: department
        ? say(nameOfCode(city.departments, department), lang)
        : words.departmentNone,
    },
    ...(receiptNumber ? [{ term: words.receipt, description: receiptNumber }] : []),
    ...(submittedAt
      ? [
          {
            term: words.submitted,
            description: <When time={momentText(submittedAt, lang)} />,
          },
        ]
      : []),
    ...innerFacts(props),
  ]
  return <DescriptionList items={items} />
}

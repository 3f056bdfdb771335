import type { Language } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ChipLabel,
  Disclosure,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  KeyNumbers,
  Lead,
  Pagination,
  Section,
  Table,
  type Tone,
  When,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { type Campaign, type CampaignCounts, type Outcome, outcomes } from '../campaign.ts'
import { paths } from '../paths.ts'
import type { CampaignLine } from '../queries/campaigns.ts'
import { sentences } from '../sentences.ts'
import { campaignName, DayFields } from './renewals-page.tsx'

export type CampaignProps = {
  readonly lang: Language
  readonly city: City
  readonly campaign: Campaign
  readonly classNames: ReadonlyMap<string, string>
  readonly counts: CampaignCounts
  readonly lines: readonly CampaignLine[]
  readonly asked: { readonly outcome: Outcome | ''; readonly page: number; readonly all: boolean }
  readonly pageSize: number
  readonly mayRun: boolean
  readonly mayCallOff: boolean
  readonly today: PlainDate
  /** Groups that are still to be asked. */
  readonly toInvite: number
  /** True where registrations of the class have no end. */
  readonly endless: boolean
  readonly newKey: () => string
  readonly failed?: {
    readonly opensOn: string
    readonly closesOn: string
    readonly errors: readonly FieldError[]
  }
}

const tones: Readonly<Record<Outcome, Tone>> = {
  renewed: 'success',
  waiting: 'key',
  returned: 'warning',
  unanswered: 'warning',
  lapsed: 'error',
  ended: 'plain',
}

const totalOf = (counts: CampaignCounts): number =>
  outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)

const Numbers = ({ lang, city, campaign, counts }: CampaignProps) => {
  const words = sentences[lang].renewals
  const note = words.outcomeNote(formatNumber(totalOf(counts)))
  return (
    <KeyNumbers
      numbers={outcomes
        .filter((outcome) => outcome !== 'ended' || counts.ended > 0)
        .map((outcome) => ({
          label: words.outcome[outcome],
          value: formatNumber(counts[outcome]),
          unit: words.unit,
          note,
          href: paths.campaign(city.slug, campaign.id, { outcome }),
        }))}
    />
  )
}

const Filter = ({ lang, city, campaign, asked }: CampaignProps) => {
  const words = sentences[lang].renewals
  const choices: readonly (Outcome | '')[] = ['', ...outcomes]
  return (
    <nav aria-label={words.filter}>
      <ul class="chip-row">
        {choices.map((outcome) => {
          const name = outcome === '' ? words.all : words.outcome[outcome]
          return (
            <li key={outcome}>
              {outcome === asked.outcome ? (
                <strong aria-current="page">{name}</strong>
              ) : (
                <a href={paths.campaign(city.slug, campaign.id, { outcome })}>{name}</a>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const Lines = ({ lang, city, lines, endless }: CampaignProps) => {
  const words = sentences[lang].renewals
  const day = (date: Parameters<typeof dayText>[0] | null) =>
    date ? <When time={dayText(date, lang)} /> : words.never
  return (
    <Table<CampaignLine>
      lang={lang}
      id="campaign-groups"
      caption={words.groups}
      captionHidden
      stacks
      columns={[
        {
          label: words.group,
          heading: true,
          cell: ({ groupId, groupName }) => (
            <a href={groupPaths.registration(city.slug, groupId)}>{groupName}</a>
          ),
        },
        { label: words.number, cell: ({ number }) => number ?? words.never },
        {
          label: words.state,
          cell: ({ revisionId, outcome }) => (
            <a href={paths.revision(city.slug, revisionId)}>
              <ChipLabel tone={tones[outcome]}>{words.outcome[outcome]}</ChipLabel>
            </a>
          ),
        },
        { label: words.sentOn, cell: ({ sentAt }) => day(sentAt && tokyoDayOf(sentAt)) },
        { label: words.remindedOn, cell: ({ remindedOn }) => day(remindedOn) },
        ...(endless
          ? []
          : [
              {
                label: words.validUntil,
                cell: ({ validUntil }: CampaignLine) => day(validUntil),
              },
            ]),
      ]}
      rows={lines}
    />
  )
}

const Days = ({ lang, city, campaign, failed, newKey }: CampaignProps) => {
  const words = sentences[lang].renewals
  return (
    <Disclosure summary={words.move} open={failed !== undefined}>
      <p>{words.moveText}</p>
      <Form action={paths.days(city.slug, campaign.id)} idempotencyKey={newKey()}>
        <DayFields lang={lang} days={failed ?? campaign} errors={failed?.errors ?? []} />
        <Button kind="secondary">{words.moveButton}</Button>
      </Form>
    </Disclosure>
  )
}

/** When those who are still to be asked are asked. */
const Invitations = ({ lang, campaign, today, toInvite }: CampaignProps) => {
  const words = sentences[lang].renewals
  if (toInvite === 0) return null
  const count = formatNumber(toInvite)
  return (
    <p>
      {campaign.opensOn > today
        ? words.invitesOn(dayText(campaign.opensOn, lang).text, count)
        : words.invitesNow(count)}
    </p>
  )
}

const CallOff = ({ lang, city, campaign, newKey }: CampaignProps) => {
  const words = sentences[lang].renewals
  return (
    <Disclosure summary={words.callOff}>
      <p>{words.callOffText}</p>
      <Form action={paths.callingOff(city.slug, campaign.id)} idempotencyKey={newKey()}>
        <Button kind="danger">{words.callOffButton}</Button>
      </Form>
    </Disclosure>
  )
}

/** How one campaign goes: who has renewed, waits, has not answered, lapsed. */
export const CampaignPage = (props: CampaignProps) => {
  const { lang, city, campaign, counts, asked, lines, mayRun } = props
  const words = sentences[lang].renewals
  const total = asked.outcome === '' ? totalOf(counts) : counts[asked.outcome]
  const hrefOf = (page: number) =>
    paths.campaign(city.slug, campaign.id, { outcome: asked.outcome, page })
  return (
    <>
      <ErrorSummary lang={lang} errors={props.failed?.errors ?? []} />
      <Heading level={1} over={words.title}>
        {campaignName(props, campaign)}
      </Heading>
      <Lead>
        <When time={dayText(campaign.opensOn, lang)} />
        {lang === 'ja' ? 'から' : ' – '}
        <When time={dayText(campaign.closesOn, lang)} />
        {lang === 'ja' ? 'まで' : ''}
      </Lead>
      {campaign.calledOff && <p>{words.calledOff}</p>}
      <Invitations {...props} />
      <Numbers {...props} />
      <Section id="groups" title={words.groups}>
        <Filter {...props} />
        {lines.length === 0 ? (
          <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
        ) : (
          <Lines {...props} />
        )}
        {asked.all ? null : (
          <>
            <Pagination
              lang={lang}
              page={asked.page}
              pageSize={props.pageSize}
              total={total}
              hrefOf={hrefOf}
            />
            {total > props.pageSize && (
              <p>
                <a
                  href={paths.campaign(city.slug, campaign.id, {
                    outcome: asked.outcome,
                    all: true,
                  })}
                >
                  {words.whole}
                </a>
              </p>
            )}
          </>
        )}
      </Section>
      {mayRun && <Days {...props} />}
      {props.mayCallOff && <CallOff {...props} />}
    </>
  )
}

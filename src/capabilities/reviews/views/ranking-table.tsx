import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import { formatYen } from '#kernel/money.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { ChipLabel, Table, type Tone } from '#web/ui/index.ts'
import type { FrozenStanding } from '../ranking.ts'
import type { ReviewedProposal } from '../review.ts'
import type { Criterion, Outcome } from '../scoring.ts'
import { sentences } from '../sentences.ts'
import { yenOrNone } from './labels.tsx'

type RankingTableProps = {
  readonly lang: Language
  readonly standings: readonly FrozenStanding[]
  readonly proposals: readonly ReviewedProposal[]
  readonly criteria: readonly Criterion[]
  /** Proposals of which this reader sees no figures. */
  readonly hidden: ReadonlySet<string>
}

const tones: Readonly<Record<Outcome, Tone>> = {
  selected: 'success',
  reserve: 'warning',
  'not-selected': 'plain',
  undecided: 'error',
}

const Sheets = ({ lang, standing }: { lang: Language; standing: FrozenStanding }) => {
  const words = sentences[lang].ranking
  const { sheets } = standing
  return (
    <>
      {words.sheetsOf(sheets)}
      {sheets.filled > 0 && (
        <>
          <br />
          {words.filled(sheets.filled)}
        </>
      )}
      {sheets.dropped > 0 && (
        <>
          <br />
          {words.dropped(sheets.dropped)}
        </>
      )}
    </>
  )
}

const Result = ({ lang, standing }: { lang: Language; standing: FrozenStanding }) => {
  const words = sentences[lang].ranking
  if (standing.passed) return <>{words.passed}</>
  return (
    <>
      {words.failed}
      {standing.reasons.map((reason, at) => (
        <span key={at} class="hint">
          <br />
          {say(reason, lang)}
        </span>
      ))}
    </>
  )
}

const rankText = (standing: FrozenStanding, lang: Language): string => {
  const words = sentences[lang]
  if (standing.rank === null) return words.none
  return standing.tied
    ? `${standing.rank}${inBrackets(words.ranking.tied, lang)}`
    : String(standing.rank)
}

/** Which rules parted it from others with the same total. */
const PartedBy = ({
  lang,
  criteria,
  standing,
}: RankingTableProps & { standing: FrozenStanding }) => {
  const words = sentences[lang].ranking
  return (
    <>
      {standing.separatedBy.map(({ by, criterion }) => {
        const label = criteria.find(({ code }) => code === criterion)?.label
        return (
          <span key={by + (criterion ?? '')} class="hint">
            <br />
            {words.parted[by](label ? say(label, lang) : '')}
          </span>
        )
      })}
    </>
  )
}

const Title = ({ proposals, standing }: RankingTableProps & { standing: FrozenStanding }) => {
  const proposal = proposals.find(({ id }) => id === standing.proposalId)
  return (
    <>
      {proposal?.title ?? standing.proposalId}
      <br />
      <span class="hint">{proposal?.groupName}</span>
    </>
  )
}

/** The ranking as it was frozen: totals as printed, ranks, results with their reasons, what the budget gives. */
export const RankingTable = (props: RankingTableProps) => {
  const { lang, standings, hidden } = props
  const words = sentences[lang]
  const shown =
    (cell: (standing: FrozenStanding) => Child) =>
    (standing: FrozenStanding): Child =>
      hidden.has(standing.proposalId) ? words.none : cell(standing)
  return (
    <Table<FrozenStanding>
      lang={lang}
      id="ranking"
      stacks
      caption={words.ranking.table}
      columns={[
        { label: words.ranking.rank, numeric: true, cell: shown((row) => rankText(row, lang)) },
        {
          label: words.proposal,
          heading: true,
          cell: (row) => <Title {...props} standing={row} />,
        },
        {
          label: words.ranking.total,
          cell: shown((row) => (
            <>
              {words.ranking.totalOf(row.printed, row.maximum, row.percent)}
              <PartedBy {...props} standing={row} />
            </>
          )),
        },
        {
          label: words.ranking.sheets,
          cell: shown((row) => <Sheets lang={lang} standing={row} />),
        },
        {
          label: words.ranking.result,
          cell: (row) =>
            hidden.has(row.proposalId) ? (
              words.ranking.hidden
            ) : (
              <Result lang={lang} standing={row} />
            ),
        },
        {
          label: words.ranking.budget,
          cell: shown((row) => (
            <ChipLabel tone={tones[row.outcome]}>{words.ranking.outcomes[row.outcome]}</ChipLabel>
          )),
        },
        {
          label: words.requested,
          numeric: true,
          cell: (row) => formatYen(row.requested, lang),
        },
        {
          label: words.ranking.offered,
          numeric: true,
          cell: shown((row) => yenOrNone(row.offered, lang)),
        },
      ]}
      rows={standings}
    />
  )
}

import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import { DescriptionList, Section, Table } from '#web/ui/index.ts'
import { procedurePaths } from '../../procedures/index.ts'
import { proposalPaths } from '../../proposals/index.ts'
import type { PublicDecision, PublicResults, PublishedResult } from '../published.ts'
import type { EmptyEnd } from '../queries/panels.ts'
import { sentences } from '../sentences.ts'
import { askedText } from './decision-notice.tsx'
import { OutcomeChip } from './labels.tsx'

type Around = { readonly lang: Language; readonly citySlug: string }

const totalText = ({ total }: PublishedResult, lang: Language): string =>
  total ? sentences[lang].panel.totalOf(total.printed, total.maximum, total.percent) : ''

const NamedTable = ({ lang, citySlug, named }: Around & Pick<PublicResults, 'named'>) => {
  const words = sentences[lang]
  const scored = named.some(({ published }) => published.total)
  return (
    <Table<PublicDecision>
      lang={lang}
      id="decided-proposals"
      caption={words.panel.resultsCaption}
      captionHidden
      columns={[
        {
          label: words.proposal,
          heading: true,
          cell: ({ proposalId, title }) => (
            <a href={proposalPaths.show(citySlug, proposalId)}>{title}</a>
          ),
        },
        { label: words.group, cell: ({ groupName }) => groupName },
        {
          label: words.panel.result,
          cell: ({ outcome }) => <OutcomeChip lang={lang} outcome={outcome} />,
        },
        {
          label: words.panel.amount,
          numeric: true,
          cell: ({ outcome, amount }) =>
            outcome === 'not_selected' ? words.none : formatYen(amount, lang),
        },
        ...(scored
          ? [
              {
                label: words.panel.total,
                cell: ({ published }: PublicDecision) => totalText(published, lang) || words.none,
              },
            ]
          : []),
      ]}
      rows={named}
    />
  )
}

/** What the public learns of a call's review, on the page of the call. */
export const CallResults = ({ lang, citySlug, results }: Around & { results: PublicResults }) => {
  const words = sentences[lang].panel
  const { named, others } = results
  const othersText = others ? words.others(others.reserve, others.notSelected) : ''
  return (
    <Section id="results" title={words.results}>
      {named.length > 0 && <NamedTable lang={lang} citySlug={citySlug} named={named} />}
      {othersText && (
        <p>
          {words.othersLead}
          {colon[lang]}
          {othersText}
        </p>
      )}
    </Section>
  )
}

/** What the public learns of a call that had nothing to review. */
export const EmptyResults = ({ lang, end }: { lang: Language; end: EmptyEnd }) => {
  const words = sentences[lang].panel
  return (
    <Section id="results" title={words.results}>
      <p>{words[end]}</p>
    </Section>
  )
}

const Items = ({ lang, published }: { lang: Language; published: PublishedResult }) => {
  const words = sentences[lang].panel
  if (!published.items) return null
  return (
    <Table
      lang={lang}
      id="published-items"
      caption={words.items}
      columns={[
        { label: words.item, heading: true, cell: ({ label }) => say(label, lang) },
        { label: words.mean, numeric: true, cell: ({ mean }) => mean },
        { label: words.maximum, numeric: true, cell: ({ maximum }) => maximum },
      ]}
      rows={published.items}
    />
  )
}

const Comments = ({ lang, published }: { lang: Language; published: PublishedResult }) => {
  const { comments = [] } = published
  if (comments.length === 0) return null
  return (
    <>
      <h3>{sentences[lang].panel.comments}</h3>
      <ul>
        {comments.map((comment, at) => (
          <li key={at} class="prose">
            {comment}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was decided on one proposal: as everyone reads it, and with reasons for those concerned. */
export const ProposalResult = ({
  lang,
  city,
  decision,
  inner,
  replyPath,
}: {
  lang: Language
  city: City
  decision: Pick<PublicDecision, 'outcome' | 'amount' | 'published'>
  /** For the group and the office only. */
  inner?:
    | {
        readonly reason: string
        readonly conditions: string
        readonly documentNumber: string
        readonly fileId: string
      }
    | undefined
  replyPath?: string | undefined
}) => {
  const words = sentences[lang].panel
  const { outcome, amount, published } = decision
  const text = (value: string) => <span class="prose">{value}</span>
  return (
    <Section id="result" title={words.results}>
      <DescriptionList
        items={[
          { term: words.result, description: <OutcomeChip lang={lang} outcome={outcome} /> },
          ...(outcome !== 'not_selected' && amount > 0
            ? [{ term: words.amount, description: formatYen(amount, lang) }]
            : []),
          ...(published.total
            ? [{ term: words.total, description: totalText(published, lang) }]
            : []),
          // Told to the group in its letter; the programme publishes results, not reasons.
          ...(inner ? [{ term: words.reason, description: text(inner.reason) }] : []),
          ...(inner?.conditions
            ? [{ term: words.conditions, description: text(inner.conditions) }]
            : []),
          ...(inner
            ? [
                {
                  term: words.document,
                  description: (
                    <a href={procedurePaths.file(city.slug, inner.fileId)}>
                      {sentences[lang].notice.letter(inner.documentNumber)}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {inner && outcome === 'not_selected' && (
        <p>{sentences[lang].notice.ask(askedText(city, lang))}</p>
      )}
      {replyPath && (
        <p>
          <a href={replyPath}>{words.toReply}</a>
        </p>
      )}
      <Items lang={lang} published={published} />
      <Comments lang={lang} published={published} />
    </Section>
  )
}

import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  JumpLinks,
  Lead,
  Section,
  Table,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { FrozenRanking, FrozenStanding } from '../ranking.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import { sentences } from '../sentences.ts'
import { RuleLines } from './labels.tsx'
import { RankingTable } from './ranking-table.tsx'

/** The field in which a tied proposal gets its place. */
export const placeField = (proposalId: string): string => `place.${proposalId}`

type RankingProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly ranking: FrozenRanking
  readonly proposals: readonly ReviewedProposal[]
  readonly comments: ReadonlyMap<string, readonly string[]>
  readonly hidden: ReadonlySet<string>
  /** The office may still write down the chair's order. */
  readonly mayOrder: boolean
  /** The office goes on from here to the decisions. */
  readonly mayDecide: boolean
  readonly formKey: string
  readonly typed?: FormBody | undefined
  readonly problem?: 'not-an-order' | 'reason-needed' | undefined
}

const titleOf = (props: RankingProps, id: string): string =>
  props.proposals.find((proposal) => proposal.id === id)?.title ?? id

const Items = (props: RankingProps & { readonly standing: FrozenStanding }) => {
  const { lang, review, standing } = props
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id={`items-${standing.proposalId}`}
      caption={words.ranking.items}
      columns={[
        {
          label: words.panel.item,
          heading: true,
          cell: ({ criterion }) => {
            const found = review.rubric.criteria.find(({ code }) => code === criterion)
            return found ? say(found.label, lang) : criterion
          },
        },
        { label: words.panel.mean, numeric: true, cell: ({ mean }) => mean },
        {
          label: words.panel.maximum,
          numeric: true,
          cell: ({ criterion }) =>
            review.rubric.criteria.find(({ code }) => code === criterion)?.max,
        },
      ]}
      rows={standing.items}
    />
  )
}

const Details = (props: RankingProps & { readonly standing: FrozenStanding }) => {
  const { lang, standing, comments } = props
  const words = sentences[lang].ranking
  const said = comments.get(standing.proposalId) ?? []
  return (
    <Disclosure summary={titleOf(props, standing.proposalId)}>
      <Items {...props} />
      <p>{words.comments}</p>
      {said.length === 0 ? (
        <p>{words.commentsEmpty}</p>
      ) : (
        <ul>
          {said.map((comment, at) => (
            <li key={at} class="prose">
              {comment}
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  )
}

/** Where a tied proposal stands in the order that the chair gave, within its own tie. */
const placeOf = (ranking: FrozenRanking, tie: readonly string[], id: string): string => {
  const order = ranking.chairOrder.filter((one) => tie.includes(one))
  const at = order.indexOf(id)
  return at === -1 ? '' : String(at + 1)
}

const TieForm = (props: RankingProps) => {
  const { lang, citySlug, review, ranking, formKey, typed, problem } = props
  const words = sentences[lang]
  const first = ranking.ties[0]?.[0]
  return (
    <Section id="ties" title={words.ranking.ties}>
      <p>{words.ranking.tiesLead}</p>
      <Form action={paths.chairOrder(citySlug, review.id)} idempotencyKey={formKey}>
        {ranking.ties.map((tie) =>
          tie.map((id) => (
            <TextInput
              key={id}
              lang={lang}
              name={placeField(id)}
              label={words.ranking.place(titleOf(props, id))}
              required
              width="short"
              inputmode="numeric"
              autocomplete="off"
              value={typed?.text(placeField(id)) ?? placeOf(ranking, tie, id)}
              error={
                problem === 'not-an-order' && id === first
                  ? words.reasons['not-an-order']
                  : undefined
              }
            />
          )),
        )}
        <Textarea
          lang={lang}
          name="reason"
          label={words.ranking.chairReason}
          required
          rows={3}
          max={1_000}
          value={typed?.text('reason') ?? ranking.chairReason}
          error={problem === 'reason-needed' ? words.reasons['reason-needed'] : undefined}
        />
        <Button>{words.ranking.chairButton}</Button>
      </Form>
    </Section>
  )
}

const errorsOf = ({ lang, ranking, problem }: RankingProps) => {
  if (!problem) return []
  const id = problem === 'reason-needed' ? 'reason' : placeField(ranking.ties[0]?.[0] ?? '')
  return [{ id, message: sentences[lang].reasons[problem] }]
}

const Remarks = ({ lang, ranking }: RankingProps) => {
  const words = sentences[lang].ranking
  return (
    <>
      {ranking.closingReason && (
        <p class="prose">
          {words.closedWith}
          {colon[lang]}
          {ranking.closingReason}
        </p>
      )}
      {ranking.chairReason && (
        <p class="prose">
          {words.chairGiven}
          {colon[lang]}
          {ranking.chairReason}
        </p>
      )}
    </>
  )
}

/** 順位表: the rule spelled out, what came of it, and where the chair must speak. */
export const RankingPage = (props: RankingProps) => {
  const { lang, review, ranking, proposals, hidden, mayOrder, mayDecide } = props
  const words = sentences[lang].ranking
  return (
    <>
      <ErrorSummary lang={lang} errors={errorsOf(props)} />
      <Heading level={1} over={say(review.title, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      {mayOrder && ranking.ties.length > 0 && (
        <JumpLinks lang={lang} jumps={[{ label: words.ties, to: 'ties' }]} />
      )}
      <RuleLines lang={lang} rule={ranking.rule} summary={words.rule} />
      <Remarks {...props} />
      <RankingTable
        lang={lang}
        standings={ranking.standings}
        proposals={proposals}
        criteria={review.rubric.criteria}
        hidden={hidden}
      />
      {mayOrder && ranking.ties.length > 0 && <TieForm {...props} />}
      {mayDecide && (
        <ButtonRow>
          <ButtonLink href={paths.decisions(props.citySlug, review.id)}>
            {sentences[lang].show.toDecisions}
          </ButtonLink>
        </ButtonRow>
      )}
      <Section id="items" title={words.items}>
        {ranking.standings
          .filter(({ proposalId }) => !hidden.has(proposalId))
          .map((standing) => (
            <Details key={standing.proposalId} {...props} standing={standing} />
          ))}
      </Section>
    </>
  )
}

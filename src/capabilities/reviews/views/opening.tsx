import { type Language, say } from '#kernel/bilingual.ts'
import { formatYen } from '#kernel/money.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  Button,
  DateInput,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  Table,
  Textarea,
} from '#web/ui/index.ts'
import type { Call } from '../../programmes/index.ts'
import { paths } from '../paths.ts'
import type { OpeningProblem } from '../review.ts'
import { explainRubric, type Rubric } from '../scoring.ts'
import { sentences } from '../sentences.ts'
import { RuleLines } from './labels.tsx'

type OpeningProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly call: Call
  readonly rubric: Rubric
  readonly early: boolean
  readonly proposals: readonly {
    readonly id: string
    readonly receiptNumber: string | null
    readonly title: string
    readonly groupName: string
    readonly requestedAmount: number | null
  }[]
  readonly notReady: number
  readonly committee: readonly { readonly accountId: string; readonly name: string }[]
  readonly formKey: string
  readonly typed?: FormBody | undefined
  readonly problem?: OpeningProblem | undefined
}

const dateProblems: readonly OpeningProblem[] = ['due-date', 'due-past']

const fieldOf = (problem: OpeningProblem): 'due_on' | 'reason' | 'committee' | 'ready' => {
  if (dateProblems.includes(problem)) return 'due_on'
  if (problem === 'reason-before-closing') return 'reason'
  return problem === 'no-committee' || problem === 'committee-too-small' ? 'committee' : 'ready'
}

const ReadyProposals = ({ lang, proposals, notReady }: OpeningProps) => {
  const words = sentences[lang]
  return (
    <Section id="ready" title={words.opening.ready}>
      {proposals.length === 0 ? (
        <p>{words.reasons['no-proposals']}</p>
      ) : (
        <Table
          lang={lang}
          id="ready-proposals"
          stacks
          caption={words.opening.ready}
          captionHidden
          columns={[
            { label: words.receipt, cell: (row) => row.receiptNumber },
            { label: words.proposal, heading: true, cell: (row) => row.title },
            { label: words.group, cell: (row) => row.groupName },
            {
              label: words.requested,
              numeric: true,
              cell: (row) => formatYen(row.requestedAmount ?? 0, lang),
            },
          ]}
          rows={proposals}
        />
      )}
      {notReady > 0 && <p>{words.opening.notReady(notReady)}</p>}
    </Section>
  )
}

const CommitteeSection = ({ lang, citySlug, call, rubric, committee }: OpeningProps) => {
  const words = sentences[lang].opening
  return (
    <Section
      id="committee"
      title={words.committee}
      more={{ href: paths.committee(citySlug, call.programmeId), label: words.committeeLink }}
    >
      <p>{words.committeeCount(committee.length, rubric.quorum)}</p>
      <ul>
        {committee.map((member) => (
          <li key={member.accountId}>{member.name}</li>
        ))}
      </ul>
    </Section>
  )
}

const OpeningForm = ({ lang, citySlug, call, early, formKey, typed, problem }: OpeningProps) => {
  const words = sentences[lang]
  const errorFor = (field: string) =>
    problem && fieldOf(problem) === field ? words.reasons[problem] : undefined
  return (
    <Form action={paths.opening(citySlug, call.id)} idempotencyKey={formKey}>
      <DateInput
        lang={lang}
        name="due_on"
        label={words.opening.dueOn}
        required
        value={typed?.text('due_on')}
        error={errorFor('due_on')}
      />
      {early && (
        <Textarea
          lang={lang}
          name="reason"
          label={words.opening.early}
          hint={words.opening.earlyHint}
          required
          rows={3}
          max={1_000}
          value={typed?.text('reason')}
          error={errorFor('reason')}
        />
      )}
      <Button>{words.opening.button}</Button>
    </Form>
  )
}

/** Where the office puts a call's proposals before the committee. */
export const OpeningPage = (props: OpeningProps) => {
  const { lang, call, rubric, problem } = props
  const words = sentences[lang]
  return (
    <>
      {problem && (
        <ErrorSummary
          lang={lang}
          errors={[{ id: fieldOf(problem), message: words.reasons[problem] }]}
        />
      )}
      <Heading level={1} over={say(call.title, lang)}>
        {words.opening.title}
      </Heading>
      <Lead>{words.opening.lead}</Lead>
      <ReadyProposals {...props} />
      <CommitteeSection {...props} />
      <RuleLines lang={lang} rule={explainRubric(rubric)} summary={words.opening.rule} />
      {props.early && (
        <NotificationBanner lang={lang} kind="warning" heading={words.opening.early}>
          <p>{words.opening.earlyHint}</p>
        </NotificationBanner>
      )}
      <OpeningForm {...props} />
    </>
  )
}

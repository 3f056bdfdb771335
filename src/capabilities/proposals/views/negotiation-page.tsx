import { say } from '#kernel/bilingual.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  type Jump,
  Lead,
  Section,
  Timeline,
} from '#web/ui/index.ts'
import {
  ClashBox,
  type ClashShown,
  type Filled,
  FormFields,
  MarksField,
  type SheetContent,
} from '../../forms/index.ts'
import { actorText, NextSteps } from '../../procedures/index.ts'
import type { Problem } from '../figures.ts'
import { confirmationOf } from '../negotiation.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { shownTitle } from './labels.tsx'
import {
  CostNotice,
  departmentName,
  type NegotiationPageProps,
  ProposedBudget,
  SheetAnswers,
  Status,
  UnwrittenCosts,
} from './negotiation-parts.tsx'
import { problemLinks } from './problem-links.ts'

/** The sheet as a form: what is filled in, and why it came back. */
export type Writing = {
  readonly filled: Filled
  readonly stored: SheetContent
  readonly missing: readonly Problem[]
  readonly errors: readonly FieldError[]
  readonly clash?: ClashShown | undefined
}

const Changes = ({ lang, city, changes }: NegotiationPageProps) => {
  const words = sentences[lang].negotiation
  return (
    <Section id="changes" title={words.changes}>
      {changes.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <Timeline
          lang={lang}
          events={changes.toReversed().map(({ at, title, actorRole, actorName }) => ({
            time: momentText(at, lang),
            title: say(title, lang),
            by: actorText({ role: actorRole, name: actorName }, city, lang),
          }))}
        />
      )}
    </Section>
  )
}

const WritingForm = (props: NegotiationPageProps & { readonly writing: Writing }) => {
  const { lang, city, proposal, sheet, advice, writing, formKey } = props
  const words = sentences[lang].negotiation
  const definition = advice ?? sheet.definition
  return (
    <Form
      action={paths.negotiation(city.slug, proposal.id)}
      idempotencyKey={formKey}
      keepsChanges
      id="sheet-form"
    >
      <MarksField definition={definition} stored={writing.stored} />
      <FormFields lang={lang} city={city} definition={definition} filled={writing.filled} />
      <p>{words.notKept}</p>
      <ButtonRow>
        <Button name="intent" value="save">
          {words.save}
        </Button>
        {!advice && (
          <Button kind="secondary" name="intent" value="confirm">
            {words.toConfirm}
          </Button>
        )}
      </ButtonRow>
    </Form>
  )
}

/** Whether this side can say at once that what stands is fine: it is complete, and it has not said so yet. */
const confirmsHere = (props: NegotiationPageProps & { readonly writing: Writing }): boolean => {
  const { side, sheet, negotiation, writing, overCosts, costsBlock } = props
  return (
    side !== undefined &&
    sheet.revision > 0 &&
    writing.missing.length === 0 &&
    writing.errors.length === 0 &&
    !(costsBlock && overCosts.length > 0) &&
    confirmationOf(negotiation, side)?.revision !== sheet.revision
  )
}

/** One press for a side that has nothing to change. */
const AsItStands = (props: NegotiationPageProps & { readonly writing: Writing }) => {
  const { lang, city, proposal, sheet, standsKey } = props
  const words = sentences[lang].negotiation
  if (!confirmsHere(props)) return null
  return (
    <Section id="as-it-stands" title={words.asItStands}>
      <Form
        action={paths.negotiationConfirmation(city.slug, proposal.id)}
        idempotencyKey={standsKey}
      >
        <p>{words.asItStandsText}</p>
        <HiddenInput name="revision" value={String(sheet.revision)} />
        <Button>{words.confirm(sheet.revision)}</Button>
      </Form>
    </Section>
  )
}

/** What the reader does further down. */
const jumpsOf = (
  props: NegotiationPageProps & { readonly writing: Writing | undefined },
): readonly Jump[] => {
  const { lang, writing, advice } = props
  const words = sentences[lang].negotiation
  if (!writing) return []
  return [
    ...(confirmsHere({ ...props, writing })
      ? [{ label: words.asItStands, to: 'as-it-stands' }]
      : []),
    { label: advice ? words.writeAdvice : words.write, to: 'sheet-form' },
  ]
}

const Missing = ({ lang, sheet, writing }: NegotiationPageProps & { writing: Writing }) =>
  writing.missing.length === 0 ? null : (
    <Section id="missing" title={sentences[lang].negotiation.missing}>
      <ul>
        {problemLinks(sheet.definition, writing.missing, lang).map(({ id, message }) => (
          <li key={id + message}>
            <a href={`#${id}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Section>
  )

const Head = (props: NegotiationPageProps & { readonly writing: Writing | undefined }) => {
  const { lang, city, person, now, proposal, tasks } = props
  const words = sentences[lang].negotiation
  return (
    <>
      <Heading level={1} over={shownTitle(proposal, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.between(proposal.groupName, departmentName(props))}</Lead>
      <p>{words.lead}</p>
      <NextSteps
        lang={lang}
        city={city}
        here={paths.negotiation(city.slug, proposal.id)}
        person={person}
        now={now}
        tasks={tasks}
        jumps={jumpsOf(props)}
      />
      <Status {...props} />
    </>
  )
}

const Back = ({ lang, city, proposal }: NegotiationPageProps) => (
  <p>
    <a href={paths.show(city.slug, proposal.id)}>{sentences[lang].edit.back}</a>
  </p>
)

/** One sheet, written by both sides; whoever takes no part in the talks reads it. */
export const NegotiationPage = (
  props: NegotiationPageProps & { readonly writing: Writing | undefined },
) => {
  const { lang, city, sheet, advice, writing } = props
  return (
    <>
      <ErrorSummary lang={lang} errors={writing?.errors ?? []} />
      <Head {...props} />
      <UnwrittenCosts {...props} />
      <CostNotice {...props} {...(writing && !advice ? { table: '#costs_city.0.item' } : {})} />
      {writing && (
        <>
          <ClashBox
            lang={lang}
            city={city}
            definition={advice ?? sheet.definition}
            clash={writing.clash}
          />
          {advice && <p>{sentences[lang].negotiation.adviceLead}</p>}
          {!advice && <Missing {...props} writing={writing} />}
          <AsItStands {...props} writing={writing} />
          <ProposedBudget {...props} />
          <WritingForm {...props} writing={writing} />
        </>
      )}
      {(!writing || advice) && <SheetAnswers {...props} />}
      <Changes {...props} />
      <Back {...props} />
    </>
  )
}

import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  JumpLinks,
  Lead,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { shownTitle } from './labels.tsx'
import {
  CostNotice,
  type NegotiationPageProps,
  SheetAnswers,
  Status,
  UnwrittenCosts,
} from './negotiation-parts.tsx'

/** The sheet as it stands, to be read and confirmed in this very revision. */
export const NegotiationConfirmPage = (
  props: NegotiationPageProps & { readonly errors: readonly FieldError[] },
) => {
  const { lang, city, proposal, sheet, errors, formKey } = props
  const words = sentences[lang].negotiation
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={shownTitle(proposal, lang)}>
        {words.confirmTitle}
      </Heading>
      <Lead>{words.confirmLead(sheet.revision)}</Lead>
      <JumpLinks lang={lang} jumps={[{ label: words.confirm(sheet.revision), to: 'confirm' }]} />
      <UnwrittenCosts {...props} />
      <CostNotice {...props} table={paths.negotiation(city.slug, proposal.id)} />
      <Status {...props} />
      <SheetAnswers {...props} />
      <Form
        action={paths.negotiationConfirmation(city.slug, proposal.id)}
        idempotencyKey={formKey}
        id="confirm"
      >
        <HiddenInput name="revision" value={String(sheet.revision)} />
        <ButtonRow>
          <Button size="large">{words.confirm(sheet.revision)}</Button>
          <ButtonLink kind="secondary" href={paths.negotiation(city.slug, proposal.id)}>
            {words.back}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

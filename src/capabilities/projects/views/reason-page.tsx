import type { Language } from '#kernel/bilingual.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Textarea,
} from '#web/ui/index.ts'
import { sentences } from '../sentences.ts'

/** One step that needs a public reason and nothing else: termination, completion without an evaluation. */
export const ReasonPage = ({
  lang,
  title,
  over,
  lead,
  action,
  button,
  danger,
  formKey,
  typed,
  errors = [],
  refusal,
}: {
  lang: Language
  title: string
  over: string
  lead: string
  action: string
  button: string
  danger: boolean
  formKey: string
  typed?: string | undefined
  errors?: readonly FieldError[] | undefined
  refusal?: string | undefined
}) => (
  <>
    <ErrorSummary lang={lang} errors={errors} />
    {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
    <Heading level={1} over={over}>
      {title}
    </Heading>
    <Lead>{lead}</Lead>
    <Form action={action} idempotencyKey={formKey}>
      <Textarea
        lang={lang}
        name="reason"
        label={sentences[lang].reason}
        hint={sentences[lang].reasonPublicHint}
        required
        rows={5}
        max={1_000}
        value={typed}
        error={errors[0]?.message}
      />
      <Button kind={danger ? 'danger' : 'primary'}>{button}</Button>
    </Form>
  </>
)

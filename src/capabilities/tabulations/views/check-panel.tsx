import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Button, ErrorSummary, Form, NotificationBanner, Textarea } from '#web/ui/index.ts'
import { deskSentences } from '../desk-sentences.ts'
import { paths } from '../paths.ts'
import type { TabulationHead, TabulationStep } from '../tabulation.ts'

interface CheckPanelProps {
  lang: Language
  city: City
  head: TabulationHead
  steps: readonly TabulationStep[]
  /** Publishing destroys what people wrote. */
  destroys: boolean
  /** The reason for withdrawing as it was typed, where it was missing or too long. */
  problem?: { readonly typed: string } | undefined
  refusal?: string | undefined
  formKey: () => string
}

const headingOf = ({ lang, head }: CheckPanelProps): string => {
  const words = deskSentences[lang]
  if (head.state === 'published') return words.previewPublic(head.number)
  return head.state === 'draft' ? words.preview(head.number) : words.previewOld(head.number)
}

function Publish({ lang, city, head, destroys, formKey }: CheckPanelProps) {
  const words = deskSentences[lang]
  return (
    <Form
      action={paths.publication(city.slug, head.surveyId, head.number)}
      idempotencyKey={formKey()}
    >
      <p>{words.publishHelp(destroys)}</p>
      <Button>{words.publish}</Button>
    </Form>
  )
}

function Withdraw({ lang, city, head, problem, formKey }: CheckPanelProps) {
  const words = deskSentences[lang]
  return (
    <Form
      action={paths.withdrawal(city.slug, head.surveyId, head.number)}
      idempotencyKey={formKey()}
    >
      <Textarea
        lang={lang}
        name="reason"
        label={words.withdrawReason}
        rows={2}
        required
        value={problem?.typed}
        error={problem ? words.problems.reason : undefined}
      />
      <Button kind="danger">{words.withdraw}</Button>
    </Form>
  )
}

/** What staff can do with a tabulation, above its figures. */
export function CheckPanel(props: CheckPanelProps) {
  const { lang, city, head, steps, problem, refusal } = props
  const words = deskSentences[lang]
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={problem ? [{ id: 'reason', message: words.problems.reason }] : []}
      />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <NotificationBanner lang={lang} kind="info" heading={headingOf(props)}>
        <p>
          <a href={paths.desk(city.slug, head.surveyId)}>{words.back}</a>
        </p>
        {steps.includes('publish') && <Publish {...props} />}
        {steps.includes('withdraw') && <Withdraw {...props} />}
      </NotificationBanner>
    </>
  )
}

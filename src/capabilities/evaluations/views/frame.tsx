import type { Language } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { ErrorSummary, type FieldError, Heading, Lead, NotificationBanner } from '#web/ui/index.ts'

/** What every page of an evaluation is told. */
export type FrameProps = {
  readonly lang: Language
  readonly title: string
  readonly over: string
  readonly lead?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
  readonly children: Child
}

/** The head of every page of an evaluation: errors first, then what the page is. */
export const Frame = ({ lang, title, over, lead, errors = [], refusal, children }: FrameProps) => (
  <>
    <ErrorSummary lang={lang} errors={errors} />
    {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
    <Heading level={1} over={over}>
      {title}
    </Heading>
    {lead && <Lead>{lead}</Lead>}
    {children}
  </>
)

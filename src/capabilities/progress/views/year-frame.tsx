import { type Language, say } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { ErrorSummary, type FieldError, Heading, Lead } from '#web/ui/index.ts'
import type { Round } from '../round.ts'

type YearFrameProps = {
  readonly lang: Language
  readonly round: Round
  readonly title: string
  readonly lead?: string | undefined
  readonly errors: readonly FieldError[]
  readonly children?: Child
}

/** What every page of work on a year begins with: what is to be mended, the plan, what the page is for. */
export const YearFrame = ({ lang, round, title, lead, errors, children }: YearFrameProps) => (
  <>
    <ErrorSummary lang={lang} errors={errors} />
    <Heading level={1} over={say(round.planTitle, lang)}>
      {title}
    </Heading>
    {lead && <Lead>{lead}</Lead>}
    {children}
  </>
)

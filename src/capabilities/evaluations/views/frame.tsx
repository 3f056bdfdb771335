import type { Language } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import {
  ErrorSummary,
  type FieldError,
  Heading,
  type Jump,
  JumpLinks,
  Lead,
  NotificationBanner,
} from '#web/ui/index.ts'

/** What every page of an evaluation is told. */
export type FrameProps = {
  readonly lang: Language
  readonly title: string
  readonly over: string
  readonly lead?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
  /** What the reader may do below everything that is to be read first. */
  readonly jumps?: readonly Jump[]
  readonly children: Child
}

/** The head of every page of an evaluation: errors first, then what the page is. */
export const Frame = ({ lang, title, over, errors = [], refusal, ...props }: FrameProps) => (
  <>
    <ErrorSummary lang={lang} errors={errors} />
    {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
    <Heading level={1} over={over}>
      {title}
    </Heading>
    {props.lead && <Lead>{props.lead}</Lead>}
    <JumpLinks lang={lang} jumps={props.jumps ?? []} />
    {props.children}
  </>
)

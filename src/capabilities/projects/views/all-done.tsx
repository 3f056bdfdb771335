import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import { Checkbox, NotificationBanner } from '#web/ui/index.ts'
import type { FieldProblem } from '../../forms/index.ts'
import { allDoneField } from '../form.ts'
import { sentences } from '../sentences.ts'

type AllDoneProps = {
  readonly lang: Language
  /** The day from which the calendar awaits the report. */
  readonly from: PlainDate
  readonly checked: boolean
  readonly problem: FieldProblem | undefined
}

/** That the calendar does not await the report yet, told where it is written. */
export const EarlyNote = ({ lang, from }: Pick<AllDoneProps, 'lang' | 'from'>) => {
  const words = sentences[lang]
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.earlyTitle}>
      <p>{words.earlyWriting(formatDate(from, lang))}</p>
    </NotificationBanner>
  )
}

/** What a group says that reports before the calendar awaits it. */
export const AllDone = ({ lang, from, checked, problem }: AllDoneProps) => {
  const words = sentences[lang]
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.earlyTitle}>
      <p>{words.earlyText(formatDate(from, lang))}</p>
      <Checkbox
        lang={lang}
        name={allDoneField}
        label={words.allDone}
        required
        checked={checked}
        error={problem?.text[lang]}
      />
    </NotificationBanner>
  )
}

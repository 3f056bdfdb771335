import { both } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { FormBody } from '#web/form-data.ts'
import { type Answers, dayAnswer, type FieldProblem } from '../forms/index.ts'

/** The box by which the day of an event that is over is confirmed; its value is that day. */
export const pastDayBox = 'past_day'

/** An offer until a day that is over would never be seen by anybody. */
export const refusePastDay = (answers: Answers, today: PlainDate): readonly FieldProblem[] => {
  const day = dayAnswer(answers, 'open_until')
  if (day === null || day >= today) return []
  const text = both(
    '募る期限が、過ぎた日になっています。今日か、これからの日にしてください。期限を決めないときは、空のままにできます。',
    'The day until which this is open is over. Please choose today or a day to come, or leave it empty.',
  )
  return [{ name: 'open_until', text }]
}

/** News of an event that is over may be a report, or a slip: whoever writes it says which. */
export const askAboutPastDay = (
  answers: Answers,
  { today, sent }: { readonly today: PlainDate; readonly sent: FormBody },
): readonly FieldProblem[] => {
  const day = dayAnswer(answers, 'event_on')
  if (day === null || day >= today || sent.text(pastDayBox) === day) return []
  const text = both(
    '催しの日が、過ぎた日になっています。日を直すか、まちがいなければ「公開する」の上の確認に印をつけて、もう一度公開してください。まだ公開していません。',
    'The day of the event is over. Please correct it, or tick the box above “Publish” if it is right, and publish again. It is not public yet.',
  )
  return [{ name: pastDayBox, text }]
}

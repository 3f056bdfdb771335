import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { dueAfter } from '#kernel/deadline.ts'
import type { TaskDraft } from '../../procedures/index.ts'
import type { Consultation } from '../consultation.ts'
import { paths } from '../paths.ts'

/** Days within which somebody settles a date with the group. */
const answerDays = 14

const titles = {
  settle: {
    ja: '事前相談の日を決め、相談を記録する',
    en: 'Settle a day, hold and record the consultation',
  },
  hold: { ja: '事前相談を行い、記録する', en: 'Hold the consultation and record it' },
  readAlong: {
    ja: '課のテーマについての事前相談を読み、伝えることを連絡する',
    en: 'Read the consultation about your theme, and say what matters',
  },
}

type Waiting = Pick<Consultation, 'id' | 'department'>

/**
 * Centre and office have one and the same thing to do, with one day for both. The department whose theme it is
 * about reads along until then.
 */
export const holdTasksOn = (
  city: City,
  { id, department }: Waiting,
  day: PlainDate | undefined,
  title = titles.hold,
): readonly TaskDraft[] => {
  const common = { url: paths.consultation(city.slug, id), ...(day ? { dueOn: day } : {}) }
  return [
    ...(['centre', 'office'] as const).map((role) => ({
      ...common,
      step: 'hold',
      title,
      assignee: { role },
    })),
    ...(department
      ? [
          {
            ...common,
            step: 'read-along',
            title: titles.readAlong,
            assignee: { role: 'department' as const, department },
          },
        ]
      : []),
  ]
}

/** What they have to do first: settle a day with the group, within so many days of its asking. */
export const settleTasks = (city: City, asked: Waiting, today: PlainDate): readonly TaskDraft[] =>
  holdTasksOn(city, asked, dueAfter(today, answerDays), titles.settle)

import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Assignee, TaskDraft } from '../procedures/index.ts'
import type { Group } from './group.ts'
import { paths } from './paths.ts'
import { correctionDeadline, type GroupState, reviewDeadline } from './registration.ts'

const titles = {
  write: { ja: '団体の登録を書いて送る', en: 'Fill in and send the registration' },
  enter: { ja: '紙の登録申請を入力する', en: 'Enter the registration from paper' },
  check: { ja: '団体の登録を確かめる', en: 'Check the registration' },
  mend: { ja: '登録の内容を直して送る', en: 'Correct and send the registration' },
  come: { ja: '窓口へお越しになる', en: 'Come to the counter' },
  receive: { ja: '来所を受けて記録する', en: 'Receive the group and record the visit' },
  register: { ja: '来所のすんだ団体を登録する', en: 'Register the group that has come' },
  collect: { ja: '補正を団体から受け取って入力する', en: 'Enter the correction for the group' },
} as const satisfies Record<string, Bilingual>

/** After a visit was recorded the desk registers the group. */
export const tasksAfterVisit = (groupId: string, citySlug: string): readonly TaskDraft[] => [
  {
    step: 'approve',
    title: titles.register,
    assignee: { role: 'centre' },
    url: `${paths.registration(citySlug, groupId)}#decide`,
  },
]

/** Where and when a step is taken, as far as tasks must know. */
export type TaskPlace = {
  readonly citySlug: string
  readonly today: PlainDate
  /** When what is to be checked came, where that was another day: paper lies for a while. */
  readonly receivedOn?: PlainDate | undefined
  readonly reviewDays: number
}

/**
 * Who acts next in that state and until when. For a group whose leader has no account the centre does
 * the writing, because nobody else could.
 */
export const tasksIn = (
  state: GroupState,
  group: Pick<Group, 'id' | 'hasRepresentative'>,
  { citySlug, today, receivedOn = today, reviewDays }: TaskPlace,
): readonly TaskDraft[] => {
  const alone = !group.hasRepresentative
  const writer: Assignee = alone ? { role: 'centre' } : { groupId: group.id }
  const edit = paths.edit(citySlug, group.id)
  const here = paths.registration(citySlug, group.id)
  switch (state) {
    case 'draft':
      return [
        { step: 'submit', title: alone ? titles.enter : titles.write, assignee: writer, url: edit },
      ]
    case 'submitted':
      return [
        {
          step: 'approve',
          title: titles.check,
          assignee: { role: 'centre' },
          url: `${here}#decide`,
          dueOn: reviewDeadline(receivedOn, reviewDays),
        },
      ]
    case 'provisional':
      return [
        ...(alone ? [] : [{ step: 'visit', title: titles.come, assignee: writer, url: here }]),
        {
          step: 'visit',
          title: titles.receive,
          assignee: { role: 'centre' },
          url: `${here}#visit`,
        },
      ]
    case 'returned':
      return [
        {
          step: 'submit',
          title: alone ? titles.collect : titles.mend,
          assignee: writer,
          url: edit,
          dueOn: correctionDeadline(today),
        },
      ]
    default:
      return []
  }
}

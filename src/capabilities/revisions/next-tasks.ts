import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { correctionDeadline, type Group, reviewDeadline } from '../groups/index.ts'
import type { Assignee, TaskDraft } from '../procedures/index.ts'
import { paths } from './paths.ts'
import type { Revision, RevisionKind, RevisionState } from './revision.ts'

type Titles = Readonly<
  Record<'write' | 'enter' | 'check' | 'mend', Record<RevisionKind, Bilingual>> & {
    readonly late: Bilingual
  }
>

/** What there is to do, in words. */
export const titles: Titles = {
  late: {
    ja: '遅れた更新を送る（登録の期限が切れています）',
    en: 'Send the late renewal (the registration has lapsed)',
  },
  write: {
    change: { ja: '変更届を書いて送る', en: 'Fill in and send the change notice' },
    renewal: { ja: '登録の更新を送る', en: 'Send the renewal of the registration' },
    addition: { ja: '別の区分の登録を書いて送る', en: 'Fill in and send the further registration' },
  },
  enter: {
    change: { ja: '紙の変更届を入力する', en: 'Enter the change notice from paper' },
    renewal: { ja: '紙の更新の届けを入力する', en: 'Enter the renewal from paper' },
    addition: { ja: '紙の登録申請を入力する', en: 'Enter the registration from paper' },
  },
  check: {
    change: { ja: '変更届を確かめる', en: 'Check the change notice' },
    renewal: { ja: '登録の更新を確かめる', en: 'Check the renewal' },
    addition: { ja: '別の区分の登録を確かめる', en: 'Check the further registration' },
  },
  mend: {
    change: { ja: '変更届を直して送る', en: 'Correct and send the change notice' },
    renewal: { ja: '登録の更新を直して送る', en: 'Correct and send the renewal' },
    addition: { ja: '別の区分の登録を直して送る', en: 'Correct and send the further registration' },
  },
}

/** Where and when a step is taken, as far as tasks must know. */
export type TaskPlace = {
  readonly citySlug: string
  readonly today: PlainDate
  /** When what is to be checked came, where that was another day. */
  readonly receivedOn?: PlainDate | undefined
  readonly reviewDays: number
  /** The last day of a renewal's campaign. */
  readonly closesOn?: PlainDate | undefined
}

/** Who acts next and until when; for a group without accounts the centre does the writing. */
export const tasksIn = (
  state: RevisionState,
  given: {
    readonly revision: Pick<Revision, 'id' | 'kind' | 'onPaper'>
    readonly group: Pick<Group, 'id' | 'hasRepresentative'>
  },
  place: TaskPlace,
): readonly TaskDraft[] => {
  const { revision, group } = given
  const { citySlug, today } = place
  const onPaper = !group.hasRepresentative || revision.onPaper
  const writer: Assignee = onPaper ? { role: 'centre' } : { groupId: group.id }
  const edit = paths.edit(citySlug, revision.id)
  if (state === 'draft')
    return [
      {
        step: 'submit',
        title: titles[onPaper ? 'enter' : 'write'][revision.kind],
        assignee: writer,
        url: edit,
        dueOn: place.closesOn,
      },
    ]
  if (state === 'sent')
    return [
      {
        step: 'approve',
        title: titles.check[revision.kind],
        assignee: { role: 'centre' },
        url: `${paths.revision(citySlug, revision.id)}#decide`,
        dueOn: reviewDeadline(place.receivedOn ?? today, place.reviewDays),
      },
    ]
  if (state !== 'returned') return []
  const title = titles[onPaper ? 'enter' : 'mend'][revision.kind]
  const dueOn = correctionDeadline(today)
  return [{ step: 'submit', title, assignee: writer, url: edit, dueOn }]
}

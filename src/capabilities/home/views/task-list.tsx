import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText } from '#web/moment.ts'
import { Card, ChipLabel, Deadline, ResourceList, When } from '#web/ui/index.ts'
import { assigneeText, type Task } from '../../procedures/index.ts'
import { personalSentences } from '../sentences/personal.ts'

type TaskListProps = {
  readonly lang: Language
  readonly city: City
  readonly person: Person
  readonly now: Date
  readonly tasks: readonly Task[]
}

/** What a kind of thing is called on one's own page and on the desk. */
export const subjectKindName = (kind: string, lang: Language): string => {
  const { kinds, otherKind } = personalSentences[lang]
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : otherKind
}

const Due = ({ lang, task, now }: { lang: Language; task: Task; now: Date }) => {
  const words = personalSentences[lang]
  if (!task.dueOn) return <span>{words.noDue}</span>
  return (
    <Deadline
      lang={lang}
      label={words.dueOn}
      time={dayText(task.dueOn, lang)}
      daysLeft={countDaysLeft(task.dueOn, now)}
      passed="overdue"
    />
  )
}

const TaskCard = ({ lang, city, person, now, task }: TaskListProps & { task: Task }) => {
  const words = personalSentences[lang]
  const isOwn = task.accountId === person.accountId
  const group = isOwn ? words.forPerson : assigneeText(task, city, lang)
  return (
    <Card
      title={say(task.title, lang)}
      href={task.url}
      labels={
        <>
          <ChipLabel tone="key">{subjectKindName(task.subject.kind, lang)}</ChipLabel>
          <ChipLabel>{group}</ChipLabel>
        </>
      }
      facts={[
        {
          term: words.openedOn,
          description: <When time={dayText(tokyoDayOf(task.openedAt), lang)} />,
        },
      ]}
    >
      {task.subjectTitle.ja !== '' && <p>{say(task.subjectTitle, lang)}</p>}
      <p>
        <Due lang={lang} task={task} now={now} />
      </p>
    </Card>
  )
}

/** What waits for somebody: what to do, about what, until when. */
export const TaskList = ({ tasks, ...around }: TaskListProps) => (
  <ResourceList>
    {tasks.map((task) => (
      <TaskCard key={task.id} {...around} tasks={tasks} task={task} />
    ))}
  </ResourceList>
)

import type { Person } from '#kernel/actor.ts'
import { colon, type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { dayText } from '#web/moment.ts'
import { ButtonLink, ChipLabel, Deadline, type Jump, JumpLinks, Section } from '#web/ui/index.ts'
import { sentences } from '../sentences.ts'
import { keyOfTask, type Task } from '../task.ts'

type Around = {
  readonly lang: Language
  readonly city: City
  readonly person: Person | undefined
  readonly now: Date
  /** Address of the page the box stands on: nobody is sent to where they are. */
  readonly here: string
}

/** True when the task waits for this person. */
export const isMine = (task: Task, person: Person | undefined): boolean => {
  if (!person) return false
  if (task.accountId) return task.accountId === person.accountId
  if (task.groupId)
    return person.memberships.some(
      (held) => held.groupId === task.groupId && held.role !== 'member',
    )
  if (!task.role || !person.trusted || !person.roles.includes(task.role)) return false
  return task.role !== 'department' || person.departments.includes(task.department ?? '')
}

/** Who must act, in words everyone concerned understands; never a person's name. */
export const assigneeText = (task: Task, city: City, lang: Language): string => {
  const { roles, nextPerson } = sentences[lang]
  if (task.role === 'department' && task.department)
    return say(nameOfCode(city.departments, task.department), lang)
  if (task.role === 'centre') return say(city.centre, lang)
  if (task.role) return roles[task.role]
  return task.groupId ? roles.group : nextPerson
}

/** Several may have the same thing to do: one line, with all roles that may do it and how many they are. */
type Line = {
  readonly task: Task
  readonly by: readonly string[]
  readonly people: number
}

/** The part of people who each do it for themselves, as those see it who are not among them. */
const keyOfPart = (task: Task, { city, lang, person }: Around): string =>
  task.accountId && !isMine(task, person)
    ? [say(task.title, lang), assigneeText(task, city, lang), task.dueOn].join(' ')
    : keyOfTask(task)

const linesOf = (tasks: readonly Task[], around: Around): readonly Line[] => {
  const { city, lang, person } = around
  const lines = new Map<string, Line>()
  for (const task of tasks) {
    const key = keyOfPart(task, around)
    const before = lines.get(key)
    const by = new Set([...(before?.by ?? []), assigneeText(task, city, lang)])
    const shown = before && isMine(before.task, person) ? before.task : task
    const people = (before?.people ?? 0) + (task.accountId ? 1 : 0)
    lines.set(key, { task: shown, by: [...by], people })
  }
  // What waits for the reader stands first.
  return [...lines.values()].toSorted(
    (a, b) => Number(isMine(b.task, person)) - Number(isMine(a.task, person)),
  )
}

/** Where the step is taken: a way there, or that it is here. */
const WayTo = ({ task, lang, here }: { task: Task; lang: Language; here: string }) => (
  <p>
    {task.url === here ? (
      sentences[lang].nextHere
    ) : (
      <ButtonLink href={task.url}>{sentences[lang].nextOpen}</ButtonLink>
    )}
  </p>
)

const Due = ({
  task,
  lang,
  now,
  mine,
}: Pick<Around, 'lang' | 'now'> & { task: Task; mine: boolean }) => {
  const words = sentences[lang]
  if (!task.dueOn) return <p>{words.nextNoDue}</p>
  const daysLeft = countDaysLeft(task.dueOn, now)
  return (
    <>
      <p>
        <Deadline
          lang={lang}
          label={words.nextDue}
          time={dayText(task.dueOn, lang)}
          daysLeft={daysLeft}
          passed="overdue"
        />
      </p>
      {daysLeft < 0 && <p>{mine ? words.nextLate : words.nextLateOther}</p>}
    </>
  )
}

const TaskLine = ({ task, by, people, lang, person, now, here }: Around & Line) => {
  const words = sentences[lang]
  const mine = isMine(task, person)
  return (
    <li data-mine={mine}>
      <p class="next-title">
        {say(task.title, lang)}{' '}
        {mine && (
          <ChipLabel tone="key" filled>
            {words.you}
          </ChipLabel>
        )}
      </p>
      <p>
        {words.nextBy}
        {colon[lang]}
        {by.join(words.nextOr)}
        {people > 1 && words.nextPeople(people)}
      </p>
      <Due task={task} lang={lang} now={now} mine={mine} />
      {mine && <WayTo task={task} lang={lang} here={here} />}
    </li>
  )
}

/** Who acts next and until when: the same box on every page of a procedure, for everyone concerned. */
export const NextSteps = ({
  tasks,
  resting,
  jumps = [],
  ...around
}: Around & {
  tasks: readonly Task[]
  /** What the reader may do further down on this very page. */
  jumps?: readonly Jump[]
  /** What is said while nobody has to act, where more than that can be said. */
  resting?: Child
}) => (
  <Section id="next" title={sentences[around.lang].nextTitle}>
    {tasks.length === 0 ? (
      <p>{resting ?? sentences[around.lang].nextNobody}</p>
    ) : (
      <ul class="next-steps">
        {linesOf(tasks, around).map((line) => (
          <TaskLine key={line.task.id} {...line} {...around} />
        ))}
      </ul>
    )}
    <JumpLinks lang={around.lang} jumps={jumps} />
  </Section>
)

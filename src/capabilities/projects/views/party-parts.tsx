import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { Button, ButtonLink, ButtonRow, Form, NotificationBanner, Section } from '#web/ui/index.ts'
import { assigneeText, type Message, type Notice, type Task } from '../../procedures/index.ts'
import { daysLate } from '../calendar.ts'
import { paths } from '../paths.ts'
import type { Project } from '../project.ts'
import { sentences } from '../sentences.ts'

/** A step that this person may take from here. */
export type Way = {
  readonly href: string
  readonly label: string
  readonly kind?: 'secondary' | 'danger'
}

/** What lies between the parties: only for those concerned. */
export type Inner = {
  readonly person: Person
  readonly tasks: readonly Task[]
  readonly ways: readonly Way[]
  readonly mayRemind: boolean
  readonly mayTalk: boolean
  readonly messages: readonly Message[]
  readonly notices: readonly Notice[]
  /** 条件付き採択's conditions; empty without any. */
  readonly conditions: string
  /** The first day of a project whose agreement is signed and which has not begun. */
  readonly beginsOn: PlainDate | undefined
  /** True where the work of this year began too late for an interim review. */
  /** In the sample world, projects that can be gone on with today while this one waits. */
  readonly samples: readonly { readonly id: string; readonly title: string }[]
  readonly interimSpared: boolean
}

/** On which conditions the proposal was selected. */
export const Conditions = ({ lang, conditions }: { lang: Language; conditions: string }) =>
  conditions === '' ? null : (
    <Section id="conditions" title={sentences[lang].conditions}>
      <p>{sentences[lang].conditionsText}</p>
      <p class="prose">{conditions}</p>
    </Section>
  )

/** What is overdue, and by how much: told to those concerned, never to the public. */
export const LateNotice = ({
  lang,
  city,
  now,
  tasks,
}: {
  lang: Language
  city: City
  now: Date
  tasks: readonly Task[]
}) => {
  const words = sentences[lang]
  const late = tasks.filter(({ dueOn }) => daysLate(dueOn, now) > 0)
  if (late.length === 0) return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.lateTitle}>
      <ul>
        {late.map((task) => (
          <li key={task.id}>
            {words.lateTask(
              say(task.title, lang),
              assigneeText(task, city, lang),
              daysLate(task.dueOn, now),
            )}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}

type WaysProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly inner: Inner
  readonly newKey: () => string
}

/** The steps that this person may take, and the office's reminder where something is late. */
export const Ways = ({ lang, city, project, inner, newKey }: WaysProps) => {
  const words = sentences[lang]
  const [first, ...rest] = inner.ways
  if (!first && !inner.mayRemind) return null
  return (
    <Section id="todo" title={words.todo}>
      <ButtonRow>
        {first && (
          <ButtonLink href={first.href} kind={first.kind ?? 'primary'}>
            {first.label}
          </ButtonLink>
        )}
        {rest.map(({ href, label, kind }) => (
          <ButtonLink key={href} href={href} kind={kind ?? 'secondary'}>
            {label}
          </ButtonLink>
        ))}
      </ButtonRow>
      {inner.mayRemind && (
        <Form action={paths.reminder(city.slug, project.id)} idempotencyKey={newKey()}>
          <p>{words.remindText}</p>
          <Button kind="secondary">{words.remind}</Button>
        </Form>
      )}
    </Section>
  )
}

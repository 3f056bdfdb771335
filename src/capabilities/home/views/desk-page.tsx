import type { Person } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  ActionTiles,
  Button,
  Disclosure,
  EmptyState,
  FilterForm,
  Heading,
  KeyNumbers,
  Lead,
  Pagination,
  Section,
  Select,
} from '#web/ui/index.ts'
import { roleNameIn } from '../../accounts/index.ts'
import type { Task } from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import { personalSentences } from '../sentences/personal.ts'
import { type DeskAsked, deskPageSize, isDueWithinWeek, isOverdue, narrow } from '../waiting.ts'
import { worklistsFor } from '../worklists.ts'
import { subjectKindName, TaskList } from './task-list.tsx'

export type DeskPageProps = {
  readonly lang: Language
  readonly city: City
  readonly person: Person
  readonly now: Date
  /** Everything that waits for the person's roles, the most urgent first. */
  readonly tasks: readonly Task[]
  readonly asked: DeskAsked
}

const Counts = ({ lang, city, now, tasks }: DeskPageProps) => {
  const words = personalSentences[lang]
  const numbers = {
    all: tasks.length,
    overdue: tasks.filter((task) => isOverdue(task, now)).length,
    week: tasks.filter((task) => isDueWithinWeek(task, now)).length,
  }
  const names = ['all', 'overdue', 'week'] as const
  return (
    <div class="few-numbers">
      <KeyNumbers
        numbers={names.map((name) => ({
          label: words.counts[name],
          value: formatNumber(numbers[name]),
          unit: words.unit,
          note: words.countNote[name],
          href: paths.desk(city.slug, name === 'all' ? {} : { due: name }),
        }))}
      />
    </div>
  )
}

const Filter = ({ lang, city, person, tasks, asked }: DeskPageProps) => {
  const words = personalSentences[lang]
  const kinds = [...new Set(tasks.map((task) => task.subject.kind))]
  const isNarrowed = asked.role !== '' || asked.kind !== '' || asked.due !== ''
  return (
    <Disclosure summary={words.filter} open={isNarrowed}>
      <FilterForm action={paths.desk(city.slug)}>
        {person.roles.length > 1 && (
          <Select
            lang={lang}
            name="role"
            label={words.role}
            value={asked.role}
            emptyLabel={words.allRoles}
            options={person.roles.map((role) => ({
              value: role,
              label: roleNameIn(city, { role, department: null }, lang),
            }))}
          />
        )}
        <Select
          lang={lang}
          name="kind"
          label={words.kind}
          value={asked.kind}
          emptyLabel={words.allKinds}
          options={kinds.map((kind) => ({ value: kind, label: subjectKindName(kind, lang) }))}
        />
        <Select
          lang={lang}
          name="due"
          label={words.due}
          value={asked.due}
          emptyLabel={words.dueOptions['']}
          options={[
            { value: 'overdue', label: words.dueOptions.overdue },
            { value: 'week', label: words.dueOptions.week },
          ]}
        />
        <Button kind="secondary">{words.filter}</Button>
      </FilterForm>
    </Disclosure>
  )
}

const Waiting = (props: DeskPageProps) => {
  const { lang, city, person, now, tasks, asked } = props
  const words = personalSentences[lang]
  const found = narrow(tasks, asked, { person, now })
  if (found.length === 0)
    return <EmptyState title={words.deskEmpty}>{words.deskEmptyHelp}</EmptyState>
  const start = (asked.page - 1) * deskPageSize
  return (
    <>
      <TaskList
        lang={lang}
        city={city}
        person={person}
        now={now}
        tasks={found.slice(start, start + deskPageSize)}
      />
      <Pagination
        lang={lang}
        page={asked.page}
        pageSize={deskPageSize}
        total={found.length}
        hrefOf={(page) => paths.desk(city.slug, { ...asked, page })}
      />
    </>
  )
}

/** 担当業務: what waits for the person's roles, and the lists they work with. */
export const DeskPage = (props: DeskPageProps) => {
  const { lang, city, person, tasks } = props
  const words = personalSentences[lang]
  return (
    <>
      <Heading level={1}>{words.deskTitle}</Heading>
      <Lead>{words.deskLead}</Lead>
      <Counts {...props} />
      <Section id="waiting" title={words.waiting}>
        {tasks.length > 0 && <Filter {...props} />}
        <Waiting {...props} />
      </Section>
      <Section id="worklists" title={words.worklists}>
        <ActionTiles actions={worklistsFor(person, city.slug, lang)} />
      </Section>
    </>
  )
}

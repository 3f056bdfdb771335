import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonRow,
  Deadline,
  type FieldError,
  Form,
  Lead,
  NotificationBanner,
  ProgressIndicator,
  Section,
} from '#web/ui/index.ts'
import { fieldsOf, type Proposals } from '../form.ts'
import { paths, type YearPlace } from '../paths.ts'
import type { Earlier } from '../queries/reports.ts'
import type { Draft, Task } from '../report.ts'
import type { Part, Round } from '../round.ts'
import { sentences } from '../sentences.ts'
import { ItemReport } from './item-report.tsx'
import { YearFrame } from './year-frame.tsx'

/** An item as the page shows it: what is stored, what stands in the fields, what was reported before. */
export type ShownItem = {
  readonly task: Task
  readonly draft: Draft
  readonly earlier: Earlier | undefined
  readonly finished: boolean
  /** True while what is stored is last year's text, word for word. */
  readonly unchanged: boolean
  readonly open: boolean
  /** True when somebody else saved it meanwhile. */
  readonly conflict: boolean
}

export type DepartmentPageProps = {
  readonly lang: Language
  readonly title: string
  readonly city: City
  readonly now: Date
  readonly at: YearPlace
  readonly round: Round
  readonly part: Part
  readonly items: readonly ShownItem[]
  readonly proposals: Proposals
  readonly mayWrite: boolean
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const Standing = ({ lang, part, round, mayWrite }: DepartmentPageProps) => {
  const words = sentences[lang]
  if (part.state === 'returned' && mayWrite)
    return (
      <NotificationBanner lang={lang} kind="warning" heading={words.returnedTitle}>
        <p>{words.returnedText}</p>
      </NotificationBanner>
    )
  if (mayWrite) return null
  const text = round.state === 'reporting' ? words.partStanding[part.state] : words.collected
  return <NotificationBanner lang={lang} kind="info" heading={text} />
}

/** How far one has come, and the way to what is left. */
const Overview = ({ lang, round, items, now, mayWrite }: DepartmentPageProps) => {
  const words = sentences[lang]
  const done = items.filter(({ finished }) => finished).length
  const next = items.find(({ finished, open }) => !finished && open)
  return (
    <>
      {mayWrite && (
        <p>
          <Deadline
            lang={lang}
            time={dayText(round.dueOn, lang)}
            daysLeft={countDaysLeft(round.dueOn, now)}
            passed="overdue"
          />
        </p>
      )}
      <ProgressIndicator
        lang={lang}
        id="done"
        label={words.doneItems}
        done={done}
        all={items.length}
      />
      {mayWrite && (
        <p>
          <a href={next ? `#${fieldsOf(next.task.item.no).section}` : '#send'}>
            {next ? words.toNext : words.toSend}
          </a>
        </p>
      )}
    </>
  )
}

const Tools = ({ lang, at, part, mayWrite }: DepartmentPageProps) => {
  const words = sentences[lang]
  const table = paths.table(at, part.department)
  return (
    <ul class="inline-list">
      <li>
        <a href={`${table}?as=xlsx`}>{words.downloadExcel}</a>
      </li>
      <li>
        <a href={`${table}?as=csv`}>{words.downloadCsv}</a>
      </li>
      {mayWrite && (
        <li>
          <a href={table}>{words.uploadTable}</a>
        </li>
      )}
    </ul>
  )
}

const Fields = (props: DepartmentPageProps) => {
  const { lang, at, part, items, newKey } = props
  const words = sentences[lang]
  const takes = items.some(
    ({ open, earlier, draft }) => open && earlier && draft.results === '' && draft.next === '',
  )
  const same = items.filter(({ unchanged }) => unchanged)
  return (
    <Form action={paths.report(at, part.department)} idempotencyKey={newKey()} keepsChanges>
      {/* The first button is what the Enter key in a field presses: it saves, and nothing else. */}
      <ButtonRow>
        <Button kind="secondary" size="small" name="intent" value="save">
          {words.save}
        </Button>
        {takes && (
          <Button kind="secondary" size="small" name="intent" value="take-all">
            {words.takeAll}
          </Button>
        )}
      </ButtonRow>
      {items.map((one) => (
        <ItemReport key={one.task.item.no} {...props} shown={one} writes={one.open} />
      ))}
      <Section id="send" title={words.sendTitle}>
        <p>{words.sendText}</p>
        {same.length > 0 && (
          <p>
            {words.sendSame(
              same.map(({ task }) => task.item.no),
              same.length,
            )}
          </p>
        )}
        <ButtonRow>
          <Button name="intent" value="send">
            {words.send}
          </Button>
          <Button kind="secondary" name="intent" value="save">
            {words.save}
          </Button>
        </ButtonRow>
      </Section>
    </Form>
  )
}

/** Everything one department reports of a year, on one page. */
export const DepartmentPage = (props: DepartmentPageProps) => {
  const { lang, items, mayWrite } = props
  const words = sentences[lang]
  return (
    <YearFrame {...props}>
      <Standing {...props} />
      {mayWrite && <Lead>{words.reportLead(items.length)}</Lead>}
      <Overview {...props} />
      <Tools {...props} />
      {mayWrite ? (
        <Fields {...props} />
      ) : (
        items.map((one) => (
          <ItemReport key={one.task.item.no} {...props} shown={one} writes={false} />
        ))
      )}
    </YearFrame>
  )
}

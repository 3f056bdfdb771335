import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonRow,
  ChipLabel,
  ChipRow,
  DescriptionList,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  NotificationBanner,
  RadioGroup,
  Textarea,
} from '#web/ui/index.ts'
import { longestReason, seenMark } from '../check-form.ts'
import { fieldsOf } from '../form.ts'
import { paths, type YearPlace } from '../paths.ts'
import type { Earlier } from '../queries/reports.ts'
import { type Found, isLate, isUnchanged, type Task } from '../report.ts'
import type { Part, Round } from '../round.ts'
import { sentences } from '../sentences.ts'
import { earlierText } from '../words.ts'
import { PlannedMark, reportFacts } from './report-facts.tsx'
import { YearFrame } from './year-frame.tsx'

type CheckPageProps = {
  readonly lang: Language
  readonly title: string
  readonly city: City
  readonly at: YearPlace
  readonly round: Round
  readonly part: Part
  readonly tasks: readonly Task[]
  readonly earlier: ReadonlyMap<string, Earlier>
  /** What was typed, when the form came back. */
  readonly found: ReadonlyMap<string, Found>
  readonly mayCheck: boolean
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

type ItemProps = CheckPageProps & { readonly task: Task }

const Verdict = ({ lang, task, found, errors }: ItemProps) => {
  const words = sentences[lang]
  const { item, report } = task
  const fields = fieldsOf(item.no)
  const errorOf = (name: string) => errors.find(({ id }) => id === name)?.message
  const typed = found.get(item.no)
  return (
    <div>
      <HiddenInput name={fields.seen} value={seenMark(report)} />
      {typed && report.verdict !== '' && (
        <p class="note">
          {words.storedVerdict(words.verdicts[report.verdict])} {report.verdictReason}
        </p>
      )}
      <RadioGroup
        lang={lang}
        name={fields.verdict}
        label={words.verdictOf(item.no)}
        inline
        value={typed?.verdict ?? report.verdict}
        error={errorOf(fields.verdict)}
        options={[
          { value: 'accepted', label: words.verdicts.accepted },
          { value: 'correct', label: words.verdicts.correct },
        ]}
      />
      <Textarea
        lang={lang}
        name={fields.reason}
        label={words.correctReason(item.no)}
        hint={words.correctReasonHint}
        rows={2}
        max={longestReason}
        value={typed?.reason ?? report.verdictReason}
        error={errorOf(fields.reason)}
      />
    </div>
  )
}

const Item = (props: ItemProps) => {
  const { lang, city, round, part, task, earlier, mayCheck } = props
  const words = sentences[lang]
  const { item, report } = task
  const before = earlier.get(item.no)
  return (
    <section id={fieldsOf(item.no).section} class="flow item-report">
      <Heading level={2}>
        {item.no} {say(item.title, lang)}
      </Heading>
      <ChipRow>
        <ChipLabel>{report.leads ? words.leads : words.helps}</ChipLabel>
        {isUnchanged(report, before) && <ChipLabel tone="warning">{words.unchanged}</ChipLabel>}
        {item.mark && <PlannedMark lang={lang} mark={item.mark} />}
      </ChipRow>
      <div class="item-report-columns">
        <div>
          <DescriptionList items={reportFacts({ lang, scale: round.scale, item }, report)} />
          {mayCheck && <Verdict {...props} />}
        </div>
        <aside class="beside">
          {before ? (
            <>
              <Heading level={3}>{earlierText({ lang, city, part }, before)}</Heading>
              <DescriptionList items={reportFacts({ lang, scale: round.scale, item }, before)} />
            </>
          ) : (
            <p class="note">{words.noEarlier}</p>
          )}
        </aside>
      </div>
    </section>
  )
}

const Items = (props: CheckPageProps) => (
  <>
    {props.tasks.map((task) => (
      <Item key={task.item.no} {...props} task={task} />
    ))}
  </>
)

/** What a department has sent, with the office's finding on every item. */
export const CheckPage = (props: CheckPageProps) => {
  const { lang, at, round, part, tasks, mayCheck, newKey } = props
  const words = sentences[lang]
  return (
    <YearFrame {...props} lead={mayCheck ? words.checkLead : undefined}>
      {!mayCheck && (
        <NotificationBanner
          lang={lang}
          kind="info"
          heading={round.state === 'reporting' ? words.checkStanding[part.state] : words.collected}
        />
      )}
      {part.sentAt && isLate(part, round, part.sentAt) && (
        <p>
          <ChipLabel tone="warning">{words.late}</ChipLabel>
        </p>
      )}
      {mayCheck ? (
        <Form action={paths.check(at, part.department)} idempotencyKey={newKey()} keepsChanges>
          <Items {...props} />
          <ButtonRow>
            <Button name="intent" value="finish">
              {words.finishCheck}
            </Button>
            {tasks.some(({ report }) => report.verdict === '') && (
              <Button kind="secondary" name="intent" value="finish-rest">
                {words.finishRest}
              </Button>
            )}
            <Button kind="secondary" name="intent" value="save">
              {words.save}
            </Button>
          </ButtonRow>
          <p class="note">{words.finishCheckText}</p>
        </Form>
      ) : (
        <Items {...props} />
      )}
    </YearFrame>
  )
}

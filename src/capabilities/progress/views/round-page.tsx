import { say } from '#kernel/bilingual.ts'
import { nameOfCode } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ChipLabel,
  ChipRow,
  Deadline,
  Form,
  ProgressIndicator,
  Section,
  Table,
  Textarea,
  type Tone,
} from '#web/ui/index.ts'
import { History } from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import { isLate } from '../report.ts'
import { type PartState, partWorkflow, roundWorkflow } from '../round.ts'
import { sentences } from '../sentences.ts'
import { Due, errorOf, Related, type RoundPageProps } from './round-changes.tsx'
import { YearFrame } from './year-frame.tsx'

const tones: Readonly<Record<PartState, Tone>> = {
  writing: 'plain',
  sent: 'info',
  returned: 'warning',
  accepted: 'success',
}

const Parts = ({ lang, city, now, at, round, parts }: RoundPageProps) => {
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id="parts"
      caption={words.partsCaption}
      stacks
      columns={[
        {
          label: words.department,
          heading: true,
          cell: ({ department }) => (
            <a href={paths.report(at, department)}>
              {say(nameOfCode(city.departments, department), lang)}
            </a>
          ),
        },
        {
          label: words.writtenOf,
          cell: ({ written, items }) => words.of(written, items),
        },
        {
          label: words.state,
          cell: (part) => (
            <ChipRow>
              <ChipLabel tone={tones[part.state]}>
                {say(partWorkflow.states[part.state].staff, lang)}
              </ChipLabel>
              {isLate(part, round, now) && <ChipLabel tone="error">{words.late}</ChipLabel>}
            </ChipRow>
          ),
        },
        {
          label: words.toDo,
          cell: ({ state, department }) =>
            state === 'sent' ? <a href={paths.check(at, department)}>{words.toCheck}</a> : '―',
        },
      ]}
      rows={parts}
    />
  )
}

const Onward = (props: RoundPageProps) => {
  const { lang, at, round, parts, typed, newKey } = props
  const words = sentences[lang]
  const missing = parts.filter(({ state }) => state !== 'accepted').length
  if (round.state === 'reporting')
    return (
      <Section id="onward" title={words.onward}>
        <p>{missing === 0 ? words.allIn : words.notAllIn(missing)}</p>
        <Form action={paths.steps(at)} idempotencyKey={newKey()}>
          <Textarea
            lang={lang}
            name="reason"
            label={words.reason}
            hint={words.onwardReasonHint}
            required={missing > 0}
            rows={2}
            value={typed.reason}
            error={errorOf(props, 'reason')}
          />
          <div class="button-row">
            <Button name="step" value="ask-committee">
              {words.askCommittee}
            </Button>
            <Button kind="secondary" name="step" value="skip-committee">
              {words.skipCommittee}
            </Button>
          </div>
        </Form>
      </Section>
    )
  if (round.state === 'committee')
    return (
      <Section id="onward" title={words.onward}>
        <p>{words.commentsSoFar(props.comments)}</p>
        <p>
          <a href={paths.committee(at)}>{words.committeeTitle}</a>
        </p>
        <Form action={paths.steps(at)} idempotencyKey={newKey()}>
          <Button name="step" value="close-committee">
            {words.closeCommittee}
          </Button>
        </Form>
      </Section>
    )
  return (
    <p>
      <a href={round.state === 'answering' ? paths.answers(at) : paths.year(at)}>
        {round.state === 'answering' ? words.answersTitle : words.toPublished}
      </a>
    </p>
  )
}

/** How far a year has come: departments, what waits for the office, and the next step. */
export const RoundPage = (props: RoundPageProps) => {
  const { lang, city, now, round, parts } = props
  const words = sentences[lang]
  const accepted = parts.filter(({ state }) => state === 'accepted').length
  return (
    <YearFrame {...props}>
      <ChipRow>
        <ChipLabel tone="key">{say(roundWorkflow.states[round.state].staff, lang)}</ChipLabel>
      </ChipRow>
      {round.state === 'reporting' && (
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
        id="accepted"
        label={words.acceptedParts}
        done={accepted}
        all={parts.length}
      />
      <Parts {...props} />
      <Onward {...props} />
      {round.state === 'reporting' && (
        <Section id="changes" title={words.changes}>
          <Due {...props} />
          <Related {...props} />
        </Section>
      )}
      <History lang={lang} city={city} entries={props.events} withNames />
    </YearFrame>
  )
}

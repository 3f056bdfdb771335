import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { formatDecimal, percentOf } from '#kernel/ratio.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  Section,
  Table,
  Textarea,
  TextInput,
  When,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { paths } from '../paths.ts'
import type { AskedCount } from '../queries/asked.ts'
import type { Reminder } from '../queries/reminders.ts'
import { read } from '../questionnaire.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'

/** Letters in one file. */
export const lettersInFile = 50

export type AskedPageProps = {
  readonly lang: Language
  readonly city: City
  readonly survey: Survey
  readonly counts: readonly AskedCount[]
  readonly reminders: readonly Reminder[]
  readonly formKey: () => string
  readonly problems: readonly FieldProblem[]
  readonly typed: { readonly letters: string; readonly emails: string; readonly codes: string }
}

/** How many of those who were asked have answered, as results will print it. */
export const rateOfUse = ({ asked, used }: Pick<AskedCount, 'asked' | 'used'>): string => {
  const rate = percentOf(
    { numerator: used, denominator: asked },
    { decimals: 1, rounding: 'half_up' },
  )
  return rate ? `${formatDecimal(rate)}%` : '—'
}

const Counts = ({ lang, counts }: AskedPageProps) => {
  const words = sentences[lang].asked
  return (
    <Section id="counts" title={words.counts}>
      {counts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          lang={lang}
          id="asked"
          caption={words.counts}
          captionHidden
          columns={[
            { label: words.kind, heading: true, cell: ({ kind }) => sentences[lang].ways[kind] },
            { label: words.number, numeric: true, cell: ({ asked }) => String(asked) },
            { label: words.used, numeric: true, cell: ({ used }) => String(used) },
            { label: words.rate, numeric: true, cell: rateOfUse },
          ]}
          rows={counts}
        />
      )}
    </Section>
  )
}

const errorIn = ({ problems, lang }: AskedPageProps, name: string) => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

const OneButton = (props: AskedPageProps & { readonly kind: 'groups' | 'staff' }) => {
  const { lang, city, survey, formKey, kind } = props
  const words = sentences[lang].asked
  return (
    <Section id={`ask-${kind}`} title={words[kind]}>
      <p>{words[`${kind}Text`]}</p>
      <Form action={paths.asked(city.slug, survey.id)} idempotencyKey={formKey()}>
        <HiddenInput name="kind" value={kind} />
        <Button kind="secondary">{words[`${kind}Go`]}</Button>
      </Form>
    </Section>
  )
}

const Codes = (props: AskedPageProps) => {
  const { lang, city, survey, formKey, typed } = props
  const words = sentences[lang].asked
  return (
    <Section id="ask-codes" title={words.codes}>
      <Form action={paths.asked(city.slug, survey.id)} idempotencyKey={formKey()}>
        <HiddenInput name="kind" value="codes" />
        <TextInput
          lang={lang}
          name="letters"
          label={words.letters}
          hint={words.lettersHint}
          required={false}
          width="short"
          inputmode="numeric"
          autocomplete="off"
          value={typed.letters}
          error={errorIn(props, 'letters')}
        />
        <Textarea
          lang={lang}
          name="emails"
          label={words.emails}
          hint={words.emailsHint}
          required={false}
          rows={4}
          value={typed.emails}
          error={errorIn(props, 'emails')}
        />
        <Button kind="secondary">{words.make}</Button>
      </Form>
    </Section>
  )
}

const Print = ({ lang, city, survey, counts }: AskedPageProps) => {
  const words = sentences[lang].asked
  const made = counts.find(({ kind }) => kind === 'codes')?.asked ?? 0
  if (made === 0) return null
  const files = Array.from({ length: Math.ceil(made / lettersInFile) }, (_, at) => ({
    from: at * lettersInFile + 1,
    to: Math.min((at + 1) * lettersInFile, made),
  }))
  return (
    <Section id="print" title={words.print}>
      <p>{words.printText}</p>
      <ul>
        {files.map(({ from, to }) => (
          <li key={from}>
            <a href={`${paths.letters(city.slug, survey.id)}?from=${from}`}>
              {words.letterPdf(from, to)}
            </a>
          </li>
        ))}
        <li>
          <a href={paths.codes(city.slug, survey.id)}>{words.csv}</a>
        </li>
      </ul>
    </Section>
  )
}

/** The first request goes by itself: whom it reached, and whom it will. */
const Invited = ({ lang, survey, counts }: AskedPageProps) => {
  const words = sentences[lang].asked
  const sum = (of: 'invited' | 'uninvited'): number => counts.reduce((all, one) => all + one[of], 0)
  const [invited, uninvited] = [sum('invited'), sum('uninvited')]
  if (survey.sample || counts.length === 0) return null
  return (
    <Section id="invited" title={words.invited}>
      <p>{words.invitedText}</p>
      {invited > 0 && <p>{words.invitedCount(formatNumber(invited))}</p>}
      {uninvited > 0 && <p>{words.uninvitedCount(formatNumber(uninvited))}</p>}
    </Section>
  )
}

const Remind = ({ lang, city, survey, counts, reminders, formKey }: AskedPageProps) => {
  const words = sentences[lang].asked
  const count = counts.reduce((sum, { remindable }) => sum + remindable, 0)
  return (
    <Section id="remind" title={words.remind}>
      {count === 0 ? (
        <p>{words.remindNone}</p>
      ) : (
        <Form action={paths.reminders(city.slug, survey.id)} idempotencyKey={formKey()}>
          <p>{words.remindText(count)}</p>
          <Button kind="secondary" id="remind-go">
            {words.remindGo(count)}
          </Button>
        </Form>
      )}
      {reminders.length > 0 && (
        <>
          <Heading level={3}>{words.sentTitle}</Heading>
          <ul>
            {reminders.map(({ number, sentAt, recipients }) => (
              <li key={number}>
                <When time={momentText(sentAt, lang)} /> {words.sent(recipients)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

const Returned = (props: AskedPageProps) => {
  const { lang, city, survey, formKey, typed } = props
  const words = sentences[lang].asked
  return (
    <Section id="returned" title={words.returned}>
      <p>{words.returnedText}</p>
      <Form action={paths.returned(city.slug, survey.id)} idempotencyKey={formKey()}>
        <Textarea
          lang={lang}
          name="codes"
          label={words.returnedCodes}
          required
          rows={4}
          value={typed.codes}
          error={errorIn(props, 'codes')}
        />
        <Button kind="secondary">{words.returnedGo}</Button>
      </Form>
    </Section>
  )
}

/** Who is asked by code: how many, letters, requests. Nowhere stands who has answered. */
export const AskedPage = (props: AskedPageProps) => {
  const { lang, survey, problems } = props
  const words = sentences[lang].asked
  const { ways } = survey
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1} over={read(survey.texts.title, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      <Counts {...props} />
      {ways.includes('codes') && <Codes {...props} />}
      {ways.includes('groups') && <OneButton {...props} kind="groups" />}
      {ways.includes('staff') && <OneButton {...props} kind="staff" />}
      <Print {...props} />
      <Invited {...props} />
      <Remind {...props} />
      {ways.includes('codes') && <Returned {...props} />}
      <NotificationBanner lang={lang} kind="info" heading={sentences[lang].anonymous} level={3}>
        <p>{sentences[lang].anonymousText}</p>
      </NotificationBanner>
    </>
  )
}

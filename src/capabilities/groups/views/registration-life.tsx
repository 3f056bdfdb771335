import { say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ChipLabel,
  DateInput,
  DescriptionList,
  Form,
  Section,
  Table,
  Textarea,
  TextInput,
  When,
} from '#web/ui/index.ts'
import { PapersByHand, papersByHand } from '../../forms/index.ts'
import { paths } from '../paths.ts'
import type { Agreement } from '../queries/agreements.ts'
import type { Period } from '../queries/periods.ts'
import { registrationSentences } from '../registration-sentences.ts'
import type { RegistrationPageProps } from './registration-page.tsx'

/** Which wording the group agreed to, and when. */
export const Agreed = ({ lang, agreements }: RegistrationPageProps) => {
  const words = registrationSentences[lang].page
  if (agreements.length === 0) return null
  return (
    <Section id="agreed" title={words.agreed}>
      <p>{words.agreedText}</p>
      <Table<Agreement>
        lang={lang}
        id="agreed-declarations"
        caption={words.agreed}
        captionHidden
        stacks
        columns={[
          { label: words.wording, heading: true, cell: ({ wording }) => say(wording, lang) },
          { label: words.version, cell: ({ version }) => words.agreedVersion(version) },
          {
            label: words.agreedOn,
            cell: ({ agreedAt }) => <When time={dayText(tokyoDayOf(agreedAt), lang)} />,
          },
        ]}
        rows={agreements}
      />
    </Section>
  )
}

/** When the registration held, in each class: new, renewed, ended. */
export const Periods = ({ lang, periods, classNames }: RegistrationPageProps) => {
  const words = registrationSentences[lang].page
  if (periods.length === 0) return null
  const day = (date: Period['beganOn']) => <When time={dayText(date, lang)} />
  return (
    <Section id="periods" title={words.periods}>
      <Table<Period>
        lang={lang}
        id="registration-periods"
        caption={words.periods}
        captionHidden
        stacks
        columns={[
          ...(classNames.size > 1
            ? [
                {
                  label: words.class,
                  cell: (period: Period) => classNames.get(period.class) ?? period.class,
                },
              ]
            : []),
          { label: words.number, heading: true, cell: ({ number }) => number },
          { label: words.how, cell: ({ how }) => words.period[how] },
          { label: words.began, cell: ({ beganOn }) => day(beganOn) },
          {
            label: words.until,
            cell: ({ validUntil }) => (validUntil ? day(validUntil) : words.noEnd),
          },
          {
            label: words.ended,
            cell: ({ endedOn, endedHow }) =>
              endedOn && endedHow ? (
                <>
                  {day(endedOn)} <ChipLabel>{words.periodEnd[endedHow]}</ChipLabel>
                </>
              ) : (
                <ChipLabel tone="success">{words.holds}</ChipLabel>
              ),
          },
        ]}
        rows={periods}
      />
    </Section>
  )
}

/** What was recorded when somebody of the group came; while a visit is awaited, what they bring. */
export const Visits = ({ lang, group, visits, settings }: RegistrationPageProps) => {
  const words = registrationSentences[lang].page
  const awaited = group.state === 'provisional' && settings.visit
  if (visits.length === 0 && !awaited) return null
  return (
    <Section id="visits" title={words.visits}>
      {awaited && (
        <DescriptionList items={[{ term: words.bring, description: say(awaited.bring, lang) }]} />
      )}
      {visits.map(({ visitedOn, visitor, seen, recordedBy }) => (
        <DescriptionList
          key={visitedOn}
          items={[
            { term: words.visitedOn, description: <When time={dayText(visitedOn, lang)} /> },
            { term: words.visitor, description: visitor },
            { term: words.seen, description: <span class="prose">{seen}</span> },
            { term: words.recordedBy, description: recordedBy },
          ]}
        />
      ))}
    </Section>
  )
}

/** The staff's form for a visit, with what was typed when it came back. */
export const VisitForm = ({
  lang,
  city,
  group,
  newKey,
  now,
  failed,
  may,
}: RegistrationPageProps) => {
  const words = registrationSentences[lang].desk
  if (!may.recordVisit) return null
  const typed = failed?.step === 'visit' ? (failed.typed ?? {}) : undefined
  const errorOf = (id: string) => failed?.errors.find((error) => error.id === id)?.message
  return (
    <Section id="visit" title={words.visit}>
      <p>{words.visitText}</p>
      <Form action={paths.visit(city.slug, group.id)} idempotencyKey={newKey()}>
        <DateInput
          lang={lang}
          name="visited_on"
          label={words.visitedOn}
          required
          value={typed ? typed.visited_on : tokyoDayOf(now)}
          error={errorOf('visited_on')}
        />
        <TextInput
          lang={lang}
          name="visitor"
          label={words.visitor}
          required
          value={typed?.visitor}
          error={errorOf('visitor')}
          autocomplete="off"
        />
        <Textarea
          lang={lang}
          name="seen"
          label={words.seen}
          hint={words.seenHint}
          required
          rows={3}
          value={typed?.seen}
          error={errorOf('seen')}
        />
        <Button>{words.visit}</Button>
      </Form>
    </Section>
  )
}

/** Papers of the registration that are brought to the counter. */
export const Papers = ({ lang, city, group, sheet, events, may, newKey }: RegistrationPageProps) =>
  sheet && group.receiptNumber !== null ? (
    <PapersByHand
      lang={lang}
      papers={papersByHand(sheet.definition, sheet.answers)}
      events={events}
      action={may.desk ? paths.papers(city.slug, group.id) : undefined}
      newKey={newKey}
    />
  ) : null

import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { bandText } from '#kernel/scale.ts'
import {
  Button,
  ButtonRow,
  ChipLabel,
  ChipRow,
  DescriptionList,
  type FieldError,
  Heading,
  HiddenInput,
  NotificationBanner,
  RadioGroup,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { planPaths } from '../../plans/index.ts'
import {
  fieldsOf,
  longestNext,
  longestResults,
  type Proposals,
  shownFigures,
  shownMark,
} from '../form.ts'
import type { YearPlace } from '../paths.ts'
import type { ItemFigure } from '../report.ts'
import type { Part, Round } from '../round.ts'
import { sentences } from '../sentences.ts'
import { earlierText, figureText } from '../words.ts'
import type { ShownItem } from './department-page.tsx'
import { PlannedMark, reportFacts } from './report-facts.tsx'

export type ItemReportProps = {
  readonly lang: Language
  readonly city: City
  readonly at: YearPlace
  readonly round: Round
  readonly part: Part
  readonly shown: ShownItem
  readonly proposals: Proposals
  readonly errors: readonly FieldError[]
  /** False for an item that is only shown. */
  readonly writes: boolean
}

const stateChip = ({ lang, shown }: ItemReportProps) => {
  const words = sentences[lang]
  const { verdict } = shown.task.report
  if (verdict === 'correct') return <ChipLabel tone="error">{words.toMend}</ChipLabel>
  if (verdict === 'accepted') return <ChipLabel tone="success">{words.acceptedItem}</ChipLabel>
  if (shown.finished && shown.unchanged)
    return <ChipLabel tone="warning">{words.unchanged}</ChipLabel>
  return shown.finished ? (
    <ChipLabel tone="success">{words.finished}</ChipLabel>
  ) : (
    <ChipLabel tone="warning">{words.unfinished}</ChipLabel>
  )
}

const Head = (props: ItemReportProps) => {
  const { lang, at, shown } = props
  const { item, report } = shown.task
  const words = sentences[lang]
  return (
    <>
      <Heading level={2} over={item.above.map(({ title }) => say(title, lang)).join(' › ')}>
        <a href={planPaths.item(at.city, at.plan, item.no)}>{item.no}</a> {say(item.title, lang)}
      </Heading>
      <ChipRow>
        {stateChip(props)}
        <ChipLabel>{report.leads ? words.leads : words.helps}</ChipLabel>
        {item.mark && <PlannedMark lang={lang} mark={item.mark} />}
      </ChipRow>
      {report.verdictReason !== '' && report.verdict !== 'accepted' && (
        <NotificationBanner lang={lang} kind="warning" level={3} heading={words.officeAsks}>
          <p class="prose">{report.verdictReason}</p>
        </NotificationBanner>
      )}
    </>
  )
}

/** What the same department reported the last time, and the press that takes it over. */
const Earlier = ({ lang, city, round, part, shown, writes }: ItemReportProps) => {
  const words = sentences[lang]
  const { earlier, task } = shown
  if (!earlier)
    return (
      <aside class="beside">
        <p class="note">{words.noEarlier}</p>
      </aside>
    )
  return (
    <aside class="beside" aria-label={words.earlierLabel(task.item.no)}>
      <Heading level={3}>{earlierText({ lang, city, part }, earlier)}</Heading>
      <DescriptionList
        items={reportFacts({ lang, scale: round.scale, item: task.item }, earlier)}
      />
      {writes && (
        <Button kind="secondary" size="small" name="intent" value={`take:${task.item.no}`}>
          {words.take}
          <span class="hidden-text">{inBrackets(task.item.no, lang)}</span>
        </Button>
      )}
    </aside>
  )
}

/** A figure with what the product counts by itself: proposed with its day and its definition, free to be changed. */
const FigureField = (props: ItemReportProps & { figure: ItemFigure }) => {
  const { lang, shown, proposals, errors, figure } = props
  const words = sentences[lang]
  const name = fieldsOf(shown.task.item.no).figure(figure.code)
  const proposal = figure.counter ? proposals.get(figure.counter) : undefined
  const value = shownFigures(shown.task, shown.draft.figures, proposals)[figure.code]?.value
  return (
    <TextInput
      lang={lang}
      name={name}
      label={say(figure.label, lang)}
      required
      width="short"
      inputmode="decimal"
      unit={say(figure.unit, lang)}
      value={value === undefined ? '' : String(value)}
      hint={
        proposal &&
        words.counted(formatDate(proposal.asOf, lang), figureText(proposal.value, figure, lang))
      }
      error={errors.find(({ id }) => id === name)?.message}
    />
  )
}

const GradeField = ({ lang, round, shown, errors }: ItemReportProps) => {
  const words = sentences[lang]
  const name = fieldsOf(shown.task.item.no).grade
  return (
    <RadioGroup
      lang={lang}
      name={name}
      label={say(round.scale.title, lang) || words.grade}
      required
      inline
      value={shown.draft.grade}
      error={errors.find(({ id }) => id === name)?.message}
      options={round.scale.grades.map((grade) => {
        const band = bandText(grade)
        const code = grade.code === grade.label[lang] ? '' : `${grade.code} `
        return {
          value: grade.code,
          label: `${code}${say(grade.label, lang)}${band ? inBrackets(say(band, lang), lang) : ''}`,
        }
      })}
    />
  )
}

/** What somebody else has saved while this person was writing. */
const Present = ({ lang, round, shown }: ItemReportProps) => {
  const words = sentences[lang]
  const { item, report } = shown.task
  return (
    <NotificationBanner
      lang={lang}
      kind="warning"
      level={3}
      heading={words.present(report.writtenBy)}
    >
      <DescriptionList items={reportFacts({ lang, scale: round.scale, item }, report)} />
    </NotificationBanner>
  )
}

const Writing = (props: ItemReportProps) => {
  const { lang, shown, proposals, errors } = props
  const words = sentences[lang]
  const { item, report } = shown.task
  const fields = fieldsOf(item.no)
  const errorOf = (name: string) => errors.find(({ id }) => id === name)?.message
  return (
    <div>
      <HiddenInput name={fields.shown} value={shownMark(shown.task, proposals)} />
      {shown.conflict && <Present {...props} />}
      <Textarea
        lang={lang}
        name={fields.results}
        label={words.results}
        required
        rows={4}
        max={longestResults}
        value={shown.draft.results}
        error={errorOf(fields.results)}
      />
      {report.leads &&
        item.figures.map((figure) => <FigureField key={figure.code} {...props} figure={figure} />)}
      {report.leads && <GradeField {...props} />}
      <Textarea
        lang={lang}
        name={fields.next}
        label={words.next}
        required={report.leads}
        rows={3}
        max={longestNext}
        value={shown.draft.next}
        error={errorOf(fields.next)}
      />
      <ButtonRow>
        <Button kind="secondary" name="intent" value={`next:${item.no}`}>
          {words.saveNext}
        </Button>
      </ButtonRow>
    </div>
  )
}

const Reading = ({ lang, round, shown }: ItemReportProps) => {
  const { item, report } = shown.task
  return <DescriptionList items={reportFacts({ lang, scale: round.scale, item }, report)} />
}

/** One item of a department: its fields, with last year's text beside them. */
export const ItemReport = (props: ItemReportProps) => {
  const { shown, writes } = props
  return (
    <section id={fieldsOf(shown.task.item.no).section} class="flow item-report">
      <Head {...props} />
      <div class="item-report-columns">
        {writes ? <Writing {...props} /> : <Reading {...props} />}
        <Earlier {...props} />
      </div>
    </section>
  )
}

import type { Person } from '#kernel/actor.ts'
import { colon, type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatInstant } from '#kernel/date-text.ts'
import { formatYen } from '#kernel/money.ts'
import { DescriptionList, Disclosure, NotificationBanner, Section } from '#web/ui/index.ts'
import {
  AnswerList,
  type FormDefinition,
  type FormField,
  findField,
  type Reader,
  type Sheet,
} from '../../forms/index.ts'
import type { Task, TimelineEntry } from '../../procedures/index.ts'
import { cityCostsField, cityCostsIn } from '../city-costs.ts'
import type { Problem } from '../figures.ts'
import { confirmationOf, type Negotiation, outcomeNames, type Side, sides } from '../negotiation.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'

export type NegotiationPageProps = {
  readonly lang: Language
  readonly city: City
  readonly person: Person | undefined
  readonly now: Date
  readonly proposal: Proposal
  readonly negotiation: Negotiation
  readonly sheet: Sheet
  /** The proposal as it was sent: its money is read beside the talks. */
  readonly budget: Sheet | undefined
  readonly tasks: readonly Task[]
  /** Changes and confirmations of the sheet, oldest first. */
  readonly changes: readonly TimelineEntry[]
  /** The side on which the reader writes; undefined for those who only read. */
  readonly side: Side | undefined
  /** What the centre writes of the sheet; undefined for everybody else. */
  readonly advice: FormDefinition | undefined
  /** How much of the sheet somebody who only reads may see. */
  readonly reader: Reader
  /** That the city's costs go beyond what can be decided. */
  readonly overCosts: readonly Problem[]
  /** True where such a sheet cannot be confirmed. */
  readonly costsBlock: boolean
  readonly formKey: string
  /** Of the form that confirms the sheet as it stands. */
  readonly standsKey: string
}

/** The department's name, as the reader reads it. */
export const departmentName = ({ lang, city, negotiation }: NegotiationPageProps): string =>
  say(nameOfCode(city.departments, negotiation.department), lang)

/** What the sheet says of money that cannot be decided like that, with a way to the table. */
export const CostNotice = (props: NegotiationPageProps & { readonly table?: string }) => {
  const { lang, overCosts, costsBlock, table } = props
  const words = sentences[lang].negotiation
  return overCosts.length === 0 ? null : (
    <NotificationBanner lang={lang} kind="warning" heading={words.costsTitle}>
      {overCosts.map(({ text }) => (
        <p key={text.ja}>{say(text, lang)}</p>
      ))}
      <p>{costsBlock ? words.costsBlock : words.costsWarn}</p>
      {table && (
        <p>
          <a href={table}>{words.costsLink}</a>
        </p>
      )}
    </NotificationBanner>
  )
}

/** That the proposal asks for money of which the sheet says nothing: a question, and no refusal. */
export const UnwrittenCosts = ({ lang, proposal, sheet, budget }: NegotiationPageProps) => {
  const words = sentences[lang].negotiation
  const { state, requestedAmount } = proposal
  const { definition, answers } = sheet
  if (state !== 'negotiating' || !budget || !requestedAmount) return null
  if (!findField(definition, cityCostsField) || cityCostsIn(definition, answers)) return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.unwrittenTitle}>
      <p>{words.unwritten(formatYen(requestedAmount, lang))}</p>
    </NotificationBanner>
  )
}

/** Who has confirmed what, and how the talks ended. */
export const Status = (props: NegotiationPageProps) => {
  const { lang, negotiation, proposal, sheet } = props
  const words = sentences[lang].negotiation
  const told = (side: Side): string => {
    const confirmation = confirmationOf(negotiation, side)
    return confirmation
      ? words.confirmed(
          confirmation.revision,
          confirmation.name,
          formatInstant(confirmation.at, lang),
        )
      : words.notYet
  }
  const names = { group: proposal.groupName, department: departmentName(props) }
  return (
    <Section id="status" title={words.status}>
      <p>{words.revision(sheet.revision)}</p>
      <DescriptionList
        items={[
          ...sides.map((side) => ({
            term: `${words.sides[side]}${colon[lang]}${names[side]}`,
            description: told(side),
          })),
          ...(negotiation.outcome
            ? [
                {
                  term: sentences[lang].show.outcome,
                  description: say(outcomeNames[negotiation.outcome], lang),
                },
              ]
            : []),
        ]}
      />
      <p>{negotiation.closedAt ? words.closed : words.rule}</p>
    </Section>
  )
}

const hasMoney = ({ columns = [] }: FormField): boolean =>
  columns.some(({ kind }) => kind === 'money')

/** What the proposal says of money, to be read while the costs are shared out. */
export const ProposedBudget = ({ lang, city, budget, reader }: NegotiationPageProps) => {
  if (!budget) return null
  const sections = budget.definition.sections
    .map((section) => ({ ...section, fields: section.fields.filter(hasMoney) }))
    .filter(({ fields }) => fields.length > 0)
  if (sections.length === 0) return null
  return (
    <Disclosure summary={sentences[lang].negotiation.budget}>
      <AnswerList
        lang={lang}
        city={city}
        definition={{ ...budget.definition, sections }}
        answers={budget.answers}
        visibility={budget.visibility}
        reader={reader}
        level={3}
      />
    </Disclosure>
  )
}

/** The sheet as far as the reader may see it. */
export const SheetAnswers = ({ lang, city, sheet, reader }: NegotiationPageProps) => (
  <AnswerList
    lang={lang}
    city={city}
    definition={sheet.definition}
    answers={sheet.answers}
    visibility={sheet.visibility}
    reader={reader}
  />
)

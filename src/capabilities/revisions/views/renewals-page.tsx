import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { formatNumber } from '#kernel/number.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  DateInput,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Section,
  Table,
  When,
} from '#web/ui/index.ts'
import type { RegistrationClass, RegistrationMoves } from '../../groups/index.ts'
import type { Campaign } from '../campaign.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { howOften } from './how-often.ts'

/** A campaign that could be opened now, with the days the city usually takes or those that were typed. */
export type Opening = {
  readonly class: RegistrationClass
  readonly fiscalYear: number
  /** How many groups would be asked. */
  readonly concerned: number
  readonly opensOn: string
  readonly closesOn: string
  readonly errors: readonly FieldError[]
}

export type RenewalsProps = {
  readonly lang: Language
  readonly city: City
  readonly campaigns: readonly Campaign[]
  /** Names of classes by code. */
  readonly classNames: ReadonlyMap<string, string>
  readonly openings: readonly Opening[]
  readonly classes: readonly RegistrationClass[]
  readonly mayRun: boolean
  /** A form that came back although there is nothing left to open. */
  readonly errors: readonly FieldError[]
  readonly moves: readonly RegistrationMoves[]
  readonly newKey: () => string
}

/** „市民活動団体　令和8年度“. */
export const campaignName = (
  { classNames, lang }: Pick<RenewalsProps, 'classNames' | 'lang'>,
  campaign: Pick<Campaign, 'class' | 'fiscalYear'>,
): string => {
  const year = formatFiscalYear(campaign.fiscalYear, lang)
  const name = classNames.get(campaign.class) ?? campaign.class
  return lang === 'ja' ? `${name}　${year}` : `${name}, ${year}`
}

/** The two days of a campaign. */
export const DayFields = ({
  lang,
  days,
  errors,
  prefix = '',
}: {
  lang: Language
  days: { readonly opensOn: string; readonly closesOn: string }
  errors: readonly FieldError[]
  prefix?: string
}) => {
  const words = sentences[lang].renewals
  const errorOf = (id: string) => errors.find((error) => error.id === `${prefix}${id}`)?.message
  return (
    <>
      <DateInput
        lang={lang}
        name="opens_on"
        id={`${prefix}opens_on`}
        label={words.opensOn}
        required
        value={days.opensOn}
        error={errorOf('opens_on')}
      />
      <DateInput
        lang={lang}
        name="closes_on"
        id={`${prefix}closes_on`}
        label={words.closesOn}
        required
        value={days.closesOn}
        error={errorOf('closes_on')}
      />
    </>
  )
}

const Open = (props: RenewalsProps & { readonly opening: Opening }) => {
  const { lang, city, opening, newKey } = props
  const words = sentences[lang].renewals
  const { renewal } = opening.class
  const prefix = `${opening.class.code}-${opening.fiscalYear}-`
  const name = campaignName(props, { class: opening.class.code, fiscalYear: opening.fiscalYear })
  return (
    <Section id={`open-${prefix}`} title={name} level={3}>
      <p>{renewal?.lapses === 'by_itself' ? words.openLapses : words.openStays}</p>
      <p>
        {opening.concerned > 0
          ? words.concerns(formatNumber(opening.concerned))
          : words.concernsNone}
      </p>
      {renewal && renewal.reminders.length > 0 && (
        <p>{words.reminders(renewal.reminders.join(lang === 'ja' ? '・' : ', '))}</p>
      )}
      <Form action={paths.renewals(city.slug)} idempotencyKey={newKey()}>
        <HiddenInput name="class" value={opening.class.code} />
        <HiddenInput name="fiscal_year" value={String(opening.fiscalYear)} />
        <DayFields lang={lang} days={opening} errors={opening.errors} prefix={prefix} />
        <Button>{words.openButton}</Button>
      </Form>
    </Section>
  )
}

const List = (props: RenewalsProps) => {
  const { lang, city, campaigns } = props
  const words = sentences[lang].renewals
  return (
    <Section id="list" title={words.list}>
      {campaigns.length === 0 ? (
        <EmptyState title={words.none}>{words.emptyText}</EmptyState>
      ) : (
        <Table<Campaign>
          lang={lang}
          id="campaigns"
          caption={words.list}
          captionHidden
          stacks
          columns={[
            {
              label: words.name,
              heading: true,
              cell: (one) => (
                <a href={paths.campaign(city.slug, one.id)}>{campaignName(props, one)}</a>
              ),
            },
            { label: words.opensOn, cell: ({ opensOn }) => <When time={dayText(opensOn, lang)} /> },
            {
              label: words.closesOn,
              cell: ({ closesOn }) => <When time={dayText(closesOn, lang)} />,
            },
          ]}
          rows={campaigns}
        />
      )}
    </Section>
  )
}

const Moves = ({ lang, moves, classNames }: RenewalsProps) => {
  const words = sentences[lang].renewals
  if (moves.length === 0) return null
  const number = (label: string, of: (move: RegistrationMoves) => number) => ({
    label,
    numeric: true,
    cell: (move: RegistrationMoves) => formatNumber(of(move)),
  })
  return (
    <Section id="moves" title={words.moves}>
      <p>{words.movesText}</p>
      <Table<RegistrationMoves>
        lang={lang}
        id="registration-moves"
        caption={words.moves}
        captionHidden
        columns={[
          {
            label: words.year,
            heading: true,
            cell: (move) =>
              classNames.size > 1
                ? campaignName({ classNames, lang }, move)
                : formatFiscalYear(move.fiscalYear, lang),
          },
          number(words.new, ({ began }) => began.new),
          number(words.renewed, ({ began }) => began.renewed),
          number(words.resumed, ({ began }) => began.resumed),
          number(words.lapsed, ({ ended }) => ended.lapsed),
          number(words.withdrawn, ({ ended }) => ended.withdrawn),
          number(words.revoked, ({ ended }) => ended.revoked),
        ]}
        rows={moves}
      />
    </Section>
  )
}

/** When each class is usually asked, in the city's own days. */
const Usual = ({ lang, classes }: RenewalsProps) => {
  const words = sentences[lang].renewals
  const dayOf = (monthDay: string): string => {
    const [month, day] = monthDay.split('-').map(Number)
    return words.monthDay(String(month), String(day))
  }
  return (
    <>
      {classes.map(
        ({ code, name, renewal }) =>
          renewal && (
            <p key={code}>
              {words.usual(say(name, lang), dayOf(renewal.opens), dayOf(renewal.closes))}
            </p>
          ),
      )}
    </>
  )
}

/** For the staff: the campaigns there were, the one to open, and how registrations came and went. */
export const RenewalsPage = (props: RenewalsProps) => {
  const { lang, openings, mayRun, classes } = props
  const words = sentences[lang].renewals
  const often = howOften(classes, lang)
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={[...props.errors, ...openings.flatMap(({ errors }) => errors)]}
      />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{often === undefined ? words.noRenewal : words.lead(often)}</Lead>
      <Usual {...props} />
      <List {...props} />
      {!mayRun && openings.length > 0 && <p>{words.byOffice}</p>}
      {mayRun && openings.length > 0 && (
        <Section id="open" title={words.open}>
          {openings.map((opening) => (
            <Open
              key={`${opening.class.code}-${opening.fiscalYear}`}
              {...props}
              opening={opening}
            />
          ))}
        </Section>
      )}
      <Moves {...props} />
    </>
  )
}

/** The names of the city's classes. */
export const namesOf = (
  classes: readonly RegistrationClass[],
  lang: Language,
): ReadonlyMap<string, string> => new Map(classes.map(({ code, name }) => [code, say(name, lang)]))

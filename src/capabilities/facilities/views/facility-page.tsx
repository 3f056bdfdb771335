import { type Language, say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  DateInput,
  type Description,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  NotificationBanner,
  Section,
  Textarea,
  When,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import {
  type Facility,
  type FacilityKind,
  mapHref,
  openingText,
  wholeAddress,
} from '../facility.ts'
import type { FieldProblem } from '../form.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

export type FacilityPageProps = {
  readonly lang: Language
  readonly city: City
  readonly facility: Facility
  readonly kinds: readonly FacilityKind[]
  readonly keeps: boolean
  readonly formKey: () => string
  readonly typed?: { readonly closedOn: string; readonly reason: string } | undefined
  readonly problems?: readonly FieldProblem[] | undefined
}

const inCharge = ({ city, facility, lang }: FacilityPageProps): string =>
  facility.department
    ? say(nameOfCode(city.departments, facility.department), lang)
    : facility.departmentWords

const phoneOf = ({ facility, lang }: FacilityPageProps): string =>
  facility.phone && facility.extension
    ? `${facility.phone} ${sentences[lang].extension(facility.extension)}`
    : facility.phone

const factsOf = (props: FacilityPageProps): readonly Description[] => {
  const { lang, facility } = props
  const words = sentences[lang]
  const address = [facility.postalCode && `〒${facility.postalCode}`, wholeAddress(facility)]
  const all: readonly Description[] = [
    { term: words.kana, description: facility.nameKana },
    { term: words.nickname, description: facility.nickname },
    { term: words.place, description: address.filter(Boolean).join(' ') },
    { term: words.lot, description: facility.lot },
    {
      term: words.phone,
      description: facility.phone && (
        <a href={`tel:${facility.phone.replace(/[^\d]/g, '')}`}>{phoneOf(props)}</a>
      ),
    },
    { term: words.opening, description: openingText(facility) },
    {
      term: words.capacity,
      description: facility.capacity === null ? '' : words.people(formatNumber(facility.capacity)),
    },
    { term: words.accessibility, description: facility.accessibility.replaceAll(';', '、') },
    {
      term: words.website,
      description: facility.url && (
        <a href={facility.url} rel="external">
          {facility.url}
        </a>
      ),
    },
    { term: words.inCharge, description: inCharge(props) },
    { term: words.note, description: facility.note },
  ]
  return all.filter(({ description }) => description !== '')
}

const Origin = ({ lang, facility }: FacilityPageProps) => {
  const words = sentences[lang]
  const items = [
    { term: words.source, description: facility.source },
    { term: words.sourceId, description: facility.sourceId ?? '' },
    { term: words.municipalCode, description: facility.municipalCode ?? '' },
  ].filter(({ description }) => description !== '')
  return (
    <Section id="origin" title={words.source}>
      <DescriptionList
        items={[
          ...items,
          {
            term: words.updated,
            description: <When time={dayText(tokyoDayOf(facility.updatedAt), lang)} />,
          },
        ]}
      />
    </Section>
  )
}

const Closing = (props: FacilityPageProps) => {
  const { lang, city, facility, formKey, typed, problems = [] } = props
  const words = sentences[lang]
  const errorOf = (name: string) => {
    const found = problems.find((problem) => problem.name === name)
    return found && say(found.text, lang)
  }
  if (facility.state === 'closed')
    return (
      <Form action={paths.reopening(city.slug, facility.id)} idempotencyKey={formKey()}>
        <p>{words.reopenText}</p>
        <Button kind="secondary">{words.reopen}</Button>
      </Form>
    )
  return (
    <Form action={paths.closing(city.slug, facility.id)} idempotencyKey={formKey()}>
      <Heading level={3}>{words.close}</Heading>
      <p>{words.closeText}</p>
      <DateInput
        lang={lang}
        name="closed_on"
        label={words.closedOnLabel}
        required
        value={typed?.closedOn}
        error={errorOf('closed_on')}
      />
      <Textarea
        lang={lang}
        name="reason"
        label={words.reason}
        required={false}
        rows={2}
        value={typed?.reason}
        error={errorOf('reason')}
      />
      <Button kind="danger">{words.closeDo}</Button>
    </Form>
  )
}

const Desk = (props: FacilityPageProps) => {
  const { lang, city, facility, keeps } = props
  if (!keeps) return null
  const words = sentences[lang]
  return (
    <Section id="desk" title={words.desk}>
      <ButtonRow>
        <ButtonLink href={paths.edit(city.slug, facility.id)} kind="secondary">
          {words.edit}
        </ButtonLink>
      </ButtonRow>
      <Closing {...props} />
    </Section>
  )
}

const Notices = ({ lang, facility }: FacilityPageProps) => {
  const words = sentences[lang]
  return (
    <>
      {facility.state === 'closed' && (
        <NotificationBanner
          lang={lang}
          kind="warning"
          heading={words.closedOn(formatDate((facility.closedOn ?? '') as PlainDate, lang))}
        >
          <p>{words.closedText}</p>
        </NotificationBanner>
      )}
      {facility.sample && <p>{words.sampleText}</p>}
    </>
  )
}

/** A facility: where it is, when it is open, whom to ask. */
export const FacilityPage = (props: FacilityPageProps) => {
  const { lang, facility, kinds, problems } = props
  const words = sentences[lang]
  const kind = kinds.find(({ code }) => code === facility.kind)
  const map = mapHref(facility)
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems ?? [], lang)} />
      <Heading level={1}>{facility.name}</Heading>
      <ChipRow>
        {kind && <ChipLabel tone="key">{say(kind.name, lang)}</ChipLabel>}
        {!kind && facility.kindWords && <ChipLabel>{facility.kindWords}</ChipLabel>}
        {facility.sample && <ChipLabel>{words.sample}</ChipLabel>}
      </ChipRow>
      <Notices {...props} />
      {facility.description && <p class="prose">{facility.description}</p>}
      <DescriptionList items={factsOf(props)} />
      {map && (
        <p>
          <a href={map} rel="external">
            {words.mapOf(facility.name)}
          </a>
          {lang === 'ja' ? '（' : ' ('}
          {words.mapText}
          {lang === 'ja' ? '）' : ')'}
        </p>
      )}
      <Origin {...props} />
      <Desk {...props} />
    </>
  )
}

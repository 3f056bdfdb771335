import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode, whomToAsk } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  ChipRow,
  type Description,
  DescriptionList,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  Pagination,
  RadioGroup,
  ResourceList,
  Section,
  Select,
  When,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { pageSizes } from '../lists.ts'
import { directions, type ListedOffer, type OfferOfGroup, resources } from '../offer.ts'
import { type OffersAsked, paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { matchText, OfferChips } from './labels.tsx'

type Around = { readonly lang: Language; readonly city: City }

const factsOf = ({ lang, city }: Around, offer: OfferOfGroup): Description[] => {
  const words = sentences[lang].offers
  return [
    { term: words.group, description: offer.groupName },
    ...(offer.field
      ? [{ term: words.field, description: say(nameOfCode(city.fields, offer.field), lang) }]
      : []),
    ...(offer.openUntil
      ? [{ term: words.until, description: <When time={dayText(offer.openUntil, lang)} /> }]
      : []),
  ]
}

const OfferCards = ({
  lang,
  city,
  offers,
  level,
}: Around & {
  offers: readonly (OfferOfGroup & { readonly matches?: number })[]
  level: 2 | 3
}) => (
  <ResourceList columns={2}>
    {offers.map((offer) => (
      <Card
        key={offer.id}
        level={level}
        title={offer.title}
        href={paths.offer(city.slug, offer.id)}
        labels={<OfferChips lang={lang} offer={offer} />}
        facts={factsOf({ lang, city }, offer)}
      >
        {offer.matches ? matchText({ ...offer, matches: offer.matches }, lang) : undefined}
      </Card>
    ))}
  </ResourceList>
)

const Filter = ({ lang, city, asked }: Around & { asked: OffersAsked }) => {
  const words = sentences[lang].offers
  return (
    <FilterForm action={paths.offers(city.slug)}>
      <RadioGroup
        lang={lang}
        name="direction"
        label={words.direction}
        inline
        options={[
          { value: '', label: words.any },
          ...directions.map((one) => ({ value: one, label: words.directions[one] })),
        ]}
        value={asked.direction ?? ''}
      />
      <Select
        lang={lang}
        name="kind"
        label={words.resource}
        emptyLabel={words.any}
        options={resources.map((one) => ({ value: one, label: words.resources[one] }))}
        value={asked.resource}
      />
      <Select
        lang={lang}
        name="field"
        label={words.field}
        emptyLabel={words.any}
        options={city.fields.map((field) => ({ value: field.code, label: say(field.name, lang) }))}
        value={asked.field}
      />
      <Button kind="secondary">{words.filter}</Button>
    </FilterForm>
  )
}

/** できること・ほしいこと of all groups of the city. */
export const OffersPage = ({
  lang,
  city,
  asked,
  offers,
  total,
}: Around & {
  asked: OffersAsked & { readonly page: number }
  offers: readonly ListedOffer[]
  total: number
}) => {
  const words = sentences[lang].offers
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <Filter lang={lang} city={city} asked={asked} />
      {offers.length === 0 ? (
        <EmptyState
          title={words.none}
          action={
            <ButtonLink href={paths.offers(city.slug)} kind="secondary">
              {words.reset}
            </ButtonLink>
          }
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <>
          <p>{words.found(total.toLocaleString('en'))}</p>
          <OfferCards lang={lang} city={city} offers={offers} level={2} />
          <Pagination
            lang={lang}
            page={asked.page}
            pageSize={pageSizes.offers}
            total={total}
            hrefOf={(page) => paths.offers(city.slug, { ...asked, page })}
          />
        </>
      )}
    </>
  )
}

export type OfferPageProps = Around & {
  readonly offer: OfferOfGroup
  readonly open: boolean
  readonly matching: readonly OfferOfGroup[]
  /** The group's own people change it; others answer. */
  readonly own: boolean
  /** A conversation that this person has begun about it. */
  readonly conversation: string | undefined
}

const Answer = ({ lang, city, offer, open, own, conversation }: OfferPageProps) => {
  const words = sentences[lang].offers
  if (own)
    return (
      <>
        <p>{words.own}</p>
        <ButtonLink href={paths.editOffer(city.slug, offer.id)} kind="secondary">
          {words.edit}
        </ButtonLink>
      </>
    )
  if (conversation)
    return <ButtonLink href={paths.answer(city.slug, conversation)}>{words.goOn}</ButtonLink>
  if (!open) return <p>{offer.outcome === 'met' ? words.overMet : words.over}</p>
  const { name, phone } = whomToAsk(city)
  const asked = say(name, lang)
  if (!offer.groupHasPeople) return <p>{words.nobodyReads(asked, phone)}</p>
  return (
    <>
      <ButtonLink href={paths.answerOffer(city.slug, offer.id)}>{words.answer}</ButtonLink>
      <p>{words.answerHint}</p>
      {phone && <p>{words.byPhone(asked, phone)}</p>}
    </>
  )
}

/** One offer or want, how to answer it, and what would fit it. */
export const OfferPage = (props: OfferPageProps) => {
  const { lang, city, offer, matching } = props
  const words = sentences[lang].offers
  const [, ...facts] = factsOf({ lang, city }, offer)
  return (
    <>
      <ChipRow>
        <OfferChips lang={lang} offer={offer} />
      </ChipRow>
      <Heading level={1} over={words.title}>
        {offer.title || sentences[lang].hub.untitled}
      </Heading>
      <DescriptionList
        items={[
          {
            term: words.group,
            description: <a href={groupPaths.group(city.slug, offer.groupId)}>{offer.groupName}</a>,
          },
          ...facts,
          ...(offer.openUntil ? [] : [{ term: words.until, description: words.noUntil }]),
        ]}
      />
      {offer.body && <p class="prose">{offer.body}</p>}
      <Answer {...props} />
      {matching.length > 0 && (
        <Section id="matching" title={words.matching[offer.direction]}>
          <OfferCards lang={lang} city={city} offers={matching} level={3} />
        </Section>
      )}
      <ButtonRow>
        <ButtonLink href={paths.offers(city.slug)} kind="secondary">
          {words.all}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

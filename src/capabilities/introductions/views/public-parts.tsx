import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { dayText } from '#web/moment.ts'
import {
  Card,
  ChipLabel,
  type Description,
  DescriptionList,
  Link,
  ResourceList,
  Section,
  When,
} from '#web/ui/index.ts'
import { sizeText } from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import type { PublicParts } from '../queries/page.ts'
import { sentences } from '../sentences.ts'
import { OfferChips } from './labels.tsx'

type PartsProps = {
  readonly lang: Language
  readonly city: City
  readonly groupId: string
  readonly today: PlainDate
  readonly parts: PublicParts
}

type ShownNews = PublicParts['news'][number]

const EventLine = ({ lang, news }: { lang: Language; news: ShownNews }) => {
  if (!news.eventOn) return null
  const words = sentences[lang].news
  const where = [news.eventTime, news.eventPlace].filter(Boolean).join(lang === 'ja' ? '　' : ', ')
  return (
    <p>
      <ChipLabel tone="info">{words.event}</ChipLabel> <When time={dayText(news.eventOn, lang)} />
      {where && `　${where}`}
    </p>
  )
}

const News = ({ lang, city, groupId, parts }: PartsProps) => {
  const words = sentences[lang].news
  if (parts.news.length === 0) return null
  return (
    <Section
      id="news"
      title={words.title}
      more={{ href: paths.groupNews(city.slug, groupId), label: words.all }}
    >
      <ul class="news-list">
        {parts.news.map((news) => (
          <li key={news.id}>
            <When time={dayText(news.on, lang)} />
            <a href={paths.news(city.slug, news.id)}>{news.title}</a>
            <EventLine lang={lang} news={news} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Offers = ({ lang, city, parts }: PartsProps) => {
  const words = sentences[lang].offers
  if (parts.offers.length === 0) return null
  return (
    <Section
      id="offers"
      title={words.ofGroup}
      more={{ href: paths.offers(city.slug), label: words.all }}
    >
      <ResourceList columns={parts.offers.length > 1 ? 2 : 1}>
        {parts.offers.map((offer) => (
          <Card
            key={offer.id}
            title={offer.title}
            href={paths.offer(city.slug, offer.id)}
            labels={<OfferChips lang={lang} offer={offer} />}
            facts={
              offer.openUntil
                ? [
                    {
                      term: words.until,
                      description: <When time={dayText(offer.openUntil, lang)} />,
                    },
                  ]
                : []
            }
          />
        ))}
      </ResourceList>
    </Section>
  )
}

const fileKinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'text/plain': 'TXT',
}

/** `PDF`, `DOCX`: what a reader needs to know before opening it. */
export const fileKind = (mediaType: string): string => {
  if (fileKinds[mediaType]) return fileKinds[mediaType]
  if (mediaType.includes('wordprocessing')) return 'Word'
  if (mediaType.includes('spreadsheet')) return 'Excel'
  return mediaType.includes('presentation') ? 'PowerPoint' : 'Office'
}

const yearsOf = ({ lang, city, groupId, parts }: PartsProps): Description[] => {
  const words = sentences[lang].papers
  const years = [...new Set(parts.papers.map(({ fiscalYear }) => fiscalYear))]
  return years.map((year) => ({
    term: year === null ? words.noYear : formatFiscalYear(year, lang),
    description: (
      <ul class="plain-list">
        {parts.papers
          .filter(({ fiscalYear }) => fiscalYear === year)
          .map((paper) => (
            <li key={paper.id}>
              <Link
                lang={lang}
                href={paths.paper(city.slug, groupId, paper.id)}
                file={{ type: fileKind(paper.mediaType), size: sizeText(paper.bytes) }}
              >
                {words.kinds[paper.kind]}
              </Link>
            </li>
          ))}
      </ul>
    ),
  }))
}

const Papers = (props: PartsProps) => {
  const words = sentences[props.lang].papers
  if (props.parts.papers.length === 0) return null
  return (
    <Section id="papers" title={words.panel}>
      <p>{words.panelNote}</p>
      <DescriptionList items={yearsOf(props)} />
    </Section>
  )
}

/** News, offers and papers as everyone sees them on the page of the group. */
export const PublicPartsView = (props: PartsProps) => (
  <>
    <News {...props} />
    <Offers {...props} />
    <Papers {...props} />
  </>
)

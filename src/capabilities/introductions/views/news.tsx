import { colon, type Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { renderMarkdown } from '#web/html/markdown.ts'
import { dayText, momentText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  type Description,
  DescriptionList,
  EmptyState,
  Heading,
  NotificationBanner,
  Pagination,
  Prose,
  When,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { pageSizes } from '../lists.ts'
import { isPublicNews, type NewsOfGroup } from '../news.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type NewsProps = { readonly lang: Language; readonly city: City; readonly today: PlainDate }

const eventFacts = (lang: Language, news: NewsOfGroup): Description[] => {
  const words = sentences[lang].news
  if (!news.eventOn) return []
  return [
    { term: words.eventOn, description: <When time={dayText(news.eventOn, lang)} /> },
    { term: words.eventTime, description: news.eventTime },
    { term: words.eventPlace, description: news.eventPlace },
  ].filter(({ description }) => description !== '')
}

/** One piece of news. */
export const NewsPage = ({ lang, city, today, news }: NewsProps & { news: NewsOfGroup }) => {
  const words = sentences[lang].news
  return (
    <>
      <Heading level={1} over={words.of(news.groupName)}>
        {news.title || sentences[lang].hub.untitled}
      </Heading>
      {!isPublicNews(news) && <NotificationBanner lang={lang} kind="info" heading={words.draft} />}
      {news.publishedAt && (
        <p>
          {words.on}
          {colon[lang]}
          <When time={momentText(news.publishedAt, lang)} />
        </p>
      )}
      {news.eventOn && news.eventOn < today && <p>{words.ended}</p>}
      {news.eventOn && <DescriptionList items={eventFacts(lang, news)} />}
      <Prose>{renderMarkdown(news.body)}</Prose>
      <ButtonRow>
        <ButtonLink href={groupPaths.group(city.slug, news.groupId)} kind="secondary">
          {words.toGroup}
        </ButtonLink>
        <ButtonLink href={paths.groupNews(city.slug, news.groupId)} kind="secondary">
          {words.all}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

/** All news of a group that stands now. */
export const NewsListPage = ({
  lang,
  city,
  group,
  news,
  shown,
}: NewsProps & {
  group: { readonly id: string; readonly name: string }
  news: readonly NewsOfGroup[]
  shown: { readonly page: number; readonly total: number }
}) => {
  const words = sentences[lang].news
  return (
    <>
      <Heading level={1} over={group.name}>
        {words.title}
      </Heading>
      {news.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <ul class="news-list">
          {news.map((one) => (
            <li key={one.id}>
              {one.publishedAt && <When time={momentText(one.publishedAt, lang)} />}
              <a href={paths.news(city.slug, one.id)}>{one.title}</a>
              {one.eventOn && (
                <p>
                  <ChipLabel tone="info">{words.event}</ChipLabel>{' '}
                  <When time={dayText(one.eventOn, lang)} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination
        lang={lang}
        page={shown.page}
        pageSize={pageSizes.news}
        total={shown.total}
        hrefOf={(number) => paths.groupNews(city.slug, group.id, number)}
      />
      <p>
        <a href={groupPaths.feed(city.slug, group.id)}>{words.feed}</a>
      </p>
      <p>
        <a href={groupPaths.group(city.slug, group.id)}>{words.toGroup}</a>
      </p>
    </>
  )
}

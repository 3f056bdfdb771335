import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { momentText } from '#web/moment.ts'
import {
  ButtonLink,
  Card,
  ChipLabel,
  EmptyState,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  Section,
  When,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { pageSizes } from '../lists.ts'
import { summaryOf } from '../news.ts'
import { type OwnConversation, topicOf } from '../offer.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type Around = { readonly lang: Language; readonly city: City }
type Listed = Around & { readonly conversations: readonly OwnConversation[] }

const State = ({ lang, conversation }: { lang: Language; conversation: OwnConversation }) => {
  const words = sentences[lang].talks
  if (conversation.answer.reportedAt) return <ChipLabel>{words.stopped}</ChipLabel>
  return conversation.isNew ? <ChipLabel tone="key">{words.isNew}</ChipLabel> : null
}

const Cards = ({ lang, city, conversations, level }: Listed & { level: 2 | 3 }) => {
  const words = sentences[lang].talks
  return (
    <ResourceList columns={2}>
      {conversations.map((conversation) => (
        <Card
          key={conversation.answer.id}
          level={level}
          title={say(topicOf(conversation.answer), lang)}
          href={paths.answer(city.slug, conversation.answer.id)}
          labels={<State lang={lang} conversation={conversation} />}
          facts={[
            { term: words.group, description: conversation.answer.groupName },
            {
              term: words.last,
              description: (
                <>
                  {conversation.lastBy} <When time={momentText(conversation.lastAt, lang)} />
                </>
              ),
            },
          ]}
        >
          <p>{summaryOf(conversation.lastBody)}</p>
        </Card>
      ))}
    </ResourceList>
  )
}

/** The latest of one's own conversations, on one's own page; nothing while there are none. */
export const OwnConversations = ({
  lang,
  city,
  conversations,
  total,
}: Listed & { total: number }) => {
  const words = sentences[lang].talks
  if (conversations.length === 0) return null
  return (
    <Section id="conversations" title={words.title}>
      <Cards lang={lang} city={city} conversations={conversations} level={3} />
      {total > conversations.length && (
        <p>
          <a href={paths.conversations(city.slug)}>{words.all(total.toLocaleString('en'))}</a>
        </p>
      )}
    </Section>
  )
}

/** All conversations that one has begun. */
export const ConversationsPage = ({
  lang,
  city,
  conversations,
  shown,
}: Listed & { shown: { readonly page: number; readonly total: number } }) => {
  const words = sentences[lang].talks
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      {conversations.length === 0 ? (
        <EmptyState
          title={words.none}
          action={
            <ButtonLink href={groupPaths.directory(city.slug)} kind="secondary">
              {words.findGroup}
            </ButtonLink>
          }
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <>
          <Cards lang={lang} city={city} conversations={conversations} level={2} />
          <Pagination
            lang={lang}
            page={shown.page}
            pageSize={pageSizes.conversations}
            total={shown.total}
            hrefOf={(number) => paths.conversations(city.slug, number)}
          />
        </>
      )}
    </>
  )
}

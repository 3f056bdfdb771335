import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipLabel,
  EmptyState,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  When,
} from '#web/ui/index.ts'
import { type Group, groupPaths, isRegistered } from '../../groups/index.ts'
import type { Completeness } from '../completeness.ts'
import type { Published } from '../introduction.ts'
import type { NewsOfGroup } from '../news.ts'
import type { ListedOffer, OfferAnswer } from '../offer.ts'
import type { MissingPaper, Paper } from '../paper.ts'
import { paths } from '../paths.ts'
import type { Photo } from '../photo.ts'
import { sentences } from '../sentences.ts'
import { CompletenessPart } from './completeness-box.tsx'
import { Hidden } from './hidden.tsx'
import { Answers, Offers } from './hub-offers.tsx'
import { missingText } from './labels.tsx'

export type HubProps = {
  readonly lang: Language
  readonly city: City
  readonly group: Group
  readonly today: PlainDate
  readonly completeness: Completeness
  readonly published: Published
  /** When the draft was last saved; undefined while there is none. */
  readonly draftAt: Date | undefined
  readonly photos: readonly Photo[]
  readonly news: readonly NewsOfGroup[]
  readonly offers: readonly ListedOffer[]
  /** Undefined for whom they are none of their business. */
  readonly answers: readonly OfferAnswer[] | undefined
  /** Papers out of sight, or to be looked at again. */
  readonly papers: readonly Paper[]
  readonly paperCount: number
  readonly missing: readonly MissingPaper[]
  readonly mayWrite: boolean
  readonly mayModerate: boolean
  readonly formKey: string
}

const textState = ({ lang, published, draftAt }: HubProps): Child => {
  const words = sentences[lang].hub
  const { publishedAt } = published
  if (!publishedAt) return draftAt ? words.textDraft : words.textNone
  return (
    <>
      {words.textPublished(momentText(publishedAt, lang).text)}
      {draftAt && draftAt > publishedAt && ` ${words.textChanged}`}
    </>
  )
}

const Text = (props: HubProps) => {
  const { lang, city, group, published, draftAt, mayWrite, formKey } = props
  const words = sentences[lang].hub
  return (
    <Section id="text" title={words.text}>
      <p>{textState(props)}</p>
      <Hidden lang={lang} part={published} />
      <ButtonRow>
        {mayWrite && (
          <ButtonLink href={paths.edit(city.slug, group.id)}>
            {draftAt ? words.editAgain : words.edit}
          </ButtonLink>
        )}
        {draftAt && (
          <ButtonLink href={paths.preview(city.slug, group.id)} kind="secondary">
            {words.preview}
          </ButtonLink>
        )}
      </ButtonRow>
      {mayWrite && published.publishedAt && (
        <Form action={paths.withdrawal(city.slug, group.id)} idempotencyKey={formKey}>
          <Button kind="text" size="small">
            {words.withdraw}
          </Button>
        </Form>
      )}
    </Section>
  )
}

const Photos = ({ lang, city, group, photos, mayWrite }: HubProps) => {
  const words = sentences[lang].hub
  return (
    <Section id="photos" title={words.photos}>
      <p>{photos.length === 0 ? words.photosNone : words.photosTold(String(photos.length))}</p>
      {photos.map((photo) => (
        <Hidden key={photo.id} lang={lang} part={photo} />
      ))}
      {mayWrite && (
        <ButtonLink href={paths.photos(city.slug, group.id)} kind="secondary">
          {words.photosEdit}
        </ButtonLink>
      )}
    </Section>
  )
}

const News = ({ lang, city, group, news, mayWrite }: HubProps) => {
  const words = sentences[lang].hub
  return (
    <Section id="news" title={words.news}>
      <ul class="news-list">
        {news.map((one) => (
          <li key={one.id}>
            <a href={mayWrite ? paths.editNews(city.slug, one.id) : paths.news(city.slug, one.id)}>
              {one.title || words.untitled}
            </a>{' '}
            <ChipLabel>{one.publishedAt ? words.onPage : words.draft}</ChipLabel>
            {one.publishedAt && <When time={momentText(one.publishedAt, lang)} />}
            <Hidden lang={lang} part={one} />
          </li>
        ))}
      </ul>
      {mayWrite && (
        <ButtonLink href={paths.newNews(city.slug, group.id)} kind="secondary">
          {words.newsNew}
        </ButtonLink>
      )}
    </Section>
  )
}

const Papers = ({ lang, city, group, papers, paperCount, missing, mayWrite }: HubProps) => {
  const words = sentences[lang].hub
  const own = sentences[lang].papers
  return (
    <Section id="papers" title={words.papers}>
      {paperCount > 0 && <p>{words.papersTold(String(paperCount))}</p>}
      {missing.length > 0 && (
        <EmptyState title={words.missing}>
          <ul>
            {missing.map((paper) => (
              <li key={`${paper.kind}${paper.fiscalYear}`}>
                {missingText(paper, lang)}
                {lang === 'ja' ? '　' : ', '}
                {own[paper.asked]}
              </li>
            ))}
          </ul>
        </EmptyState>
      )}
      {papers.map((paper) => (
        <Hidden key={paper.id} lang={lang} part={paper} />
      ))}
      {mayWrite && (
        <ButtonLink href={paths.papers(city.slug, group.id)} kind="secondary">
          {words.papersEdit}
        </ButtonLink>
      )}
    </Section>
  )
}

/** Where a group works on its page, and sees what to add next. */
export const HubPage = (props: HubProps) => {
  const { lang, city, group, completeness, mayModerate } = props
  const words = sentences[lang].hub
  return (
    <>
      <Heading level={1} over={group.name}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      {!isRegistered(group) && (
        <NotificationBanner lang={lang} kind="info" heading={words.outOfUse} />
      )}
      <CompletenessPart lang={lang} city={city} groupId={group.id} completeness={completeness} />
      <ButtonRow>
        <ButtonLink href={groupPaths.group(city.slug, group.id)} kind="secondary">
          {words.toPage}
        </ButtonLink>
        {mayModerate && (
          <ButtonLink href={paths.moderation(city.slug, group.id)} kind="secondary">
            {words.moderation}
          </ButtonLink>
        )}
      </ButtonRow>
      <Text {...props} />
      <Photos {...props} />
      <News {...props} />
      <Offers {...props} />
      <Answers {...props} />
      <Papers {...props} />
    </>
  )
}

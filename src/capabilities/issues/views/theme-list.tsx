import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode, wordOf } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  ChipLabel,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  Section,
  Select,
  type Tone,
  When,
} from '#web/ui/index.ts'
import { bothEras, programmePaths } from '../../programmes/index.ts'
import { pageSize, type ThemeFilter } from '../listing.ts'
import { themePaths } from '../paths.ts'
import { isCallCancelled, shownThemeTitle, type Theme, themeStateAt } from '../theme.ts'
import { themeSentences } from '../theme-sentences.ts'

/** What this city calls its themes. */
export const themeWord = (city: City, lang: Language): string => {
  const { ja, en } = themeSentences
  const word = say(wordOf(city, 'theme', { ja: ja.common, en: en.common }), lang)
  // A city may write its word as it stands within a sentence; here it is a heading.
  return word.slice(0, 1).toLocaleUpperCase('en') + word.slice(1)
}

const tones: Readonly<Record<ReturnType<typeof themeStateAt>, Tone>> = {
  draft: 'warning',
  planned: 'info',
  open: 'key',
  closed: 'plain',
}

type ThemeProps = {
  readonly lang: Language
  readonly city: City
  readonly theme: Theme
  readonly now: Date
}

/** Whether a theme can be answered now, in a word. */
export const ThemeChip = ({ lang, theme, now }: Omit<ThemeProps, 'city'>) => {
  const words = themeSentences[lang]
  const moment = themeStateAt(theme, now)
  if (theme.state !== 'closed' && isCallCancelled(theme))
    return <ChipLabel tone="warning">{words.callCancelled}</ChipLabel>
  return (
    <ChipLabel tone={tones[moment]} filled={moment === 'open'}>
      {theme.state === 'closed' ? words.ended : words.state[moment]}
    </ChipLabel>
  )
}

/** One theme of a list. */
export const ThemeCard = ({ lang, city, theme, now, level }: ThemeProps & { level: 2 | 3 }) => {
  const words = themeSentences[lang]
  return (
    <Card
      href={themePaths.theme(city.slug, theme.id)}
      level={level}
      title={shownThemeTitle(theme.title, lang)}
      labels={<ThemeChip lang={lang} theme={theme} now={now} />}
      facts={[
        {
          term: words.department,
          description: say(nameOfCode(city.departments, theme.department), lang),
        },
        ...(theme.cap === null
          ? []
          : [{ term: words.cap, description: formatYen(theme.cap, lang) }]),
        ...(theme.call && themeStateAt(theme, now) !== 'closed'
          ? [
              {
                term: words.until,
                description: (
                  <When time={bothEras(theme.call.closesOn, lang, theme.call.closesAt)} />
                ),
              },
            ]
          : []),
      ]}
    >
      {theme.summary && <p>{theme.summary}</p>}
    </Card>
  )
}

type ThemeListProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly themes: readonly Theme[]
  readonly total: number
  readonly filter: ThemeFilter
  /** Drafts of the reader's own departments; undefined for everyone else. */
  readonly drafts?: readonly Theme[] | undefined
}

const Filters = ({ lang, city, filter }: ThemeListProps) => {
  const words = themeSentences[lang]
  return (
    <FilterForm action={themePaths.list(city.slug)}>
      <Select
        lang={lang}
        name="department"
        id="filter-department"
        label={words.department}
        emptyLabel={words.allDepartments}
        options={city.departments.map(({ code, name }) => ({
          value: code,
          label: say(name, lang),
        }))}
        value={filter.department}
      />
      <Select
        lang={lang}
        name="state"
        id="filter-state"
        label={words.stateLabel}
        emptyLabel={words.allStates}
        options={[
          { value: 'open', label: words.open },
          { value: 'closed', label: words.closed },
        ]}
        value={filter.state}
      />
      <Button icon="search">{words.narrow}</Button>
    </FilterForm>
  )
}

const Drafts = ({ lang, city, now, drafts }: ThemeListProps) => {
  if (!drafts) return null
  const words = themeSentences[lang]
  return (
    <>
      <ButtonRow>
        <ButtonLink icon="plus" href={themePaths.begin(city.slug)}>
          {words.write}
        </ButtonLink>
      </ButtonRow>
      {drafts.length > 0 && (
        <Section id="drafts" title={words.drafts}>
          <p>{words.draftsText}</p>
          <ResourceList>
            {drafts.map((theme) => (
              <ThemeCard key={theme.id} lang={lang} city={city} theme={theme} now={now} level={3} />
            ))}
          </ResourceList>
        </Section>
      )}
    </>
  )
}

const hrefOf = (citySlug: string, filter: ThemeFilter, page: number): string => {
  const asked = new URLSearchParams()
  if (filter.department) asked.set('department', filter.department)
  if (filter.state) asked.set('state', filter.state)
  if (page > 1) asked.set('page', String(page))
  return `${themePaths.list(citySlug)}${asked.size > 0 ? `?${asked}` : ''}`
}

const Found = ({ lang, city, now, themes, total, filter }: ThemeListProps) => {
  const words = themeSentences[lang]
  if (themes.length === 0) {
    const narrowed = filter.department !== '' || filter.state !== ''
    return (
      <EmptyState
        title={narrowed ? words.none : words.noneYet}
        action={
          <ButtonLink kind="secondary" href={programmePaths.programmes(city.slug)}>
            {words.seeProgrammes}
          </ButtonLink>
        }
      >
        <p>{narrowed ? words.noneText : words.noneYetText}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <ResourceList>
        {themes.map((theme) => (
          <ThemeCard key={theme.id} lang={lang} city={city} theme={theme} now={now} level={2} />
        ))}
      </ResourceList>
      <Pagination
        lang={lang}
        page={filter.page}
        pageSize={pageSize}
        total={total}
        hrefOf={(page) => hrefOf(city.slug, filter, page)}
      />
    </>
  )
}

/** What departments want to do together with groups: those that can be answered first. */
export const ThemeListPage = (props: ThemeListProps) => {
  const { lang, city } = props
  return (
    <>
      <Heading level={1}>{themeWord(city, lang)}</Heading>
      <Lead>{themeSentences[lang].listLead}</Lead>
      <Drafts {...props} />
      <Filters {...props} />
      <Found {...props} />
    </>
  )
}

/** The themes of one call, for the call's own page. */
export const CallThemes = ({
  lang,
  city,
  now,
  themes,
}: {
  lang: Language
  city: City
  now: Date
  themes: readonly Theme[]
}) => {
  const words = themeSentences[lang]
  return (
    <Section id="themes" title={words.panelTitle(themeWord(city, lang))}>
      {themes.length === 0 ? (
        <p>{words.panelNone}</p>
      ) : (
        <ResourceList>
          {themes.map((theme) => (
            <ThemeCard key={theme.id} lang={lang} city={city} theme={theme} now={now} level={3} />
          ))}
        </ResourceList>
      )}
    </Section>
  )
}

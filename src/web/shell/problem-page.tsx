import type { Site } from '../route.ts'
import type { Problem } from '../site-parts.ts'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { drawPage } from './draw-page.tsx'
import { homeOf } from './frame.ts'
import { problemSentences } from './problem-sentences.ts'
import { sentences } from './sentences.ts'

/** The sentence for a reason that the shell can explain; `proposal-not-now` is a case of `not-now`. */
const explain = (
  reason: string | undefined,
  known: Readonly<Record<string, string>>,
): string | undefined => {
  const code = reason?.endsWith('not-now') ? 'not-now' : (reason ?? '')
  return Object.hasOwn(known, code) ? known[code] : undefined
}

function WaysOn({ problem }: { problem: Problem }) {
  const { status, language, path, city, person } = problem
  const say = problemSentences[language]
  const canTryAgain = status === 429 || status >= 500
  return (
    <ButtonRow>
      {canTryAgain && <ButtonLink href={path}>{say.again}</ButtonLink>}
      <ButtonLink href={homeOf(city)} kind={canTryAgain ? 'secondary' : 'primary'}>
        {say.home}
      </ButtonLink>
      {status === 403 && city && person && (
        <ButtonLink
          href={`/${city.slug}/sign-in?switch=1&next=${encodeURIComponent(path)}`}
          kind="secondary"
        >
          {say.signIn}
        </ButtonLink>
      )}
      {city && (
        <ButtonLink href="#contact-us" kind="secondary">
          {say.contact}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}

/** The content of a page that says what went wrong and how to go on. */
export function ProblemBody({ problem }: { problem: Problem }) {
  const { status, language, city, reason, requestId } = problem
  const say = problemSentences[language]
  const explained = explain(reason, say.reasons) ?? say[status].text
  return (
    <div class="problem">
      <p class="problem-status" aria-hidden="true">
        {status}
      </p>
      <h1>{say[status].title}</h1>
      <p class="lead">{explained}</p>
      <h2>{say.waysOn}</h2>
      {city && status === 404 && (
        <SearchBox
          lang={language}
          action={`/${city.slug}/search`}
          label={sentences[language].searchLabel}
          labelHidden={false}
          id="problem-search"
        />
      )}
      <WaysOn problem={problem} />
      {status >= 500 && <p class="note">{say.number(requestId)}</p>}
    </div>
  )
}

/** The page for a request that could not be answered as asked, as text. */
export function renderProblem(
  site: Pick<Site, 'css' | 'js' | 'publicUrl'>,
  problem: Problem,
): string {
  const { language, status, path, city, person } = problem
  const title = problemSentences[language][status].title
  return drawPage({
    lang: language,
    site,
    path,
    city,
    person,
    title,
    failed: status !== 404,
    unlisted: true,
    children: <ProblemBody problem={problem} />,
  })
}

import type { Language } from '#kernel/bilingual.ts'
import { NotificationBanner, Section } from '#web/ui/index.ts'
import { comparisonSentences } from '../comparison-sentences.ts'
import { paths } from '../paths.ts'
import { type Plan, versionsOf } from '../plan.ts'
import { versionText } from '../plan-text.ts'
import type { PlanHead } from '../queries/plans.ts'

interface VersionsProps {
  lang: Language
  citySlug: string
  plan: Plan
  heads: readonly PlanHead[]
}

/** Tells that this is not the newest version, and leads there. */
export function Superseded({ lang, citySlug, plan, heads }: VersionsProps) {
  const newest = versionsOf(heads, plan)[0]
  if (!newest || newest.id === plan.id) return null
  const words = comparisonSentences[lang]
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.supersededTitle}>
      <p>{words.supersededText(versionText(newest, lang))}</p>
      <p>
        <a href={paths.plan(citySlug, newest.id)}>{words.toNewest}</a>
      </p>
    </NotificationBanner>
  )
}

/** Every version of the plan that was published, each with the way to what changed. */
export function Versions({ lang, citySlug, plan, heads }: VersionsProps) {
  const versions = versionsOf(heads, plan)
  if (versions.length < 2) return null
  const words = comparisonSentences[lang]
  return (
    <Section id="versions" title={words.versionsTitle}>
      <ul class="versions">
        {versions.map((one) => (
          <li key={one.id}>
            {one.id === plan.id ? (
              <>
                <strong>{versionText(one, lang)}</strong>{' '}
                <span class="note">{words.thisVersion}</span>
              </>
            ) : (
              <>
                <a href={paths.plan(citySlug, one.id)}>{versionText(one, lang)}</a>{' '}
                <a href={paths.compare(citySlug, ...inOrder(plan, one))}>
                  {words.compareWith(versionText(one, lang))}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The newer of two versions, then the older one: so is their comparison addressed. */
export const inOrder = (
  one: Pick<Plan, 'id' | 'version'>,
  other: Pick<Plan, 'id' | 'version'>,
): readonly [string, string] =>
  one.version > other.version ? [one.id, other.id] : [other.id, one.id]

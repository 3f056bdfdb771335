import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Panel, panel } from '#web/capability.ts'
import type { PageRequest } from '#web/route.ts'
import { Disclosure, NotificationBanner, Section } from '#web/ui/index.ts'
import { askMergedInto, groupPaths, type MergedGroup } from '../groups/index.ts'
import { findDuplicates } from './actions/find.ts'
import { factsOfGroup } from './actions/know-again.ts'
import type { Merge } from './merge.ts'
import { duplicatePaths as paths } from './paths.ts'
import { canJudge } from './policy.ts'
import { listMerges } from './queries/merges.ts'
import { listVerdicts } from './queries/pairs.ts'
import { sentences } from './sentences.ts'
import { type Duplicate, isQuiet } from './suspicion.ts'
import { kindsText, StrengthChip } from './views/list-page.tsx'

type Around = { readonly lang: Language; readonly city: string; readonly id: string }

const FoundList = ({ lang, city, id, found }: Around & { found: readonly Duplicate[] }) => (
  <ul>
    {found.map(({ group, strength, kinds }) => (
      <li key={group.id}>
        <StrengthChip lang={lang} strength={strength} />{' '}
        <a href={paths.pair(city, id, group.id)}>
          {sentences[lang].numbered(group.name, group.number ?? group.receiptNumber ?? '—')}
        </a>{' '}
        {sentences[lang].pair.common}
        {lang === 'ja' ? '　' : ' '}
        {kindsText(kinds, lang)}
      </li>
    ))}
  </ul>
)

/** What may be the same group, for the desk on the page of a registration. */
const duplicatesOfRegistration: Panel = {
  place: 'registration',
  order: 5,
  render: async ({ scope, city, language }, { id }) => {
    if (!canJudge(scope.actor, [id, id]).ok) return null
    const facts = await factsOfGroup(scope, id)
    if (!facts) return null
    const words = sentences[language]
    const found = await findDuplicates(scope, city, { facts, except: id })
    const verdicts = await listVerdicts(scope, id)
    const quiet = found.filter(({ group, kinds }) => isQuiet(kinds, verdicts.get(group.id)))
    const others = found.filter((one) => !quiet.includes(one))
    const open = others.filter(({ strength }) => strength !== 'weak')
    const weak = others.filter(({ strength }) => strength === 'weak')
    const around = { lang: language, city: city.slug, id }
    return (
      <Section id="duplicates" title={words.panel}>
        <p>{open.length > 0 ? words.panelText : words.panelNone}</p>
        {open.length > 0 && <FoundList {...around} found={open} />}
        {weak.length > 0 && (
          <Disclosure summary={words.weak(formatNumber(weak.length))}>
            <FoundList {...around} found={weak} />
          </Disclosure>
        )}
        {quiet.length > 0 && (
          <Disclosure summary={words.quiet(formatNumber(quiet.length))}>
            <FoundList {...around} found={quiet} />
          </Disclosure>
        )}
      </Section>
    )
  },
}

const MergeRecord = ({ merge, lang, city, id }: Around & { merge: Merge }) => {
  const words = sentences[lang].merged
  const isWinner = merge.winnerId === id
  return (
    <>
      <p>
        {formatDate(tokyoDayOf(merge.mergedAt), lang)}{' '}
        {words.record(merge.loserName, merge.winnerName)}
      </p>
      <p class="prose">{words.reason(merge.reason)}</p>
      <ul>
        {merge.moved.map(({ table, label, ids }) => (
          <li key={table}>{words.moved(say(label, lang), formatNumber(ids.length))}</li>
        ))}
      </ul>
      <p>
        <a href={groupPaths.registration(city, isWinner ? merge.loserId : merge.winnerId)}>
          {isWinner ? words.old : words.goTo}
        </a>
      </p>
    </>
  )
}

/** What became of registrations that went into this one, or of this one: for its people and the desk. */
const mergesOfRegistration: Panel = {
  place: 'registration',
  order: 6,
  render: async ({ scope, city, language }: PageRequest, { id }) => {
    const merges = await listMerges(scope, id)
    if (merges.length === 0) return null
    const words = sentences[language].merged
    const into = merges.find(({ loserId }) => loserId === id)
    return (
      <Section id="merges" title={words.panel}>
        {into && (
          <NotificationBanner
            lang={language}
            kind="warning"
            level={3}
            heading={words.into(into.winnerName)}
          >
            <p>{words.intoText}</p>
          </NotificationBanner>
        )}
        {merges.map((merge) => (
          <MergeRecord key={merge.loserId} merge={merge} lang={language} city={city.slug} id={id} />
        ))}
      </Section>
    )
  },
}

/** Old names and numbers of registrations that went into this one, for everyone: what links and papers still say. */
const mergedOfGroup = panel<readonly MergedGroup[]>({
  place: 'group',
  order: 95,
  ask: ({ scope }, { id }) => askMergedInto(scope, id),
  show: ({ language }, _about, merged) => {
    const known = merged.filter(({ number }) => number !== null)
    if (known.length === 0) return null
    const words = sentences[language].merged
    return (
      <Section id="merged" title={words.panel}>
        <ul>
          {known.map((group) => (
            <li key={group.id}>
              {words.public(group.name)} {words.number(group.number ?? '')}
            </li>
          ))}
        </ul>
      </Section>
    )
  },
})

export const duplicatePanels: readonly Panel[] = [
  duplicatesOfRegistration,
  mergesOfRegistration,
  mergedOfGroup,
]

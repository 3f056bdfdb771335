import { type Panel, panel } from '#web/capability.ts'
import { Section } from '#web/ui/index.ts'
import { paths } from './paths.ts'
import type { Proposal } from './proposal.ts'
import { askPublicFrom, type Origin } from './queries/lists.ts'
import { sentences } from './sentences.ts'
import { ProposalCards } from './views/proposal-card.tsx'

/** Public proposals on the page of what they came from; nothing where there are none yet. */
const panelAt = (place: Origin['kind']): Panel =>
  panel<readonly Proposal[]>({
    place,
    order: 30,
    ask: ({ scope }, { id }) => askPublicFrom(scope, { kind: place, id }),
    show: ({ city, language }, subject, proposals) => {
      if (proposals.length === 0) return null
      const words = sentences[language].panel
      const href = paths.list(city.slug, place === 'call' ? { call: subject.id } : {})
      return (
        <Section id="proposals" title={words[place]} more={{ href, label: words.all }}>
          <ProposalCards lang={language} city={city} proposals={proposals} />
        </Section>
      )
    },
  })

export const proposalPanels: readonly Panel[] = (['issue', 'theme', 'call', 'group'] as const).map(
  panelAt,
)

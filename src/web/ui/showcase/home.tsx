import { Layout } from '../../shell/index.ts'
import {
  ActionTiles,
  Band,
  Card,
  ChipLabel,
  Deadline,
  Hero,
  KeyNumbers,
  ResourceList,
  SearchBox,
  Section,
} from '../index.ts'
import { homeSentences } from './home-sentences.ts'
import { frameAt, type Place } from './world.ts'

/** A city's home page as it may look. */
export function HomeShowcase(place: Place) {
  const { lang } = place
  const frame = frameAt(place, '')
  const say = homeSentences[lang]
  return (
    <Layout {...frame} title={say.title} width="full">
      <Hero title={say.hero} lead={say.lead}>
        <SearchBox
          lang={lang}
          action={`${frame.path}/search`}
          label={say.search}
          labelHidden={false}
        />
      </Hero>
      <Band>
        <Section id="today" title={say.today}>
          <ActionTiles
            actions={[
              { icon: 'people', title: say.find, text: say.findText, href: '/1' },
              { icon: 'light', title: say.raise, text: say.raiseText, href: '/2' },
              { icon: 'handshake', title: say.propose, text: say.proposeText, href: '/3' },
              { icon: 'calendar', title: say.book, text: say.bookText, href: '/4' },
              { icon: 'document', title: say.register, text: say.registerText, href: '/5' },
              { icon: 'chart', title: say.plans, text: say.plansText, href: '/6' },
            ]}
          />
        </Section>
      </Band>
      <Band tinted>
        <Section id="open" title={say.open} more={{ href: '/calls', label: say.allCalls }}>
          <ResourceList columns={2}>
            {[
              <Card
                key="1"
                href="/calls/1"
                title={say.call1}
                labels={<ChipLabel tone="key">{say.byGroups}</ChipLabel>}
                facts={[{ term: say.amount, description: say.amountText }]}
              >
                <Deadline
                  lang={lang}
                  time={{ iso: '2026-12-01', text: say.december }}
                  daysLeft={5}
                />
              </Card>,
              <Card
                key="2"
                href="/calls/2"
                title={say.call2}
                labels={<ChipLabel tone="key">{say.byCity}</ChipLabel>}
                facts={[{ term: say.amount, description: say.amountText }]}
              >
                <Deadline
                  lang={lang}
                  time={{ iso: '2027-01-29', text: say.january }}
                  daysLeft={64}
                />
              </Card>,
            ]}
          </ResourceList>
        </Section>
      </Band>
      <Band>
        <Section id="numbers" title={say.numbers}>
          <KeyNumbers
            numbers={[
              { label: say.groups, value: '390', unit: say.groupsUnit, note: say.base },
              { label: say.projects, value: '56', unit: say.projectsUnit, note: say.base },
              { label: say.rate, value: '68.4', unit: '%', note: say.rateNote },
            ]}
          />
        </Section>
      </Band>
    </Layout>
  )
}

import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import { momentText } from '#web/moment.ts'
import { ChipRow, DescriptionList, NotificationBanner, Section, When } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { issuePaths, themePaths } from '../../issues/index.ts'
import { proposalPaths } from '../../proposals/index.ts'
import { paths } from '../paths.ts'
import type { Project } from '../project.ts'
import { sentences } from '../sentences.ts'
import { agreementStateName, departmentName, modesText, OutcomeChip, yearsText } from './labels.tsx'

type Props = { readonly lang: Language; readonly city: City; readonly project: Project }

const Origin = ({ lang, city, project }: Props) => {
  const words = sentences[lang]
  const { issue, theme } = project
  return (
    <ul>
      {issue && (
        <li>
          {words.fromIssue}
          {colon[lang]}
          <a href={issuePaths.issue(city.slug, issue.id)}>{issue.title}</a>
        </li>
      )}
      {theme && (
        <li>
          {words.fromTheme}
          {colon[lang]}
          <a href={themePaths.theme(city.slug, theme.id)}>{theme.title}</a>
        </li>
      )}
      <li>
        {words.fromProposal}
        {colon[lang]}
        <a href={proposalPaths.show(city.slug, project.proposalId)}>
          {project.receiptNumber ?? project.title}
        </a>
      </li>
    </ul>
  )
}

/** Who does what together, how, for how long, with how much money, and where it came from. */
export const Facts = (props: Props) => {
  const { lang, city, project } = props
  const words = sentences[lang]
  return (
    <Section id="overview" title={words.overview}>
      {project.summary && <p class="prose">{project.summary}</p>}
      <DescriptionList
        items={[
          {
            term: words.group,
            description: (
              <a href={groupPaths.group(city.slug, project.groupId)}>{project.groupName}</a>
            ),
          },
          {
            term: words.department,
            description: departmentName(city, project.department, lang),
          },
          { term: words.period, description: yearsText(project, lang) },
          { term: words.modes, description: modesText(city, project.modes, lang) },
          { term: words.cityShare, description: words.upTo(formatYen(project.cityShare, lang)) },
          { term: words.origin, description: <Origin {...props} /> },
        ]}
      />
    </Section>
  )
}

/** What everyone may know of the agreement: that and when it was concluded, and what it speaks of. */
export const AgreementSummary = ({
  lang,
  city,
  project,
  concerned,
}: Props & { readonly concerned: boolean }) => {
  const words = sentences[lang]
  const { agreement } = project
  const signed = agreement.state === 'signed'
  return (
    <Section
      id="agreement"
      title={words.agreement}
      {...(concerned
        ? { more: { href: paths.agreement(city.slug, project.id), label: words.openAgreement } }
        : {})}
    >
      <p>{signed ? words.agreementSummary : words.agreementNotYet}</p>
      <DescriptionList
        items={[
          {
            term: words.agreementState,
            description: agreementStateName(agreement.state, lang),
          },
          ...(signed && agreement.signedAt
            ? [
                {
                  term: words.signedOn,
                  description: <When time={momentText(agreement.signedAt, lang)} />,
                },
                { term: words.documentNumber, description: agreement.documentNumber ?? '' },
                {
                  term: words.articles,
                  description: agreement.articleTitles
                    .map((title) => say(title, lang))
                    .join(lang === 'ja' ? '、' : ', '),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

/** What became of it, once that is on record. */
export const ContinuationView = ({ lang, project }: Omit<Props, 'city'>) => {
  const words = sentences[lang]
  const { continuation } = project
  if (project.state === 'terminated') return null
  return (
    <Section id="continuation" title={words.continuation}>
      {continuation ? (
        <>
          <ChipRow>
            <OutcomeChip
              lang={lang}
              outcome={continuation.outcome}
              label={continuation.label[lang]}
            />
          </ChipRow>
          {continuation.note && <p class="prose">{continuation.note}</p>}
          <p>
            {words.recordedOn}
            {colon[lang]}
            <When time={momentText(continuation.recordedAt, lang)} />
          </p>
        </>
      ) : (
        <p>{words.continuationNotYet}</p>
      )}
    </Section>
  )
}

/** Why it ended before its time: the first thing to know of such a project. */
export const TerminationNotice = ({ lang, project }: Omit<Props, 'city'>) =>
  project.termination ? (
    <NotificationBanner
      lang={lang}
      kind="warning"
      level={2}
      heading={sentences[lang].terminatedTitle}
    >
      <p class="prose">{project.termination.reason}</p>
      <p>
        <When time={momentText(project.termination.at, lang)} />
      </p>
    </NotificationBanner>
  ) : null

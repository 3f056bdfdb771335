import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatInstant } from '#kernel/date-text.ts'
import { formatYen } from '#kernel/money.ts'
import {
  Button,
  DescriptionList,
  Form,
  HiddenInput,
  type Jump,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { actorText } from '../../procedures/index.ts'
import { type Agreement, unlookedSides } from '../agreement.ts'
import { agreementSentences } from '../agreement-sentences.ts'
import { findSumProblem } from '../agreement-sums.ts'
import { paths } from '../paths.ts'
import { type Project, type Side, sides } from '../project.ts'
import { sentences } from '../sentences.ts'
import type { AgreementMay } from './agreement-page.tsx'

type Props = {
  readonly lang: Language
  readonly city: City
  readonly project: Pick<Project, 'id'>
  readonly agreement: Agreement
}

/** That the sums of the text contradict each other, which, and what to do about it. */
export const SumsNotice = ({
  lang,
  agreement,
}: {
  readonly lang: Language
  readonly agreement: Pick<Agreement, 'state' | 'version'>
}) => {
  const words = agreementSentences[lang]
  const { content } = agreement.version
  const problem = agreement.state === 'signed' ? undefined : findSumProblem(content)
  if (!problem) return null
  const yen = (amount: number | null) => formatYen(amount ?? 0, lang)
  const { article, heading, total, lines } = problem
  const text =
    problem.kind === 'above-share'
      ? words.aboveShare({
          article,
          heading,
          total: yen(Math.max(total ?? 0, lines ?? 0)),
          share: yen(content.cityShare),
        })
      : words.wrongSum({ article, heading, total: yen(total), lines: yen(lines) })
  return (
    <NotificationBanner lang={lang} kind="error" heading={words.sumsTitle}>
      <p>{text}</p>
      {agreement.state === 'signing' && <p>{words.sumsSigning}</p>}
    </NotificationBanner>
  )
}

/** Before the text is settled: who has not looked at it as it stands. */
export const UnlookedNotice = ({ lang, agreement }: Pick<Props, 'lang' | 'agreement'>) => {
  const words = agreementSentences[lang]
  const { parties } = agreement.version.content
  const names = unlookedSides(agreement).map((side) => parties[side].name)
  return names.length === 0 ? null : (
    <NotificationBanner lang={lang} kind="warning" heading={words.unlookedTitle} level={3}>
      <p>{words.unlooked(names.join(lang === 'ja' ? '、' : ', '))}</p>
    </NotificationBanner>
  )
}

/** Which side has looked at the text that stands; and the way to say that it may stand. */
export const Reading = (
  props: Props & { readonly side: Side | undefined; newKey: () => string },
) => {
  const { lang, city, project, agreement, side, newKey } = props
  const words = agreementSentences[lang]
  if (agreement.state !== 'drafting') return null
  const { parties } = agreement.version.content
  const described = (one: Side): string => {
    const look = agreement.looks.find((said) => said.side === one)
    return look
      ? words.looked(formatInstant(look.at, lang), actorText(look.account, city, lang))
      : words.notLooked
  }
  const open = side !== undefined && unlookedSides(agreement).includes(side)
  return (
    <Section id="look" title={words.looks}>
      <p>{words.looksLead}</p>
      <DescriptionList
        items={sides.map((one) => ({ term: parties[one].name, description: described(one) }))}
      />
      {open && (
        <Form action={paths.look(city.slug, project.id)} idempotencyKey={newKey()}>
          <p>{words.lookText}</p>
          <HiddenInput name="text" value={agreement.version.sha256} />
          <Button>{words.look}</Button>
        </Form>
      )}
      {side && !open && <p>{words.lookAgain}</p>}
    </Section>
  )
}

/** What a reader of the agreement may do below its text, which is long. */
export const jumpsBelow = (lang: Language, may: AgreementMay): readonly Jump[] => [
  ...(may.look ? [{ label: agreementSentences[lang].looks, to: 'look' }] : []),
  ...(may.settle ? [{ label: sentences[lang].settleTitle, to: 'settle' }] : []),
  ...(may.reopen ? [{ label: sentences[lang].reopenTitle, to: 'reopen' }] : []),
]
